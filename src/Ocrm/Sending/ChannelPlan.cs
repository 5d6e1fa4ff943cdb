using Granary.Kernel;

namespace Granary.Ocrm.Sending;

/// <summary>How a channel is sent over.</summary>
/// <param name="Connections">Lines at once; each has at most one message that may have left and is not known to have.</param>
/// <param name="PerSecond">Messages that begin to leave a second, over all lines of this process.</param>
/// <param name="Suffix">What follows a message's own part of its id: "@bank.example".</param>
/// <param name="Open">Makes the other end of one line.</param>
internal sealed record ChannelPlan(string Channel, int Connections, int PerSecond, string Suffix, Func<IPeer> Open)
{
    /// <summary>The hours in which it may send, by the bank's time; null: always.</summary>
    public (TimeOnly From, TimeOnly Until)? Hours { get; init; }

    public bool MaySendAt(DateTimeOffset now) => Hours is not { } hours || TimeOnly.FromDateTime(now.ToOffset(BankTime.Offset).DateTime).IsBetween(hours.From, hours.Until);
}
