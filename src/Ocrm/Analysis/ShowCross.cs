using System.Text.Json.Serialization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Analysis;

/// <param name="Row">A dimension's key or an axis of the origin, as conditions have them.</param>
/// <param name="Column">Another; null for the counts and mean scores of the rows alone.</param>
/// <param name="Segments">Where the row is @segment: their ids.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CrossBody(AnalysisFilter? Filter, string? Row, string? Column, IReadOnlyList<string>? Segments, string? Language);

/// <param name="Title">"" where the page has its own word.</param>
/// <param name="Count">Responses of the row that have an answer in the column; without a column all of the row. Null: not shown.</param>
/// <param name="Score">Their mean score; null where it is not shown.</param>
/// <param name="Cells">By column; null is not shown.</param>
public sealed record CrossRow(string Value, string Title, long? Count, double? Score, IReadOnlyList<long?> Cells);

/// <param name="Columns">Without the counts, which are in the rows.</param>
/// <param name="Depends">Whether rows differ more than by chance (chi square, five in a hundred); null where it cannot be said.</param>
public sealed record CrossView(IReadOnlyList<CellView> Columns, IReadOnlyList<CrossRow> Rows, bool? Depends);

/// <summary>POST /api/questionnaires/{id}/analysis/cross: two questions, or a question by unit, version, period or segment.</summary>
internal static class ShowCross
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/{id}/analysis/cross", async Task<Results<Ok<CrossView>, ProblemHttpResult>> (
                string id, CrossBody body, Caller caller, OpenAnalysis open, AnswerStore store, OcrmLimits limits, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var (view, problem) = await open.Database.ReadAsync(session => ReadAsync(session, open, store, limits, caller, id, body, cancellation), cancellation);
                if (view is null)
                {
                    return problem!;
                }

                var units = await organisation.UnitNamesAsync(body.Row is OriginAxis.Unit or OriginAxis.Entity ? [.. view.Rows.Select(r => r.Value)] : [], cancellation);
                return TypedResults.Ok(view with { Rows = [.. view.Rows.Select(r => r with { Title = units.GetValueOrDefault(r.Value, r.Title) })] });
            })
            .Requires(Permission.AnswersRead).WithName("CrossAnalysis").WithSummary("How answers to two questions go together, or how they differ by unit, version, period or segment");

    public static async Task<(CrossView? View, ProblemHttpResult? Problem)> ReadAsync(
        Session session, OpenAnalysis open, AnswerStore store, OcrmLimits limits, Caller caller, string id, CrossBody body, CancellationToken cancellation)
    {
        var (scope, problem) = await open.OpenAsync(session, caller, id, body.Filter, cancellation);
        if (scope is null)
        {
            return (null, problem);
        }

        var anonymous = scope.Questionnaire.Anonymous;
        if (anonymous && (scope.Asked.Count > 0 || body.Row is SegmentAxis.Name or PeriodAxis.Day or PeriodAxis.Week or OriginAxis.Entity || (body.Column?.StartsWith('@') ?? false)))
        {
            return (null, Problems.BadRequest("analysis-anonymous", "Anonymous answers are crossed without another condition, by month and not by day."));
        }

        var (row, wrong) = await RowAsync(session, open, limits, caller, scope, body, cancellation);
        var column = body.Column is null ? null : scope.AxisOf(body.Column);
        if (row is null || (body.Column is not null && (column is null || body.Column == body.Row)))
        {
            return (null, wrong ?? Problems.BadRequest("analysis-axis", "A cross table is of two things that are asked or known of responses."));
        }

        var (rows, columns, table, scores, total) = (new Histogram(row), column is null ? null : new Histogram(column), column is null ? null : new CrossTable(row, column), new ScoreMeans(row), 0L);
        var fits = true;
        await Counting.RunAsync(store, session, scope.Versions, scope.Conditions, column is null ? [row] : [row, column],
            () =>
            {
                fits = (long)row.Width * (column?.Width ?? 1) <= limits.AnalysisCells;
                rows.Ready();
                scores.Ready();
                columns?.Ready();
                if (fits)
                {
                    table?.Ready();
                }
            },
            (at, _) =>
            {
                total += at.Rows.Length;
                rows.Add(at);
                scores.Add(at);
                columns?.Add(at);
                if (fits)
                {
                    table?.Add(at);
                }
            });
        return fits
            ? (View(scope, total, rows, columns, table, scores, body.Language ?? ""), null)
            : (null, Problems.BadRequest("analysis-cells", $"A cross table has at most {limits.AnalysisCells} cells: choose questions with fewer choices."));
    }

    private static async Task<(Axis? Row, ProblemHttpResult? Problem)> RowAsync(
        Session session, OpenAnalysis open, OcrmLimits limits, Caller caller, AnalysisScope scope, CrossBody body, CancellationToken cancellation)
    {
        if (body.Row != SegmentAxis.Name)
        {
            return (body.Row is null ? null : scope.AxisOf(body.Row), null);
        }

        if (body.Segments is not { Count: > 0 } ids || ids.Count > limits.AnalysisSegments)
        {
            return (null, Problems.BadRequest("analysis-segments", $"1 to {limits.AnalysisSegments} segments are shown beside each other."));
        }

        var segments = new List<(string, IReadOnlySet<long>)>();
        foreach (var id in ids.Distinct())
        {
            var (parties, problem) = await open.PartiesAsync(session, caller, [id], cancellation);
            if (parties is null)
            {
                return (null, problem);
            }

            segments.Add((id, parties));
        }

        return (new SegmentAxis(segments), null);
    }

    private static CrossView View(AnalysisScope scope, long total, Histogram rows, Histogram? columns, CrossTable? table, ScoreMeans scores, string language)
    {
        var anonymous = scope.Questionnaire.Anonymous;
        var known = ShownTable.Of(rows, anonymous, total);
        var cells = table is null ? null : anonymous ? ShownTable.Of(table, rows, columns!, total) : null;
        var codes = Enumerable.Range(1, rows.Axis.Width - 1).Where(code => rows.Counts[code] > 0 || (rows.Axis is not OriginAxis && code < rows.Axis.Width - 1)).ToList();
        if (rows.Axis is PeriodAxis)
        {
            codes = [.. codes.SkipWhile(c => rows.Counts[c] == 0).Reverse().SkipWhile(c => rows.Counts[c] == 0).Reverse()];
        }

        var across = columns is null ? [] : Enumerable.Range(1, columns.Axis.Width - 1).Where(c => c < columns.Axis.Width - 1 || columns.Counts[c] > 0).ToList();
        return new CrossView(
            [.. across.Select(c => new CellView(ValueOf(columns!.Axis, c), TitleOf(columns.Axis, c, language), null))],
            [.. codes.Select(r => new CrossRow(
                ValueOf(rows.Axis, r), TitleOf(rows.Axis, r, language), table is null ? known[r] : anonymous ? known[r] - cells![r, 0] : rows.Counts[r] - table.Cells[r, 0], anonymous ? null : scores.Of(r),
                [.. across.Select(c => cells is null ? table!.Cells[r, c] : cells[r, c])]))],
            table is null || anonymous || rows.Axis.IsSeveral || columns!.Axis.IsSeveral ? null : ChiSquare.Depends(table.Cells));
    }

    private static string ValueOf(Axis axis, int code) => code == axis.Width - 1 ? QuestionAxis.Else : axis.Values[code - 1];

    private static string TitleOf(Axis axis, int code, string language) => axis is QuestionAxis question && code < axis.Width - 1
        ? QuestionTitles.OfValue(question.Dimension, axis.Values[code - 1], language)
        : "";
}
