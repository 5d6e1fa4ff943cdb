using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>
/// Ids by blocks from a counter row: reserved in a transaction of their own, so that no batch waits for another's counter.
/// What a dead process had reserved is never used: numbers may have gaps, they are never given twice. Not thread-safe: one user each.
/// </summary>
internal sealed class IdBlocks(EcifDatabase database, int block = IdBlocks.IntakeBlock) : IIds
{
    public const int IntakeBlock = 4000;

    private long _party;
    private long _partyEnd;
    private long _record;
    private long _recordEnd;

    /// <summary>Makes sure that a batch of this many messages finds its ids, also when it deadlocks and runs again: each may open a record, and a party or two.</summary>
    public async Task ReserveAsync(int messages, CancellationToken cancellation)
    {
        if (_partyEnd - _party < messages * 8)
        {
            (_party, _partyEnd) = await BlockAsync(database, "party", block, cancellation);
        }

        if (_recordEnd - _record < messages * 8)
        {
            (_record, _recordEnd) = await BlockAsync(database, "record", block, cancellation);
        }
    }

    public long NextParty() => _party < _partyEnd ? _party++ : throw new InvalidOperationException("The batch opened more parties than it reserved.");

    public long NextRecord() => _record < _recordEnd ? _record++ : throw new InvalidOperationException("The batch opened more records than it reserved.");

    /// <summary>A block [start, end) of a named counter, from 1.</summary>
    public static async Task<(long Start, long End)> BlockAsync(EcifDatabase database, string counter, int size, CancellationToken cancellation) =>
        await database.WriteAsync(async session =>
        {
            var end = (await session.QueryAsync(
                """
                INSERT INTO ecif.counter AS existing (name, value) VALUES (@name, @size + 1)
                ON CONFLICT (name) DO UPDATE SET value = existing.value + @size RETURNING value
                """, r => r.GetInt64(0), ("name", counter), ("size", (long)size)))[0];
            return (end - size, end);
        }, cancellation);
}
