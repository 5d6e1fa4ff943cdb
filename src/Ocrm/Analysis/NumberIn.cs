using System.Globalization;
using Granary.Surveys;

namespace Granary.Ocrm.Analysis;

/// <summary>The number that an answer is: of a day, days since 1970. NaN where it is none.</summary>
internal static class NumberIn
{
    public static double Of(Value value, Question question) => question switch
    {
        TextQuestion { Input: TextInput.Date or TextInput.DateTime or TextInput.Month } => Day(value),
        _ => value.Kind switch
        {
            ValueKind.Number => value.Number,
            ValueKind.Text when double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => double.NaN,
        },
    };

    private static double Day(Value value) =>
        value.Kind == ValueKind.Text && DateTime.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? DateOnly.FromDateTime(at).DayNumber - PackBlock.Epoch
            : double.NaN;
}
