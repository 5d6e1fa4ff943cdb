using Granary.Kernel;

namespace Granary.Ocrm.Campaigns;

/// <summary>A step that a target would come to.</summary>
/// <param name="Day">Null: it is left out, since the frequency cap leaves no room until the campaign's end.</param>
internal sealed record Foreseen(CampaignStep Step, DateOnly? Day);

/// <summary>Who is led on, without anything being done.</summary>
/// <param name="Manager">'' for nobody.</param>
/// <param name="Quiet">The last day on which the customer wished to be left alone; null for no such wish.</param>
/// <param name="Answers">Of each branch that asks about the customer: whether it holds today.</param>
internal sealed record Walker(long Party, string Entity, string Manager, DateOnly? Quiet, IReadOnlyDictionary<int, bool> Answers);

/// <summary>
/// What would happen to targets if nobody responded and every message arrived: the same rules as when they are led on, by days in place of
/// moments. What one takes of the frequency cap and of the managers' days is gone for the next.
/// </summary>
internal sealed class DryRun(CampaignPlan plan, DateOnly from, DateOnly to)
{
    private readonly Dictionary<(string Manager, DateOnly Day), int> _tasks = [];

    /// <param name="cap">Of the walker's customer.</param>
    public IReadOnlyList<Foreseen> Walk(Walker walker, FrequencyCap cap)
    {
        var way = new List<Foreseen>();
        var day = from;
        for (var id = plan.Steps[0].Id; plan.Step(id) is { } step;)
        {
            switch (step.Kind)
            {
                case StepKind.Wait:
                    day = BankTime.Parse(step.Until) is { } until ? (until > day ? until : day) : day.AddDays(step.Days);
                    id = step.Next;
                    break;
                case StepKind.Branch:
                    id = step.If!.On == "delivery" || walker.Answers.GetValueOrDefault(step.Id) ? step.Next : step.Otherwise;
                    break;
                case StepKind.Qr:
                    id = step.Next;
                    break;
                default:
                    var on = DayOf(walker, cap, step, day);
                    way.Add(new Foreseen(step, on));
                    day = on ?? day;
                    id = step.Next;
                    break;
            }
        }

        return way;
    }

    private DateOnly? DayOf(Walker walker, FrequencyCap cap, CampaignStep step, DateOnly day)
    {
        var channelClass = StepKind.ClassOf(step.Kind);
        if (channelClass.Length > 0 && walker.Quiet is { } quiet && quiet >= day)
        {
            day = quiet.AddDays(1);
        }

        var free = cap.FreeFrom(walker.Party, walker.Entity, channelClass, BankTime.Ms(day));
        if (free >= BankTime.Ms(to.AddDays(1)) || (step.Kind == StepKind.Task && walker.Manager.Length == 0))
        {
            return null;
        }

        // From the next day that is wholly free.
        day = free == 0 ? day : BankTime.Day(free - 1).AddDays(1);
        while (step.Kind == StepKind.Task && day <= to && _tasks.GetValueOrDefault((walker.Manager, day)) >= plan.TasksPerDay)
        {
            day = day.AddDays(1);
        }

        if (day > to)
        {
            return null;
        }

        if (step.Kind == StepKind.Task)
        {
            _tasks[(walker.Manager, day)] = _tasks.GetValueOrDefault((walker.Manager, day)) + 1;
        }

        if (channelClass.Length > 0)
        {
            cap.Add(walker.Party, walker.Entity, channelClass, BankTime.Ms(day));
        }

        return day;
    }
}
