using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Dashboards;

/// <summary>The moments that the figures of a day are counted from. Pure.</summary>
/// <param name="Today">The bank's day.</param>
internal sealed record StandingDay(DateOnly Today, int CoverageDays)
{
    public DateOnly MonthStart => new(Today.Year, Today.Month, 1);

    public DateOnly MonthEnd => MonthStart.AddDays(-1);

    /// <summary>The month at whose end customers had what they are compared with: yyyymm.</summary>
    public int Month => (MonthEnd.Year * 100) + MonthEnd.Month;

    public DateOnly ContactedSince => Today.AddDays(-CoverageDays);

    public (string Name, object? Value)[] Parameters =>
    [
        ("since", BankTime.Ms(MonthStart)), ("month", Month), ("contacted", BankTime.Ms(ContactedSince)), ("today", BankTime.Text(Today)),
    ];
}

/// <summary>
/// What a dashboard adds up, in one shape from two places: row by row where the scope is small, and then exactly what lists say now; or from
/// the sums that a job keeps. One statement reads either, with the same condition for who sees what.
/// </summary>
internal static class Standing
{
    /// <summary>By which a row of sums (c) is seen: as the list of customers has it.</summary>
    public static SightColumns Sight { get; } = new("c.entity", "c.unit", "c.manager", "c.place") { Besides = ["c.assistant", "c.second_assistant", "c.former"] };

    /// <summary>Each customer with their measures, and what they are summed by. Closed customers are no base.</summary>
    public const string Customers =
        $"""
        SELECT c.id, c.entity, c.unit, o.manager, c.place, o.assistant, o.second_assistant, o.former, 1 AS customers, CASE WHEN c.opened_at >= @since THEN 1 ELSE 0 END AS opened,
        CASE WHEN c.last_contact >= @contacted THEN 1 ELSE 0 END AS contacted, c.deposits, c.loans, c.wealth, COALESCE(m.deposits, 0) AS deposits_before, COALESCE(m.loans, 0) AS loans_before
        FROM {OwnerRow.Customers} LEFT JOIN ocrm.month_end m ON m.party_id = c.party_id AND m.entity = c.entity AND m.month = @month WHERE c.status = 'active'
        """;

    public const string Tasks =
        """
        SELECT t.entity, t.unit, t.assignee AS person, CASE WHEN t.state = 'open' THEN 1 ELSE 0 END AS due, CASE WHEN t.state = 'open' AND t.due_on < @today THEN 1 ELSE 0 END AS overdue,
        CASE WHEN t.state = 'done' THEN 1 ELSE 0 END AS done, 0 AS visits, 0 AS calls FROM ocrm.task t WHERE (t.state = 'open' OR (t.state = 'done' AND t.done_at >= @since))
        """;

    public const string Visits =
        """
        SELECT v.entity, v.unit, v.person, 0 AS due, 0 AS overdue, 0 AS done, CASE WHEN v.kind = 'visit' THEN 1 ELSE 0 END AS visits, CASE WHEN v.kind = 'call' THEN 1 ELSE 0 END AS calls
        FROM ocrm.visit v WHERE v.state = 'done' AND v.at >= @since
        """;

    public static IReadOnlyList<string> CustomerKeys { get; } = ["entity", "unit", "manager", "place", "assistant", "second_assistant", "former"];

    public static IReadOnlyList<string> CustomerMeasures { get; } = ["customers", "opened", "contacted", "deposits", "loans", "wealth", "deposits_before", "loans_before"];

    public static IReadOnlyList<string> WorkKeys { get; } = ["entity", "unit", "person"];

    public static IReadOnlyList<string> WorkMeasures { get; } = ["due", "overdue", "done", "visits", "calls"];

    public static string Sums(IReadOnlyList<string> measures, string alias) => string.Join(", ", measures.Select(m => $"CAST(COALESCE(sum({alias}.{m}), 0) AS bigint) AS {m}"));
}
