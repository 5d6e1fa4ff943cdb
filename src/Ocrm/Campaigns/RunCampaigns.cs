using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Campaigns;

/// <summary>What campaigns do by themselves: audiences are selected and proposed, targets led on, outcomes collected, goals measured, and what is over ends. Several nodes may do it at once; each campaign's row is the lock.</summary>
internal sealed class RunCampaigns(
    OcrmDatabase database, FreezeAudience freeze, ProposeCampaign propose, LeadTargets lead, CollectOutcomes collect, EndTasks endings, MeasureGoals measure, ICallers callers, OcrmLimits limits, TimeProvider clock,
    ILogger<RunCampaigns> logger)
    : Worker(limits, clock, logger)
{
    private readonly Wakeups _wakeups = new();
    private long _collected;
    private long _measured;

    /// <summary>There is something to do.</summary>
    public void Wake() => _wakeups.Committed();

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var next = _wakeups.Next;
        if (!await StepAsync(cancellation))
        {
            await Wakeups.WaitAsync(next, Limits.CampaignPoll, Clock, cancellation);
        }
    }

    /// <summary>A batch of every campaign that has something to do, so that none waits for another to be through.</summary>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var due = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Campaign.Columns} FROM ocrm.campaign g WHERE g.state IN ('freezing', 'running') ORDER BY g.id", Campaign.Read), cancellation);
        var busy = false;
        foreach (var campaign in due)
        {
            busy |= campaign.State == Campaign.Freezing ? await FreezeAsync(campaign, cancellation) : await LeadAsync(campaign, cancellation);
        }

        if (IsTime(ref _collected, Limits.CampaignCollect))
        {
            await endings.RunAsync(cancellation);
            await collect.RunAsync(cancellation);
        }

        if (IsTime(ref _measured, Limits.CampaignMeasure))
        {
            foreach (var campaign in due.Where(c => c.State == Campaign.Running))
            {
                await measure.RunAsync(campaign, cancellation);
            }
        }

        return busy;
    }

    private async Task<bool> FreezeAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (await callers.OfPersonAsync(campaign.Acting, cancellation) is not { } caller || !caller.SightOf(Permission.CampaignsEdit).Sees(campaign.Entity, campaign.Unit, campaign.Owner))
        {
            await freeze.GiveUpAsync(campaign, "rights", cancellation);
        }
        else if (await freeze.StepAsync(campaign, caller, cancellation))
        {
            await propose.RunAsync(campaign, caller, cancellation);
        }

        return true;
    }

    private async Task<bool> LeadAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (BankTime.Number(BankTime.Today(Clock)) <= campaign.ToDay)
        {
            return await lead.StepAsync(campaign.Id, await callers.OfPersonAsync(campaign.Acting, cancellation), cancellation) > 0;
        }

        await measure.RunAsync(campaign, cancellation);
        await database.WriteAsync(async session =>
        {
            if (await Campaign.LockAsync(session, campaign.Id, Campaign.Running) is { } still)
            {
                await still.SetAsync(session, Campaign.Ended, Clock.GetUtcNow().ToUnixTimeMilliseconds());
                await HandedOver.MoveAsync(session, still, Campaign.Ended);
            }
        }, cancellation);
        return true;
    }

    private bool IsTime(ref long last, TimeSpan every)
    {
        var now = Clock.GetTimestamp();
        if (last != 0 && Clock.GetElapsedTime(last, now) < every)
        {
            return false;
        }

        last = now;
        return true;
    }
}
