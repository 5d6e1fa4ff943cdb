using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Surveys;

namespace Granary.Ocrm.Analysis;

/// <summary>A version with its dimensions, which never change.</summary>
internal sealed class AnalysedVersion(long questionnaire, long number, Survey survey)
{
    public long Questionnaire => questionnaire;

    public long Number => number;

    public Survey Survey => survey;

    public IReadOnlyList<Dimension> Dimensions { get; } = Dimension.Of(survey);
}

/// <summary>
/// Packed answers in the memory of a node, bounded in bytes. Every reading asks the database which revision of each block stands, and fetches
/// those that it has not, so all nodes and a restarted one count the same.
/// </summary>
internal sealed class AnswerStore(OcrmLimits limits)
{
    private readonly Dictionary<(long Questionnaire, long Number), Held> _held = [];
    private readonly Lock _gate = new();
    private long _bytes;
    private long _turn;

    private sealed class Held
    {
        public Dictionary<long, (long Revision, AnswerBlock Block)> Blocks { get; } = [];

        public long Turn { get; set; }
    }

    /// <summary>All blocks of a version as the session's transaction sees them, in the order of ids. None may be kept beyond the call.</summary>
    public async Task ScanAsync(Session session, AnalysedVersion version, Action<long, AnswerBlock> look)
    {
        var key = (version.Questionnaire, version.Number);
        var there = await session.QueryAsync("SELECT b.block, b.revision FROM ocrm.answer_block b WHERE b.questionnaire = @questionnaire AND b.number = @number ORDER BY b.block",
            r => (Block: r.GetInt64(0), Revision: r.GetInt64(1)), ("questionnaire", version.Questionnaire), ("number", version.Number));
        foreach (var part in there.Chunk(limits.BlocksRead))
        {
            var known = Known(key, part);
            var missing = part.Where(b => !known.ContainsKey(b.Block)).Select(b => b.Block).ToList();
            foreach (var (block, revision, content) in await ReadAsync(session, version, missing))
            {
                known[block] = BlockFormat.Read(content, version.Dimensions) ?? throw new InvalidDataException("A packed block of another format; the migration that brings a new one packs all anew.");
                Hold(key, block, revision, known[block]);
            }

            foreach (var (block, _) in part)
            {
                look(block, known[block]);
            }
        }
    }

    private Dictionary<long, AnswerBlock> Known((long, long) key, (long Block, long Revision)[] wanted)
    {
        lock (_gate)
        {
            var known = new Dictionary<long, AnswerBlock>();
            if (_held.TryGetValue(key, out var held))
            {
                held.Turn = ++_turn;
                foreach (var (block, revision) in wanted)
                {
                    if (held.Blocks.TryGetValue(block, out var found) && found.Revision == revision)
                    {
                        known[block] = found.Block;
                    }
                }
            }

            return known;
        }
    }

    /// <summary>Keeps a block; those of the version that was looked at longest ago make room. Where there is none, it is not kept.</summary>
    private void Hold((long, long) key, long block, long revision, AnswerBlock content)
    {
        lock (_gate)
        {
            if (!_held.TryGetValue(key, out var held))
            {
                _held[key] = held = new Held();
            }

            held.Turn = ++_turn;
            if (held.Blocks.Remove(block, out var old))
            {
                _bytes -= old.Block.Size;
            }

            while (_bytes + content.Size > limits.AnswersHeld && _held.Where(h => h.Key != key).MinBy(h => h.Value.Turn) is { Value: not null } oldest)
            {
                _bytes -= oldest.Value.Blocks.Values.Sum(b => b.Block.Size);
                _held.Remove(oldest.Key);
            }

            if (_bytes + content.Size <= limits.AnswersHeld)
            {
                held.Blocks[block] = (revision, content);
                _bytes += content.Size;
            }
        }
    }

    private static async Task<List<(long Block, long Revision, byte[] Content)>> ReadAsync(Session session, AnalysedVersion version, List<long> blocks)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        var sql = new SqlText();
        return await session.QueryAsync(
            $"SELECT b.block, b.revision, b.content FROM ocrm.answer_block b WHERE b.questionnaire = {sql.Bind(version.Questionnaire)} AND b.number = {sql.Bind(version.Number)} AND b.block IN ({string.Join(", ", blocks.Select(b => sql.Bind(b)))})",
            r => (r.GetInt64(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), sql.Parameters);
    }
}
