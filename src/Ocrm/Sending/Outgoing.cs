using Granary.Kernel.Storage;
using Granary.Ocrm.Consents;

namespace Granary.Ocrm.Sending;

/// <summary>
/// The door of whoever has something sent. All of it happens in the caller's transaction: what is added there is sent once that is committed,
/// and never if it is not. How a message fares is read from ocrm.outgoing by its key.
/// </summary>
internal sealed class Outgoing(OcrmLimits limits)
{
    /// <summary>
    /// Writes messages down to be sent. One that must not be sent is written down as refused, with the reason as its outcome: "no-consent",
    /// "no-address", "no-text", "too-long". A key that is there already stays as it is.
    /// </summary>
    public async Task AddAsync(Session session, IReadOnlyList<OutgoingMessage> messages)
    {
        var asked = messages.Select(m => (Message: m, Problem: m.ProblemWith(limits))).ToList();
        var rows = new List<OutgoingRow>(messages.Count);
        foreach (var group in asked.GroupBy(a => (a.Message.Purpose, a.Message.Channel, Asks: a.Problem.Length == 0 && !a.Message.NeedsNoConsent)))
        {
            var may = group.Key.Asks ? await MaySend.AskAsync(session, group.Select(a => (a.Message.Party, a.Message.Entity)), group.Key.Purpose, SendingChannel.ConsentOf(group.Key.Channel)) : null;
            rows.AddRange(group.Select(a => (a.Message, Problem: may?.Contains((a.Message.Party, a.Message.Entity)) == false ? "no-consent" : a.Problem))
                .Select(a => new OutgoingRow(a.Message, a.Problem.Length == 0 ? OutgoingState.Queued : OutgoingState.Refused, a.Problem)));
        }

        await session.InsertAsync(OutgoingRow.Insert, rows);
    }

    public Task AddAsync(Session session, OutgoingMessage message) => AddAsync(session, [message]);

    /// <summary>Nothing of these leaves until it is released; what is being sent at this moment still may.</summary>
    /// <param name="prefix">Of the keys: "campaign/12/".</param>
    /// <returns>How many.</returns>
    public static Task<int> HoldAsync(Session session, string prefix) => MoveAsync(session, prefix, "'queued'", OutgoingState.Held, OutgoingState.Held);

    public static Task<int> ReleaseAsync(Session session, string prefix) => MoveAsync(session, prefix, "'held'", OutgoingState.Queued, "");

    /// <summary>What has not left is never sent.</summary>
    public static Task<int> CancelAsync(Session session, string prefix) => MoveAsync(session, prefix, "'queued', 'held'", OutgoingState.Cancelled, OutgoingState.Cancelled);

    private static async Task<int> MoveAsync(Session session, string prefix, string from, string to, string wish)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix); // an empty one would be everybody's
        // Keys are in the order of their bytes, so those that begin with the prefix stand together in the index.
        const string Those = "key >= @prefix AND key < @end";
        (string, object?)[] those = [("prefix", prefix), ("end", prefix[..^1] + (char)(prefix[^1] + 1))];
        await session.ExecuteAsync($"UPDATE ocrm.outgoing SET wish = @wish WHERE {Those} AND state = 'sending'", [("wish", wish), .. those]);
        return await session.ExecuteAsync($"UPDATE ocrm.outgoing SET state = @to WHERE {Those} AND state IN ({from})", [("to", to), .. those]);
    }
}
