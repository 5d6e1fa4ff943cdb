using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Distribution;

/// <summary>Asks for the day's files to be written: by the clock, or on command.</summary>
public sealed class DayClose
{
    private int _asked;

    public void Ask() => Interlocked.Increment(ref _asked);

    internal int Asked => Volatile.Read(ref _asked);
}

/// <summary>
/// Brings a system that takes a file a day into agreement: at the day's close one pair of files with every key that is due, each line
/// with its number stored before the file is written, and the answers line by line from the system's response.
/// </summary>
internal sealed partial class FileDistributor(
    EcifDatabase database, ISystemFileLink link, ISubscription subscription, EcifLimits limits, TimeProvider clock, DayClose dayClose, string holder, ILogger logger)
{
    /// <summary>The close of the day where nobody commands it, Beijing time: after the last branch has shut and well before 02:00.</summary>
    private static readonly TimeOnly CloseAt = new(23, 0);

    /// <summary>Records in one day's file; beyond it the rest goes with the next day's.</summary>
    private const int MostRecords = 1_000_000;

    private const int Open = 0;
    private const int Answered = 1;

    private readonly Lease _lease = new(database, $"subscriber/{link.System}", holder, limits.Lease, clock);
    private int _closed;
    private DateOnly? _written;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var preparing = new Preparing(database, subscription, _lease, limits, clock);
        var acknowledging = new Acknowledging(database, subscription, _lease, limits, clock);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if ((await _lease.HoldAsync(cancellation)).Held)
                {
                    await WorkAsync(preparing, acknowledging, cancellation);
                }

                await Task.Delay(limits.DistributionPoll, clock, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is LeaseLostException || Outage.Is(e) || e is System.Data.Common.DbException)
            {
                LogPause(link.System, e.GetType().Name);
                await Task.Delay(limits.DeliveryBackOff, clock, CancellationToken.None);
            }
        }

        await _lease.ReleaseAsync();
    }

    private async Task WorkAsync(Preparing preparing, Acknowledging acknowledging, CancellationToken cancellation)
    {
        var newest = await LastAsync(cancellation);
        if (newest is { State: Open } open)
        {
            await FinishAsync(open.Day, acknowledging, cancellation);
            return;
        }

        var today = clock.GetUtcNow().ToOffset(BankTime.Offset);
        var last = newest?.Day;
        var date = DateOnly.FromDateTime(today.DateTime);
        var asked = dayClose.Asked;
        if (asked == _closed && (TimeOnly.FromDateTime(today.DateTime) < CloseAt || last >= date))
        {
            return;
        }

        // A second close on one calendar day belongs to the next business day: a file's name is never used twice.
        _closed = asked;
        await WriteAsync(last >= date ? last.Value.AddDays(1) : date, preparing, cancellation);
    }

    private async Task WriteAsync(DateOnly day, Preparing preparing, CancellationToken cancellation)
    {
        await RegisterAsync(day, Open, cancellation);
        var line = 0;
        while (line < MostRecords)
        {
            var prepared = await preparing.PrepareAsync(Math.Min(limits.DeliveryBatch, MostRecords - line), (_, _) => LineId(day, ++line), cancellation);
            if (prepared.Count == 0)
            {
                break;
            }
        }

        await PutAsync(day, await DeliveriesAsync(day, cancellation), cancellation);
    }

    private async Task PutAsync(DateOnly day, List<Prepared> deliveries, CancellationToken cancellation)
    {
        await link.WriteAsync(day, [.. deliveries.Select(d => d.Delivery)], cancellation);
        _written = day;
        LogWritten(link.System, deliveries.Count);
    }

    private async Task FinishAsync(DateOnly day, Acknowledging acknowledging, CancellationToken cancellation)
    {
        var deliveries = await DeliveriesAsync(day, cancellation);
        var answers = await link.ReadResponseAsync(day, deliveries.Count, cancellation);
        if (answers is null)
        {
            if (_written != day)
            {
                // Another process may have died between numbering and writing; the same lines give the same bytes.
                await PutAsync(day, deliveries, cancellation);
            }

            return;
        }

        var now = clock.GetUtcNow();
        var settled = deliveries.Select(d => new Answered(d, Reply(answers, d.Delivery.MessageId), now, TimeSpan.Zero)).ToList();
        foreach (var chunk in settled.Chunk(limits.DeliveryBatch))
        {
            await acknowledging.SettleAsync(chunk, connected: true, cancellation);
        }

        await RegisterAsync(day, Answered, cancellation);
    }

    // A line that the response does not name was taken.
    private static DeliveryReply Reply(IReadOnlyDictionary<int, DeliveryReply> answers, string messageId) =>
        answers.GetValueOrDefault(int.Parse(messageId.AsSpan(messageId.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture))
        ?? new DeliveryReply(DeliveryOutcome.Done, "", "");

    private static string LineId(DateOnly day, int line) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{line:D7}");

    private Task<List<Prepared>> DeliveriesAsync(DateOnly day, CancellationToken cancellation) => database.ReadAsync(session => session.QueryAsync(
        """
        SELECT d.key, p.kind, p.number, d.message_id, d.ordinal, d.numbered_at, d.told, d.since, d.tries
        FROM ecif.delivery d JOIN ecif.source_record r ON r.system = d.system AND r.key = d.key JOIN ecif.party p ON p.id = r.party_id
        WHERE d.system = @system AND d.state = 1 AND d.message_id LIKE @day ORDER BY d.message_id
        """,
        r => new Prepared(
            new Delivery(link.System, r.GetString(0), (PartyKind)r.GetInt16(1), r.GetString(2), r.GetString(3), r.GetInt64(4),
                DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(5)).ToOffset(BankTime.Offset), SourceRecords.StatementJson.ReadMap(r.GetString(6))),
            r.GetInt64(7), r.GetInt32(8)),
        ("system", link.System), ("day", $"{day:yyyyMMdd}-%")), cancellation);

    /// <summary>The latest business day that has a file, and whether it was answered.</summary>
    private async Task<(DateOnly Day, int State)?> LastAsync(CancellationToken cancellation)
    {
        var last = await database.ReadAsync(session => session.QueryAsync(
            "SELECT name, state FROM ecif.file WHERE system = @system AND name LIKE 'out-%' ORDER BY name DESC LIMIT 1",
            r => (DateOnly.ParseExact(r.GetString(0)[4..], "yyyyMMdd", CultureInfo.InvariantCulture), (int)r.GetInt16(1)),
            ("system", link.System)), cancellation);
        return last.Count == 0 ? null : last[0];
    }

    private Task RegisterAsync(DateOnly day, int state, CancellationToken cancellation) => database.WriteAsync(session => session.ExecuteAsync(
        """
        INSERT INTO ecif.file (system, name, sha256, state, opened_at) VALUES (@system, @name, '', @state, @now)
        ON CONFLICT (system, name) DO UPDATE SET state = excluded.state
        """,
        ("system", link.System), ("name", $"out-{day:yyyyMMdd}"), ("state", (short)state), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "The day's file for {System} is written: {Count} customers")]
    private partial void LogWritten(string system, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files for {System} pause: {Error}")]
    private partial void LogPause(string system, string error);
}
