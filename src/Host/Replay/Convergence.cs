using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Host.Children;
using Granary.Wire;

namespace Granary.Host.Replay;

/// <summary>
/// Invariant D, looked at from outside: what a system's own book says of each of its customers, beside what the hub projects to it.
/// Pure. Texts never leave this class: a difference names the record and the attribute only.
/// </summary>
internal static class Convergence
{
    /// <param name="attribute">The attribute that differs, or why the record cannot be compared.</param>
    internal readonly record struct Difference(RecordId Record, string Attribute);

    public static IEnumerable<Difference> Of(Interface format, SimulatedCustomer customer, HubProjection? projection)
    {
        var record = new RecordId(format.System, customer.Key);
        if (projection is null)
        {
            return [new Difference(record, "not known at the hub")];
        }

        if (customer.Closed == projection.Open)
        {
            return [new Difference(record, customer.Closed ? "closed at the system only" : "closed at the hub only")];
        }

        // A closed customer is history at its system; an open dead letter says why it does not hold its projection.
        if (customer.Closed || projection.Dead is not null)
        {
            return [];
        }

        var held = Held(format, customer);
        return projection.Attributes
            .Where(attribute => !Same(attribute.Key, attribute.Value, held.GetValueOrDefault(attribute.Key, "")))
            .Select(attribute => new Difference(record, attribute.Key));
    }

    private static IReadOnlyDictionary<string, string> Held(Interface format, SimulatedCustomer customer) =>
        CustomerText.TryRead(format.ReadCustomer(Neutral(customer)), out var attributes, out _) ? attributes : new Dictionary<string, string>();

    // A system is told one value of each attribute; it may keep others behind it.
    private static bool Same(string attribute, string projected, string held)
    {
        var first = PartyAttribute.IsMany(attribute) ? PartyAttribute.Values(held).FirstOrDefault("") : held;
        return projected == first || Canonical.Form(attribute, projected) == Canonical.Form(attribute, first);
    }

    private static Fields Neutral(SimulatedCustomer customer)
    {
        var fields = Neutral(customer.Fields);
        foreach (var (name, group) in customer.Groups ?? [])
        {
            fields.Groups[name] = [.. group.Select(Neutral)];
        }

        return fields;
    }

    private static Fields Neutral(Dictionary<string, string?> source)
    {
        var fields = new Fields();
        foreach (var (name, value) in source)
        {
            fields[name] = value;
        }

        return fields;
    }
}
