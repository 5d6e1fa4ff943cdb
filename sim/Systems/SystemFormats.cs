using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>The bank: six systems.</summary>
internal static class SystemFormats
{
    public const string FileSystem = "WMS";

    public static IReadOnlyList<SystemFormat> All { get; } = [new Cbs(), new Clms(), new Ebank(), new Card(), new Ibp(), new Wms()];

    public static SystemFormat Of(string system) =>
        All.FirstOrDefault(format => format.System == system) ?? throw new ArgumentException($"no system is called {system}", nameof(system));
}
