using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>What there is to write in a branch, from nothing at all to a value.</summary>
internal enum Presence
{
    Absent,
    Null,
    Empty,
    Value,
}

internal static class Presences
{
    /// <summary>The most that anything in the branch has.</summary>
    public static Presence Of(Branch branch, Fields fields)
    {
        var most = branch.Leaf is { } own ? Of(own, fields) : Presence.Absent;
        for (var i = 0; i < branch.Members.Count && most != Presence.Value; i++)
        {
            most = Max(most, Of(branch.Members[i], fields));
        }

        if (branch.Entries is { } entries)
        {
            for (var i = 0; i < entries.Count && most != Presence.Value; i++)
            {
                most = Max(most, Of(entries[i].Body, fields));
            }
        }

        return most;
    }

    /// <summary>The entries of a kind that have a value: the plain fields', then the group's.</summary>
    public static IEnumerable<(Fields Fields, bool First)> EntriesOf(Entry entry, Fields fields)
    {
        if (Of(entry.Body, fields) == Presence.Value)
        {
            yield return (fields, true);
        }

        if (fields.HasGroups && fields.Groups.TryGetValue(entry.Group.Name, out var further))
        {
            foreach (var one in further)
            {
                if (Of(entry.Body, one) == Presence.Value)
                {
                    yield return (one, false);
                }
            }
        }
    }

    private static Presence Of(Leaf leaf, Fields fields)
    {
        if (leaf.Field.Length == 0 || !fields.TryGetValue(leaf.Field, out var value))
        {
            return Presence.Absent;
        }

        return value switch { null => Presence.Null, "" => Presence.Empty, _ => Presence.Value };
    }

    private static Presence Max(Presence one, Presence other) => one > other ? one : other;
}
