using System.Net;
using System.Text.Json;
using Granary.Sim.Formats;

namespace Granary.Sim.Running;

/// <summary>Where the hub listens for each system and where the hub calls it: the endpoints file over the systems' default ports.</summary>
internal sealed record Endpoints(IReadOnlyDictionary<string, (IPEndPoint Hub, IPEndPoint System)> Sockets, string Directory)
{
    /// <summary>Where the files of holdings lie: beside those of customers.</summary>
    public string Holdings => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Directory))!, "holdings");

    private sealed record Entry(string? Hub, string? System, string? Directory);

    public static Endpoints Load(string? path)
    {
        var entries = path is null ? [] : JsonSerializer.Deserialize<Dictionary<string, Entry>>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? [];
        var sockets = new Dictionary<string, (IPEndPoint, IPEndPoint)>(StringComparer.Ordinal);
        foreach (var format in Systems.SystemFormats.All.Where(format => format.System != Systems.SystemFormats.FileSystem))
        {
            var entry = entries.GetValueOrDefault(format.System);
            sockets[format.System] = (
                Parse(entry?.Hub) ?? new(IPAddress.Loopback, format.Conduct.HubPort),
                Parse(entry?.System) ?? new(IPAddress.Loopback, format.Conduct.OwnPort));
        }

        return new(sockets, entries.GetValueOrDefault(Systems.SystemFormats.FileSystem)?.Directory ?? Path.Combine("data", "wms"));
    }

    private static IPEndPoint? Parse(string? text) => text is null ? null : IPEndPoint.Parse(text);
}
