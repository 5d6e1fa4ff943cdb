using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;

namespace Granary.Ocrm.Opportunities;

/// <summary>Which opportunities of a pipeline a board shows.</summary>
/// <param name="Owner">A person's id, "me" for who asks, or empty.</param>
/// <param name="Unit">A unit's code, or empty.</param>
/// <param name="Late">Only what is too long in its stage.</param>
internal sealed record BoardFilter(Pipeline Pipeline, string? Owner, string? Unit, bool Late)
{
    /// <summary>The condition on opportunities (p) of some stages (s): what was won or lost leaves the board after some days.</summary>
    public string Condition(Caller caller, IReadOnlyList<Stage> stages, SqlText sql, OcrmLimits limits, long now)
    {
        var (open, closed) = (stages.Where(s => s.Kind == Stage.Open).ToList(), stages.Where(s => s.Kind != Stage.Open).ToList());
        var among = new List<string>();
        if (open.Count > 0)
        {
            among.Add(In(open) + (Late ? $" AND {OpportunityList.TooLongSql(sql, now)}" : ""));
        }

        if (closed.Count > 0 && !Late)
        {
            among.Add($"{In(closed)} AND p.entered_at >= {sql.Bind(BankTime.Ms(Since(now, limits)))}");
        }

        var parts = new List<string> { among.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", among)})", OpportunitySight.Condition(caller, sql) };
        if (!string.IsNullOrEmpty(Owner))
        {
            parts.Add($"p.owner = {sql.Bind(Owner == "me" ? caller.PersonId : Owner)}");
        }

        if (!string.IsNullOrEmpty(Unit))
        {
            parts.Add($"p.unit = {sql.Bind(Unit)}");
        }

        return string.Join(" AND ", parts);

        string In(List<Stage> some) => $"p.stage IN ({string.Join(", ", some.Select(s => sql.Bind(s.Id)))})";
    }

    /// <summary>The first day of what was won or lost that the board shows.</summary>
    public static DateOnly Since(long now, OcrmLimits limits) => BankTime.Day(now).AddDays(-limits.BoardClosedDays);
}
