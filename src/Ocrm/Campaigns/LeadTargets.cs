using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Products;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>Where a target stands after it was led on.</summary>
internal sealed record Place(string State, long Step, long DueAt);

/// <summary>A batch of targets as it is led on, in its one transaction.</summary>
internal sealed record Leading(
    Session Session, Campaign Campaign, Caller? Acting, IReadOnlyDictionary<(long Party, string Entity), TargetCustomer> Customers, FrequencyCap Cap, long Now, CancellationToken Cancellation)
{
    public DateOnly Today { get; } = BankTime.Day(Now);

    /// <summary>When the campaign's last day is over.</summary>
    public long Ends { get; } = BankTime.Ms(BankTime.OfNumber(Campaign.ToDay)!.Value.AddDays(1));

    /// <summary>What was done; a target has at most one of them in a batch.</summary>
    public List<CampaignContact> Contacts { get; } = [];
}

/// <summary>
/// Leads the targets of running campaigns from step to step. A target's new place and what is done with it (the task, the message, the mark in
/// the frequency cap) are one transaction: killed anywhere, nothing happens twice and nothing is left out.
/// </summary>
internal sealed class LeadTargets(OcrmDatabase database, AskBranch branches, IEnumerable<IStepWork> works, OcrmLimits limits, TimeProvider clock)
{
    /// <summary>One transaction's worth of one campaign; its row is the lock, so that a pause waits for what is under way and nothing happens after it.</summary>
    /// <param name="acting">Who submitted the campaign, with the rights of now; null where they have left: then nobody's segments are asked.</param>
    /// <returns>How many targets were led on.</returns>
    public Task<int> StepAsync(long id, Caller? acting, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        if (await Campaign.LockAsync(session, id, Campaign.Running) is not { } campaign)
        {
            return 0;
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var targets = await session.QueryAsync(
            $"SELECT {Target.Columns} FROM ocrm.campaign_target t WHERE t.campaign = @id AND t.state = 'waiting' AND t.due_at <= @now ORDER BY t.due_at, t.id LIMIT {limits.CampaignBatch} {session.ForUpdateOf("t")}",
            Target.Read, ("id", id), ("now", now));
        if (targets.Count == 0)
        {
            return 0;
        }

        // The targets first, the customers' rows then: who merges two customers holds targets only, so nobody waits for each other.
        var leading = new Leading(session, campaign, acting, await TargetCustomer.OfAsync(session, targets), await FrequencyCap.OfAsync(session, [.. targets.Select(t => t.Party)], now), now, cancellation);
        var places = await LeadAsync(leading, targets);
        await session.InsertAsync(CampaignContact.Rows, leading.Contacts);
        Crash.At("mid-campaign");
        await WriteAsync(leading, places);
        return targets.Count;
    }, cancellation);

    private async Task<Dictionary<long, Place>> LeadAsync(Leading leading, IReadOnlyList<Target> targets)
    {
        var places = new Dictionary<long, Place>();
        // Each round takes every target one step on; the steps are a graph without cycle, so that the rounds end.
        for (var moving = targets.ToList(); moving.Count > 0;)
        {
            var further = new List<Target>();
            foreach (var group in moving.GroupBy(t => t.Step))
            {
                if (leading.Campaign.Plan.Step(group.Key) is not { } step)
                {
                    foreach (var target in group)
                    {
                        places[target.Id] = new Place(Target.Done, 0, 0);
                    }

                    continue;
                }

                switch (step.Kind)
                {
                    case StepKind.Wait:
                        foreach (var target in group)
                        {
                            places[target.Id] = At(step.Next, DueOf(step, leading.Now));
                        }

                        break;
                    case StepKind.Branch:
                        var answers = await branches.AskAsync(leading, step.If!, [.. group]);
                        foreach (var target in group)
                        {
                            if (answers[target.Id] is { } holds)
                            {
                                further.Add(target with { Step = holds ? step.Next : step.Otherwise });
                            }
                            else
                            {
                                places[target.Id] = At(step.Id, leading.Now + (long)limits.CampaignAsksAgain.TotalMilliseconds);
                            }
                        }

                        break;
                    case StepKind.Qr:
                        further.AddRange(group.Select(t => t with { Step = step.Next }));
                        break;
                    default:
                        await ContactAsync(leading, step, [.. group], places);
                        break;
                }
            }

            moving = further;
        }

        return places;
    }

    private async Task ContactAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets, Dictionary<long, Place> places)
    {
        var channelClass = StepKind.ClassOf(step.Kind);
        // An assessment may have run out, or another one counts, since the audience was selected.
        var suited = await Suitability.SuitedAsync(leading.Session, [.. targets.Select(t => (t.Party, t.Entity))], leading.Campaign.Product, leading.Today);
        var ready = new List<Target>();
        foreach (var target in targets)
        {
            var customer = leading.Customers.GetValueOrDefault((target.Party, target.Entity));
            if (customer is not { Active: true })
            {
                places[target.Id] = new Place(Target.Stopped, step.Id, 0);
                continue;
            }

            if (!suited.Contains((target.Party, target.Entity)))
            {
                leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Unsuitable, leading.Now));
                places[target.Id] = new Place(Target.Stopped, step.Id, 0);
                continue;
            }

            var free = channelClass.Length == 0 ? 0 : Math.Max(leading.Cap.FreeFrom(target.Party, target.Entity, channelClass), FreeFromQuiet(customer, leading.Today));
            if (free == 0)
            {
                ready.Add(target);
            }
            else if (free < leading.Ends)
            {
                places[target.Id] = At(step.Id, free);
            }
            else
            {
                leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Skipped, leading.Now));
                places[target.Id] = At(step.Next, leading.Now);
            }
        }

        foreach (var (target, later) in await works.Single(w => w.Kinds.Contains(step.Kind)).RunAsync(leading, step, ready))
        {
            places[target.Id] = later > 0 ? At(step.Id, later) : At(step.Next, leading.Now);
        }
    }

    private static long FreeFromQuiet(TargetCustomer customer, DateOnly today) =>
        customer.QuietUntil >= BankTime.Number(today) ? BankTime.Ms(BankTime.OfNumber(customer.QuietUntil)!.Value.AddDays(1)) : 0;

    private static Place At(int step, long due) => step == 0 ? new Place(Target.Done, 0, 0) : new Place(Target.Waiting, step, due);

    /// <summary>Days are whole ones of the bank: three days from Monday is Thursday, as it begins.</summary>
    private static long DueOf(CampaignStep step, long now) => BankTime.Ms(BankTime.Parse(step.Until) ?? BankTime.Day(now).AddDays(step.Days));

    private static async Task WriteAsync(Leading leading, IReadOnlyDictionary<long, Place> places)
    {
        foreach (var group in places.GroupBy(p => p.Value))
        {
            await leading.Session.ExecuteAsync("UPDATE ocrm.campaign_target SET state = @state, step = @step, due_at = @due, version = version + 1 WHERE id IN (SELECT k.id FROM {rows})",
                RowSet.Of("id", [.. group.Select(p => p.Key)]), ("state", group.Key.State), ("step", group.Key.Step), ("due", group.Key.DueAt));
        }

        foreach (var state in new[] { CampaignContact.Made, CampaignContact.Sent })
        {
            await leading.Session.ExecuteAsync("UPDATE ocrm.campaign_target SET contacts = contacts + 1, contacted_at = CASE WHEN contacted_at = 0 THEN @at ELSE contacted_at END WHERE id IN (SELECT k.id FROM {rows})",
                RowSet.Of("id", [.. leading.Contacts.Where(c => c.State == state).Select(c => c.Target.Id)]), ("at", state == CampaignContact.Sent ? leading.Now : 0L));
        }
    }
}
