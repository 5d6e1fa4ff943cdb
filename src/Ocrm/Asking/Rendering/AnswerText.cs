using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>An answer as it stands in a field.</summary>
internal static class AnswerText
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Empty => "",
        ValueKind.Text => value.Text,
        _ => ValueJson.Write(value).Trim('"'),
    };

    /// <summary>Whether a choice is the one that was given; '1' is 1, as everywhere in answers.</summary>
    public static bool Same(Value one, Value other) => string.Equals(Of(one), Of(other), StringComparison.OrdinalIgnoreCase);
}
