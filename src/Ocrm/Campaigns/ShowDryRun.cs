using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <param name="Day">YYYY-MM-DD; null: left out, since the frequency cap leaves no room.</param>
public sealed record DryRunCount(int Step, string Kind, string? Day, long Count);

/// <summary>A text as one target would get it, the customer's name as the caller sees it.</summary>
public sealed record DryRunSample(int Step, string Kind, string Title, string Text);

/// <param name="Day">YYYY-MM-DD; null: left out.</param>
public sealed record DryRunStep(int Step, string Kind, string? Day);

/// <param name="Target">The target's id.</param>
public sealed record DryRunWay(string Target, string Name, string Manager, IReadOnlyList<DryRunStep> Steps);

/// <param name="Counts">By step and day.</param>
/// <param name="Ways">What would happen to each of a page of targets.</param>
/// <param name="Next">Behind which target the next page begins; null at the end.</param>
public sealed record DryRunView(long Targets, IReadOnlyList<DryRunCount> Counts, IReadOnlyList<DryRunSample> Samples, IReadOnlyList<DryRunWay> Ways, string? Next);

/// <summary>GET /api/campaigns/{id}/dry-run: what would happen to each target on which day, if nobody responded. Nothing is sent and nothing is written; only whoever asks sees it.</summary>
internal static class ShowDryRun
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/campaigns/{id:long}/dry-run", async Task<Results<Ok<DryRunView>, ProblemHttpResult>> (
                long id, long? after, Caller caller, OcrmDatabase database, AskBranch branches, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var found = await database.ReadAsync(session => Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id), cancellation);
                return found is null ? Campaign.Unknown
                    : found.FrozenAt == 0 ? EditCampaigns.NotNow
                    : TypedResults.Ok(await RunAsync(found, after ?? 0, caller, database, branches, organisation, limits, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellation));
            })
            .Requires(Permission.CampaignsEdit).WithName("DryRunCampaign").WithSummary("What would happen to each target of a submitted campaign on which day, with samples of its texts");

    private static async Task<DryRunView> RunAsync(
        Campaign campaign, long after, Caller caller, OcrmDatabase database, AskBranch branches, IOrganisation organisation, OcrmLimits limits, long now, CancellationToken cancellation)
    {
        var (from, to) = (BankTime.OfNumber(campaign.FromDay)!.Value, BankTime.OfNumber(campaign.ToDay)!.Value);
        var today = BankTime.Day(now);
        var run = new DryRun(campaign.Plan, from > today ? from : today, to);
        var counts = new Dictionary<(CampaignStep Step, DateOnly? Day), long>();
        var (ways, samples, sum, last) = (new List<DryRunWay>(), new List<DryRunSample>(), 0L, 0L);
        while (true)
        {
            // A batch a transaction: a view of three hundred thousand rows would hold up whoever cleans up behind the writers.
            var read = await database.ReadAsync(async session =>
            {
                var batch = await session.QueryAsync($"SELECT {Target.Columns} FROM ocrm.campaign_target t WHERE t.campaign = @id AND t.id > @last AND t.outcome = 'in' AND t.held = 0 ORDER BY t.id LIMIT {limits.DryRunBatch}",
                    Target.Read, ("id", campaign.Id), ("last", last));
                var leading = new Leading(session, campaign, caller, await TargetCustomer.OfAsync(session, batch), await FrequencyCap.OfAsync(session, [.. batch.Select(t => t.Party)], now), now, cancellation);
                List<Target> there = [.. batch.Where(t => leading.Customers.GetValueOrDefault((t.Party, t.Entity)) is { Active: true })];
                var answers = new Dictionary<int, IReadOnlyDictionary<long, bool?>>();
                foreach (var step in campaign.Plan.Steps.Where(s => s is { Kind: StepKind.Branch, If.On: not ("delivery" or "response") }))
                {
                    answers[step.Id] = await branches.AskAsync(leading, step.If!, there);
                }

                if (samples.Count == 0 && there.Count > 0)
                {
                    samples.AddRange(await SamplesAsync(leading, there[0], caller, organisation));
                }

                return (Last: batch.Count == 0 ? 0 : batch[^1].Id, Leading: leading, Targets: there, Answers: answers);
            }, cancellation);
            if (read.Last == 0)
            {
                break;
            }

            last = read.Last;
            foreach (var target in read.Targets)
            {
                sum++;
                var customer = read.Leading.Customers[(target.Party, target.Entity)];
                var way = run.Walk(new Walker(target.Party, target.Entity, TargetGaps.ManagerOf(read.Leading, target), BankTime.OfNumber(customer.QuietUntil),
                    read.Answers.ToDictionary(a => a.Key, a => a.Value[target.Id] ?? false)), read.Leading.Cap);
                foreach (var step in way)
                {
                    counts[(step.Step, step.Day)] = counts.GetValueOrDefault((step.Step, step.Day)) + 1;
                }

                if (target.Id > after && ways.Count <= limits.DryRunWays)
                {
                    ways.Add(new DryRunWay(target.Id.ToString(CultureInfo.InvariantCulture), ShownName.For(caller, customer.Name), TargetGaps.ManagerOf(read.Leading, target), [.. way.Select(w => new DryRunStep(w.Step.Id, w.Step.Kind, Text(w.Day)))]));
                }
            }
        }

        return new DryRunView(sum,
            [.. counts.OrderBy(c => campaign.Plan.Steps.ToList().IndexOf(c.Key.Step)).ThenBy(c => c.Key.Day).Select(c => new DryRunCount(c.Key.Step.Id, c.Key.Step.Kind, Text(c.Key.Day), c.Value))],
            samples, [.. ways.Take(limits.DryRunWays)], ways.Count > limits.DryRunWays ? ways[limits.DryRunWays - 1].Target : null);
    }

    private static async Task<IEnumerable<DryRunSample>> SamplesAsync(Leading leading, Target target, Caller caller, IOrganisation organisation)
    {
        var (plan, gaps) = (leading.Campaign.Plan, await TargetGaps.OfAsync(organisation, leading, [target]));
        var masked = caller.Sees(DataClass.C1) == FieldSight.Clear ? (Func<TextGaps, TextGaps>)(g => g) : g => g with { Name = ShownName.For(caller, g.Name), Kind = "" };
        return plan.Steps.Where(s => s.Text is not null && s.Kind is not (StepKind.Wait or StepKind.Branch or StepKind.Qr or StepKind.List)).Select(s =>
        {
            string Filled(StepText? text) => text is null ? "" : FillText.Fill(text.In(plan.Language), masked(gaps(target, s.Link)), plan.Language);
            return new DryRunSample(s.Id, s.Kind, s.Kind == StepKind.Sms ? "" : Filled(s.Title), Filled(s.Text));
        });
    }

    private static string? Text(DateOnly? day) => day is { } known ? BankTime.Text(known) : null;
}
