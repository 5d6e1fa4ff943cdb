using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Auditing;

public sealed record AuditCheck(bool Ok, long Rows, IReadOnlyList<AuditFault> Faults);

/// <summary>GET /api/audit/verify: reads the chains of all trails.</summary>
internal static class VerifyAudit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit/verify", async Task<Ok<AuditCheck>> (AccessOptions options, IEnumerable<AuditedDatabase> trails, CancellationToken cancellation) =>
                TypedResults.Ok(await VerifyAsync(options.Data, trails, null, cancellation)))
            .Requires(Permission.AuditRead).WithName("VerifyAudit").WithSummary("Whether any row was edited, deleted or cut off");

    public static async Task<AuditCheck> VerifyAsync(string data, IEnumerable<AuditedDatabase> trails, Action<long>? progress, CancellationToken cancellation)
    {
        var heads = AuditHeads.Read(data);
        var faults = new List<AuditFault>();
        var rows = 0L;
        foreach (var trail in trails)
        {
            faults.AddRange(await AuditTrail.VerifyAsync(trail.Database, heads, progress, cancellation));
            rows += (await AuditTrail.HeadAsync(trail.Database, cancellation)).Id;
        }

        return new AuditCheck(faults.Count == 0, rows, faults);
    }
}
