using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>A step that is a task of the manager with a script; a manager is given no more in a day than the plan says, by all campaigns together.</summary>
internal sealed class GiveTasks(IOrganisation organisation, OcrmLimits limits) : IStepWork
{
    public IReadOnlyList<string> Kinds { get; } = [StepKind.Task];

    public async Task<IReadOnlyList<(Target Target, long Later)>> RunAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets)
    {
        var done = new List<(Target, long)>();
        var tomorrow = BankTime.Ms(leading.Today.AddDays(1));
        var gaps = await TargetGaps.OfAsync(organisation, leading, targets);
        var due = BankTime.Text(leading.Today.AddDays(step.Days));
        var given = 0;
        foreach (var ofManager in targets.GroupBy(t => TargetGaps.ManagerOf(leading, t), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var room = ofManager.Key.Length == 0 ? 0 : await TakeAsync(leading, ofManager.Key, ofManager.Count());
            foreach (var (target, place) in ofManager.Select((t, i) => (t, i)))
            {
                if (ofManager.Key.Length > 0 && place >= room)
                {
                    done.Add((target, tomorrow));
                    continue;
                }

                done.Add((target, 0));
                if (ofManager.Key.Length == 0)
                {
                    leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Skipped, leading.Now));
                    continue;
                }

                var plan = leading.Campaign.Plan;
                string Filled(StepText text, int most) => FillText.Fill(text.In(plan.Language), gaps(target, step.Link), plan.Language) is var filled && filled.Length > most ? filled[..most] : filled;
                var task = await leading.Session.AddAsync(TaskRow.Rows, new TaskRow(
                    target.Party, target.Entity, target.Unit, ofManager.Key, leading.Campaign.Owner, Filled(step.Title!, limits.TaskTitle), Filled(step.Text!, limits.WorkText), 0, due, [], false, leading.Now, Origin: target.Ref));
                leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Made, leading.Now, task));
                leading.Cap.Add(target.Party, target.Entity, StepKind.ClassOf(step.Kind), leading.Now);
                given++;
            }
        }

        if (given > 0)
        {
            await AuditTrail.AppendAsync(leading.Session, "ocrm", leading.Now, new AuditEntry("granary", "", Permission.WorkEdit, leading.Campaign.Ref, After: $"tasks {given} step {step.Id}"));
        }

        return done;
    }

    /// <returns>How many of so many tasks the manager still takes today.</returns>
    private static async Task<int> TakeAsync(Leading leading, string manager, int wanted)
    {
        var (day, most) = (BankTime.Number(leading.Today), leading.Campaign.Plan.TasksPerDay);
        var before = (await leading.Session.QueryAsync(
            "INSERT INTO ocrm.campaign_load AS l (manager, day, given) VALUES (@manager, @day, 0) ON CONFLICT (manager, day) DO UPDATE SET given = l.given RETURNING given",
            r => r.GetInt64(0), ("manager", manager), ("day", day)))[0];
        var room = (int)Math.Clamp(most - before, 0, wanted);
        await leading.Session.ExecuteAsync("UPDATE ocrm.campaign_load SET given = given + @room WHERE manager = @manager AND day = @day", ("room", (long)room), ("manager", manager), ("day", day));
        return room;
    }
}
