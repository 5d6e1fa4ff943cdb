using System.Globalization;
using Granary.Ecif;
using Granary.Host.Children;

namespace Granary.Host.Demo;

/// <summary>One calm line every few seconds: what the bank and the hub are doing.</summary>
internal static class DemoStatus
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <exception cref="UserError">The simulated bank ended.</exception>
    public static async Task ShowAsync(IServiceProvider hub, SimulatedBank bank, CancellationToken cancellation)
    {
        var before = 0L;
        while (true)
        {
            if (await Task.WhenAny(bank.Process.Ended, Task.Delay(Every, cancellation)) == bank.Process.Ended)
            {
                // A terminal's Ctrl-C reaches the bank at the same moment as us: then we are stopping, and this throws.
                await Task.Delay(Every, cancellation);
                throw new UserError($"the simulated bank ended with code {bank.Process.ExitCode}:{Environment.NewLine}{bank.Process.LastWords}");
            }

            cancellation.ThrowIfCancellationRequested();
            var figures = await hub.ReadEcifFiguresAsync(cancellation);
            var rate = (figures.Received - before) / Every.TotalSeconds;
            before = figures.Received;
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{figures.Received:#,0} messages ({rate:0.0}/s), {figures.Parties:#,0} parties, {figures.Backlog:#,0} to deliver, in step after {figures.SyncMs.P50:0} ms")
                + (figures.Dead > 0 ? $", {figures.Dead:#,0} dead letters" : "");
            Console.Out.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {line}");
        }
    }
}
