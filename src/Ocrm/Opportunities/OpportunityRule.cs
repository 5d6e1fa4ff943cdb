using System.Data.Common;
using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Opportunities;

/// <summary>With which figures a rule looks; each kind has its own of them.</summary>
/// <param name="Days">Of maturing: within so many days. Of inflow: in so many.</param>
/// <param name="From">From which balance or sum on, in cents.</param>
/// <param name="Percent">Of a loan: what is left of what was lent.</param>
public sealed record RuleFigures(int Days, long From, int Percent);

/// <summary>What a legal entity's rule opens by itself, once for each thing that it finds.</summary>
/// <param name="Kind">maturing, inflow, outflow or repaid.</param>
/// <param name="Pipeline">A pipeline's code.</param>
/// <param name="Stage">A stage's code; empty: the first one.</param>
/// <param name="Product">A product's code; may be empty.</param>
/// <param name="State">open or closed.</param>
/// <param name="Day">The last day that it looked at all, yyyymmdd; 0 for never.</param>
/// <param name="Opened">What it has opened so far.</param>
public sealed record OpportunityRule(
    long Id, string Entity, string Name, string Kind, RuleFigures Figures, string Pipeline, string Stage, string Product, string Title, string State, int Day, long Opened, long Version)
{
    public const string Maturing = "maturing", Inflow = "inflow", Outflow = "outflow", Repaid = "repaid";

    internal const string Columns = "u.id, u.entity, u.name, u.kind, u.args, u.pipeline, u.stage, u.product, u.title, u.state, u.day, u.opened, u.version";

    internal static IReadOnlyList<string> Kinds { get; } = [Maturing, Inflow, Outflow, Repaid];

    /// <summary>As the opportunities that it opens name it.</summary>
    internal string Origin => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rule/{Id}");

    internal static OpportunityRule Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), JsonSerializer.Deserialize<RuleFigures>(r.GetString(4), JsonSerializerOptions.Web)!, r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8),
        r.GetString(9), r.GetInt32(10), r.GetInt64(11), r.GetInt64(12));

    /// <summary>Whether it can be carried out.</summary>
    internal bool IsSound => Kind switch
    {
        Maturing => Figures is { Days: > 0 and <= 366, From: >= 0 },
        Inflow => Figures is { Days: > 0, From: > 0 },
        Repaid => Figures is { Percent: > 0 and < 100, From: >= 0 },
        Outflow => true,
        _ => false,
    };

    /// <summary>What it finds on a day, as SQL: party_id, entity, unit, manager, cause, amount (cents) and expected (yyyymmdd, 0: not known). Pure.</summary>
    internal string Found(DateOnly day, SqlText sql)
    {
        var entity = sql.Bind(Entity);
        var today = sql.Bind(BankTime.Number(day));
        var customer = $"JOIN ocrm.customer c ON c.party_id = h.party_id AND c.entity = h.entity AND c.status = 'active' {OwnerRow.OfCustomer} {Wished}";
        string Bind(long value) => sql.Bind(value);
        return Kind switch
        {
            Maturing =>
                $"""
                SELECT c.party_id, c.entity, c.unit, o.manager, 'holding/' || CAST(h.id AS text) || '/' || CAST(h.matures AS text) AS cause, h.balance AS amount, h.matures AS expected
                FROM ocrm.holding h {customer} WHERE h.entity = {entity} AND h.kind IN ('deposit', 'wealth') AND {Holding.Counts} AND h.matures >= {today} AND h.matures <= {sql.Bind(BankTime.Number(day.AddDays(Figures.Days)))}
                  AND h.balance >= {Bind(Figures.From)} AND {Willing(today)}
                """,
            Repaid =>
                $"""
                SELECT c.party_id, c.entity, c.unit, o.manager, 'holding/' || CAST(h.id AS text) AS cause, h.amount AS amount, 0 AS expected
                FROM ocrm.holding h {customer} WHERE h.entity = {entity} AND h.kind = 'loan' AND h.state = 'open' AND h.currency = 'CNY' AND h.amount >= {Bind(Math.Max(Figures.From, 1))} AND h.overdue = 0
                  AND h.balance * 100 <= h.amount * {Bind(Figures.Percent)} AND {Willing(today)}
                """,
            Inflow =>
                $"""
                SELECT c.party_id, c.entity, c.unit, o.manager, 'inflow/' || CAST({Bind(BankTime.Number(day) / 100)} AS text) AS cause, h.moved AS amount, 0 AS expected
                FROM (SELECT a.party_id, a.entity, CAST(SUM(m.delta) AS bigint) AS moved FROM ocrm.flow m JOIN ocrm.holding a ON a.system = m.system AND a.account = m.account
                    WHERE m.day > {sql.Bind(BankTime.Number(day.AddDays(-Figures.Days)))} AND a.entity = {entity} AND a.kind = 'deposit' GROUP BY a.party_id, a.entity HAVING SUM(m.delta) >= {Bind(Figures.From)}) h
                {customer} WHERE {Willing(today)}
                """,
            _ =>
                $"""
                SELECT c.party_id, c.entity, c.unit, o.manager, 'reminder/' || CAST(h.id AS text) AS cause, 0 AS amount, 0 AS expected
                FROM ocrm.reminder h {customer} WHERE h.entity = {entity} AND h.kind = 'outflow' AND h.state = 'open' AND h.due_on = {today} AND {Willing(today)}
                """,
        };
    }

    private const string Wished = "LEFT JOIN ocrm.wish w ON w.party_id = c.party_id AND w.entity = c.entity";

    /// <summary>Who wishes to be left alone is not sold anything.</summary>
    private static string Willing(string today) => $"COALESCE(w.quiet_until, 0) < {today}";

    /// <summary>Those of them for whom it has not opened one yet.</summary>
    internal string NewlyFound(DateOnly day, SqlText sql) =>
        $"""
        SELECT f.party_id, f.entity, f.unit, f.manager, f.cause, f.amount, f.expected FROM ({Found(day, sql)}) f
        WHERE NOT EXISTS (SELECT 1 FROM ocrm.opportunity p WHERE p.party_id = f.party_id AND p.origin = {sql.Bind(Origin)} AND p.cause = f.cause)
          AND NOT EXISTS (SELECT 1 FROM ocrm.opportunity p WHERE p.recorded_for = f.party_id AND p.origin = {sql.Bind(Origin)} AND p.cause = f.cause)
        """;
}
