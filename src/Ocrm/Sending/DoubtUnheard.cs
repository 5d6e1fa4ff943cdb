using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Sending;

/// <summary>
/// Whoever was sending when they died leaves a doubt: the message may have left, and what the peer said nobody heard. It is never sent again
/// unasked. Of several processes one is dead when its lease ran out; one that has the database alone knows it of all others at its start.
/// </summary>
internal sealed partial class DoubtUnheard(OcrmDatabase database, SenderName name, OcrmLimits limits, TimeProvider clock, ILogger<DoubtUnheard> logger) : Worker(limits, clock, logger)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        await SweepAsync(cancellation);
        await RestAsync(Limits.SendingLease / 3, cancellation);
    }

    /// <returns>How many messages became doubts.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var senders = await database.ReadAsync(session => session.QueryAsync("SELECT name, channel, expires_at FROM ocrm.sender", r => (Name: r.GetString(0), Channel: r.GetString(1), Until: r.GetInt64(2))), cancellation);
        var doubts = 0;
        foreach (var dead in senders.Where(s => s.Until < now || (!database.IsShared && !s.Name.StartsWith(name.Text, StringComparison.Ordinal))))
        {
            doubts += await database.WriteAsync(async session => await session.ExecuteAsync("DELETE FROM ocrm.sender WHERE name = @name AND expires_at = @until", ("name", dead.Name), ("until", dead.Until)) == 0
                ? 0 // alive after all, or swept by another
                : await session.ExecuteAsync(
                    "UPDATE ocrm.outgoing SET state = 'in-doubt', outcome = 'unheard', at = @now, wish = '' WHERE channel = @channel AND state = 'sending' AND line >= @from AND line < @to",
                    ("now", now), ("channel", dead.Channel), ("from", dead.Name + "/"), ("to", dead.Name + "0")), cancellation);
        }

        if (doubts > 0)
        {
            LogDoubts(doubts);
        }

        return doubts;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages are in doubt: whoever sent them died before the peer's word was written down")]
    private partial void LogDoubts(int count);
}
