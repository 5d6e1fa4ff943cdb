using System.Runtime.Intrinsics;

namespace Granary.Matching.Linkage;

/// <summary>The pairs of several rules, each pair once: from the first rule that gives it.</summary>
internal sealed class BlockedPairs
{
    private readonly int _mostRules;

    /// <summary>Row by row its block under each rule, so that all of a row's stand together; a number that no other row has where it is in none.</summary>
    private readonly int[] _blockOf;

    private int _rules;

    public BlockedPairs(int rows, int mostRules)
    {
        _mostRules = mostRules;
        _blockOf = new int[(rows * mostRules) + Vector256<int>.Count];
    }

    /// <summary>Takes one rule more; gives its number.</summary>
    public int Add(Blocks blocks)
    {
        for (var (at, row) = (_rules, 0); at < _blockOf.Length - Vector256<int>.Count; at += _mostRules)
        {
            _blockOf[at] = ~row++;
        }

        for (var block = 0; block < blocks.Count; block++)
        {
            foreach (var row in blocks[block])
            {
                _blockOf[(row * _mostRules) + _rules] = block;
            }
        }

        return _rules++;
    }

    /// <summary>Of a block of a rule the rows after the <paramref name="first"/>-th that no rule before it gives along with that one.</summary>
    /// <param name="to">Room for as many as a block has.</param>
    public ReadOnlySpan<int> With(int rule, ReadOnlySpan<int> rows, int first, Span<int> to)
    {
        var found = 0;
        var one = rows[first] * _mostRules;
        foreach (var row in rows[(first + 1)..])
        {
            to[found] = row;
            found += IsOfEarlier(rule, one, row * _mostRules) ? 0 : 1;
        }

        return to[..found];
    }

    private bool IsOfEarlier(int rule, int one, int other)
    {
        for (; rule > 0; rule -= Vector256<int>.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref _blockOf[one]), Vector256.LoadUnsafe(ref _blockOf[other])).ExtractMostSignificantBits();
            if ((rule < Vector256<int>.Count ? same & ((1u << rule) - 1) : same) != 0)
            {
                return true;
            }

            one += Vector256<int>.Count;
            other += Vector256<int>.Count;
        }

        return false;
    }
}
