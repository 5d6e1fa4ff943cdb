using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.FirstLoad;

/// <summary>How far a load has written, in the database itself: it moves in the transaction that writes.</summary>
internal static class LoadProgress
{
    private const string Plan = "load.plan";
    private const string Written = "load.written";

    /// <summary>The plan of the load that was begun; null where none was, or it has ended.</summary>
    public static async Task<long?> PlanAsync(EcifDatabase database, CancellationToken cancellation) => await ReadAsync(database, Plan, cancellation);

    /// <summary>Parties that are written.</summary>
    public static async Task<int> WrittenAsync(EcifDatabase database, CancellationToken cancellation) => (int)(await ReadAsync(database, Written, cancellation) ?? 0);

    /// <summary>Ids go on behind those that the load gives.</summary>
    public static Task BeginAsync(EcifDatabase database, long plan, int parties, int records, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await SetAsync(session, "party", parties + 1L);
        await SetAsync(session, "record", records + 1L);
        await SetAsync(session, Plan, plan);
    }, cancellation);

    public static Task WroteAsync(Session session, int parties) => SetAsync(session, Written, parties);

    public static Task EndAsync(Session session) => session.ExecuteAsync("DELETE FROM ecif.counter WHERE name IN (@plan, @written)", ("plan", Plan), ("written", Written));

    public static Task SetAsync(Session session, string counter, long value) => session.ExecuteAsync(
        "INSERT INTO ecif.counter (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("name", counter), ("value", value));

    private static async Task<long?> ReadAsync(EcifDatabase database, string counter, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync("SELECT value FROM ecif.counter WHERE name = @name", r => (long?)r.GetInt64(0), ("name", counter)), cancellation)).FirstOrDefault();
}
