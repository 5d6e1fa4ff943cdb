using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Stewardship;

/// <summary>GET /api/suspects/{a}/{b}: two parties that may be one, for whoever sees both.</summary>
internal sealed class ShowSuspect(EcifDatabase database, IntakeRules rules, PartyGate gate, IEnumerable<IDependents> dependents)
{
    public static ProblemHttpResult Unknown { get; } = Problems.NotFound("suspect.unknown", "No two customers whom you may see are suspected to be one under these numbers");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/suspects/{a}/{b}", async Task<Results<Ok<SuspectDetail>, ProblemHttpResult>> (string a, string b, Caller caller, ShowSuspect show, IAudit audit, CancellationToken cancellation) =>
                PartyNumber.TryParse(a, out var first) && PartyNumber.TryParse(b, out var second) && await show.FindAsync(caller, first, second, cancellation) is { } found
                    ? TypedResults.Ok(await ReadingInClear.NoteAsync(audit, caller, [found.A.Number, found.B.Number], found, cancellation))
                    : Unknown)
            .Requires(Permission.RecordsSplit).WithName("ShowSuspect").WithSummary("Two customers who may be one: side by side, why, and what each choice would change");

    public async Task<SuspectDetail?> FindAsync(Caller caller, long a, long b, CancellationToken cancellation)
    {
        var kept = await KeptAsync([a, b], cancellation);
        return await database.ReadAsync(async session =>
        {
            if (await StoredSuspect.FindAsync(session, a, b) is not { } suspect || !await SeesAsync(session, caller, Permission.RecordsSplit, suspect, cancellation))
            {
                return null;
            }

            await rules.Model.RefreshAsync(session);
            var set = await WholeParties.ReadAsync(session, suspect.A, suspect.B);
            var group = await FindGroup.OfAsync(session, [suspect.A, suspect.B], rules.Limits.SuspectGroup, Veil.For(caller), ids => gate.VisibleAsync(session, caller, Permission.RecordsSplit, ids, cancellation));
            return Detail(suspect, set, kept, group, Veil.For(caller));
        }, cancellation);
    }

    /// <summary>What both say in clear, for whoever may ask for it and says why; null where they see not both.</summary>
    public Task<IReadOnlyList<ComparedAttribute>?> InClearAsync(Caller caller, long a, long b, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<ComparedAttribute>?>(async session =>
    {
        if (await StoredSuspect.FindAsync(session, a, b) is not { } suspect || !await SeesAsync(session, caller, Permission.CustomersReveal, suspect, cancellation))
        {
            return null;
        }

        var set = await WholeParties.ReadAsync(session, suspect.A, suspect.B);
        return SideBySide.Of(set, set.Parties[suspect.A], set.Parties[suspect.B], StrongestPair.Near(StrongestPair.Of(set, suspect.A, suspect.B, rules.Resolver.Matcher)), Veil.Clear);
    }, cancellation);

    /// <summary>Who may not see both sees neither, nor that somebody suspects them to be one.</summary>
    private async Task<bool> SeesAsync(Session session, Caller caller, string permission, StoredSuspect suspect, CancellationToken cancellation)
    {
        var parties = (await MasterStore.ReadPartiesAsync(session, [suspect.A, suspect.B])).Select(p => p.MergedInto ?? p.Id).Distinct().ToList();
        return (await gate.VisibleAsync(session, caller, permission, parties, cancellation)).Count == parties.Count;
    }

    private async Task<ILookup<long, DependentView>> KeptAsync(long[] parties, CancellationToken cancellation)
    {
        var counted = new List<Dependent>();
        foreach (var each in dependents)
        {
            counted.AddRange(await each.CountAsync(parties, cancellation));
        }

        return counted.ToLookup(d => d.Party, d => new DependentView(d.What, d.Count));
    }

    private SuspectDetail Detail(StoredSuspect suspect, WorkingSet set, ILookup<long, DependentView> kept, SuspectGroup group, Veil veil)
    {
        var (a, b) = (set.Parties[suspect.A], set.Parties[suspect.B]);
        var strongest = StrongestPair.Of(set, a.Id, b.Id, rules.Resolver.Matcher);
        var basis = WholeParties.Basis(set, a.Id, b.Id);
        var (sideA, sideB) = (Side(set, a, kept), Side(set, b, kept));
        var attributes = SideBySide.Of(set, a, b, StrongestPair.Near(strongest), veil);
        var open = !suspect.Decided && strongest is not null;
        var different = open ? Different(set, a, b, veil) : null;
        return new SuspectDetail(
            suspect.State, suspect.Score, suspect.Reason, At(suspect.CreatedAt), basis, sideA, sideB, attributes, strongest,
            open ? Same(set, a, b) : null, // the last thing done with what was loaded: it makes the choice
            different,
            suspect.UnsureAt == 0 ? null : new UnsureView(suspect.UnsureBy, At(suspect.UnsureAt), suspect.Note),
            suspect.Decision is { } d ? new StewardDecisionView(d.Kind, d.State, d.State == StewardDecision.Proposed && d.Basis != basis, d.MadeBy, At(d.MadeAt), d.ClosedAt == 0 ? null : At(d.ClosedAt), d.Reason) : null,
            group);
    }

    private static SuspectSide Side(WorkingSet set, Party party, ILookup<long, DependentView> kept)
    {
        var records = Choices.Records(set, party.Id);
        return new SuspectSide(
            party.Number, Lower(party.Kind), Lower(party.Status), party.Version, At(party.CreatedAt), party.MergedInto is { } into ? PartyNumber.Of(into) : null,
            records.Count(r => r.Link == LinkKind.Verified),
            [.. records.Select(r => new SideRecord(r.System, r.Key, r.IsOpen, Lower(r.Link), r.Rule, r.Branch.Length == 0 ? null : r.Branch, At(r.OpenedAt)))],
            [.. kept[party.Id]]);
    }

    private MergeChoice Same(WorkingSet set, Party a, Party b)
    {
        var (winner, loser) = Choices.Survivor(set, a, b);
        var verified = Choices.Records(set, winner.Id).Count(r => r.Link == LinkKind.Verified) > Choices.Records(set, loser.Id).Count(r => r.Link == LinkKind.Verified);
        var (moves, all) = (Choices.Records(set, loser.Id), Choices.Records(set, a.Id).Concat(Choices.Records(set, b.Id)).ToList());
        new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, NoIds.One, rules.DefaultUnit).Merge(winner, loser, winner.ChangedAt);
        return new MergeChoice(winner.Number, loser.Number, verified ? "verified" : "older", moves.Count, Choices.EffectOf(set, all, rules.Subscriptions));
    }

    private static ExcludeChoice Different(WorkingSet set, Party a, Party b, Veil veil) => new(
        Choices.Records(set, a.Id).Count * Choices.Records(set, b.Id).Count,
        [.. Choices.Disputed(set, a.Id, b.Id).Where(_ => !veil.Hides(PartyAttribute.Document)).Select(i => new DisputedDocument(
            PartyAttribute.Parts(veil.Show(PartyAttribute.Document, $"{(int)i.Class:D2}{PartyAttribute.PartSeparator}{i.Number}")!),
            set.Identities.GetValueOrDefault(i.Key) is { } holder ? PartyNumber.Of(holder) : null))]);

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}

/// <summary>For a choice that is made to see what it would change: whatever party it opens is thrown away.</summary>
internal sealed class NoIds : IIds
{
    public static NoIds One { get; } = new();

    public long NextParty() => 0;

    public long NextRecord() => throw new InvalidOperationException("No choice opens a record.");
}
