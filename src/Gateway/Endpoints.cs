using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Granary.Gateway;

/// <summary>Where the systems are: one JSON file for the hub and for whoever plays the systems. What it omits, the interface file declares.</summary>
internal static class Endpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static IReadOnlyDictionary<string, EndpointEntry> Load(string? path)
    {
        if (path is null)
        {
            return new Dictionary<string, EndpointEntry>(StringComparer.Ordinal);
        }

        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Dictionary<string, EndpointEntry>>(file, Json)
                ?? throw new GatewayOptionsException($"{path}: empty");
        }
        catch (JsonException fault)
        {
            throw new GatewayOptionsException($"{path}:{fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }

    public static IPEndPoint Parse(string text, string what) =>
        IPEndPoint.TryParse(text, out var endpoint) && text.Contains(':', StringComparison.Ordinal)
            ? endpoint
            : throw new GatewayOptionsException($"{what} is an address and a port such as 127.0.0.1:7101, not '{text}'");
}

/// <param name="Hub">Where the hub listens for the system, "address:port".</param>
/// <param name="System">Where the hub calls the system, "address:port".</param>
/// <param name="Directory">The directory of a system that speaks by files.</param>
internal sealed record EndpointEntry(string? Hub = null, string? System = null, string? Directory = null);
