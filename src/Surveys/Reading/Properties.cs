using System.Collections.Immutable;
using System.Text.Json;

namespace Granary.Surveys.Reading;

/// <summary>Reads the properties of one JSON object, and knows at the end which nobody asked for.</summary>
internal sealed class Properties(JsonElement element, string path, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Path => path;

    public Findings Findings => findings;

    /// <summary>The first of the names that is there; SurveyJS renamed some over the years.</summary>
    public JsonElement? Any(params ReadOnlySpan<string> names)
    {
        JsonElement? found = null;
        foreach (var name in names)
        {
            _asked.Add(name);
            found ??= element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }

        return found;
    }

    public string Text(string name, string otherwise = "") => Any(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => findings.Wrong(At(name), "a text", otherwise),
    };

    public bool Flag(bool otherwise, params ReadOnlySpan<string> names) => Any(names) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => findings.Wrong(At(names[0]), "true or false", otherwise),
    };

    public double? Number(string name) => Any(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when NumberText.TryRead(text.GetString()!, out var number) => number,
        _ => findings.Wrong<double?>(At(name), "a number", null),
    };

    /// <summary>A whole number of things.</summary>
    public int? Count(string name) => Number(name) switch
    {
        null => null,
        { } number when number >= 0 && number <= int.MaxValue && number == Math.Floor(number) => (int)number,
        _ => findings.Wrong<int?>(At(name), "a whole number from 0 up", null),
    };

    public Value Value(string name) => Any(name) is { } value ? ValueJson.Read(value) : Surveys.Value.Empty;

    public LocalText? Local(string name)
    {
        switch (Any(name))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.String or JsonValueKind.Number } text:
                return new(text.ValueKind == JsonValueKind.String ? text.GetString()! : text.GetRawText());
            case { ValueKind: JsonValueKind.Object } texts when texts.EnumerateObject().All(t => t.Value.ValueKind == JsonValueKind.String)
                && texts.EnumerateObject().DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Count() == texts.EnumerateObject().Count():
                return new(texts.EnumerateObject().Select(t => KeyValuePair.Create(t.Name, t.Value.GetString()!)));
            default:
                return findings.Wrong<LocalText?>(At(name), "a text, or an object of texts by language", null);
        }
    }

    public Expression? Expression(string name) => Any(name) is { } text && text.ToString().Trim() is { Length: > 0 } written ? Expression(written, At(name)) : null;

    public Expression? Expression(string written, string at)
    {
        var expression = Surveys.Expression.Read(written, findings.Limits, out var problem);
        if (expression is null)
        {
            findings.Add(FindingLevel.Error, at, "bad-expression", $"'{Shortened(written)}' is no expression: {problem}");
        }

        return expression;
    }

    /// <summary>The objects of a list, each with its place. What is no object is named.</summary>
    public IEnumerable<Properties> Objects(params ReadOnlySpan<string> names)
    {
        var at = At(names[0]);
        return [.. List(at, Any(names)).Select((item, i) => (item, Place: $"{at}[{i}]")).Where(p => IsObject(p.item, p.Place)).Select(p => new Properties(p.item, p.Place, findings))];
    }

    public ImmutableArray<(JsonElement Item, string Path)> Items(string name) => [.. List(At(name), Any(name)).Select((item, i) => (item, $"{At(name)}[{i}]"))];

    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Names a property that has a value other than the usual one and asks for what Granary does not do.</summary>
    public void Outside(string name, string detail)
    {
        if (Any(name) is { } value && value.ValueKind is not JsonValueKind.False && !(value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0) && value.ToString().Length > 0)
        {
            findings.Add(FindingLevel.Outside, At(name), "outside-property", detail);
        }
    }

    /// <summary>Names what nobody asked for.</summary>
    public void Finish()
    {
        foreach (var property in element.EnumerateObject().Where(p => !_asked.Contains(p.Name)))
        {
            var looks = Looks.Contains(property.Name);
            findings.Add(looks ? FindingLevel.Looks : FindingLevel.Outside, At(property.Name), looks ? "looks" : "outside-property",
                looks ? $"{property.Name} is about looks and is left to the page" : $"{property.Name} is not known here and does nothing");
        }
    }

    private List<JsonElement> List(string at, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Array } list)
        {
            return [.. list.EnumerateArray()];
        }

        return value is null ? [] : findings.Wrong<List<JsonElement>>(at, "a list", []);
    }

    private bool IsObject(JsonElement item, string at) => item.ValueKind == JsonValueKind.Object || findings.Wrong(at, "an object", false);

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}

/// <summary>Collects what is to be said about a document.</summary>
internal sealed class Findings(SurveyLimits limits)
{
    private readonly List<Finding> _found = [];

    public SurveyLimits Limits => limits;

    public IReadOnlyList<Finding> All => _found;

    public bool HasErrors { get; private set; }

    public void Add(FindingLevel level, string path, string code, string detail)
    {
        HasErrors |= level == FindingLevel.Error;
        if (_found.Count < limits.Findings)
        {
            _found.Add(new(level, path, code, detail));
        }
        else if (_found.Count == limits.Findings)
        {
            _found.Add(new(HasErrors ? FindingLevel.Error : FindingLevel.Warning, "", "too-many-findings", $"There is more than these {limits.Findings}"));
        }
    }

    public T Wrong<T>(string path, string wanted, T otherwise)
    {
        Add(FindingLevel.Error, path, "wrong-type", $"This should be {wanted}");
        return otherwise;
    }
}
