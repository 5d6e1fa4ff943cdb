using System.Globalization;

namespace Granary.Ocrm.Analysis;

/// <param name="Value">As filters name it.</param>
/// <param name="Title">In the language asked for; "" where the page has its own word.</param>
/// <param name="Count">Responses; null where so few answered that it is not shown.</param>
public sealed record CellView(string Value, string Title, long? Count);

/// <param name="Key">As filters and cross tables name it.</param>
/// <param name="Title">Of a matrix' row or a ranking's choice; else "".</param>
/// <param name="Answered">Responses with an answer; null where not shown.</param>
/// <param name="Mean">Of ratings, numbers and places in a ranking; null where there is none or it is not shown.</param>
public sealed record PartView(string Key, string Title, long? Answered, double? Mean, double? Least, double? Most, IReadOnlyList<CellView> Cells);

/// <param name="Shape">choice, several, rating, nps, boolean, matrix, ranking, groups, number, day, text or file.</param>
/// <param name="Nps">Percent of promoters less percent of detractors.</param>
public sealed record QuestionView(string Name, string Title, string Shape, double? Nps, IReadOnlyList<PartView> Parts);

/// <summary>Makes views of counts. Pure.</summary>
internal static class AnalysisViews
{
    /// <summary>One dimension.</summary>
    /// <param name="counts">By code, from no answer to none of the values; null is not shown.</param>
    public static PartView Part(QuestionAxis axis, IReadOnlyList<long?> counts, NumberSums? sums, long? total, string language)
    {
        var cells = axis.Values.Select((value, i) => new CellView(value, QuestionTitles.OfValue(axis.Dimension, value, language), counts[i + 1])).ToList();
        if (counts[^1] is not 0)
        {
            cells.Add(new CellView(QuestionAxis.Else, "", counts[^1]));
        }

        if (axis.Dimension.Packing == Packing.Number)
        {
            cells = [.. cells.SkipWhile(c => c.Count is null or 0).Reverse().SkipWhile(c => c.Count is null or 0).Reverse()]; // the ends would tell of the largest
        }

        return new PartView(
            axis.Key, QuestionTitles.OfRow(axis.Dimension, language), total - counts[0], sums is { Count: > 0 } ? sums.Mean : MeanOf(axis, counts),
            sums is { Count: > 0 } ? sums.Least : null, sums is { Count: > 0 } ? sums.Most : null, cells);
    }

    /// <summary>Dimensions of one question together.</summary>
    public static IReadOnlyList<QuestionView> Questions(IEnumerable<(QuestionAxis Axis, PartView Part)> parts, string language) =>
        [.. parts.GroupBy(p => p.Axis.Dimension.Question.Name).Select(g => (First: g.First().Axis.Dimension, Parts: g.Select(p => p.Part).ToList()))
            .Select(q => new QuestionView(q.First.Question.Name, QuestionTitles.Of(q.First.Question, language), QuestionTitles.Shape(q.First), NpsOf(q.First, q.Parts[0]), q.Parts))];

    private static double? MeanOf(QuestionAxis axis, IReadOnlyList<long?> counts)
    {
        if (QuestionTitles.Shape(axis.Dimension) is not ("rating" or "nps" or "ranking" or "groups") || counts.Contains(null))
        {
            return null;
        }

        var (sum, count) = (0d, 0L);
        for (var i = 0; i < axis.Values.Count; i++)
        {
            if (!double.TryParse(axis.Values[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            (sum, count) = (sum + (value * counts[i + 1]!.Value), count + counts[i + 1]!.Value);
        }

        return count == 0 ? null : sum / count;
    }

    private static double? NpsOf(Dimension dimension, PartView part)
    {
        if (QuestionTitles.Shape(dimension) != "nps" || part.Cells.Any(c => c.Count is null) || part.Cells.Sum(c => c.Count) is not > 0)
        {
            return null;
        }

        double Share(int from, int to) => part.Cells.Take(11).Where((_, i) => i >= from && i <= to).Sum(c => c.Count!.Value) * 100d / part.Cells.Take(11).Sum(c => c.Count!.Value);
        return Share(9, 10) - Share(0, 6);
    }
}
