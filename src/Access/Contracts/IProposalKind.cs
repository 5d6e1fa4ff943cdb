using Granary.Kernel.Storage;

namespace Granary.Access.Contracts;

/// <summary>Something that one person proposes and another decides: what it does once it is approved.</summary>
public interface IProposalKind
{
    /// <summary>"role.change"; also the act in the audit trail.</summary>
    string Name { get; }

    /// <summary>Carries it out, in the transaction of the decision.</summary>
    /// <param name="session">A transaction on the tables of "access".</param>
    /// <returns>Null, or why it cannot be carried out any more: what it was made for has changed since.</returns>
    Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation);

    /// <summary>It will not be carried out: tells whoever keeps something open for it. May come twice.</summary>
    /// <param name="state">rejected, withdrawn or expired.</param>
    Task ClosedAsync(Proposed proposed, string state, CancellationToken cancellation) => Task.CompletedTask;
}

/// <param name="Subject">What it is about: a role, a user name, a unit, a list.</param>
/// <param name="Unit">The unit whose approvers may decide.</param>
/// <param name="Content">What would be, as JSON; the proposal is bound to its hash.</param>
/// <param name="Before">What is, as JSON; empty where nothing is.</param>
public sealed record Proposed(string Kind, string Subject, string Unit, string Content, string Before, string Reason, string Maker);

/// <param name="Applied">At once, since nobody else could decide: the bank's first administrator has no second pair of eyes yet.</param>
public sealed record ProposalMade(long Proposal, bool Applied);

/// <summary>Four eyes: makes proposals; they are decided on the page of approvals.</summary>
public interface IProposals
{
    Task<ProposalMade> ProposeAsync(Proposed proposed, Caller maker, CancellationToken cancellation);
}
