using System.Globalization;
using Granary.Wire.Values;

namespace Granary.Wire.Definitions;

/// <summary>
/// What stands at a place, as one text of the file:
/// <c>name</c>, <c>at as datetime yyyyMMddHHmmss</c>, <c>email or null</c>, <c>phone?</c> (optional), <c>= CUST</c> (a constant),
/// <c>first Y N</c> (a mark: Y at the first entry of a group, N at the others).
/// </summary>
internal sealed class LeafReader(IReadOnlyDictionary<string, FieldRule> rules, string placeTemplate, Problems problems)
{
    private readonly HashSet<string> usedFields = new(StringComparer.Ordinal);

    /// <summary>Fields that some format has a place for.</summary>
    public IReadOnlySet<string> UsedFields => usedFields;

    /// <param name="place">What the system calls the place, where the file's "place" does not say it.</param>
    /// <param name="number">The {no} of the file's "place".</param>
    /// <param name="with">Constants that a message gives for {name}.</param>
    public Leaf Read(string text, int line, string place, int number, int max = Leaf.NoMax, IReadOnlyDictionary<string, string>? with = null)
    {
        text = text.Trim();
        if (text.StartsWith('='))
        {
            var constant = text[1..].Trim();
            if (constant is ['{', .. var name, '}'])
            {
                constant = with?.GetValueOrDefault(name) ?? "";
                if (constant.Length == 0)
                {
                    problems.Add(line, $"no message gives {{{name}}} here");
                }
            }

            return new Leaf { Constant = constant, Max = max, Place = PlaceOf(place, number, ""), Label = constant };
        }

        if (text.StartsWith("first ", StringComparison.Ordinal))
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 3)
            {
                problems.Add(line, "a mark is to be written: first Y N");
                words = ["first", "Y", "N"];
            }

            return new Leaf { Mark = (words[1], words[2]), Place = PlaceOf(place, number, "") };
        }

        return ReadField(text, line, place, number, max);
    }

    private Leaf ReadField(string text, int line, string place, int number, int max)
    {
        var optional = text.EndsWith('?');
        text = optional ? text[..^1].TrimEnd() : text;
        var nullable = text.EndsWith(" or null", StringComparison.Ordinal);
        text = nullable ? text[..^8].TrimEnd() : text;
        var form = text.IndexOf(" as ", StringComparison.Ordinal);
        var field = form < 0 ? text : text[..form].TrimEnd();
        if (field.Length == 0 || field.Contains(' ', StringComparison.Ordinal))
        {
            problems.Add(line, $"this is no field, constant or mark: {text}");
        }

        var rule = rules.GetValueOrDefault(field) ?? new FieldRule(field, field, Form.Text, null, null, Leaf.NoMax, false);
        var ownForm = form < 0 ? rule.Form : Form.Parse(text[(form + 4)..].Trim());
        if (ownForm is null)
        {
            problems.Add(line, $"{field} has an unknown form: {text[(form + 4)..]}");
        }

        usedFields.Add(field);
        return new Leaf
        {
            Field = field,
            Form = ownForm ?? Form.Text,
            Codes = rule.Codes,
            Unknown = rule.Unknown,
            Label = rule.Label,
            Optional = optional,
            Nullable = nullable,
            Whole = rule.Whole,
            Max = Math.Min(max, rule.Max),
            Place = PlaceOf(place, number, field),
        };
    }

    private string PlaceOf(string place, int number, string field) =>
        placeTemplate.Length == 0
            ? place
            : placeTemplate.Replace("{no}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{field}", field.Length > 0 ? field : place, StringComparison.Ordinal);
}
