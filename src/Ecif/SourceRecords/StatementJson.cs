using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Granary.Ecif.SourceRecords;

/// <summary>Statements and attribute maps as the JSON text that the database keeps.</summary>
internal static class StatementJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>attribute → [said, said at, seen at, told, told at, holds, earlier]; the last four are left out where nothing was told or said before.</summary>
    public static string Write(Dictionary<string, Statement> statements) => Json(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, statement) in statements)
        {
            writer.WriteStartArray(name);
            writer.WriteStringValue(statement.Said);
            writer.WriteNumberValue(statement.SaidAt);
            writer.WriteNumberValue(statement.SeenAt);
            if (statement.Told is not null || statement.Earlier.Length > 0 || statement.Holds != (statement.Said ?? ""))
            {
                writer.WriteStringValue(statement.Told);
                writer.WriteNumberValue(statement.ToldAt);
                writer.WriteStringValue(statement.Holds);
                writer.WriteStringValue(statement.Earlier);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    public static Dictionary<string, Statement> Read(string json)
    {
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = string.Intern(reader.GetString()!);
            reader.Read();
            reader.Read();
            var said = reader.GetString();
            reader.Read();
            var saidAt = reader.GetInt64();
            reader.Read();
            var seenAt = reader.GetInt64();
            reader.Read();
            string? told = null;
            long toldAt = 0;
            var holds = said ?? "";
            var earlier = "";
            if (reader.TokenType != JsonTokenType.EndArray)
            {
                told = reader.GetString();
                reader.Read();
                toldAt = reader.GetInt64();
                reader.Read();
                holds = reader.GetString()!;
                reader.Read();
                earlier = reader.GetString()!;
                reader.Read();
            }

            statements[name] = new Statement { Said = said, SaidAt = saidAt, SeenAt = seenAt, Told = told, ToldAt = toldAt, Holds = holds, Earlier = earlier };
        }

        return statements;
    }

    public static string WriteMap(IReadOnlyDictionary<string, string> attributes) => Json(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in attributes)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    });

    public static Dictionary<string, string> ReadMap(string json)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = string.Intern(reader.GetString()!);
            reader.Read();
            map[name] = reader.GetString()!;
        }

        return map;
    }

    public static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
