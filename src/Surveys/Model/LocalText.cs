using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>A text in several languages, as SurveyJS has it: one text, or {"default": …, "en": …, "zh-cn": …}.</summary>
public sealed class LocalText
{
    public const string Default = "default";

    private readonly ImmutableDictionary<string, string> _texts;

    public LocalText(IEnumerable<KeyValuePair<string, string>> texts) => _texts = texts.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    public LocalText(string text)
        : this([new(Default, text)])
    {
    }

    public IEnumerable<string> Languages => _texts.Keys;

    /// <summary>All that it says, in whatever language.</summary>
    public IEnumerable<string> Texts => _texts.Values;

    /// <summary>In the language, else in the language without its region, else the default, else whatever there is.</summary>
    /// <param name="language">"zh-cn", "en".</param>
    public string In(string language) =>
        _texts.GetValueOrDefault(language)
        ?? (language.Split('-')[0] is var general && _texts.TryGetValue(general, out var text) ? text : null)
        ?? _texts.GetValueOrDefault(Default)
        ?? _texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault("");
}
