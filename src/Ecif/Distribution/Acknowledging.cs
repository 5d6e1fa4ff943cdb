using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Distribution;

/// <summary>What became of one try.</summary>
internal sealed record Answered(Prepared Prepared, DeliveryReply Reply, DateTimeOffset SentAt, TimeSpan Duration);

/// <summary>Brings the answers of a system into the database, many in one transaction.</summary>
internal sealed class Acknowledging(EcifDatabase database, ISubscription subscription, Lease lease, EcifLimits limits, TimeProvider clock)
{
    public Task SettleAsync(IReadOnlyList<Answered> answers, bool connected, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await lease.FenceAsync(session);
        var store = new DeliveryStore(session);
        await store.LockAsync([.. answers.Select(a => (a.Prepared.Delivery.System, a.Prepared.Delivery.Key))]);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var changed = new List<DeliveryRow>();
        var done = new List<(string, string)>();
        var records = new List<SourceRecord>();
        var tries = new List<TryRow>();
        foreach (var answer in answers)
        {
            var delivery = answer.Prepared.Delivery;
            var key = (delivery.System, delivery.Key);
            tries.Add(new TryRow(delivery.System, delivery.MessageId, answer.Prepared.Tries + 1, delivery.Key, delivery.PartyNumber,
                answer.SentAt.ToUnixTimeMilliseconds(), (long)answer.Duration.TotalMilliseconds, answer.Reply.Outcome, answer.Reply.Code, answer.Reply.Text, StatementJson.WriteMap(delivery.Attributes)));
            if (!store.Deliveries.TryGetValue(key, out var row) || row.MessageId != delivery.MessageId)
            {
                continue;
            }

            var record = store.Records[key];
            if (answer.Reply.Outcome == DeliveryOutcome.Done)
            {
                Hold(record, delivery.Attributes, row.NumberedAt!.Value, crossed: row.Sequence != row.ToldSequence);
                records.Add(record);
            }

            // Looked at anew: while this state was under way the golden record may have gone back to what the system held before it.
            var projection = Projecting.Project(store.Parties[record.PartyId], record, subscription);
            var agrees = projection.Fault is null && Projecting.Holds(record, projection);
            if (Decide(row, answer.Reply, agrees, now, connected))
            {
                done.Add(key);
            }
            else
            {
                changed.Add(row);
            }
        }

        await store.WriteAsync(changed, done, tries, records);
    }, cancellation);

    /// <summary>Whether the key is in agreement now; otherwise the row says what comes next.</summary>
    private bool Decide(DeliveryRow row, DeliveryReply reply, bool agrees, long now, bool connected)
    {
        var newer = row.Sequence != row.ToldSequence;
        switch (reply.Outcome)
        {
            case DeliveryOutcome.Done or DeliveryOutcome.Refused or DeliveryOutcome.NotFound when agrees:
                return true;
            case DeliveryOutcome.Done:
                row.Settle(DeliveryState.Due, now, "", "");
                return false;
            case DeliveryOutcome.Refused or DeliveryOutcome.NotFound:
                row.Settle(newer ? DeliveryState.Due : DeliveryState.Dead, now, reply.Code, reply.Text);
                return false;
            case DeliveryOutcome.NotSent:
                // Only where no earlier try may have arrived is the number free for a newer state.
                row.Code = row.Code.Length == 0 ? DeliveryRow.Unsent : row.Code;
                row.DueAt = now + (long)limits.DeliveryBackOff.TotalMilliseconds;
                return false;
            case DeliveryOutcome.Unknown when !connected:
                // The peer is away: its absence is no fault of this customer and uses up no try.
                row.Code = "unknown";
                row.DueAt = now + (long)limits.DeliveryBackOff.TotalMilliseconds;
                return false;
            default:
                row.Tries++;
                row.Code = reply.Code.Length > 0 ? reply.Code : "unknown";
                if (row.Tries >= limits.DeliveryTries)
                {
                    row.Settle(DeliveryState.Dead, now, reply.Code.Length > 0 ? reply.Code : "unanswered", reply.Text);
                }
                else
                {
                    row.DueAt = now + BackOff(row.Tries);
                }

                return false;
        }
    }

    private long BackOff(int tries)
    {
        var wait = Math.Min(limits.DeliveryBackOff.TotalMilliseconds * Math.Pow(2, tries - 1), limits.DeliveryBackOffMost.TotalMilliseconds);
        return (long)(wait * (0.75 + (Random.Shared.NextDouble() / 2)));
    }

    /// <summary>It took what it was told. Where its own word crossed ours since the number was given, nobody knows which it took last.</summary>
    private static void Hold(SourceRecord record, IReadOnlyDictionary<string, string> told, long toldAt, bool crossed)
    {
        foreach (var (name, value) in told)
        {
            var statement = record.Attributes.GetValueOrDefault(name) ?? new Statement();
            var doubtful = crossed && statement.Holds == Statement.Unknown;
            record.Attributes[name] = statement with { Told = value, ToldAt = toldAt, Holds = doubtful ? Statement.Unknown : value };
        }
    }
}
