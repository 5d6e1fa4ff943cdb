using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Customer">A party number; empty of a prospect's.</param>
/// <param name="Name">The customer's or prospect's.</param>
/// <param name="Amount">Cents; null where the caller may not see money.</param>
/// <param name="Chance">Percent, as it counts now.</param>
/// <param name="Days">Whole days in its stage.</param>
public sealed record CardView(long Id, string Title, string Customer, string Name, string Product, long? Amount, int Chance, string Expected, string Owner, string OwnerName, int Days, bool TooLong, long Version);

/// <param name="Count">Of all that are in the stage, not only of the cards that came; as amount (cents) and weighted are.</param>
/// <param name="Next">The place from which to go on; null at the end.</param>
public sealed record BoardColumn(long Stage, long Count, long? Amount, long? Weighted, IReadOnlyList<CardView> Cards, string? Next);

/// <param name="ClosedSince">The first day of what was won or lost that is here.</param>
public sealed record BoardView(Pipeline Pipeline, string ClosedSince, IReadOnlyList<BoardColumn> Columns);

/// <summary>GET /api/opportunities/board: the columns of a pipeline within the caller's sight, each with its newest cards; …/board/column: more of one.</summary>
internal static class ShowBoard
{
    private sealed record Card(Opportunity Opportunity, string Number, string Name);

    private sealed record Sum(long Count, long Amount, long Weighted);

    private static readonly Sum Nothing = new(0, 0, 0);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunities/board", async Task<Results<Ok<BoardView>, ProblemHttpResult>> (
                long pipeline, string? owner, string? unit, bool? late, Caller caller, OcrmDatabase database, PipelineEntities entities, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (await FilterAsync(caller, entities, pipeline, owner, unit, late, cancellation) is not { } filter)
                {
                    return MoveOpportunity.NoStage;
                }

                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var columns = await database.ReadAsync(session => ReadAsync(session, caller, filter, limits, now), cancellation);
                return TypedResults.Ok(new BoardView(filter.Pipeline, BankTime.Text(BoardFilter.Since(now, limits)), await NamedAsync(columns, organisation, cancellation)));
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ShowBoard").WithSummary("The columns of a pipeline with their sums and first cards");
        routes.MapGet("/opportunities/board/column", async Task<Results<Ok<BoardColumn>, ProblemHttpResult>> (
                long pipeline, long stage, string? after, string? owner, string? unit, bool? late, Caller caller, OcrmDatabase database, PipelineEntities entities, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (await FilterAsync(caller, entities, pipeline, owner, unit, late, cancellation) is not { } filter || filter.Pipeline.Find(stage) is not { } asked)
                {
                    return MoveOpportunity.NoStage;
                }

                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var column = await database.ReadAsync(async session =>
                    await ColumnAsync(session, caller, filter, asked, (await SumsAsync(session, caller, filter, [asked], limits, now)).GetValueOrDefault(stage, Nothing), after, limits, now), cancellation);
                return TypedResults.Ok((await NamedAsync([column], organisation, cancellation))[0]);
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ShowBoardColumn").WithSummary("More cards of a column of the board");
    }

    private static async Task<BoardFilter?> FilterAsync(Caller caller, PipelineEntities entities, long pipeline, string? owner, string? unit, bool? late, CancellationToken cancellation) =>
        (await entities.PipelinesAsync(await entities.OfAsync(caller, Permission.OpportunitiesEdit, cancellation), cancellation)).FirstOrDefault(p => p.Id == pipeline) is { } found
            ? new BoardFilter(found, owner, unit, late is true)
            : null;

    /// <summary>The columns; of a closed stage only where something is in it.</summary>
    internal static async Task<IReadOnlyList<BoardColumn>> ReadAsync(Session session, Caller caller, BoardFilter filter, OcrmLimits limits, long now)
    {
        var sums = await SumsAsync(session, caller, filter, filter.Pipeline.Stages, limits, now);
        var columns = new List<BoardColumn>();
        foreach (var stage in filter.Pipeline.Stages.Where(s => s.State == Stage.Open || sums.ContainsKey(s.Id)))
        {
            columns.Add(await ColumnAsync(session, caller, filter, stage, sums.GetValueOrDefault(stage.Id, Nothing), null, limits, now));
        }

        return columns;
    }

    /// <returns>By stage; without those in which nothing is.</returns>
    private static async Task<Dictionary<long, Sum>> SumsAsync(Session session, Caller caller, BoardFilter filter, IReadOnlyList<Stage> stages, OcrmLimits limits, long now)
    {
        var sql = new SqlText();
        var sums = await session.QueryAsync(
            $"SELECT p.stage, count(*), CAST(SUM(p.amount) AS bigint), CAST(SUM({Opportunity.WeightedSql}) AS bigint) FROM ocrm.opportunity p JOIN ocrm.stage s ON s.id = p.stage WHERE {filter.Condition(caller, stages, sql, limits, now)} GROUP BY p.stage",
            r => (Stage: r.GetInt64(0), Sum: new Sum(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3))), sql.Parameters);
        return sums.ToDictionary(s => s.Stage, s => s.Sum);
    }

    private static async Task<BoardColumn> ColumnAsync(Session session, Caller caller, BoardFilter filter, Stage stage, Sum sum, string? after, OcrmLimits limits, long now)
    {
        var sql = new SqlText();
        var place = after?.Split('-') is [var at, var id] && long.TryParse(at, out var time) && long.TryParse(id, out var row) ? $"AND (p.entered_at, p.id) < ({sql.Bind(time)}, {sql.Bind(row)})" : "";
        var cards = sum.Count == 0 ? [] : await session.QueryAsync(
            $"""
            SELECT {Opportunity.Columns}, COALESCE(c.number, ''), COALESCE(c.name, r.name, '') FROM (
                SELECT p.* FROM ocrm.opportunity p JOIN ocrm.stage s ON s.id = p.stage WHERE {filter.Condition(caller, [stage], sql, limits, now)} {place} ORDER BY p.entered_at DESC, p.id DESC LIMIT {limits.BoardCards + 1}) p
            LEFT JOIN ocrm.customer c ON c.party_id = p.party_id AND c.entity = p.entity LEFT JOIN ocrm.prospect r ON r.id = p.prospect AND p.party_id = 0
            ORDER BY p.entered_at DESC, p.id DESC
            """,
            r => new Card(Opportunity.Read(r), r.GetString(26), r.GetString(27)), sql.Parameters);
        var last = cards.Count > limits.BoardCards ? cards[limits.BoardCards - 1].Opportunity : null;
        return new BoardColumn(stage.Id, sum.Count, ShowOpportunity.Money(caller, sum.Amount), ShowOpportunity.Money(caller, sum.Weighted),
            [.. cards.Take(limits.BoardCards).Select(c => View(c, caller, stage, now))], last is null ? null : $"{last.EnteredAt}-{last.Id}");
    }

    private static CardView View(Card card, Caller caller, Stage stage, long now)
    {
        var (o, days) = (card.Opportunity, ShowOpportunity.DaysIn(card.Opportunity.EnteredAt, now));
        return new CardView(o.Id, o.Title, card.Number, ShownName.For(caller, card.Name), o.Product, ShowOpportunity.Money(caller, o.Amount), ShowOpportunity.Chance(o, stage), o.Expected, o.Owner, o.Owner, days,
            ShowOpportunity.TooLong(o.State, stage.Days, days), o.Version);
    }

    private static async Task<IReadOnlyList<BoardColumn>> NamedAsync(IReadOnlyList<BoardColumn> columns, IOrganisation organisation, CancellationToken cancellation)
    {
        var names = await organisation.PeopleNamesAsync([.. columns.SelectMany(c => c.Cards).Select(c => c.Owner).Where(o => o.Length > 0).Distinct()], cancellation);
        return [.. columns.Select(column => column with { Cards = [.. column.Cards.Select(c => c with { OwnerName = names.GetValueOrDefault(c.Owner, c.Owner) })] })];
    }
}
