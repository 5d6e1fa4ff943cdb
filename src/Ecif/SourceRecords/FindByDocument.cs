using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.SourceRecords;

/// <summary>The inquiry of the bank's systems: who has this document and a compatible name? Answered from the golden record.</summary>
internal sealed class FindByDocument(EcifDatabase database) : IInquiry
{
    public async Task<InquiryAnswer?> FindAsync(string system, string documentType, string documentNumber, string name, CancellationToken cancellation)
    {
        var identities = IdentityClaim.Of(documentType, documentNumber).Where(c => c.Trusted).Select(c => c.Identity.Key).ToList();
        if (identities.Count == 0)
        {
            return null;
        }

        return await database.ReadAsync(async session =>
        {
            var holders = await MasterStore.IdentitiesAsync(session, identities);
            var parties = await MasterStore.ReadPartiesAsync(session, [.. holders.Select(h => h.Party).Distinct()]);
            foreach (var party in parties.OrderBy(p => p.Id))
            {
                var golden = party.Golden.GetValueOrDefault(PartyAttribute.Name)?.Value ?? "";
                var kind = party.Kind == PartyKind.Person ? RecordKind.Person : RecordKind.Organisation;
                if (name.Length > 0 && !Matcher.NamesCompatible(kind, name, golden))
                {
                    continue;
                }

                var records = await MasterStore.RecordsOfPartiesAsync(session, [party.Id]);
                var own = records.Where(r => r.System == system && r.IsOpen).OrderBy(r => r.Key, StringComparer.Ordinal).FirstOrDefault();
                return new InquiryAnswer(party.Number, party.Kind, own?.Key, party.Status == PartyStatus.Closed,
                    DateTimeOffset.FromUnixTimeMilliseconds(party.ChangedAt),
                    party.Golden.ToDictionary(g => g.Key, g => g.Value.Value, StringComparer.Ordinal));
            }

            return null;
        }, cancellation);
    }
}
