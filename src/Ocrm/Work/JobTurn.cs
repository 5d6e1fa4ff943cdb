using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Work;

/// <summary>
/// One node at a time does a job, when its time has come. The lease is a time in the database that is pushed forward before the work: who
/// dies with it leaves it to the next one after that time. Each job's work may be done twice without harm.
/// </summary>
internal static class JobTurn
{
    /// <returns>Whether it is ours to do, now.</returns>
    public static Task<bool> TakeAsync(OcrmDatabase database, string job, TimeProvider clock, TimeSpan until, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var now = clock.GetUtcNow();
        return (await session.QueryAsync(
            "INSERT INTO ocrm.job AS existing (name, due_at) VALUES (@name, @next) ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at WHERE existing.due_at <= @now RETURNING due_at",
            r => r.GetInt64(0), ("name", job), ("next", (now + until).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds()))).Count > 0;
    }, cancellation);
}
