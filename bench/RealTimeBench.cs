using System.Globalization;

namespace Granary.Bench;

/// <summary>
/// Matching in real time in a base that is full: three messages in four speak of somebody whom the base knows, under a new key and a mistyped number, so that
/// candidates are looked up and scored; the fourth of somebody new. First at a steady rate, each message timed from when it was due to its reply; then as many as
/// the hub takes, beside the bare intake-shaped transaction in the same base. Load generator, hub and database share the machine.
/// </summary>
internal static class RealTimeBench
{
    /// <param name="connection">A PostgreSQL database that <c>granary demo --customers</c> made; the bench works on a copy of it.</param>
    public static async Task<bool> RunAsync(string connection, int perSecond, int seconds, int messages, double budget)
    {
        var (copy, drop) = await BenchEngine.CopyAsync(connection);
        try
        {
            var random = new Random(6);
            var (warming, steady) = (IntakeBench.Warming, perSecond * seconds);
            var known = await Customers.KnownAsync(copy, warming + steady + warming + messages, random);
            var frames = known.Select((person, i) => i % 4 == 3 ? Customers.Frame(i, random) : Customers.KnownFrame(i, person, random)).ToArray();
            IntakeResult intake;
            await using (var hub = await BenchHub.StartAsync(copy))
            {
                await Senders.SendAllAsync(hub.Port, frames[..warming]);
                var waited = await Senders.AtRateAsync(hub.Port, frames[warming..(warming + steady)], perSecond);
                Report($"somebody known, at {perSecond}/s", [.. waited.Where((_, i) => (warming + i) % 4 != 3)]);
                Report($"somebody new, at {perSecond}/s", [.. waited.Where((_, i) => (warming + i) % 4 == 3)]);
                intake = await IntakeBench.RunAsync(hub, frames[(warming + steady)..^messages], frames[^messages..]);
            }

            var bare = await BareBench.RunAsync(copy, messages, intake.MessagesPerBatch);
            var ratio = intake.PerSecond / bare;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"intake with matching {intake.PerSecond:0}/s, bare transaction {bare:0}/s at {intake.MessagesPerBatch:0} a batch, ratio {ratio:0.000}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
            return ratio >= budget;
        }
        finally
        {
            await drop();
        }
    }

    private static void Report(string what, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        double At(double share) => milliseconds[(int)(share * (milliseconds.Length - 1))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, most {At(1):0.0} ms of {milliseconds.Length:#,0} ({MachineLoad.Now})"));
    }
}
