using System.Globalization;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>Where an answer stands among answers: a question's prefix ("", "family[0].", "limits.") and its name, which may have dots of its own.</summary>
internal static class AnswerPath
{
    /// <summary>The answer, where the path is one that a question of the page has.</summary>
    public static Value Find(ValueMap answers, string path)
    {
        if (answers.TryFind(path, out var value))
        {
            return value;
        }

        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] == '[' && answers[path[..i]] is { Kind: ValueKind.List } list && path.IndexOf("].", i, StringComparison.Ordinal) is var close && close > i
                && int.TryParse(path.AsSpan(i + 1, close - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.List.Length && list.List[at].Kind == ValueKind.Map)
            {
                return Find(list.List[at].Map, path[(close + 2)..]);
            }

            if (path[i] == '.' && answers[path[..i]] is { Kind: ValueKind.Map } map)
            {
                return Find(map.Map, path[(i + 1)..]);
            }
        }

        return Value.Empty;
    }
}
