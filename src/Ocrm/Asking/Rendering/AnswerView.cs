using System.Collections.Frozen;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>All that a page of a questionnaire is drawn from. The same always gives the same page.</summary>
/// <param name="Evaluation">In the language in which it is drawn.</param>
/// <param name="Page">By name; one that is hidden or not known gives the first that is to be seen.</param>
/// <param name="Language">"zh-cn" or "en".</param>
internal sealed record AnswerView(Survey Survey, SurveyEvaluation Evaluation, string Page, string Language)
{
    /// <summary>Where the form goes; "" for the address that the page has.</summary>
    public string Action { get; init; } = "";

    /// <summary>Paths of questions of which it is said what is wrong; the others have not been asked yet.</summary>
    public IReadOnlySet<string> Judged { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Questions came up on this page that the last one did not have.</summary>
    public bool HasNewQuestions { get; init; }

    /// <summary>What was refused of the files just sent, by the path of their question.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Pages that are to be seen, up to the one after which nothing more is asked.</summary>
    public IReadOnlyList<ElementState> Pages { get; } = PagesOf(Evaluation);

    public AnswerWords Words { get; } = new(Language);

    public int Index => Math.Max(0, Pages.ToList().FindIndex(p => p.Element.Name == Page));

    public ElementState? Current => Pages.Count > 0 ? Pages[Index] : null;

    public bool IsFirst => Index == 0 || (Index == 1 && Survey.FirstPageIsStart && Pages[0].Element == Survey.Pages[0]);

    public bool IsLast => Index >= Pages.Count - 1;

    public bool IsStart => Survey.FirstPageIsStart && Index == 0 && Current?.Element == Survey.Pages[0];

    /// <summary>What stands under a path such as family[0].name-Comment.</summary>
    public Value Answer(string path) => AnswerPath.Find(Evaluation.Answers, path);

    private static IReadOnlyList<ElementState> PagesOf(SurveyEvaluation evaluation)
    {
        var visible = evaluation.Pages.Where(p => p.IsVisible).ToList();
        var last = evaluation.LastPage is { } name ? visible.FindIndex(p => p.Element.Name == name) : -1;
        return last < 0 ? visible : visible[..(last + 1)];
    }
}
