using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Stewardship;

/// <param name="System">The source record that is another customer's, by system and key.</param>
/// <param name="With">Further records that are that other customer's, too.</param>
/// <param name="Preview">Says what would be, and does nothing; needs no reason.</param>
public sealed record SplitRequest(string? System, string? Key, string? Reason, IReadOnlyList<SplitKey>? With = null, bool Preview = false);

public sealed record SplitKey(string System, string Key);

/// <param name="Leaves">Records that go to a party of their own; <paramref name="Stays"/> remain.</param>
/// <param name="Exclusions">Pairs of records that the machine never links again.</param>
/// <param name="Approval">The proposal's number on the page of approvals; null for a preview, and where nobody else could agree.</param>
public sealed record SplitReply(int Leaves, int Stays, int Exclusions, Effect Effect, long? Approval);

/// <summary>
/// POST /api/parties/{number}/split: a steward says that source records are another customer. Once a second person agrees they get a party
/// of their own, are excluded from being linked with the others again, and both sides' systems are told.
/// </summary>
internal sealed class SplitRecord(EcifDatabase database, IntakeRules rules, PartyGate gate, ProposeDecision propose)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/parties/{number}/split", (string number, SplitRequest request, Caller caller, SplitRecord split, CancellationToken cancellation) =>
                split.RunAsync(number, request, caller, cancellation))
            .Requires(Permission.RecordsSplit).WithName("SplitRecord").WithSummary("Proposes that source records get a party of their own, or says what that would change");

    public async Task<Results<Ok<SplitReply>, ProblemHttpResult>> RunAsync(string number, SplitRequest request, Caller caller, CancellationToken cancellation)
    {
        if (!request.Preview && !AuditReason.IsGiven(request.Reason))
        {
            return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
        }

        if (!PartyNumber.TryParse(number, out var id) || !await gate.SeesAsync(database, caller, Permission.RecordsSplit, id, cancellation))
        {
            return Problems.NotFound("party.unknown", "No customer that you may see has this number");
        }

        var records = string.Join('\n', (request.With ?? []).Prepend(new SplitKey(request.System ?? "", request.Key ?? "")).Select(k => $"{k.System}/{k.Key}").Distinct());
        if (await LookAsync(id, records, cancellation) is not var (reply, basis))
        {
            return Problems.Conflict("split.impossible", "The customer has no such record, or no other one");
        }

        if (request.Preview)
        {
            return TypedResults.Ok(reply);
        }

        var decision = new StewardDecision(0, StewardDecision.Split, id, 0, records, basis, request.Reason!, "", "", 0, 0);
        var made = await propose.RunAsync(decision, IdentityApproval.Split, PartyNumber.Of(id),
            new { records = records.Split('\n'), stays = reply.Stays, told = reply.Effect.Told.Sum(t => t.Keys) }, caller, cancellation);
        return TypedResults.Ok(reply with { Approval = made.Applied ? null : made.Proposal });
    }

    /// <summary>What the split would change; null where it cannot be.</summary>
    private Task<(SplitReply Reply, string Basis)?> LookAsync(long id, string records, CancellationToken cancellation) => database.ReadAsync<(SplitReply, string)?>(async session =>
    {
        var set = await WholeParties.ReadAsync(session, id);
        var (all, leaving) = (Choices.Records(set, id), Choices.Leaving(set, id, records));
        if (leaving.Count == 0 || leaving.Count != records.Count(c => c == '\n') + 1 || leaving.Count == all.Count)
        {
            return null;
        }

        var basis = WholeParties.Basis(set, id);
        new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, NoIds.One, rules.DefaultUnit).Split(leaving, set.Parties[id].ChangedAt);
        var stays = all.Count - leaving.Count;
        return (new SplitReply(leaving.Count, stays, leaving.Count * stays, Choices.EffectOf(set, all, rules.Subscriptions), null), basis);
    }, cancellation);
}
