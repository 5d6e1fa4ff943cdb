using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Granary.Host.Children;

/// <summary>An answer of one JSON value a line, read as it comes.</summary>
internal static class JsonLines
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(HttpClient http, string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length > 0)
            {
                yield return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
            }
        }
    }
}
