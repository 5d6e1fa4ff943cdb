using System.Text.RegularExpressions;
using Granary.Kernel;
using Granary.Ocrm.Consents;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Segments;

namespace Granary.Ocrm.Campaigns;

/// <summary>What is wrong with a plan.</summary>
/// <param name="Step">The step's id; 0 for the plan as a whole.</param>
/// <param name="Problem">A code; the page has words for it.</param>
public sealed record PlanFault(int Step, string Problem);

/// <summary>Whether a plan can be carried out: its steps are a graph without cycle, all reached, each path ends, and no text has a gap that nothing fills. Pure.</summary>
internal static partial class CheckPlan
{
    private static readonly string[] Ways = [Combination.Union, Combination.Intersection, Combination.Difference];

    public static IReadOnlyList<PlanFault> Faults(Campaign campaign, DateOnly today, OcrmLimits limits)
    {
        var plan = campaign.Plan;
        var faults = new List<PlanFault>();
        void Check(bool wrong, string problem, int step = 0)
        {
            if (wrong)
            {
                faults.Add(new PlanFault(step, problem));
            }
        }

        Check(BankTime.OfNumber(campaign.ToDay) is not { } last || last < today || campaign.ToDay < campaign.FromDay, "days");
        Check(!ConsentPurpose.All.Contains(plan.Purpose), "purpose");
        Check(plan.Language is not (CampaignPlan.Chinese or CampaignPlan.English), "language");
        Check(plan.HoldOut is < 0 or > 90, "hold-out");
        Check(plan.TasksPerDay is < 1 or > 500, "tasks-per-day");
        Check(plan.Audience.Segments.Count is 0 || plan.Audience.Segments.Count > limits.SegmentsCombined || plan.Audience.Excluded.Count > limits.SegmentsCombined
            || !Ways.Contains(plan.Audience.How) || (plan.Audience.Segments.Count < 2 && plan.Audience.How != Combination.Union), "audience");
        Check(!IsGoal(plan.Goal), "goal");
        Check(plan.Steps.Count == 0, "no-steps");
        Check(plan.Steps.Count > limits.CampaignSteps, "many-steps");
        Check(plan.Steps.Count > 0 && !plan.Steps.Any(s => s.Kind is not (StepKind.Wait or StepKind.Branch)), "no-contact");
        Check(plan.Steps.DistinctBy(s => s.Id).Count() < plan.Steps.Count || plan.Steps.Any(s => s.Id < 1), "step-ids");
        if (faults.Count > 0)
        {
            return faults;
        }

        foreach (var step in plan.Steps)
        {
            foreach (var problem in FaultsOf(step, plan, limits))
            {
                Check(true, problem, step.Id);
            }
        }

        faults.AddRange(Paths(plan));
        return faults;
    }

    private static bool IsGoal(CampaignGoal goal) => goal.Target >= 0 && goal.Kind switch
    {
        CampaignGoal.Response => ResponseKind.All.Contains(goal.Value),
        CampaignGoal.Holding => Holding.Kinds.Contains(goal.Value),
        CampaignGoal.Balance => goal.Amount > 0,
        CampaignGoal.Opportunity => true,
        _ => false,
    };

    private static IEnumerable<string> FaultsOf(CampaignStep step, CampaignPlan plan, OcrmLimits limits)
    {
        bool Unknown(int id) => id != 0 && plan.Step(id) is null;
        if (!StepKind.All.Contains(step.Kind))
        {
            yield return "kind";
            yield break;
        }

        if (Unknown(step.Next) || (step.Kind == StepKind.Branch ? Unknown(step.Otherwise) : step.Otherwise != 0))
        {
            yield return "next";
        }

        var (title, text) = MostOf(step.Kind, limits);
        foreach (var (said, most) in new[] { (step.Title, title), (step.Text, text) }.Where(t => t.Item2 > 0))
        {
            if (said is null || string.IsNullOrWhiteSpace(said.Zh) || string.IsNullOrWhiteSpace(said.En))
            {
                yield return "text-missing";
            }
            else if (said.Zh.Length > most || said.En.Length > most || (said.Zh + said.En).Contains('\0', StringComparison.Ordinal))
            {
                yield return "text-long";
            }
            else if (Gaps(said.Zh).Concat(Gaps(said.En)).Any(g => !FillText.Known.Contains(g)))
            {
                yield return "placeholder";
            }
            else if (Gaps(said.Zh).Concat(Gaps(said.En)).Contains("link") && step is { Link.Length: 0, Kind: not StepKind.Questionnaire })
            {
                yield return "link";
            }
            else if (step.Kind == StepKind.Questionnaire && most == text && !(Gaps(said.Zh).Contains("link") && Gaps(said.En).Contains("link")))
            {
                yield return "no-link";
            }
        }

        if (step.Link.Length > 0 && !(step.Link.Length <= limits.CampaignLink && Uri.TryCreate(step.Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
        {
            yield return "link";
        }

        switch (step.Kind)
        {
            case StepKind.Task or StepKind.List when step.Channel is not ("" or "phone" or "visit" or "wechat"):
            case StepKind.Questionnaire when step.Channel is not ("sms" or "email"):
                yield return "channel";
                break;
            case StepKind.Qr when step.Questionnaire == 0 == (step.Link.Length == 0):
                yield return "qr";
                break;
            case StepKind.Questionnaire when step.Questionnaire <= 0:
                yield return "questionnaire";
                break;
            case StepKind.Task when step.Days is < 0 or > 365:
            case StepKind.Wait when step.Until.Length == 0 ? step.Days is < 1 or > 365 : BankTime.Parse(step.Until) is null:
                yield return "days";
                break;
            case StepKind.Branch when !Asks(step.If, plan):
                yield return "condition";
                break;
        }
    }

    private static bool Asks(StepCondition? condition, CampaignPlan plan) => condition?.On switch
    {
        "response" => condition.Value.Length == 0 || ResponseKind.All.Contains(condition.Value),
        "delivery" => plan.Step(condition.Step) is { } of && StepKind.Messages.Contains(of.Kind),
        "segment" => condition.Value.Length > 0,
        "holding" => Holding.Kinds.Contains(condition.Value),
        "balance" => condition.Amount > 0,
        _ => false,
    };

    /// <summary>Every step is reached, none again: then each path ends.</summary>
    private static IEnumerable<PlanFault> Paths(CampaignPlan plan)
    {
        var left = new HashSet<int>();
        var on = new HashSet<int>();
        var cycles = new List<PlanFault>();
        Walk(plan.Steps[0].Id);
        return [.. cycles, .. plan.Steps.Where(s => !left.Contains(s.Id)).Select(s => new PlanFault(s.Id, "unreached"))];

        void Walk(int id)
        {
            if (plan.Step(id) is not { } step || left.Contains(id))
            {
                return;
            }

            if (!on.Add(id))
            {
                cycles.Add(new PlanFault(id, "cycle"));
                return;
            }

            Walk(step.Next);
            Walk(step.Otherwise);
            on.Remove(id);
            left.Add(id);
        }
    }

    /// <summary>The longest title and text of a kind; 0: it has none.</summary>
    private static (int Title, int Text) MostOf(string kind, OcrmLimits limits) => kind switch
    {
        StepKind.Task => (limits.TaskTitle, limits.WorkText),
        StepKind.Mail => (limits.TaskTitle, limits.MailCharacters),
        StepKind.Sms => (0, limits.SmsCharacters),
        StepKind.InApp => (limits.TaskTitle, limits.SmsCharacters),
        StepKind.Questionnaire => (limits.TaskTitle, limits.SmsCharacters),
        _ => (0, 0),
    };

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Gap();
}
