namespace Granary.Ocrm.Analysis;

/// <summary>What a filter leaves of one block, and room to work in; used again for each block.</summary>
internal sealed class Selected
{
    private readonly ushort[] _rows = new ushort[AnswerBlock.Rows];
    private int _count;

    public ulong[] Bitmap { get; } = new ulong[AnswerBlock.Words];

    public AnalysedVersion Version { get; private set; } = null!;

    public AnswerBlock Block { get; private set; } = null!;

    public ReadOnlySpan<ushort> Rows => _rows.AsSpan(0, _count);

    /// <summary>All complete responses of the block and no others.</summary>
    public bool IsAllComplete { get; private set; }

    public void Take(AnalysedVersion version, AnswerBlock block, IReadOnlyList<ICondition> conditions)
    {
        (Version, Block) = (version, block);
        block.All(Bitmap);
        foreach (var condition in conditions)
        {
            condition.Keep(version, block, Bitmap);
        }

        _count = AnswerBlock.Indices(Bitmap, _rows);
        IsAllComplete = Bitmap.AsSpan().SequenceEqual(block.Complete);
    }
}

/// <summary>Something that rows must fulfil.</summary>
internal interface ICondition
{
    void Keep(AnalysedVersion version, AnswerBlock block, Span<ulong> bitmap);
}
