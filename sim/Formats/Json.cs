using System.Globalization;
using System.Text;

namespace Granary.Sim.Formats;

/// <summary>
/// JSON strings as the recording and EBANK write them: every character as itself, only what JSON demands is escaped.
/// (System.Text.Json escapes private-use characters and U+3000 whatever encoder it is given.)
/// </summary>
internal static class Json
{
    public static StringBuilder Quote(this StringBuilder json, string? text)
    {
        if (text is null)
        {
            return json.Append("null");
        }

        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"');
    }

    /// <summary>One line of a recording's jsonl file: the columns of its format that the message has.</summary>
    public static string Line(string system, IEnumerable<string> columns, Fields fields)
    {
        var json = new StringBuilder("{\"system\": ").Quote(system);
        foreach (var column in columns)
        {
            if (fields.TryGetValue(column, out var value))
            {
                json.Append(", ").Quote(column).Append(": ").Quote(value);
            }
        }

        return json.Append('}').ToString();
    }
}
