using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Sending;

/// <param name="On">Whether it is configured.</param>
/// <param name="Open">Lines of this process that are open, of so many.</param>
/// <param name="Rests">It is night, and this channel waits for the morning.</param>
/// <param name="Trouble">Why nothing passes, as a code; empty where something does: unreachable, tls, log-in, or the peer's reply code.</param>
/// <param name="Queued">Also those that wait until they are tried again.</param>
/// <param name="InDoubt">Of which nobody has said what shall become.</param>
/// <param name="Sent">In the last 24 hours, as those refused and cancelled.</param>
public sealed record ChannelView(
    string Channel, bool On, int Open, int Connections, int PerSecond, bool Rests, string Trouble, long Queued, long Held, long Sending, long InDoubt, long Sent, long Refused, long Cancelled);

/// <summary>GET /api/sending: the channels, and how many messages stand where.</summary>
internal static class ShowChannels
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/sending", async (OcrmDatabase database, RunSending sending, TimeProvider clock, CancellationToken cancellation) =>
            {
                var now = clock.GetUtcNow();
                var counts = (await database.ReadAsync(session => session.QueryAsync(
                    """
                    SELECT o.channel, o.state, count(*) FROM ocrm.outgoing o WHERE o.state IN ('queued', 'held', 'sending') GROUP BY o.channel, o.state
                    UNION ALL SELECT o.channel, o.state, count(*) FROM ocrm.outgoing o WHERE o.state = 'in-doubt' AND o.decided_by = '' GROUP BY o.channel, o.state
                    UNION ALL SELECT o.channel, o.state, count(*) FROM ocrm.outgoing o WHERE o.state IN ('sent', 'refused', 'cancelled') AND o.at > @since GROUP BY o.channel, o.state
                    """,
                    r => (Channel: r.GetString(0), State: r.GetString(1), Count: r.GetInt64(2)), ("since", (now - Lately).ToUnixTimeMilliseconds())), cancellation)).ToDictionary(c => (c.Channel, c.State), c => c.Count);
                return TypedResults.Ok<IReadOnlyList<ChannelView>>([.. SendingChannel.All.Select(channel =>
                {
                    var plan = sending.Plans.FirstOrDefault(p => p.Channel == channel);
                    var (open, trouble) = sending.Standing(channel);
                    return new ChannelView(
                        channel, plan is not null, open, plan?.Connections ?? 0, plan?.PerSecond ?? 0, plan?.MaySendAt(now) == false, trouble,
                        Of(OutgoingState.Queued), Of(OutgoingState.Held), Of(OutgoingState.Sending), Of(OutgoingState.InDoubt), Of(OutgoingState.Sent), Of(OutgoingState.Refused), Of(OutgoingState.Cancelled));

                    long Of(string state) => counts.GetValueOrDefault((channel, state));
                })]);
            })
            .Requires(Permission.MessagesRead).WithName("ShowChannels").WithSummary("The channels that messages to customers leave by, and how many stand where");
}
