using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Distribution;

/// <summary>
/// One process serves one subscriber at a time. The lease's token rises with every new holder, and every write of distribution checks it
/// in its own transaction (fencing), so a holder that slept through its lease cannot write any more.
/// </summary>
internal sealed class Lease(EcifDatabase database, string name, string holder, TimeSpan duration, TimeProvider clock)
{
    private long _token;
    private DateTimeOffset _until;

    /// <summary>Takes or renews the lease.</summary>
    /// <returns>Whether this process has it, and whether it was not the holder before.</returns>
    public async Task<(bool Held, bool IsNew)> HoldAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_token > 0 && (!database.IsShared || now < _until - (duration / 2)))
        {
            return (true, false);
        }

        var at = now.ToUnixTimeMilliseconds();
        var token = await database.WriteAsync(async session => (await session.QueryAsync(
            """
            INSERT INTO ecif.lease AS existing (name, holder, token, expires_at) VALUES (@name, @holder, 1, @expires)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at,
            token = CASE WHEN existing.holder = excluded.holder THEN existing.token ELSE existing.token + 1 END
            WHERE existing.holder = excluded.holder OR existing.expires_at < @now RETURNING token
            """,
            r => r.GetInt64(0), ("name", name), ("holder", holder), ("expires", at + (long)duration.TotalMilliseconds), ("now", at))).FirstOrDefault(), cancellation);
        if (token == 0)
        {
            _token = 0;
            return (false, false);
        }

        var isNew = token != _token;
        (_token, _until) = (token, now + duration);
        return (true, isNew);
    }

    /// <summary>Fails the transaction unless this process still has the lease.</summary>
    public async Task FenceAsync(Session session)
    {
        var token = await session.QueryAsync("SELECT token FROM ecif.lease WHERE name = @name", r => r.GetInt64(0), ("name", name));
        if (token.Count != 1 || token[0] != _token)
        {
            _token = 0;
            throw new LeaseLostException(name);
        }
    }

    /// <summary>Gives it up at a clean stop, so that another process need not wait for its end.</summary>
    public async Task ReleaseAsync()
    {
        if (_token > 0)
        {
            await database.WriteAsync(session => session.ExecuteAsync(
                "UPDATE ecif.lease SET expires_at = 0 WHERE name = @name AND token = @token", ("name", name), ("token", _token)), CancellationToken.None);
            _token = 0;
        }
    }
}

internal sealed class LeaseLostException(string name) : Exception($"Another process took the lease {name}.");
