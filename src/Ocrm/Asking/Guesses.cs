using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Granary.Ocrm.Asking;

/// <summary>
/// Links that were tried and are none, by address: kept in memory and nowhere else. A token has 160 bits of signature, so that nobody guesses
/// one; this keeps a log and a processor quiet.
/// </summary>
internal sealed class Guesses(OcrmLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _tried = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.WrongLinks, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts a wrong one.</summary>
    /// <returns>False where there were too many of this address.</returns>
    public bool Wrong(HttpContext context)
    {
        using var lease = _tried.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => _tried.Dispose();
}
