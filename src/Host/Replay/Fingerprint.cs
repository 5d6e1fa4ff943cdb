using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;
using Granary.Host.Children;

namespace Granary.Host.Replay;

/// <summary>Two runs of one recording, compared by a hash: party numbers are given in the order of arrival, so they are left out.</summary>
internal static class Fingerprint
{
    public static string OfPartition(IReadOnlyDictionary<RecordId, HubProjection> records) => Hash(records
        .GroupBy(record => record.Value.PartyNumber)
        .SelectMany(party =>
        {
            var first = party.Select(record => Name(record.Key)).Min(StringComparer.Ordinal);
            return party.Select(record => $"{Name(record.Key)} {first}");
        }));

    public static string OfProjections(IReadOnlyDictionary<RecordId, HubProjection> records) => Hash(records
        .Where(record => record.Value.Open)
        .SelectMany(record => record.Value.Attributes.Select(attribute =>
            $"{Name(record.Key)} {attribute.Key} {Canonical.Form(attribute.Key, attribute.Value)}")));

    private static string Name(RecordId record) => $"{record.System}/{record.Key}";

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))))[..16];
}
