using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;

namespace Granary.Access.Approvals;

/// <summary>Makes proposals and tells those who may decide.</summary>
internal sealed class Proposing(AccessDatabase database, RightsBook book, IEnumerable<IProposalKind> kinds, AccessLimits limits, TimeProvider clock) : IProposals
{
    public Task<ProposalMade> ProposeAsync(Proposed proposed, Caller maker, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = (await session.QueryAsync(
            "INSERT INTO access.proposal (kind, subject, unit, content, hash, before, reason, maker, created_at, expires_at, state, note) "
            + "VALUES (@kind, @subject, @unit, @content, @hash, @before, @reason, @maker, @now, @expires, 'open', '') RETURNING id",
            r => r.GetInt64(0),
            ("kind", proposed.Kind), ("subject", proposed.Subject), ("unit", proposed.Unit), ("content", proposed.Content), ("hash", Proposal.HashOf(proposed)), ("before", proposed.Before),
            ("reason", proposed.Reason), ("maker", proposed.Maker), ("now", now), ("expires", now + (long)limits.ProposalLasts.TotalMilliseconds)))[0];
        await AuditTrail.AppendAsync(session, "access", now, Entry(maker, $"{proposed.Kind}.propose", proposed));
        var checkers = await CheckersAsync(session, proposed.Unit, maker.PersonId);
        if (checkers.Count > 0 || maker.PersonId.Length == 0)
        {
            await Notifications.TellAsync(session, checkers, now, "approval", new { kind = proposed.Kind, subject = proposed.Subject, maker = maker.Name }, "/admin/approvals");
            return new ProposalMade(id, Applied: false);
        }

        // The first administrator is alone: somebody has to make the second one.
        var refusal = await kinds.First(k => k.Name == proposed.Kind).ApplyAsync(session, proposed, cancellation);
        await session.ExecuteAsync("UPDATE access.proposal SET state = @state, decided_at = @now, note = @note WHERE id = @id",
            ("state", refusal is null ? "approved" : "void"), ("now", now), ("note", refusal ?? "nobody else could decide"), ("id", id));
        await AuditTrail.AppendAsync(session, "access", now, Entry(maker, proposed.Kind, proposed with { Reason = refusal ?? "nobody else could decide" }));
        return new ProposalMade(id, Applied: refusal is null);
    }, cancellation);

    private static AuditEntry Entry(Caller maker, string act, Proposed what) => new(maker.UserName, maker.From, act, what.Subject, what.Reason, what.Before, what.Content);

    /// <summary>The other people who may decide about a unit today.</summary>
    private async Task<IReadOnlyList<string>> CheckersAsync(Session session, string unit, string maker)
    {
        var (state, tree) = await book.NowAsync(session);
        var active = (await session.QueryAsync("SELECT id FROM access.person WHERE state = 'active'", r => r.GetString(0))).ToHashSet(StringComparer.Ordinal);
        // Rights are worked out for those alone whose roles, or the roles of whom they stand in for, have a say at all.
        var deciding = state.Posts.SelectMany(p => p).Where(p => state.Roles.GetValueOrDefault(p.Role)?.Grants.ContainsKey(Permission.ApprovalsDecide) == true).Select(p => p.Person).ToHashSet(StringComparer.Ordinal);
        return [.. deciding.Concat(state.Covers.Where(c => deciding.Contains(c.Person)).Select(c => c.Deputy)).Distinct()
            .Where(p => p != maker && active.Contains(p))
            .Where(p => state.RightsOf(p, tree).Sights.GetValueOrDefault(Permission.ApprovalsDecide) is { } sight && OrganisationScope.Covers(sight, unit))];
    }
}
