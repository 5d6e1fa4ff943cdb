using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Access;
using Granary.Ecif;
using Granary.Host.Web;

namespace Granary.Host;

/// <summary>
/// Live: the process answers. Ready: migrations are done and the listeners are up (both happen before the server says that it started)
/// and the database answers now.
/// </summary>
internal static class Health
{
    /// <summary>A balancer asks every few seconds; a database that takes longer than this is not ready.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new State("live"))).ForEveryone().ExcludeFromDescription();
        app.MapGet("/health/ready", async (IHostApplicationLifetime life, IServiceProvider services, CancellationToken cancellation) =>
        {
            if (!life.ApplicationStarted.IsCancellationRequested)
            {
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "starting", "The hub is starting.");
            }

            if (life.ApplicationStopping.IsCancellationRequested)
            {
                return Problems.Of(StatusCodes.Status503ServiceUnavailable, "stopping", "The hub is stopping.");
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            return await DatabaseAnswersAsync(services, patience.Token)
                ? (IResult)TypedResults.Ok(new State("ready"))
                : Problems.Of(StatusCodes.Status503ServiceUnavailable, "database", "The database does not answer.");
        }).ForEveryone().ExcludeFromDescription();
    }

    private static async Task<bool> DatabaseAnswersAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            return await services.IsEcifReadyAsync(cancellation);
        }
        catch (Exception error) when (error is DbException or TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    internal sealed record State(string Status);
}
