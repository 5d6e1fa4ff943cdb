using System.Threading.RateLimiting;

namespace Granary.Host.Web;

/// <summary>
/// How much one browser, and one address, may ask. A branch sits behind one address, so an address gets what sixty people at work ask for;
/// signing in is slow on purpose (a hash of 0.1 s), so it has a bound of its own.
/// </summary>
internal static class RateLimits
{
    private const int PerBrowser = 50;
    private const int PerAddress = 1000;
    private const int BurstSeconds = 4;
    private const int SignInsPerMinute = 240;

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket($"address {Address(context)}", PerAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Headers.Cookie.ToString() is { Length: > 0 } cookie
                ? Bucket($"browser {Address(context)} {cookie.GetHashCode(StringComparison.Ordinal)}", PerBrowser)
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/api/session", StringComparison.Ordinal)
                ? RateLimitPartition.GetSlidingWindowLimiter($"sign-in {Address(context)}", _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
                })
                : RateLimitPartition.GetNoLimiter("")));
    });

    public static void UseRateLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    private static RateLimitPartition<string> Bucket(string key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond * BurstSeconds, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
    });

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
