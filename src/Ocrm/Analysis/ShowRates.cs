using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Analysis;

/// <summary>How far people came. Null where so few answered anonymously that it is not shown.</summary>
/// <param name="Value">A way or a unit's code; "" for all.</param>
/// <param name="Opened">Began, whatever came of it.</param>
/// <param name="Screened">Ended by a quota or a condition.</param>
/// <param name="Invited">Links that were given and not withdrawn; a link for many counts once.</param>
public sealed record RateRow(string Value, string Title, long Invited, long? Opened, long? Completed, long? Screened);

public sealed record RatesView(RateRow All, IReadOnlyList<RateRow> ByVia, IReadOnlyList<RateRow> ByUnit);

/// <summary>GET /api/questionnaires/{id}/analysis/rates: how many opened and completed it within the caller's sight, by way and by unit.</summary>
internal static class ShowRates
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/questionnaires/{id}/analysis/rates", async Task<Results<Ok<RatesView>, ProblemHttpResult>> (
                string id, Caller caller, OpenAnalysis open, AnswerStore store, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var view = await open.Database.ReadAsync(session => ReadAsync(session, open, store, caller, id, cancellation), cancellation);
                if (view is null)
                {
                    return Questionnaire.Unknown;
                }

                var names = await organisation.UnitNamesAsync([.. view.ByUnit.Select(r => r.Value)], cancellation);
                return TypedResults.Ok(view with { ByUnit = [.. view.ByUnit.Select(r => r with { Title = names.GetValueOrDefault(r.Value, r.Value) })] });
            })
            .Requires(Permission.AnswersRead).WithName("ShowRates").WithSummary("How many opened and completed a questionnaire, by way and by unit");

    private static async Task<RatesView?> ReadAsync(Session session, OpenAnalysis open, AnswerStore store, Caller caller, string id, CancellationToken cancellation)
    {
        var (scope, _) = await open.OpenAsync(session, caller, id, null, cancellation);
        if (scope is null)
        {
            return null;
        }

        var sight = caller.SightOf(Permission.AnswersRead);
        var (via, unit, state) = (OriginAxis.Of(OriginAxis.Via)!, OriginAxis.Of(OriginAxis.Unit)!, new OriginAxis("@state", OriginField.State));
        CrossTable[] tables = [new(via, state), new(unit, state)];
        await Counting.RunAsync(store, session, scope.Versions, [new Seen(sight)], [via, unit, state], () => Array.ForEach(tables, t => t.Ready()), (at, _) => Array.ForEach(tables, t => t.Add(at)));
        var begun = await GroupsAsync(session, scope, sight, "ocrm.response r", "r", "r.state = 'open'");
        var invited = await GroupsAsync(session, scope, sight, "ocrm.invitation i", "i", "i.state <> 'withdrawn'");
        var anonymous = scope.Questionnaire.Anonymous;
        return new RatesView(
            All(tables[0], invited.Sum(i => i.Count), begun.Sum(o => o.Count), anonymous),
            Rows(tables[0], invited.ToLookup(i => i.Via, i => i.Count), begun.ToLookup(o => o.Via, o => o.Count), anonymous),
            Rows(tables[1], invited.ToLookup(i => i.Unit, i => i.Count), begun.ToLookup(o => o.Unit, o => o.Count), anonymous));
    }

    private static Task<List<(string Via, string Unit, long Count)>> GroupsAsync(Session session, AnalysisScope scope, Sight sight, string table, string alias, string condition)
    {
        var seen = sight.In(new SightColumns($"{alias}.entity", $"{alias}.unit", $"{alias}.person"));
        return session.QueryAsync(
            $"SELECT {alias}.via, {alias}.unit, count(*) FROM {table} WHERE {alias}.questionnaire = @id AND {condition} AND {seen.Sql} GROUP BY {alias}.via, {alias}.unit",
            r => (r.GetString(0), r.GetString(1), r.GetInt64(2)), [.. seen.Parameters, ("id", scope.Questionnaire.Id)]);
    }

    private static RateRow All(CrossTable table, long invited, long open, bool anonymous)
    {
        var (completed, screened) = (Sum(table, "complete"), Sum(table, "screened"));
        return anonymous && completed < SmallCells.Least ? new RateRow("", "", invited, null, null, null) : new RateRow("", "", invited, completed + screened + open, completed, screened);
    }

    private static long Sum(CrossTable table, string state) => Enumerable.Range(0, table.Rows.Width).Sum(row => Cell(table, row, state));

    private static long Cell(CrossTable table, int row, string state) => ShowAnalysis.CodeOf(table.Columns, state) is var code && code < 0 ? 0 : table.Cells[row, code];

    private static List<RateRow> Rows(CrossTable table, ILookup<string, long> invited, ILookup<string, long> open, bool anonymous)
    {
        var completed = Enumerable.Range(0, table.Rows.Width).Select(row => Cell(table, row, "complete")).ToArray();
        var hidden = anonymous ? SmallCells.Hidden(completed) : new bool[completed.Length];
        var values = table.Rows.Values.Union(open.Select(o => o.Key)).Union(invited.Select(i => i.Key)).Order(StringComparer.Ordinal);
        return [.. values.Select(value =>
        {
            var code = ShowAnalysis.CodeOf(table.Rows, value);
            var (done, screened) = code < 0 ? (0, 0) : (completed[code], Cell(table, code, "screened"));
            return code >= 0 && hidden[code] ? new RateRow(value, "", invited[value].Sum(), null, null, null) : new RateRow(value, "", invited[value].Sum(), done + screened + open[value].Sum(), done, screened);
        }).Where(r => r.Opened is not 0 || r.Invited > 0)];
    }
}
