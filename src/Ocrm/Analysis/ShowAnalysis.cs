using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Analysis;

/// <param name="Language">In which questions are called: "zh-CN", "en".</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AnalysisBody(AnalysisFilter? Filter, string? Language);

/// <param name="Count">Complete responses that fulfil the filter; null where it is too few to be shown, and nothing else is.</param>
/// <param name="Score">The mean; null where the questionnaire counts no points, or it is not shown.</param>
/// <param name="Bands">Null without bands.</param>
/// <param name="Least">Of anonymous answers the smallest figure that is shown; null for others.</param>
public sealed record AnalysisView(
    string Title, string Kind, bool Anonymous, int? Least, IReadOnlyList<long> Versions, long? Count, double? Score, PartView? Bands, IReadOnlyList<QuestionView> Questions);

/// <summary>POST /api/questionnaires/{id}/analysis: what complete responses say, question by question.</summary>
internal static class ShowAnalysis
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/{id}/analysis", async Task<Results<Ok<AnalysisView>, ProblemHttpResult>> (
                string id, AnalysisBody body, Caller caller, OpenAnalysis open, AnswerStore store, CancellationToken cancellation) =>
            {
                var (view, problem) = await open.Database.ReadAsync(session => ReadAsync(session, open, store, caller, id, body, cancellation), cancellation);
                return view is null ? problem! : TypedResults.Ok(view);
            })
            .Requires(Permission.AnswersRead).WithName("ShowAnalysis").WithSummary("What complete responses to a questionnaire say, question by question");

    public static async Task<(AnalysisView? View, ProblemHttpResult? Problem)> ReadAsync(
        Session session, OpenAnalysis open, AnswerStore store, Caller caller, string id, AnalysisBody body, CancellationToken cancellation)
    {
        var (scope, problem) = await open.OpenAsync(session, caller, id, body.Filter, cancellation);
        if (scope is null)
        {
            return (null, problem);
        }

        var language = body.Language ?? "";
        var counted = await CountAsync(session, store, scope);
        var view = new AnalysisView(scope.Questionnaire.Title, scope.Questionnaire.Kind, scope.Questionnaire.Anonymous, scope.Questionnaire.Anonymous ? SmallCells.Least : null,
            [.. scope.Versions.Select(v => v.Number).Order()], counted.Total, null, null, []);
        if (counted.Total is null or 0)
        {
            return (view, null);
        }

        var bands = scope.Versions.SelectMany(v => v.Survey.Bands).DistinctBy(b => b.Name).ToList();
        return (view with
        {
            Score = bands.Count > 0 || scope.Versions.Any(v => v.Survey.Questions.Any(q => q.IsScored)) ? counted.Score : null,
            Bands = bands.Count == 0 ? null : new PartView(OriginAxis.Band, "", counted.Total, null, null, null,
                [.. bands.Select(b => new CellView(b.Name, b.Title?.In(language) ?? b.Name, counted.BandOf(b.Name)))]),
            Questions = AnalysisViews.Questions(counted.Parts.Select(p => (p.Axis, AnalysisViews.Part(p.Axis, p.Counts, p.Sums, counted.Total, language))), language),
        }, null);
    }

    /// <param name="Total">Null where it is not shown.</param>
    internal sealed record Counted(long? Total, double? Score, Func<string, long?> BandOf, IReadOnlyList<(QuestionAxis Axis, long?[] Counts, NumberSums? Sums)> Parts);

    internal static async Task<Counted> CountAsync(Session session, AnswerStore store, AnalysisScope scope)
    {
        var band = OriginAxis.Of(OriginAxis.Band)!;
        var axes = scope.Keys.Select(k => (Axis)new QuestionAxis(k, scope.Versions)).Append(band).ToList();
        var histograms = axes.Select(a => new Histogram(a)).ToList();
        var line = scope.Line is { } asked ? axes.Find(a => a.Key == asked.On) ?? scope.AxisOf(asked.On)! : null;
        var lineCounts = line is null ? null : histograms.Find(h => h.Axis == line) ?? new Histogram(line);
        var tables = line is null ? [] : axes.Where(a => a != line).Select(a => new CrossTable(line, a)).ToList();
        var (total, score) = (0L, 0d);
        var separate = lineCounts is not null && !histograms.Contains(lineCounts);
        await Counting.RunAsync(store, session, scope.Versions, scope.Conditions, separate ? [.. axes, line!] : axes,
            () =>
            {
                histograms.ForEach(h => h.Ready());
                tables.ForEach(t => t.Ready());
                if (separate)
                {
                    lineCounts!.Ready();
                }
            },
            (at, _) =>
            {
                total += at.Rows.Length;
                score += Bitmaps.Sum(at.Block.Scores, at.Rows);

                foreach (var histogram in histograms)
                {
                    histogram.Add(at);
                }

                foreach (var table in tables)
                {
                    table.Add(at);
                }

                if (separate)
                {
                    lineCounts!.Add(at);
                }
            });
        return scope.Questionnaire.Anonymous
            ? Anonymous(scope, total, score, band, line, lineCounts, histograms, tables)
            : new Counted(total, total == 0 ? null : score / total, BandsOf(band, histograms.Find(h => h.Axis == band)!.Counts.Select(c => (long?)c).ToArray()),
                [.. histograms.Where(h => h.Axis is QuestionAxis).Select(h => ((QuestionAxis)h.Axis, h.Counts.Select(c => (long?)c).ToArray(), h.Sums))]);
    }

    private static Counted Anonymous(
        AnalysisScope scope, long total, double score, Axis band, Axis? line, Histogram? lineCounts, IReadOnlyList<Histogram> histograms, IReadOnlyList<CrossTable> tables)
    {
        if (total < SmallCells.Least)
        {
            return new Counted(null, null, _ => null, []);
        }

        if (line is null)
        {
            var shown = histograms.ToDictionary(h => h.Axis, h => ShownTable.Of(h, anonymous: true, total));
            return new Counted(total, score / total, BandsOf(band, shown[band]), [.. shown.Where(s => s.Key is QuestionAxis).Select(s => ((QuestionAxis)s.Key, s.Value, (NumberSums?)null))]);
        }

        var code = CodeOf(line, scope.Line!.Values[0]);
        if (code < 0 || ShownTable.Of(lineCounts!, anonymous: true, total)[code] is not { } many || many < SmallCells.Least)
        {
            return new Counted(null, null, _ => null, []);
        }

        var lines = tables.ToDictionary(t => t.Columns, t =>
        {
            var cells = ShownTable.Of(t, lineCounts!, histograms.First(h => h.Axis == t.Columns), total);
            return Enumerable.Range(0, t.Columns.Width).Select(c => cells[code, c]).ToArray();
        });
        return new Counted(many, null, lines.TryGetValue(band, out var bands) ? BandsOf(band, bands) : _ => null,
            [.. lines.Where(l => l.Key is QuestionAxis).Select(l => ((QuestionAxis)l.Key, l.Value, (NumberSums?)null))]);
    }

    /// <returns>-1 where the axis has no such value.</returns>
    public static int CodeOf(Axis axis, string value) => value switch
    {
        QuestionAxis.NoAnswer => 0,
        QuestionAxis.Else => axis.Width - 1,
        _ => axis.Values.ToList().FindIndex(v => v.Equals(value, StringComparison.OrdinalIgnoreCase)) is var at && at < 0 ? -1 : at + 1,
    };

    private static Func<string, long?> BandsOf(Axis band, long?[] counts) => name => CodeOf(band, name) is var code && code >= 0 ? counts[code] : 0;
}
