using Granary.Host.Children;

namespace Granary.Host.Replay;

/// <summary>What a replay found, as it is printed and as it is written in JSON.</summary>
/// <param name="Converged">Every customer of every system holds its projection, or has an open dead letter.</param>
/// <param name="Differences">Customers of systems that do not.</param>
/// <param name="DeadLetters">Open dead letters: deliveries that a system refuses.</param>
/// <param name="Precision">Null where the recording has no truth.csv.</param>
/// <param name="ReplyMs">From the last byte of a message to its reply; a record of a file is answered when its .rsp is there.</param>
/// <param name="SyncMs">From a commit to the acknowledgement of the last online subscriber.</param>
/// <param name="Partition">Hash of which records are one party, whatever the parties' numbers: two runs that agree on it agree on who is who.</param>
/// <param name="Projections">Hash of what every record is to hold, in canonical form.</param>
/// <param name="Restarts">How often the hub died and was started again.</param>
internal sealed record ReplayReport(
    long Sent,
    long Answered,
    IReadOnlyList<Refusals> Refused,
    long Duplicates,
    long Parties,
    bool Converged,
    int Differences,
    IReadOnlyList<DifferenceCount> DifferencesBy,
    long DeadLetters,
    double? Precision,
    double? Recall,
    double? F1,
    double MessagesPerSecond,
    Percentiles? ReplyMs,
    Percentiles? SyncMs,
    double ElapsedSeconds,
    int Restarts,
    string Partition,
    string Projections)
{
    public bool Passed => Sent == Answered && Converged;
}

/// <summary>How many customers of a system differ in an attribute, with a few of their keys to look at.</summary>
internal sealed record DifferenceCount(string System, string Attribute, int Count, IReadOnlyList<string> Keys);
