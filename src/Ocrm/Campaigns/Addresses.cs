using Granary.Ecif.Contracts;

namespace Granary.Ocrm.Campaigns;

/// <summary>Mail addresses, which the customer master alone knows.</summary>
internal static class Addresses
{
    /// <summary>The first address of each party that has one; none where no step of the plan sends mail.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> EmailsAsync(IGoldenRecords records, CampaignPlan plan, IReadOnlyCollection<long> parties, CancellationToken cancellation) =>
        parties.Count == 0 || !plan.Steps.Any(s => StepKind.ConsentOf(s) == "email") ? new Dictionary<long, string>()
        : (await records.ReadAsync(parties, cancellation))
            .Select(p => (p.Id, Email: PartyAttribute.Values(p.Attributes.GetValueOrDefault(PartyAttribute.Email) ?? "").FirstOrDefault() ?? ""))
            .Where(p => p.Email.Length > 0).ToDictionary(p => p.Id, p => p.Email);
}
