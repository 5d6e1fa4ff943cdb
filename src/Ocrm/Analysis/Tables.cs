using Granary.Kernel.Storage;

namespace Granary.Ocrm.Analysis;

/// <summary>How often each code of an axis stands.</summary>
internal sealed class Histogram(Axis axis)
{
    public Axis Axis => axis;

    public long[] Counts { get; private set; } = [];

    /// <summary>Of numbers; null for another axis.</summary>
    public NumberSums? Sums { get; } = axis is QuestionAxis { Dimension.Packing: Packing.Number } ? new() : null;

    public void Ready() => Counts = new long[axis.Width];

    public void Add(Selected at)
    {
        axis.Count(at, Counts);
        if (Sums is not null)
        {
            ((QuestionAxis)axis).Sum(at, Sums);
        }
    }
}

/// <summary>How often two codes stand together. Where an axis has several values, a response counts under each.</summary>
internal sealed class CrossTable(Axis rows, Axis columns)
{
    private readonly ushort[] _rowCodes = new ushort[AnswerBlock.Rows];
    private readonly ushort[] _columnCodes = new ushort[AnswerBlock.Rows];
    private readonly ushort[] _members = new ushort[AnswerBlock.Rows];

    public Axis Rows => rows;

    public Axis Columns => columns;

    /// <summary>Cells by row and column, with both codes from 0 (no answer) to n + 1.</summary>
    public long[,] Cells { get; private set; } = new long[0, 0];

    public void Ready() => Cells = new long[rows.Width, columns.Width];

    public void Add(Selected at)
    {
        if (rows.IsSeveral && columns.IsSeveral)
        {
            Span<ulong> one = stackalloc ulong[AnswerBlock.Words];
            Span<ulong> other = stackalloc ulong[AnswerBlock.Words];
            for (var row = 0; row < rows.Width; row++)
            {
                rows.Members(at.Version, at.Block, row, one);
                And(one, at.Bitmap);
                for (var column = 0; column < columns.Width; column++)
                {
                    columns.Members(at.Version, at.Block, column, other);
                    Cells[row, column] += Bitmaps.CountOfBoth(one, other);
                }
            }
        }
        else if (rows.IsSeveral || columns.IsSeveral)
        {
            var (several, single) = rows.IsSeveral ? (rows, columns) : (columns, rows);
            Span<ulong> members = stackalloc ulong[AnswerBlock.Words];
            single.Codes(at.Version, at.Block, _columnCodes);
            for (var code = 0; code < several.Width; code++)
            {
                several.Members(at.Version, at.Block, code, members);
                And(members, at.Bitmap);
                foreach (var row in _members.AsSpan(0, AnswerBlock.Indices(members, _members)))
                {
                    Cells[rows.IsSeveral ? code : _columnCodes[row], rows.IsSeveral ? _columnCodes[row] : code]++;
                }
            }
        }
        else
        {
            rows.Codes(at.Version, at.Block, _rowCodes);
            columns.Codes(at.Version, at.Block, _columnCodes);
            foreach (var row in at.Rows)
            {
                Cells[_rowCodes[row], _columnCodes[row]]++;
            }
        }
    }

    private static void And(Span<ulong> bitmap, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < bitmap.Length; word++)
        {
            bitmap[word] &= other[word];
        }
    }
}

/// <summary>The mean score by the codes of an axis.</summary>
internal sealed class ScoreMeans(Axis axis)
{
    private readonly ushort[] _codes = new ushort[AnswerBlock.Rows];
    private readonly ushort[] _members = new ushort[AnswerBlock.Rows];
    private double[] _sums = [];
    private long[] _counts = [];

    public void Ready() => (_sums, _counts) = (new double[axis.Width], new long[axis.Width]);

    public void Add(Selected at)
    {
        if (!axis.IsSeveral)
        {
            axis.Codes(at.Version, at.Block, _codes);
            foreach (var row in at.Rows)
            {
                Add(_codes[row], at.Block.Scores[row]);
            }

            return;
        }

        Span<ulong> members = stackalloc ulong[AnswerBlock.Words];
        for (var code = 0; code < axis.Width; code++)
        {
            axis.Members(at.Version, at.Block, code, members);
            for (var word = 0; word < members.Length; word++)
            {
                members[word] &= at.Bitmap[word];
            }

            foreach (var row in _members.AsSpan(0, AnswerBlock.Indices(members, _members)))
            {
                Add(code, at.Block.Scores[row]);
            }
        }
    }

    public double? Of(int code) => _counts[code] == 0 ? null : _sums[code] / _counts[code];

    private void Add(int code, double score)
    {
        _sums[code] += score;
        _counts[code]++;
    }
}

/// <summary>Goes over all blocks of the versions: once so that axes know their values, once to count.</summary>
internal static class Counting
{
    public static async Task RunAsync(
        AnswerStore store, Session session, IReadOnlyList<AnalysedVersion> versions, IReadOnlyList<ICondition> conditions, IReadOnlyList<Axis> axes, Action ready, Action<Selected, long> count)
    {
        foreach (var version in versions)
        {
            await store.ScanAsync(session, version, (_, block) =>
            {
                foreach (var axis in axes)
                {
                    axis.Prepare(version, block);
                }
            });
        }

        foreach (var axis in axes)
        {
            axis.Ready();
        }

        ready();
        var selected = new Selected();
        foreach (var version in versions)
        {
            await store.ScanAsync(session, version, (block, content) =>
            {
                selected.Take(version, content, conditions);
                if (selected.Rows.Length > 0)
                {
                    count(selected, block);
                }
            });
        }
    }
}
