namespace Granary.Ocrm.Campaigns;

/// <summary>How often the campaigns of a legal entity contact one customer, all of them together. Part of its policy.</summary>
/// <param name="Messages">Mails and text messages at most…</param>
/// <param name="Talks">… and tasks to speak with the customer at most…</param>
/// <param name="Days">… within so many days.</param>
public sealed record ContactRule(int Messages, int Talks, int Days)
{
    internal const string Message = "message";
    internal const string Person = "person";

    /// <summary>Two of each a month: more is complained of.</summary>
    public static ContactRule Shipped { get; } = new(Messages: 2, Talks: 2, Days: 30);

    internal bool IsSound => Messages is >= 0 and <= 1_000 && Talks is >= 0 and <= 1_000 && Days is > 0 and <= 3_650;

    internal int Most(string channelClass) => channelClass == Message ? Messages : Talks;
}
