using System.Collections.Immutable;
using System.Globalization;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>A form that came in: its fields by name, each with what was sent.</summary>
internal sealed class FormFields(IReadOnlyDictionary<string, string[]> fields)
{
    /// <summary>Paths of questions that were on the page and could be answered.</summary>
    public IReadOnlySet<string> Asked { get; } = (fields.GetValueOrDefault("{q}") ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>The button: next, back, keep, add:PATH, remove:PATH[i], lang:CODE. The first one counts.</summary>
    public string Button { get; } = (fields.GetValueOrDefault("{do}") ?? []).FirstOrDefault("next");

    public string Page => One("{page}");

    /// <summary>What stands in a field; "" where it is not there. Browsers end lines with two characters, answers with one.</summary>
    public string One(string name) => All(name).FirstOrDefault("");

    public IEnumerable<string> All(string name) => (fields.GetValueOrDefault(name) ?? []).Select(v => v.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal));

    public int? Number(string name) => int.TryParse(One(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>
/// Answers out of a form: of the questions that were on the page, and of no others. What is no answer to its question stays as it was
/// typed, so that the page shows it again beside what is wrong.
/// </summary>
internal sealed class FormAnswers(FormFields form, SentAnswerFiles files, AnswerWords words, SurveyLimits limits)
{
    /// <summary>What was not taken of the files, by the path of their question.</summary>
    public Dictionary<string, string> Refused { get; } = new(files.Refused, StringComparer.Ordinal);

    /// <param name="given">What was answered before.</param>
    public ValueMap Read(IEnumerable<Element> elements, ValueMap given, string prefix = "")
    {
        foreach (var element in elements)
        {
            given = element switch
            {
                Panel panel => Read(panel.Content, given, prefix),
                Question question when form.Asked.Contains(prefix + question.Name) => Commented(question, given.With(question.Name, Answer(question, prefix + question.Name, given[question.Name])), prefix),
                _ => given,
            };
        }

        return given;
    }

    private ValueMap Commented(Question question, ValueMap given, string prefix) =>
        question.HasComment || question is ChoiceQuestion { HasOther: true } ? given.With(question.CommentName, Text(form.One(prefix + question.CommentName))) : given;

    private Value Answer(Question question, string path, Value before) => question switch
    {
        TextQuestion { Input: TextInput.Number } => Number(form.One(path)),
        TextQuestion => Text(form.One(path)),
        ChoiceQuestion { IsRanking: true } ranking => Ranked(ranking, path),
        ChoiceQuestion { IsSeveral: true } several => form.All(path).Select(v => Chosen(several, v)).Where(v => !v.IsEmpty).ToImmutableArray() is { IsEmpty: false } all ? Value.Of(all) : Value.Empty,
        ChoiceQuestion choice => Chosen(choice, form.One(path)),
        RatingQuestion rating => At(rating.Choices, form.One(path)),
        BooleanQuestion truth => form.One(path) switch { "t" => truth.WhenTrue, "f" => truth.WhenFalse, _ => Value.Empty },
        MatrixQuestion matrix => Map(matrix.Rows.Select((row, i) => (AnswerText.Of(row.Value), At(matrix.Columns, form.One($"{path}{{{i}}}"))))),
        MultipleTextQuestion texts => Read(texts.Items, ValueMap.Nothing, path + ".") is { Count: > 0 } map ? Value.Of(map) : Value.Empty,
        RepeatedQuestion repeated => Groups(repeated, path, before),
        PlaceQuestion => Place(path),
        FileQuestion sent => Files(sent, path, Kept(path, before)),
        _ => before,
    };

    private Value Groups(RepeatedQuestion question, string path, Value before)
    {
        var groups = new List<ValueMap>();
        var count = Math.Min(form.Number($"{path}{{#}}") ?? 0, limits.Repeats);
        for (var i = 0; i < count; i++)
        {
            var was = before.Kind == ValueKind.List && i < before.List.Length && before.List[i].Kind == ValueKind.Map ? before.List[i].Map : ValueMap.Nothing;
            groups.Add(Read(question.Template, was, $"{path}[{i}]."));
        }

        if (form.Button == $"add:{path}" && groups.Count < Math.Min(question.Most, limits.Repeats))
        {
            groups.Add(question.Beginning);
        }

        if (Removed(path) is { } at && at < groups.Count)
        {
            groups.RemoveAt(at);
        }

        // As many empty ones as there are before anybody answered are no answer.
        return groups.TrueForAll(g => g.Count == 0) && groups.Count <= Math.Max(question.Count, question.Least) && !(form.Button == $"add:{path}" || Removed(path) is not null)
            ? before.IsEmpty || groups.Count == 0 ? Value.Empty : Value.Of(groups.Select(Value.Of).ToImmutableArray())
            : Value.Of(groups.Select(Value.Of).ToImmutableArray());
    }

    private Value Kept(string path, Value before) =>
        before.Kind == ValueKind.List && Removed(path) is { } at && at < before.List.Length ? before.List.Length == 1 ? Value.Empty : Value.Of(before.List.RemoveAt(at)) : before;

    /// <summary>With what came; the same file twice is one.</summary>
    private Value Files(FileQuestion question, string path, Value kept)
    {
        var all = kept.Kind == ValueKind.List ? kept.List : [];
        foreach (var file in files.Files.Where(f => f.Path == path))
        {
            if (!SentAnswerFiles.IsAccepted(question.Accepts, file.Type, file.Name))
            {
                Refused[path] = words.NotAccepted;
            }
            else if (!all.Any(f => f.Kind == ValueKind.Map && AnswerText.Of(f.Map["content"]) == SentAnswerFile.Prefix + file.Hash))
            {
                all = all.Add(file.Answer);
            }
        }

        return all.IsEmpty ? Value.Empty : Value.Of(all);
    }

    /// <summary>The place in a list that the button takes away.</summary>
    private int? Removed(string path) =>
        form.Button.StartsWith($"remove:{path}[", StringComparison.Ordinal) && form.Button.EndsWith(']')
        && int.TryParse(form.Button.AsSpan(path.Length + 8, form.Button.Length - path.Length - 9), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;

    private Value Ranked(ChoiceQuestion question, string path)
    {
        var ranked = question.Choices.Select((choice, i) => (choice.Value, Rank: form.Number($"{path}{{{i}}}"))).Where(c => c.Rank is not null).OrderBy(c => c.Rank).ToList();
        // Two with one place are in no order; what is left says that it is incomplete.
        var clear = ranked.Where(c => ranked.Count(o => o.Rank == c.Rank) == 1).Select(c => c.Value).ToImmutableArray();
        return clear.IsEmpty ? Value.Empty : Value.Of(clear);
    }

    private Value Place(string path)
    {
        var (lat, lon, accuracy) = (Number(form.One($"{path}{{lat}}")), Number(form.One($"{path}{{lon}}")), Number(form.One($"{path}{{accuracy}}")));
        return lat.IsEmpty && lon.IsEmpty ? Value.Empty
            : Map([("lat", lat), ("lon", lon), ("accuracy", accuracy is { Kind: ValueKind.Number, Number: >= 0 } ? accuracy : Value.Empty)]);
    }

    private static Value Map(IEnumerable<(string Name, Value Value)> parts) =>
        new ValueMap(parts.Where(p => p.Value.Kind != ValueKind.Empty).Select(p => KeyValuePair.Create(p.Name, p.Value))) is { Count: > 0 } map ? Value.Of(map) : Value.Empty;

    private static Value Chosen(ChoiceQuestion question, string sent) => sent switch
    {
        "o" when question.HasOther => Value.Of(ChoiceQuestion.Other),
        "n" when question.HasNone => Value.Of(ChoiceQuestion.None),
        _ => At(question.Choices, sent),
    };

    private static Value At(ImmutableArray<Choice> choices, string sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < choices.Length ? choices[at].Value : Value.Empty;

    private static Value Text(string typed) => typed.Trim().Length == 0 ? Value.Empty : Value.Of(typed.Trim());

    /// <summary>Also as a Chinese keyboard types it: １２．５ and 1,200. What a double cannot hold stays text.</summary>
    private static Value Number(string typed)
    {
        var plain = typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return plain.Length is > 0 and <= 17 && double.TryParse(plain, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Value.Of(number)
            : Text(typed);
    }
}
