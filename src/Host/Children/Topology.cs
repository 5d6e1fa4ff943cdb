using System.Text.Json.Nodes;
using Granary.Wire;

namespace Granary.Host.Children;

/// <summary>The endpoints file that a hub and a simulated bank are both started with, so that they find each other.</summary>
internal static class Topology
{
    /// <summary>The addresses that the interface files declare, with the folders of file systems under <paramref name="data"/>.</summary>
    public static string AsDeclared(string data, IReadOnlyList<Interface> formats) =>
        Write(data, formats, format => (format.Connection.Listen!, format.Connection.Call!));

    /// <summary>Addresses of their own, for a hub and a bank beside others.</summary>
    public static string OnFreePorts(string folder, IReadOnlyList<Interface> formats)
    {
        var ports = new Queue<int>(FreePorts.Take(2 * formats.Count));
        return Write(folder, formats, _ => ($"127.0.0.1:{ports.Dequeue()}", $"127.0.0.1:{ports.Dequeue()}"));
    }

    private static string Write(string folder, IReadOnlyList<Interface> formats, Func<Interface, (string Hub, string System)> addresses)
    {
        var systems = new JsonObject();
        foreach (var format in formats)
        {
            if (format.Connection.Kind == ConnectionKind.Files)
            {
                // By the hub's own rule for a declared directory: what lies beside it, as holdings do, is then found by both.
                systems[format.System] = new JsonObject { ["directory"] = Path.Combine(folder, Path.GetFileName(format.Connection.Files!.Directory)) };
            }
            else
            {
                var (hub, system) = addresses(format);
                systems[format.System] = new JsonObject { ["hub"] = hub, ["system"] = system };
            }
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "endpoints.json");
        File.WriteAllText(path, systems.ToJsonString());
        return path;
    }
}
