using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>
/// A trusted identity is held by the party whose member claims it, and by one only: what another holds under an incompatible name
/// is disputed, and stays with its holder.
/// </summary>
internal static class Claiming
{
    /// <param name="touched">Parties whose records changed or moved.</param>
    /// <param name="contested">What another party holds under an incompatible name.</param>
    public static void Run(WorkingSet set, IReadOnlyCollection<long> touched, IReadOnlyList<Identity> contested)
    {
        var disputed = contested.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var claimed = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var id in touched.Order())
        {
            foreach (var member in set.MembersOf(id))
            {
                foreach (var identity in set.MatchOf(member).TrustedIdentities)
                {
                    claimed.TryAdd(identity.Key, id);
                }
            }
        }

        foreach (var (identity, party) in claimed)
        {
            var holder = set.Identities.GetValueOrDefault(identity);
            var free = holder is not { } id || (touched.Contains(set.Resolve(id).Id) && !Claims(set, set.Resolve(id).Id, identity));
            if (free && !disputed.Contains(identity) && set.Identities.ContainsKey(identity))
            {
                set.Hold(identity, party);
            }
        }

        foreach (var identity in touched.SelectMany(id => set.HeldBy(id).Where(identity => !claimed.ContainsKey(identity))).ToArray())
        {
            set.Hold(identity, null);
        }
    }

    private static bool Claims(WorkingSet set, long party, string identity) =>
        set.MembersOf(party).Any(m => set.MatchOf(m).TrustedIdentities.Any(i => i.Key == identity));
}
