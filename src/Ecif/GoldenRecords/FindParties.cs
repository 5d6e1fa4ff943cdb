using Granary.Chinese;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.GoldenRecords;

/// <summary>A customer in a list of found ones.</summary>
/// <param name="Name">As the caller may see it; so are document and mobile.</param>
/// <param name="Region">Code (GB/T 2260) of the address.</param>
/// <param name="Systems">The systems that know the customer.</param>
/// <param name="Beyond">A customer of other legal entities than the caller's.</param>
public sealed record PartyRow(
    string Number, string Kind, string? Name, string? Document, string? Mobile, string? Region, IReadOnlyList<string> Systems, DateTimeOffset ChangedAt, bool Beyond);

/// <summary>GET /api/parties?q=: by party number, a system's key, name (two characters are enough), pinyin initials, document or phone number.</summary>
internal static class FindParties
{
    /// <summary>Candidates that are read and checked against the whole of a typed name; more than that is asked to be typed more precisely.</summary>
    private const int MostCandidates = 500;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/parties", async Task<Ok<IReadOnlyList<PartyRow>>> (
                Caller caller, EcifDatabase database, EcifLimits limits, PartyGate gate, IAudit audit, string? q, int? limit, CancellationToken cancellation) =>
            {
                var found = await FindAsync(database, gate, caller, q ?? "", Math.Clamp(limit ?? 50, 1, limits.PageRows), cancellation);
                return TypedResults.Ok(await ReadingInClear.NoteAsync(audit, caller, [.. found.Select(p => p.Number)], found, cancellation));
            })
            .Requires(Permission.CustomersRead)
            .WithName("FindParties").WithSummary("Customers by number, key, name, initials, document or phone");

    public static async Task<IReadOnlyList<PartyRow>> FindAsync(EcifDatabase database, PartyGate gate, Caller caller, string query, int limit, CancellationToken cancellation)
    {
        var beyond = await gate.BeyondAsync(cancellation);
        return await database.ReadAsync(async session =>
        {
            var typed = TextFolding.FoldAndClose(query);
            var ids = typed.Length == 0 ? await LatestAsync(session, caller.SightOf(Permission.CustomersRead), limit) : await IdsAsync(session, typed);
            var parties = (await MasterStore.ReadPartiesAsync(session, ids)).Where(p => p.Status != PartyStatus.Merged && Fits(p, typed)).ToList();
            var seen = await gate.VisibleAsync(session, caller, Permission.CustomersRead, [.. parties.Select(p => p.Id)], cancellation);
            // Who is asked for by something that names one customer is found in the whole province, as far as it allows; a name is no such thing.
            var strangers = beyond != FieldSight.Hidden && NamesOne(typed);
            var systems = (await MasterStore.RecordsOfPartiesAsync(session, [.. parties.Select(p => p.Id)])).ToLookup(r => r.PartyId, r => r.System);
            return (IReadOnlyList<PartyRow>)[.. parties
                .Where(p => strangers || seen.Contains(p.Id))
                .OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id)
                .Take(limit)
                .Select(p => seen.Contains(p.Id) ? Row(p, systems[p.Id], Veil.For(caller), beyond: false) : Row(p, [], Veil.Beyond(caller, beyond), beyond: true))];
        }, cancellation);
    }

    /// <summary>A number of some length: a party number, document, card or phone, typed whole.</summary>
    private static bool NamesOne(string typed) => typed.Count(char.IsAsciiDigit) >= 7;

    private static Task<List<long>> LatestAsync(Session session, Sight sight, int limit)
    {
        var seen = PartySight.In(sight, "p.id");
        return session.QueryAsync($"SELECT p.id FROM ecif.party p WHERE p.status <> 2 AND {seen.Sql} ORDER BY p.id DESC LIMIT @limit", r => r.GetInt64(0), [.. seen.Parameters, ("limit", limit)]);
    }

    private static async Task<List<long>> IdsAsync(Session session, string typed)
    {
        if (PartyNumber.TryParse(typed, out var id))
        {
            var into = await session.QueryAsync("SELECT COALESCE(merged_into, id) FROM ecif.party WHERE id = @id", r => r.GetInt64(0), ("id", id));
            return into;
        }

        var exact = new HashSet<string>(StringComparer.Ordinal) { "n:" + typed.ToUpperInvariant(), "n:" + PhoneNumber.Canonicalise(typed), "n:" + ResidentIdNumber.Parse(typed).Canonical };
        if (typed.All(char.IsAsciiLetter))
        {
            exact.Add("p:" + typed.ToLowerInvariant());
        }

        var found = await session.QueryAsync(
            "SELECT t.party_id FROM {rows} CROSS JOIN ecif.search_token t WHERE t.token = k.token LIMIT @most",
            RowSet.Of("token", exact), r => r.GetInt64(0), ("most", MostCandidates));
        found.AddRange(await session.QueryAsync("SELECT party_id FROM ecif.source_record WHERE key = @key LIMIT 20", r => r.GetInt64(0), ("key", typed.ToUpperInvariant())));
        found.AddRange(await ByNameAsync(session, typed));
        return [.. found.Distinct()];
    }

    private static async Task<List<long>> ByNameAsync(Session session, string typed)
    {
        var tokens = SearchTokens.OfQuery(typed);
        if (tokens.Count == 0 || typed.All(char.IsAsciiDigit))
        {
            return [];
        }

        return await session.QueryAsync(
            "SELECT t.party_id FROM {rows} CROSS JOIN ecif.search_token t WHERE t.token = k.token GROUP BY t.party_id HAVING count(*) = @all LIMIT @most",
            RowSet.Of("token", tokens), r => r.GetInt64(0), ("all", (long)tokens.Count), ("most", MostCandidates));
    }

    // Pairs that all occur need not stand beside each other.
    private static bool Fits(Party party, string typed)
    {
        if (typed.Length < 3 || !typed.EnumerateRunes().All(Han.IsIdeograph))
        {
            return true;
        }

        var wanted = PersonName.Canonical(typed);
        return PartyAttribute.Values(party.Golden.GetValueOrDefault(PartyAttribute.Name)?.Value ?? "")
            .Any(n => PersonName.Canonical(n).Contains(wanted, StringComparison.Ordinal));
    }

    private static PartyRow Row(Party party, IEnumerable<string> systems, Veil veil, bool beyond)
    {
        string? First(string attribute) => veil.Show(attribute, PartyAttribute.Values(party.Golden.GetValueOrDefault(attribute)?.Value ?? "").FirstOrDefault());
        var document = First(PartyAttribute.Document);
        var address = party.Golden.GetValueOrDefault(PartyAttribute.HomeAddress)?.Value ?? "";
        return new PartyRow(party.Number, party.Kind.ToString().ToLowerInvariant(), First(PartyAttribute.Name),
            document is null ? null : PartyAttribute.Part(document, 1), beyond ? null : First(PartyAttribute.Mobile),
            beyond || PartyAttribute.Part(address, 1).Length == 0 ? null : PartyAttribute.Part(address, 1),
            [.. systems.Distinct().Order(StringComparer.Ordinal)], DateTimeOffset.FromUnixTimeMilliseconds(party.ChangedAt), beyond);
    }
}
