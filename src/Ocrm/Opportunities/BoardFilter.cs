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
    /// <summary>The condition on opportunities (p) of a stage: what was won or lost leaves the board after some days.</summary>
    public string Condition(Caller caller, Stage stage, SqlText sql, OcrmLimits limits, long now)
    {
        var parts = new List<string> { $"p.stage = {sql.Bind(stage.Id)}", OpportunitySight.Condition(caller, sql) };
        if (!string.IsNullOrEmpty(Owner))
        {
            parts.Add($"p.owner = {sql.Bind(Owner == "me" ? caller.PersonId : Owner)}");
        }

        if (!string.IsNullOrEmpty(Unit))
        {
            parts.Add($"p.unit = {sql.Bind(Unit)}");
        }

        if (stage.Kind != Stage.Open)
        {
            parts.Add($"p.entered_at >= {sql.Bind(BankTime.Ms(Since(now, limits)))}");
        }

        if (Late)
        {
            parts.Add(stage is { Kind: Stage.Open, Days: > 0 } ? $"p.entered_at <= {sql.Bind(now - (stage.Days * (long)TimeSpan.FromDays(1).TotalMilliseconds))}" : "1 = 0");
        }

        return string.Join(" AND ", parts);
    }

    /// <summary>The first day of what was won or lost that the board shows.</summary>
    public static DateOnly Since(long now, OcrmLimits limits) => BankTime.Day(now).AddDays(-limits.BoardClosedDays);
}
