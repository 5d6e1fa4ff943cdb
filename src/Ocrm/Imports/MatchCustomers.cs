using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Imports;

/// <summary>What a line says of a customer; the first that is there decides: number, document, phone with name.</summary>
internal sealed record Wanted(string Number, string Document, string Phone, string Name);

/// <summary>A customer's row in a legal entity.</summary>
internal sealed record MatchedRow(long Id, long Party, string Entity, string Unit, string Manager, string Number, string Name);

/// <param name="Rows">Of one customer, in each legal entity where the asker sees them; empty with a problem.</param>
/// <param name="Problem">empty: nothing to match by; nobody: no customer in sight; several: more than one.</param>
internal sealed record Match(IReadOnlyList<MatchedRow> Rows, string Problem);

/// <summary>Finds the customers of lines among those in sight. Whoever may not see a class of data does not match by it either.</summary>
internal static class MatchCustomers
{
    /// <param name="columns"><see cref="CustomerList.OwnSight"/> for whoever is to act; otherwise who reads.</param>
    public static async Task<IReadOnlyList<Match>> RunAsync(Session session, Caller caller, string permission, IReadOnlyList<Wanted> lines, SightColumns? columns = null)
    {
        var tokens = lines.Select(l => TokenOf(l, caller)).ToList();
        var seen = caller.SightOf(permission).In(columns ?? CustomerList.Sight);
        var found = (await session.QueryAsync(
            $"SELECT k.token, c.id, c.party_id, c.entity, c.unit, o.manager, c.number, c.name FROM {"{rows}"} CROSS JOIN ocrm.search_token t JOIN ocrm.customer c ON c.party_id = t.party_id {OwnerRow.OfCustomer} WHERE t.token = k.token AND {seen.Sql} ORDER BY c.id",
            RowSet.Of("token", [.. tokens.Where(t => t.Length > 0).Distinct()]),
            r => (Token: r.GetString(0), Row: new MatchedRow(r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7))),
            [.. seen.Parameters])).ToLookup(f => f.Token, f => f.Row, StringComparer.Ordinal);
        return [.. lines.Zip(tokens, (line, token) => Of(line, token, found))];
    }

    private static Match Of(Wanted line, string token, ILookup<string, MatchedRow> found)
    {
        if (token.Length == 0)
        {
            return new Match([], "empty");
        }

        // A phone is a family's; with the name it is a person's. A name beside a number or a document must be theirs too.
        var rows = found[token].Where(r => line.Name.Length == 0 || PersonName.Canonical(r.Name) == PersonName.Canonical(line.Name)).ToList();
        return rows.Count == 0 ? new Match([], "nobody") : rows.Exists(r => r.Party != rows[0].Party) ? new Match([], "several") : new Match(rows, "");
    }

    private static string TokenOf(Wanted line, Caller caller) =>
        line.Number.Length > 0 ? CustomerTokens.Number(line.Number)
        : line.Document.Length > 0 && caller.Sees(DataClass.C3) != FieldSight.Hidden ? CustomerTokens.Document(Normalised.Number(line.Document))
        : line.Phone.Length > 0 && line.Name.Length > 0 && caller.Sees(DataClass.C2) != FieldSight.Hidden ? CustomerTokens.Phone(PhoneNumber.Canonicalise(line.Phone))
        : "";
}
