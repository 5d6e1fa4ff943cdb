using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Stewardship;

/// <param name="System">The source record that is another customer's, by system and key.</param>
public sealed record SplitRequest(string System, string Key, string? Reason);

/// <param name="Number">The number of the new party.</param>
public sealed record SplitReply(string Number);

/// <summary>
/// POST /api/parties/{number}/split: a steward says that one source record is another customer. It gets a party of its own, is excluded
/// from being linked with the others again, and both sides' systems are told.
/// </summary>
internal static class SplitRecord
{
    private static readonly Insert<(long A, long B, long At, string Who)> Exclusions = new("ecif.exclusion", "ON CONFLICT (record_a, record_b) DO NOTHING",
        new("record_a", ColumnType.Long, e => Math.Min(e.A, e.B)),
        new("record_b", ColumnType.Long, e => Math.Max(e.A, e.B)),
        new("created_at", ColumnType.Long, e => e.At),
        new("created_by", ColumnType.Text, e => e.Who));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/parties/{number}/split", async Task<Results<Ok<SplitReply>, ProblemHttpResult>> (
            string number, SplitRequest request, Caller caller, PartyGate gate, EcifDatabase database, IntakeRules rules, Wakeups wakeups, TimeProvider clock, CancellationToken cancellation) =>
        {
            if (!AuditReason.IsGiven(request.Reason))
            {
                return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
            }

            if (!PartyNumber.TryParse(number, out var id) || !await gate.SeesAsync(database, caller, Permission.RecordsSplit, id, cancellation))
            {
                return Problems.NotFound("party.unknown", "No customer that you may see has this number");
            }

            var split = await SplitAsync(database, rules, id, request, caller.UserName, caller.From, clock, cancellation);
            wakeups.Committed();
            return split is null
                ? Problems.Conflict("split.impossible", "The customer has no such record, or no other one")
                : TypedResults.Ok(new SplitReply(split.Number));
        }).Requires(Permission.RecordsSplit).WithName("SplitRecord").WithSummary("Gives a source record a party of its own");

    public static async Task<Party?> SplitAsync(EcifDatabase database, IntakeRules rules, long id, SplitRequest request, string who, string from, TimeProvider clock, CancellationToken cancellation)
    {
        var ids = new IdBlocks(database, block: 8);
        await ids.ReserveAsync(1, cancellation);
        return await database.WriteAsync(async session =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var set = new WorkingSet();
            var loading = new Loading(session, set, rules.Limits.BlockSize);
            await loading.LoadAsync([(request.System, request.Key)], [], []);
            if (!set.Records.TryGetValue((request.System, request.Key), out var record) || record.PartyId != id || record.IsRemark || set.MembersOf(id).Count(m => !m.IsRemark) < 2)
            {
                return null;
            }

            var others = set.MembersOf(id).Where(m => m != record).ToList();
            await loading.LoadAsync([], [.. others.Append(record).SelectMany(m => set.MatchOf(m).TrustedIdentities).Select(i => i.Key)], []);
            var party = new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, ids, rules.DefaultUnit).Split(record, now);
            await MasterStore.WriteAsync(session, set, now);
            await session.InsertAsync(Exclusions, [.. others.Select(o => (o.Id, record.Id, now, who))]);
            await AuditTrail.AppendAsync(session, database.Schema, now,
                new AuditEntry(who, from, "records.split", $"{request.System}/{request.Key}", request.Reason ?? "", PartyNumber.Of(id), party.Number));
            return party;
        }, cancellation);
    }
}
