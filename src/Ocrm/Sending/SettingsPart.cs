using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Granary.Ocrm.Sending;

/// <summary>One object of a file of settings; what is wrong in it is said by the name of the field.</summary>
/// <param name="folder">From which the names of other files are meant.</param>
internal sealed class SettingsPart(JsonElement element, string name, string folder)
{
    public void Only(params string[] fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{name} is no object");
        }

        if (element.EnumerateObject().Select(p => p.Name).FirstOrDefault(p => !fields.Contains(p)) is { } unknown)
        {
            throw Wrong(unknown, "is not known");
        }
    }

    public SettingsPart? Part(string field) => element.TryGetProperty(field, out var value) ? new SettingsPart(value, field, folder) : null;

    public string Text(string field, string? otherwise = null) =>
        element.TryGetProperty(field, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(field, "is no text")
            : otherwise ?? throw Wrong(field, "is missing");

    public int Number(string field, int otherwise, int least, int most) =>
        !element.TryGetProperty(field, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : throw Wrong(field, $"is no number from {least} to {most}");

    public IReadOnlySet<HttpStatusCode> Codes(string field, IReadOnlySet<HttpStatusCode> otherwise) =>
        !element.TryGetProperty(field, out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(c => c.ValueKind == JsonValueKind.Number && c.TryGetInt32(out var code) && code is >= 100 and <= 599)
            ? value.EnumerateArray().Select(c => (HttpStatusCode)c.GetInt32()).ToHashSet()
        : throw Wrong(field, "is no list of HTTP codes");

    /// <summary>The first line of the file that the field names.</summary>
    public string Secret(string field) =>
        File.ReadLines(Path.Combine(folder, Text(field))).FirstOrDefault() is { Length: > 0 } secret ? secret : throw Wrong(field, "names an empty file");

    public X509Certificate2? Certificate(string field)
    {
        try
        {
            return Text(field, "") is { Length: > 0 } file ? X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, file))) : null;
        }
        catch (CryptographicException)
        {
            throw Wrong(field, "names no certificate (PEM)");
        }
    }

    public FormatException Wrong(string field, string what) => new($"{(name.Length > 0 ? name + "." : "")}{field} {what}");
}
