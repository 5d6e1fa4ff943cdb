namespace Granary.Matching.Linkage;

/// <summary>
/// Several words: the cosine between the two texts' grams of three characters, each weighed by how rare it is (tf-idf), so that words in another order,
/// words left out and typing errors in words cost what they are worth, and "street" says little.
/// </summary>
internal sealed class TextComparator : Comparator
{
    private readonly double[] _from;
    private readonly int[] _starts;
    private readonly int[] _grams;
    private readonly float[] _weights;

    public TextComparator(Column column, IReadOnlyList<double> from)
        : base(column, "nearlyAll", "most", "half", "some")
    {
        _from = [.. from];
        var numbers = new Dictionary<ulong, int>();
        var grams = new List<int>();
        _starts = new int[column.Values.Count + 2];
        for (var code = 1; code <= column.Values.Count; code++)
        {
            _starts[code] = grams.Count;
            var text = column.Values[code];
            for (var i = -1; i < text.Length; i++)
            {
                var gram = Gram(text, i);
                if (gram != 0)
                {
                    ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, gram, out var known);
                    number = known ? number : numbers.Count - 1;
                    grams.Add(number);
                }
            }
        }

        _starts[column.Values.Count + 1] = grams.Count;
        (_grams, _weights) = Weigh(column, grams, numbers.Count, _starts);
    }

    public override bool IsName => true;

    public override int Cost => 5;

    protected override int Compare(int a, int b, int x, int y)
    {
        var alike = Cosine(x, y);
        for (var level = 0; level < _from.Length; level++)
        {
            if (alike >= _from[level])
            {
                return level + 2;
            }
        }

        return Different;
    }

    private double Cosine(int x, int y)
    {
        var (i, j) = (_starts[x], _starts[y]);
        var (iEnd, jEnd) = (_starts[x + 1], _starts[y + 1]);
        var sum = 0.0;
        while (i < iEnd && j < jEnd)
        {
            var (p, q) = (_grams[i], _grams[j]);
            if (p == q)
            {
                sum += _weights[i] * _weights[j];
            }

            i += p <= q ? 1 : 0;
            j += q <= p ? 1 : 0;
        }

        return sum;
    }

    /// <summary>The three characters around a place; a space before the first and after the last, so that words count by their beginnings. 0: none.</summary>
    private static ulong Gram(ReadOnlySpan<char> text, int at)
    {
        var (p, q, r) = (at < 0 ? ' ' : Letter(text[at]), at + 1 < text.Length ? Letter(text[at + 1]) : ' ', at + 2 < text.Length ? Letter(text[at + 2]) : ' ');
        return q == ' ' ? 0 : ((ulong)p << 32) | ((ulong)q << 16) | r;
    }

    private static char Letter(char unit) => char.IsLetterOrDigit(unit) ? unit : ' ';

    /// <summary>Sorts each text's grams, and weighs them by count and rarity to a length of 1; repeated ones stand once.</summary>
    private static (int[] Grams, float[] Weights) Weigh(Column column, List<int> grams, int distinct, int[] starts)
    {
        var sorted = grams.ToArray();
        var seen = new long[distinct];
        for (var code = 1; code <= column.Values.Count; code++)
        {
            Array.Sort(sorted, starts[code], starts[code + 1] - starts[code]);
            for (var i = starts[code]; i < starts[code + 1]; i++)
            {
                seen[sorted[i]] += i == starts[code] || sorted[i] != sorted[i - 1] ? 1 : 0;
            }
        }

        var weights = new float[sorted.Length];
        var used = 0;
        for (var code = 1; code <= column.Values.Count; code++)
        {
            var (from, to, start, squares) = (starts[code], starts[code + 1], used, 0.0);
            for (var i = from; i < to;)
            {
                var end = i + 1;
                while (end < to && sorted[end] == sorted[i])
                {
                    end++;
                }

                var weight = Math.Sqrt(end - i) * Math.Log((column.Values.Count + 1.0) / seen[sorted[i]]);
                (sorted[used], weights[used]) = (sorted[i], (float)weight);
                squares += weight * weight;
                used++;
                i = end;
            }

            starts[code] = start;
            for (var i = start; i < used && squares > 0; i++)
            {
                weights[i] /= (float)Math.Sqrt(squares);
            }
        }

        starts[column.Values.Count + 1] = used;
        return (sorted[..used], weights[..used]);
    }
}
