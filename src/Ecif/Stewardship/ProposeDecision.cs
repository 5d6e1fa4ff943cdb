using Granary.Access.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>
/// Keeps a decision and proposes it to a second person. The two have databases of their own: who dies between them has decided nothing yet,
/// since a suspect is tied to its decision last, and decides again.
/// </summary>
internal sealed class ProposeDecision(EcifDatabase database, IProposals proposals, TimeProvider clock)
{
    /// <param name="decision">Without an id.</param>
    /// <param name="figures">What it would change, for whoever agrees to it.</param>
    /// <returns>The proposal; carried out already where nobody else could agree.</returns>
    public async Task<ProposalMade> RunAsync(StewardDecision decision, string kind, string subject, object figures, Caller maker, CancellationToken cancellation)
    {
        decision = decision with { State = StewardDecision.Proposed, MadeBy = maker.UserName, MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds() };
        var (id, unit) = await database.WriteAsync(async session => (await decision.AddAsync(session), await UnitAsync(session, decision.PartyA, decision.PartyB)), cancellation);
        var made = await proposals.ProposeAsync(IdentityApproval.Of(kind, subject, unit, id, figures, decision.Reason, maker.UserName), maker, cancellation);
        await database.WriteAsync(async session =>
        {
            if (await StewardDecision.LockAsync(session, id) is { State: StewardDecision.Proposed } still)
            {
                await StoredSuspect.DecideAsync(session, still, done: false);
            }
        }, cancellation);
        return made;
    }

    /// <summary>Whose approvers decide: those of the legal entity in which all of it lies, else those of the province.</summary>
    private static async Task<string> UnitAsync(Session session, long a, long b)
    {
        var units = await session.QueryAsync("SELECT unit FROM ecif.relationship WHERE party_id IN (@a, @b)", r => UnitCode.EntityOf(r.GetString(0)), ("a", a), ("b", b));
        return units.Distinct().ToList() is [var one] ? one : UnitCode.Province;
    }
}
