using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Kernel;

namespace Granary.Ecif.Distribution;

/// <summary>A delivery with its number, stored, ready to be sent.</summary>
/// <param name="Since">When the key fell behind, for the time to synchronise.</param>
internal sealed record Prepared(Delivery Delivery, long Since, int Tries);

/// <summary>
/// Gives due keys their message numbers in one transaction: the state to tell is read under the party's lock, stored, and only then
/// sent. A key that was told without an answer keeps its number and its state.
/// </summary>
internal sealed class Preparing(EcifDatabase database, ISubscription subscription, Lease lease, EcifLimits limits, TimeProvider clock)
{
    /// <summary>A prepared row is not picked up again by the process that has it; whoever takes over the lease makes it due at once.</summary>
    private static readonly long Held = (long)TimeSpan.FromDays(1).TotalMilliseconds;


    private readonly SemaphoreSlim _numbers = new(1, 1);
    private long _next;
    private long _end;

    /// <summary>Rows that a dead process had sent and nobody has answered are due again, under their old numbers.</summary>
    public Task RecoverAsync(CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await lease.FenceAsync(session);
        await session.ExecuteAsync("UPDATE ecif.delivery SET due_at = @now WHERE system = @system AND state = 1 AND due_at > @now",
            ("system", subscription.System), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }, cancellation);

    /// <param name="limit">At most so many.</param>
    /// <param name="number">Gives a message its id by its ordinal.</param>
    public async Task<List<Prepared>> PrepareAsync(int limit, Func<DateTimeOffset, long, string> number, CancellationToken cancellation)
    {
        await ReserveAsync(limit, cancellation);
        var now = clock.GetUtcNow();
        var prepared = await database.WriteAsync(async session =>
        {
            var at = now.ToUnixTimeMilliseconds();
            var store = new DeliveryStore(session);
            var due = await store.DueAsync(subscription.System, at, limit);
            if (due.Count == 0)
            {
                return [];
            }

            await lease.FenceAsync(session);
            await store.LockAsync(due, skipLocked: true);
            var result = new List<Prepared>();
            var changed = new List<DeliveryRow>();
            var done = new List<(string, string)>();
            foreach (var key in due)
            {
                Prepare(store, key, now, number, result, changed, done);
            }

            await store.WriteAsync(changed, done, [], []);
            return result;
        }, cancellation);
        if (prepared.Count > 0)
        {
            Crash.At("mid-send");
        }

        return prepared;
    }

    public static string MessageId(DateTimeOffset at, long ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"ECIF{at.ToOffset(BankTime.Offset):yyyyMMdd}{ordinal % 10_000_000:D7}");

    private void Prepare(
        DeliveryStore store, (string System, string Key) key, DateTimeOffset now, Func<DateTimeOffset, long, string> number,
        List<Prepared> result, List<DeliveryRow> changed, List<(string, string)> done)
    {
        if (!store.Deliveries.TryGetValue(key, out var row) || row.State is DeliveryState.Dead or DeliveryState.Skipped)
        {
            return;
        }

        if (!store.Records.TryGetValue(key, out var record) || (!record.IsOpen && row.State == DeliveryState.Due))
        {
            done.Add(key);
            return;
        }

        if (!store.Parties.TryGetValue(record.PartyId, out var party))
        {
            return;
        }

        var at = now.ToUnixTimeMilliseconds();
        if (row is { State: DeliveryState.Sent, Code: DeliveryRow.Unsent } && row.Sequence != row.ToldSequence)
        {
            row.Settle(DeliveryState.Due, at, "", "");
        }

        if (row.State == DeliveryState.Due)
        {
            var projection = Projecting.Project(party, record, subscription);
            if (projection.Fault is { } fault)
            {
                row.Settle(DeliveryState.Dead, at, "unfit", fault);
                changed.Add(row);
                return;
            }

            if (Projecting.Holds(record, projection))
            {
                done.Add(key);
                return;
            }

            row.State = DeliveryState.Sent;
            row.Ordinal = _next++;
            row.MessageId = number(now, row.Ordinal.Value);
            row.NumberedAt = at;
            row.Told = StatementJson.WriteMap(projection.Attributes);
            row.ToldSequence = row.Sequence;
        }

        row.DueAt = at + Held;
        changed.Add(row);
        result.Add(new Prepared(
            new Delivery(row.System, row.Key, party.Kind, party.Number, row.MessageId!, row.Ordinal!.Value,
                DateTimeOffset.FromUnixTimeMilliseconds(row.NumberedAt!.Value).ToOffset(BankTime.Offset), StatementJson.ReadMap(row.Told!)),
            row.Since, row.Tries));
    }

    private async Task ReserveAsync(int count, CancellationToken cancellation)
    {
        await _numbers.WaitAsync(cancellation);
        try
        {
            if (_end - _next < count)
            {
                (_next, _end) = await IdBlocks.BlockAsync(database, "delivery", Math.Max(count, limits.DeliveryBatch * 8), cancellation);
            }
        }
        finally
        {
            _numbers.Release();
        }
    }
}
