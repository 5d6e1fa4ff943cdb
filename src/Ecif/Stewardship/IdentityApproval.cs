using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>
/// A second person's word on who is who. Rights have a database of their own, so what is written in the customer master is safe to be
/// written again. What the approver reads are numbers of customers and figures, never what is known of them.
/// </summary>
internal sealed class IdentityApproval(string kind, CarryOut work) : IProposalKind
{
    public const string Merge = "records.merge";
    public const string Exclude = "records.exclude";
    public const string Split = "records.split";

    public string Name => kind;

    /// <param name="figures">What it would change.</param>
    public static Proposed Of(string kind, string subject, string unit, long decision, object figures, string reason, string maker)
    {
        var content = JsonSerializer.SerializeToNode(figures, JsonSerializerOptions.Web)!.AsObject();
        content.Insert(0, "decision", decision);
        return new Proposed(kind, subject, unit, content.ToJsonString(), "", reason, maker);
    }

    public Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation) => work.RunAsync(DecisionOf(proposed), cancellation);

    public Task ClosedAsync(Proposed proposed, string state, CancellationToken cancellation) => work.CloseAsync(DecisionOf(proposed), state, cancellation);

    private static long DecisionOf(Proposed proposed) => JsonSerializer.Deserialize<JsonElement>(proposed.Content).GetProperty("decision").GetInt64();
}
