using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Resolution;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.GoldenRecords;

/// <param name="Comparison">name, birth, document, phone, address, email, card or gender.</param>
/// <param name="Level">How the two compare, by its name in the model: same, soundAlike …</param>
/// <param name="Weight">log2 of the Bayes factor, what is due to the rarity of a name among it.</param>
public sealed record LinkLineView(string Comparison, string Level, double Weight, double Rarity);

/// <param name="Record">The record of the customer that speaks for the link strongest: system and key.</param>
/// <param name="Probability">Of being one customer, as the model had it.</param>
/// <param name="Model">Name of the version that decided; empty for the one that comes with Granary.</param>
public sealed record LinkEvidenceView(RecordAddress Record, double Weight, double Probability, string Model, IReadOnlyList<LinkLineView> Lines);

public sealed record RecordAddress(string System, string Key);

/// <param name="Rule">new, identity, score, split, or what another decision of a person is called.</param>
/// <param name="Verified">Linked by a person.</param>
/// <param name="Evidence">Null for the customer's first record, and where a person decided.</param>
public sealed record LinkView(string System, string Key, string Rule, bool Verified, LinkEvidenceView? Evidence);

/// <summary>GET /api/parties/{number}/links: why are these records one customer's? As it was decided, under the model that decided then.</summary>
internal static class WhyLinked
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/parties/{number}/links", async Task<Results<Ok<IReadOnlyList<LinkView>>, ProblemHttpResult>> (
                string number, Caller caller, EcifDatabase database, PartyGate gate, CancellationToken cancellation) =>
                PartyNumber.TryParse(number, out var id) && await database.ReadAsync(session => ShowParty.SurvivorAsync(session, id), cancellation) is { } party
                    && await gate.SeesAsync(database, caller, Permission.CustomersRead, party.Id, cancellation)
                    ? TypedResults.Ok(await database.ReadAsync(session => ReadAsync(session, party.Id), cancellation))
                    : Problems.NotFound("party.unknown", "No customer that you may see has this number"))
            .Requires(Permission.CustomersRead).WithName("WhyLinked").WithSummary("Why each source record is linked to the customer, by the model that decided");

    public static async Task<IReadOnlyList<LinkView>> ReadAsync(Session session, long party)
    {
        var records = (await MasterStore.RecordsOfPartiesAsync(session, [party])).Where(r => !r.IsRemark)
            .OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        var models = new Dictionary<long, (string Name, Matcher Matcher)>();
        foreach (var version in records.Select(r => r.Evidence?.Model).OfType<long>().Distinct())
        {
            models.Add(version, ((await MatchModels.FindAsync(session, version))?.Name ?? "", new Matcher(await MatchModels.ModelAsync(session, version))));
        }

        return [.. records.Select(r => new LinkView(r.System, r.Key, r.Rule, r.Link == LinkKind.Verified, EvidenceOf(r, records, models)))];
    }

    private static LinkEvidenceView? EvidenceOf(SourceRecord record, List<SourceRecord> records, Dictionary<long, (string Name, Matcher Matcher)> models)
    {
        // The record that spoke for it may have gone to another party since: then what was decided stands on something else.
        if (record.Evidence is not { } evidence || records.Find(r => r.Id == evidence.Record) is not { } other)
        {
            return null;
        }

        var (name, matcher) = models[evidence.Model];
        var score = matcher.Restore(record.Kind == PartyKind.Person ? RecordKind.Person : RecordKind.Organisation, evidence.Levels, evidence.Weight, evidence.Rarity);
        return new(new(other.System, other.Key), score.Weight, score.Probability, name,
            [.. matcher.Explain(score).Where(line => line.Level != "missing").Select(line => new LinkLineView($"{line.Comparison}".ToLowerInvariant(), line.Level, line.Weight, line.Rarity))]);
    }
}
