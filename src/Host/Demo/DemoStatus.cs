using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Granary.Ecif;
using Granary.Ecif.Contracts;
using Granary.Host.Children;

namespace Granary.Host.Demo;

/// <summary>One calm line every few seconds: what the bank and the hub are doing.</summary>
internal static class DemoStatus
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async Task ShowAsync(WebApplication app, SimulatedBank bank, CancellationToken cancellation)
    {
        while (true)
        {
            if (bank.Process.HasExited)
            {
                throw new UserError($"the simulated bank ended with code {bank.Process.ExitCode}:{Environment.NewLine}{bank.Process.LastWords}");
            }

            await Task.Delay(Every, cancellation);
        }
    }
}
