using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>What a branch asks, of many targets at once.</summary>
internal sealed class AskBranch(IEnumerable<ListSource> sources, ListLimits lists, OcrmLimits limits)
{
    /// <returns>For every target whether the condition holds; null where that is not known yet.</returns>
    public async Task<IReadOnlyDictionary<long, bool?>> AskAsync(Leading leading, StepCondition condition, IReadOnlyList<Target> targets)
    {
        switch (condition.On)
        {
            case "response":
                return targets.ToDictionary(t => t.Id, t => (bool?)(condition.Value.Length == 0 ? t.Response.Length > 0 : t.Response == condition.Value));
            case "balance":
                return targets.ToDictionary(t => t.Id, t => (bool?)(Customer(leading, t)?.Assets >= condition.Amount));
            case "holding":
                var holders = (await leading.Session.QueryAsync(
                    "SELECT DISTINCT h.party_id, h.entity FROM {rows} CROSS JOIN ocrm.holding h WHERE h.party_id = k.id AND h.kind = @kind AND h.state <> 'closed'",
                    RowSet.Of("id", [.. targets.Select(t => t.Party)]), r => (r.GetInt64(0), r.GetString(1)), ("kind", condition.Value))).ToHashSet();
                return targets.ToDictionary(t => t.Id, t => (bool?)holders.Contains((t.Party, t.Entity)));
            case "segment":
                return await MembersAsync(leading, condition.Value, targets);
            default:
                return await DeliveredAsync(leading, condition.Step, targets);
        }
    }

    private static TargetCustomer? Customer(Leading leading, Target target) => leading.Customers.GetValueOrDefault((target.Party, target.Entity));

    /// <summary>In the sight of who submitted the campaign; where the segment is gone, or they are, it is not known.</summary>
    private async Task<IReadOnlyDictionary<long, bool?>> MembersAsync(Leading leading, string segment, IReadOnlyList<Target> targets)
    {
        var filter = JsonSerializer.SerializeToElement(new { column = "segment", op = "eq", value = segment });
        var customers = targets.Select(t => Customer(leading, t)?.Customer ?? 0).ToList();
        var found = leading.Acting is null ? default : await sources.Single(s => s.List.Name == "customers").KeysAsync(filter, leading.Acting, lists, 0, customers, customers.Count, leading.Cancellation);
        var members = found.Keys?.ToHashSet();
        return targets.Zip(customers).ToDictionary(t => t.First.Id, t => found.Problem is not null ? null : members?.Contains(t.Second));
    }

    private async Task<IReadOnlyDictionary<long, bool?>> DeliveredAsync(Leading leading, int step, IReadOnlyList<Target> targets)
    {
        var before = leading.Now - (long)TimeSpan.FromDays(limits.CampaignDelivery).TotalMilliseconds;
        var states = (await leading.Session.QueryAsync(
            "SELECT h.target, h.state, h.at FROM {rows} CROSS JOIN ocrm.campaign_contact h WHERE h.target = k.id AND h.step = @step ORDER BY h.attempt",
            RowSet.Of("id", [.. targets.Select(t => t.Id)]), r => (Target: r.GetInt64(0), State: r.GetString(1), At: r.GetInt64(2)), ("step", (long)step))).ToLookup(c => c.Target);
        return targets.ToDictionary(t => t.Id, t => states[t.Id].LastOrDefault() switch
        {
            (_, CampaignContact.Sent, _) => (bool?)true,
            (_, CampaignContact.InDoubt, _) => null, // a person decides
            (_, CampaignContact.Made, var at) when at > before => null,
            _ => false,
        });
    }
}
