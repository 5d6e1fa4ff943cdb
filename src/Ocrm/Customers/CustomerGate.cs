using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Customers;

/// <summary>A customer whom the caller sees, and where.</summary>
/// <param name="Number">The number of now, where one asked by that of a merged party.</param>
/// <param name="Entities">The legal entities in which the caller sees the customer, the first one first: what stays inside a legal entity is shown of these.</param>
internal sealed record SeenCustomer(long Party, string Number, PartyKind Kind, IReadOnlyList<string> Entities);

/// <summary>The way from a number in an address to a customer: out of sight is unknown, and a merged party's number leads to its heir.</summary>
internal static class CustomerGate
{
    public static ProblemHttpResult Unknown => Problems.NotFound("party.unknown", "No customer that you may see has this number");

    /// <param name="columns"><see cref="CustomerList.OwnSight"/> for whoever is to act; otherwise who reads.</param>
    public static async Task<SeenCustomer?> FindAsync(Session session, Sight sight, string number, SightColumns? columns = null) =>
        await OfNumberAsync(session, sight, number, columns ?? CustomerList.Sight)
        ?? (await session.QueryAsync("SELECT c.number FROM ocrm.merged m JOIN ocrm.customer c ON c.party_id = m.heir_id WHERE m.number = @number", r => r.GetString(0), ("number", number)) is [var heir, ..]
            ? await OfNumberAsync(session, sight, heir, columns ?? CustomerList.Sight)
            : null);

    private static async Task<SeenCustomer?> OfNumberAsync(Session session, Sight sight, string number, SightColumns columns)
    {
        var (seen, sql) = (sight.In(columns), new SqlText());
        var rows = await session.QueryAsync(
            $"SELECT c.party_id, c.kind, c.entity FROM {OwnerRow.Customers} WHERE {CustomerList.HasToken(CustomerTokens.Number(number), sql)} AND c.number = @number AND {seen.Sql} ORDER BY c.main DESC, c.entity",
            r => (Party: r.GetInt64(0), Kind: r.GetString(1), Entity: r.GetString(2)), [.. sql.Parameters, .. seen.Parameters, ("number", number)]);
        return rows is [var first, ..]
            ? new SeenCustomer(first.Party, number, first.Kind == "person" ? PartyKind.Person : PartyKind.Organisation, [.. rows.Select(r => r.Entity)])
            : null;
    }
}
