using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Distribution;

/// <summary>When what a system takes has changed since the last start, every open key of it is looked at again.</summary>
internal static class Resubscribing
{
    private const int Page = 1000;

    public static async Task RunAsync(EcifDatabase database, IReadOnlyDictionary<string, ISubscription> subscriptions, TimeProvider clock, CancellationToken cancellation)
    {
        foreach (var (system, subscription) in subscriptions)
        {
            var known = await database.ReadAsync(s => s.QueryAsync("SELECT version FROM ecif.subscription WHERE system = @system", r => r.GetString(0), ("system", system)), cancellation);
            if (known.FirstOrDefault() == subscription.Version)
            {
                continue;
            }

            await MarkAllAsync(database, system, clock, cancellation);
            await database.WriteAsync(s => NoteAsync(s, [subscription]), cancellation);
        }
    }

    /// <summary>Takes it that all open keys of these systems have been looked at.</summary>
    public static async Task NoteAsync(Session session, IEnumerable<ISubscription> subscriptions)
    {
        foreach (var subscription in subscriptions)
        {
            await session.ExecuteAsync(
                "INSERT INTO ecif.subscription (system, version) VALUES (@system, @version) ON CONFLICT (system) DO UPDATE SET version = excluded.version",
                ("system", subscription.System), ("version", subscription.Version));
        }
    }

    /// <summary>Marks page by page: no write lasts long, and the sender drops what it finds in agreement.</summary>
    private static async Task MarkAllAsync(EcifDatabase database, string system, TimeProvider clock, CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var keys = await database.WriteAsync(async session =>
            {
                var page = await session.QueryAsync(
                    "SELECT key FROM ecif.source_record WHERE system = @system AND is_open = 1 AND key > @after ORDER BY key LIMIT @page",
                    r => r.GetString(0), ("system", system), ("after", after), ("page", Page));
                await MasterStore.MarkDueAsync(session, page.Select(key => (system, key)), clock.GetUtcNow().ToUnixTimeMilliseconds());
                return page;
            }, cancellation);
            if (keys.Count == 0)
            {
                return;
            }

            after = keys[^1];
        }
    }
}
