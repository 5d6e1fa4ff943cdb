using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Granary.Surveys;

/// <summary>Answers as JSON: an object of names, as SurveyJS keeps them.</summary>
public static class ValueJson
{
    /// <exception cref="JsonException">The text is no JSON object, has a name twice, or is longer or deeper than the limits allow.</exception>
    public static ValueMap ReadAnswers(string json, SurveyLimits? limits = null)
    {
        limits ??= new();
        if (json.Length > limits.AnswerCharacters)
        {
            throw new JsonException($"More than {limits.AnswerCharacters} characters");
        }

        using var document = JsonDocument.Parse(json, new() { MaxDepth = limits.AnswerDepth, AllowDuplicateProperties = false });
        return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement).Map : throw new JsonException("Answers are an object");
    }

    public static Value Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => Value.Of(element.GetDouble()),
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Array => Value.Of(element.EnumerateArray().Select(Read).ToImmutableArray()),
        JsonValueKind.Object => Value.Of(new ValueMap(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value))))),
        _ => Value.Empty,
    };

    public static void WriteTo(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            case ValueKind.Number when double.IsFinite(value.Number):
                writer.WriteNumberValue(value.Number);
                break;
            case ValueKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case ValueKind.Moment:
                writer.WriteStringValue(Written(value.Moment));
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var item in value.List)
                {
                    WriteTo(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Map:
                writer.WriteStartObject();
                foreach (var (name, item) in value.Map)
                {
                    writer.WritePropertyName(name);
                    WriteTo(writer, item);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public static string Write(Value value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteTo(writer, value);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A day alone where the time is midnight.</summary>
    internal static string Written(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
