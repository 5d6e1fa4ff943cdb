using Granary.Sim.Formats;

namespace Granary.Sim.Store;

/// <summary>One line of a system's journal: any of its parts, which happened together.</summary>
internal sealed record BookEntry
{
    public StoredCustomer? Customer { get; init; }

    public StoredOutgoing? Out { get; init; }

    /// <summary>The id of a message of ours that got its verdict.</summary>
    public string? Answered { get; init; }

    public StoredDelivery? In { get; init; }

    /// <summary>The last number used on a day.</summary>
    public StoredNumber? Number { get; init; }

    /// <summary>A file day with the ids of its records, in the order of its lines.</summary>
    public StoredFile? File { get; init; }
}

internal sealed record StoredNumber(DateOnly Day, long Last);

internal sealed record StoredOutgoing(string Id, string Key, byte[] Frame, DateOnly? Filed = null);

internal sealed record StoredFile(DateOnly Day, IReadOnlyList<string> Ids);

/// <summary>A message of the hub that was answered with a verdict, so that a repeat gets the same answer.</summary>
/// <param name="Hash">Of the message's bytes.</param>
internal sealed record StoredDelivery(string Id, string Hash, Verdict Verdict, string Text, DateTimeOffset At);

internal sealed record StoredCustomer(
    string Key,
    string Kind,
    string Branch,
    bool Closed,
    IReadOnlyDictionary<string, string?> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string?>>>? Groups)
{
    public static StoredCustomer Of(Customer customer) => new(
        customer.Key, customer.Kind, customer.Branch, customer.Closed, new Dictionary<string, string?>(customer.Fields),
        customer.Fields.Groups.Count == 0 ? null : customer.Fields.Groups.ToDictionary(
            group => group.Key,
            IReadOnlyList<IReadOnlyDictionary<string, string?>> (group) => [.. group.Value.Select(item => new Dictionary<string, string?>(item))]));

    public Customer Restore()
    {
        var fields = Copy(Fields);
        foreach (var (name, items) in Groups ?? new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string?>>>())
        {
            fields.Groups[name] = [.. items.Select(Copy)];
        }

        return new(Key, Kind) { Branch = Branch, Closed = Closed, Fields = fields };
    }

    private static Fields Copy(IReadOnlyDictionary<string, string?> from)
    {
        var fields = new Fields();
        foreach (var (name, value) in from)
        {
            fields[name] = value;
        }

        return fields;
    }
}
