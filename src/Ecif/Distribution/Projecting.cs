using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.Distribution;

/// <summary>What a golden record looks like at one (system, key), and whether that key already holds it. Pure.</summary>
internal static class Projecting
{
    /// <summary>
    /// Attributes that belong to the key and not to the party: a card number names the card, a relation names keys of the system itself.
    /// No other system's value may replace them.
    /// </summary>
    private static bool IsOwn(string attribute) =>
        attribute == PartyAttribute.Card || attribute.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal);

    /// <summary>The projection of a golden record to a source record, in the form that the system's fields can carry.</summary>
    public static Projection Project(Party party, SourceRecord record, ISubscription subscription)
    {
        var selected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in subscription.Attributes)
        {
            var value = IsOwn(attribute)
                ? record.Attributes.GetValueOrDefault(attribute)?.Said
                : First(attribute, party.Golden.GetValueOrDefault(attribute)?.Value);
            if (!string.IsNullOrEmpty(value))
            {
                selected[attribute] = value;
            }
        }

        return subscription.Fit(party.Kind, record.Key, selected);
    }

    /// <summary>Whether the system holds its projection already, in canonical form.</summary>
    public static bool Holds(SourceRecord record, Projection projection)
    {
        foreach (var (attribute, value) in projection.Attributes)
        {
            if (!IsOwn(attribute) && !Equal(attribute, value, record.Attributes.GetValueOrDefault(attribute)?.Holds ?? ""))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Equal(string attribute, string projected, string held)
    {
        var first = First(attribute, held)!;
        return string.Equals(projected, first, StringComparison.Ordinal)
            || Canonical.Form(attribute, projected) == Canonical.Form(attribute, first);
    }

    // Every system is told the one value that survives; what else is known stays in the golden record.
    private static string? First(string attribute, string? value)
    {
        if (value is null || !PartyAttribute.IsMany(attribute))
        {
            return value;
        }

        var end = value.IndexOf(PartyAttribute.ValueSeparator, StringComparison.Ordinal);
        return end < 0 ? value : value[..end];
    }
}
