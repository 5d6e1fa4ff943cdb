using System.Diagnostics;

namespace Granary.Bench;

internal sealed record IntakeResult(double PerSecond, double MessagesPerBatch);

/// <summary>
/// Durable intake as a bank system sees it: 8 connections over real sockets, frames decoded, resolved, committed and replied to.
/// From the first byte sent to the last reply read. The database has its default durability.
/// </summary>
internal static class IntakeBench
{
    /// <summary>Unmeasured messages first: what a server compiles in its first seconds is not what it does all day.</summary>
    public const int Warming = 5_000;

    public static async Task<IntakeResult> RunAsync(BenchEngine engine, int messages)
    {
        var (database, drop) = await engine.CreateAsync();
        try
        {
            await using var hub = await BenchHub.StartAsync(database);
            var random = new Random(1);
            var frames = Enumerable.Range(0, Warming + messages).Select(i => Customers.Frame(i, random)).ToArray();
            return await RunAsync(hub, frames[..Warming], frames[Warming..]);
        }
        finally
        {
            await drop();
        }
    }

    public static async Task<IntakeResult> RunAsync(BenchHub hub, byte[][] warming, byte[][] frames)
    {
        await Senders.SendAllAsync(hub.Port, warming);
        hub.TakeBatches();
        var started = Stopwatch.GetTimestamp();
        await Senders.SendAllAsync(hub.Port, frames);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new IntakeResult(frames.Length / seconds, (double)frames.Length / hub.TakeBatches());
    }
}
