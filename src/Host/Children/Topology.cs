using System.Text.Json.Nodes;
using Granary.Wire;

namespace Granary.Host.Children;

/// <summary>Addresses of their own for a hub and a bank that are started beside others: an endpoints file with free ports.</summary>
internal static class Topology
{
    public static string Write(string folder, IReadOnlyList<Interface> formats)
    {
        var ports = new Queue<int>(FreePorts.Take(2 * formats.Count));
        var systems = new JsonObject();
        foreach (var format in formats)
        {
            systems[format.System] = format.Connection.Kind == ConnectionKind.Files
                ? new JsonObject { ["directory"] = Path.Combine(folder, "files", format.System) }
                : new JsonObject { ["hub"] = $"127.0.0.1:{ports.Dequeue()}", ["system"] = $"127.0.0.1:{ports.Dequeue()}" };
        }

        var path = Path.Combine(folder, "endpoints.json");
        File.WriteAllText(path, systems.ToJsonString());
        return path;
    }
}
