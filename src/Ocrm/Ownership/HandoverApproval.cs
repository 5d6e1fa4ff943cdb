using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Ownership;

/// <summary>A second person's word on a handover. Customer management has a database of its own, so what is written there is safe to be written again.</summary>
internal sealed class HandoverApproval(OcrmDatabase database) : IProposalKind
{
    public const string Kind = "customers.handover";

    public string Name => Kind;

    public Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation) => database.WriteAsync(async ocrm =>
    {
        var id = long.Parse(proposed.Subject, CultureInfo.InvariantCulture);
        if (await Handover.FindAsync(ocrm, id, "proposed", "approved", "running", "done") is not { } handover)
        {
            return "It was withdrawn.";
        }

        if (handover.State == "proposed")
        {
            await Handover.SetAsync(ocrm, id, "approved");
        }

        return null;
    }, cancellation);

    public Task ClosedAsync(Proposed proposed, string state, CancellationToken cancellation) => database.WriteAsync(async ocrm =>
    {
        var id = long.Parse(proposed.Subject, CultureInfo.InvariantCulture);
        if (await Handover.FindAsync(ocrm, id, "proposed") is not null)
        {
            await Handover.SetAsync(ocrm, id, state == "withdrawn" ? "withdrawn" : "rejected");
        }
    }, cancellation);
}
