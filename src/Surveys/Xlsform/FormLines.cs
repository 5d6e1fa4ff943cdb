using System.Text.RegularExpressions;
using Granary.Surveys.Expressions;
using Granary.Surveys.Reading;

namespace Granary.Surveys.Xlsform;

/// <summary>A line of a sheet that is being written, by the headings of its columns.</summary>
internal sealed class FormLine : Dictionary<string, string>
{
    public FormLine(string type, string name) => (this["type"], this["name"]) = (type, name);

    /// <summary>A text in all its languages, turned each.</summary>
    public void Say(string column, LocalText? text, Func<string, string>? turned = null)
    {
        foreach (var language in text?.Languages ?? [])
        {
            var head = language == LocalText.Default ? column : $"{column}::{language switch { "en" => "English", "zh-cn" => "中文", _ => language }} ({language})";
            this[head] = turned?.Invoke(text!.In(language)) ?? text!.In(language);
        }
    }
}

/// <summary>Turns a questionnaire into lines: pages and panels become groups, repeated questions repeats. What XLSForm cannot say is named.</summary>
internal sealed partial class FormLines
{
    private readonly Survey _survey;
    private readonly Findings _findings;
    private readonly List<Dictionary<string, string>> _lines = [];
    private readonly List<Dictionary<string, string>> _choices = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Question> _questions;

    public FormLines(Survey survey, Findings findings)
    {
        (_survey, _findings) = (survey, findings);
        _questions = survey.AllElements.OfType<Question>().GroupBy(q => q.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public (List<Dictionary<string, string>> Lines, List<Dictionary<string, string>> Choices, List<Dictionary<string, string>> Settings) Written()
    {
        foreach (var value in _survey.CalculatedValues)
        {
            var line = Begun("calculate", value.Name, value.Path);
            Condition(line, "calculation", value.Expression, $"{value.Path}.expression");
            Unless(value.IsAnswer, value.Path, "it is kept with the answers");
        }

        foreach (var page in _survey.Pages)
        {
            Group(page);
        }

        Unless(_survey.Description is null, "description", "there is no place for it");
        Unless(_survey.CompletedText is null && _survey.CompletedTexts.IsEmpty, "completedHtml", "there is no text at the end");
        Unless(_survey.CompleteIf.IsEmpty, "triggers", "nothing ends a form early");
        Unless(_survey.Bands.IsEmpty, "scoring", "there are no scores");
        Unless(_survey.ClearsInvisible, "clearInvisibleValues", "hidden answers are always cleared");
        Unless(!_survey.FirstPageIsStart, "firstPageIsStartPage", "the first page is one of the others");
        var settings = new Dictionary<string, string> { ["form_title"] = _survey.Title?.In(LocalText.Default) ?? "" };
        return (_lines, _choices, [settings]);
    }

    private void Group(Panel panel)
    {
        var line = Begun("begin_group", panel.Name, panel.Path);
        Common(line, panel);
        Several(panel.Content);
        _lines.Add(new FormLine("end_group", panel.Name));
    }

    private void Several(IEnumerable<Element> elements)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case Panel panel:
                    Group(panel);
                    break;
                case Html html:
                    var note = Begun("note", html.Name.Length > 0 ? html.Name : $"note{_lines.Count + 1}", html.Path);
                    Common(note, html);
                    note.Say("label", html.Content, Piped);
                    break;
                case Question question:
                    Ask(question);
                    break;
            }
        }
    }

    private FormLine Begun(string type, string name, string path)
    {
        var line = new FormLine(type, name);
        if (!_names.Add(name))
        {
            Named(path, "name", $"'{name}' is there more than once, and conditions mean the first");
        }
        else if (!PlainName().IsMatch(name))
        {
            Named(path, "name", $"'{name}' is no name in XLSForm: a letter first, then letters, digits and _ . -");
        }

        _lines.Add(line);
        return line;
    }

    private void Common(FormLine line, Element element)
    {
        line.Say("label", element.Title, Piped);
        line.Say("hint", element.Description, Piped);
        if (!element.IsVisible)
        {
            line["relevant"] = "false()";
        }
        else
        {
            Condition(line, "relevant", element.VisibleIf, $"{element.Path}.visibleIf");
        }

        if (element.IsRequired && element.RequiredIf is null)
        {
            line["required"] = "yes";
        }

        Condition(line, "required", element.RequiredIf, $"{element.Path}.requiredIf");
        line.Say("required_message", element.RequiredText);
        if (element.IsReadOnly)
        {
            line["read_only"] = "yes";
        }

        Unless(element.EnableIf is null, $"{element.Path}.enableIf", "nothing is locked under a condition");
        Unless(element.Bank.Length == 0, $"{element.Path}.bank", "a form knows no question bank");
    }

    private void Condition(FormLine line, string column, Expression? expression, string path, string? self = null)
    {
        if (expression is not null && Turned(expression.Root, path, self) is { } turned)
        {
            line[column] = turned;
        }
    }

    private string? Turned(Node node, string path, string? self = null)
    {
        try
        {
            return new XPathWriter(NameOf, name => _questions.GetValueOrDefault(Bare(name)), self).Written(node);
        }
        catch (XPathException e)
        {
            _findings.Add(FindingLevel.Outside, path, "outside-value", $"It is left out: {e.Message}");
            return null;
        }
    }

    /// <summary>In repeats names stand alone; a row of a matrix is a question of its own.</summary>
    private string NameOf(string name)
    {
        var bare = Bare(name);
        return _questions.ContainsKey(bare) || _survey.CalculatedValues.Any(v => v.Name == bare) ? bare
            : bare.Split('.') is [var whole, var part] && _questions.TryGetValue(whole, out var question)
                ? question is MatrixQuestion or MultipleTextQuestion ? $"{whole}_{part}" : question is RepeatedQuestion ? part : throw new XPathException($"'{name}' is a part of an answer")
            : throw new XPathException($"'{name}' is nothing that the form asks");
    }

    private static string Bare(string name) => Around().Replace(name, "");

    /// <summary>Answers in a text, ${name}. Those that XLSForm cannot say stay as they are, which one sees.</summary>
    private string Piped(string text) => Braces().Replace(text, match =>
    {
        try
        {
            return $"${{{NameOf(match.Groups[1].Value)}}}";
        }
        catch (XPathException)
        {
            return match.Value;
        }
    });

    private void Unless(bool isSaid, string path, string why)
    {
        if (!isSaid)
        {
            _findings.Add(FindingLevel.Outside, path, "outside-property", $"XLSForm cannot say this: {why}");
        }
    }

    private void Named(string path, string property, string detail) => _findings.Add(FindingLevel.Outside, $"{path}.{property}", "outside-value", detail);

    [GeneratedRegex(@"^(panel|row|parentPanel)\.")]
    private static partial Regex Around();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.-]*$")]
    private static partial Regex PlainName();
}
