using System.Text;
using System.Text.Json;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.GoldenRecords;

/// <summary>Golden records and their changes as the JSON text that the database keeps.</summary>
internal static class GoldenJson
{
    /// <summary>attribute → [value, system, key, rule, at].</summary>
    public static string Write(Dictionary<string, GoldenAttribute> golden) => StatementJson.Json(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, attribute) in golden)
        {
            writer.WriteStartArray(name);
            writer.WriteStringValue(attribute.Value);
            writer.WriteStringValue(attribute.System);
            writer.WriteStringValue(attribute.Key);
            writer.WriteStringValue(attribute.Rule);
            writer.WriteNumberValue(attribute.At);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    public static Dictionary<string, GoldenAttribute> Read(string json)
    {
        var golden = new Dictionary<string, GoldenAttribute>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = string.Intern(reader.GetString()!);
            reader.Read();
            reader.Read();
            var value = reader.GetString()!;
            reader.Read();
            var system = string.Intern(reader.GetString()!);
            reader.Read();
            var key = reader.GetString()!;
            reader.Read();
            var rule = string.Intern(reader.GetString()!);
            reader.Read();
            golden[name] = new GoldenAttribute(value, system, key, rule, reader.GetInt64());
            reader.Read();
        }

        return golden;
    }

    /// <summary>[[attribute, before, after], …]</summary>
    public static string WriteChanges(IReadOnlyList<AttributeChange> changes) => StatementJson.Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var change in changes)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(change.Attribute);
            writer.WriteStringValue(change.Before);
            writer.WriteStringValue(change.After);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    });

    public static IReadOnlyList<AttributeChange> ReadChanges(string json) =>
        [.. JsonSerializer.Deserialize<string[][]>(json)!.Select(c => new AttributeChange(c[0], c[1], c[2]))];
}

internal sealed record AttributeChange(string Attribute, string Before, string After);
