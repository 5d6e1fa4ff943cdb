using System.Globalization;

namespace Granary.Bench;

/// <summary>What the machine does beside the bench, for the report.</summary>
internal static class MachineLoad
{
    /// <summary>Cores, and how many tasks ran or waited for one on average over the last minute (Linux; empty elsewhere).</summary>
    public static string Now => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores")
        : "";
}
