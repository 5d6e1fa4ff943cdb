using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <summary>A customer as the command box shows it; document and mobile as the caller sees their class, null where hidden.</summary>
public sealed record FoundCustomer(string Number, string Name, string Kind, string? Document, string? Mobile, string UnitName);

public sealed record SearchView(IReadOnlyList<FoundCustomer> Customers);

/// <summary>GET /api/search?q=: customers in sight by name, pinyin and its initials, number or a system's key, phone, document.</summary>
internal static class SearchCustomers
{
    /// <summary>A letter or a character begins too many names.</summary>
    private const int LeastCharacters = 2;

    private const int MostCharacters = 60;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", async Task<Ok<SearchView>> (OcrmDatabase database, OcrmLimits limits, IOrganisation organisation, Caller caller, string? q, int? limit, CancellationToken cancellation) =>
            {
                var found = await FindAsync(database, caller, q ?? "", Math.Clamp(limit ?? limits.SearchRows, 1, limits.SearchRows), cancellation);
                var units = await organisation.UnitNamesAsync([.. found.Select(f => f.Unit)], cancellation);
                return TypedResults.Ok(new SearchView([.. found.Select(f => View(f, caller, units))]));
            })
            .Requires(Permission.CustomersRead).WithName("SearchCustomers").WithSummary("Customers by any of their keys");

    public static async Task<IReadOnlyList<Found>> FindAsync(OcrmDatabase database, Caller caller, string query, int limit, CancellationToken cancellation)
    {
        var typed = TextFolding.FoldAndClose(query);
        if (typed.Length < LeastCharacters || typed.Length > MostCharacters)
        {
            return [];
        }

        return await database.ReadAsync(async session =>
        {
            var found = new List<Found>();
            foreach (var question in Questions(typed, caller))
            {
                if (found.Count < limit)
                {
                    found.AddRange(await AskAsync(session, caller.SightOf(Permission.CustomersRead), question, limit));
                    found = [.. found.DistinctBy(f => f.Number).Take(limit)];
                }
            }

            return found;
        }, cancellation);
    }

    /// <summary>The ways in which what was typed can be meant, the most exact first; what is hidden from the caller is not searched.</summary>
    private static IEnumerable<Question> Questions(string typed, Caller caller)
    {
        if (typed.Any(char.IsAsciiDigit))
        {
            yield return Question.Token(CustomerTokens.Number(typed));
            if (caller.Sees(DataClass.C2) != FieldSight.Hidden)
            {
                yield return Question.Token(CustomerTokens.Phone(PhoneNumber.Canonicalise(typed)));
            }

            if (caller.Sees(DataClass.C3) != FieldSight.Hidden)
            {
                yield return Question.Token(CustomerTokens.Document(Normalised.Number(typed)));
            }
        }

        if (caller.Sees(DataClass.C1) != FieldSight.Clear)
        {
            yield break; // whoever may not read names does not find them by parts
        }

        if (typed.All(char.IsAsciiLetter))
        {
            yield return Question.Token(CustomerTokens.Initials(typed));
            yield return Question.Beginning(CustomerTokens.PinyinOf(typed));
        }

        if (CustomerTokens.Pairs(typed) is { Count: > 0 } pairs)
        {
            yield return Question.Token(CustomerTokens.WholeName(typed));
            yield return Question.Name(pairs, PersonName.Canonical(typed));
        }
    }

    private static async Task<IEnumerable<Found>> AskAsync(Session session, Sight sight, Question question, int limit)
    {
        var sql = new SqlText();
        var conditions = question.Tokens.Select(t => CustomerList.HasToken(t, sql)).ToList();
        if (question.Prefix is { } prefix)
        {
            conditions.Add($"c.party_id IN (SELECT t.party_id FROM ocrm.search_token t WHERE t.token >= {sql.Bind(prefix)} AND t.token < {sql.Bind(prefix + '~')})");
        }

        // Pairs that all occur need not stand beside each other, so names are read on until enough of them fit.
        var most = question.Whole is null ? limit : limit * 10;
        var rows = await session.QueryAsync(
            string.Join(" UNION ", sight.Alternatives(CustomerList.Sight, sql.Bind).Select((seen, i) =>
                $"SELECT * FROM (SELECT c.number, c.name, c.kind, c.document, c.mobile, c.unit FROM {OwnerRow.Customers} WHERE {string.Join(" AND ", conditions.Prepend(seen))} LIMIT {most}) AS a{i}")),
            r => new Found(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5)),
            sql.Parameters);
        return rows.Where(f => question.Whole is not { } whole || PersonName.Canonical(f.Name).Contains(whole, StringComparison.Ordinal));
    }

    private static FoundCustomer View(Found found, Caller caller, IReadOnlyDictionary<string, string> units) => new(
        found.Number,
        ShownName.For(caller, found.Name),
        found.Kind,
        Shown(found.Document, caller.Sees(DataClass.C3), Masked.Number),
        Shown(found.Mobile, caller.Sees(DataClass.C2), Masked.Phone),
        units.GetValueOrDefault(found.Unit, found.Unit));

    private static string? Shown(string value, FieldSight sight, Func<string, string> mask) =>
        value.Length == 0 ? null : sight switch { FieldSight.Clear => value, FieldSight.Masked => mask(value), _ => null };

    internal sealed record Found(string Number, string Name, string Kind, string Document, string Mobile, string Unit);

    /// <param name="Prefix">The beginning of a token.</param>
    /// <param name="Whole">What a name must have in one piece.</param>
    private sealed record Question(IReadOnlyList<string> Tokens, string? Prefix, string? Whole)
    {
        public static Question Token(string token) => new([token], null, null);

        public static Question Beginning(string prefix) => new([], prefix, null);

        public static Question Name(IReadOnlyList<string> pairs, string whole) => new(pairs, null, whole);
    }
}
