namespace Granary.Ocrm.Analysis;

/// <summary>A dimension over the versions that have it, matched by its key; values that one version lacks count as 0 there.</summary>
internal sealed class QuestionAxis : Axis
{
    private readonly Dictionary<AnalysedVersion, Part> _parts = [];
    private readonly Packing _packing;
    private (double Least, double Most) _range = (double.NaN, double.NaN);

    /// <param name="Column">Its place in the version's blocks.</param>
    /// <param name="Codes">The version's codes → codes of the axis.</param>
    private sealed record Part(int Column, Dimension Dimension, ushort[] Codes);

    /// <param name="versions">The newest first: it says how the question is shown. One in which it is of another kind has none of it.</param>
    public QuestionAxis(string key, IReadOnlyList<AnalysedVersion> versions)
        : base(key)
    {
        var found = versions.Select(v => (Version: v, Column: v.Dimensions.ToList().FindIndex(d => d.Key == key))).Where(f => f.Column >= 0)
            .Select(f => (f.Version, f.Column, Dimension: f.Version.Dimensions[f.Column])).ToList();
        Dimension = found[0].Dimension;
        _packing = Dimension.Packing;
        found.RemoveAll(f => f.Dimension.Packing != _packing || f.Dimension.IsDay != Dimension.IsDay);
        var values = found.SelectMany(f => f.Dimension.Values).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Values = values;
        foreach (var (version, column, dimension) in found)
        {
            int[] own = [0, .. dimension.Values.Select(v => values.FindIndex(other => other.Equals(v, StringComparison.OrdinalIgnoreCase)) + 1), values.Count + 1];
            _parts[version] = new Part(column, dimension, [.. own.Select(c => (ushort)c)]);
        }
    }

    public Dimension Dimension { get; }

    public Bins Bins { get; private set; } = Bins.None;

    public override bool IsSeveral => _packing == Packing.Bits;

    public override void Prepare(AnalysedVersion version, AnswerBlock block)
    {
        if (_packing == Packing.Number && _parts.TryGetValue(version, out var part))
        {
            var (least, most) = block.RangeOf(part.Column);
            _range = (double.IsNaN(_range.Least) ? least : Math.Min(_range.Least, double.IsNaN(least) ? _range.Least : least), double.IsNaN(_range.Most) ? most : Math.Max(_range.Most, double.IsNaN(most) ? _range.Most : most));
        }
    }

    public override void Ready()
    {
        if (_packing == Packing.Number)
        {
            Bins = Bins.Of(_range.Least, _range.Most, Dimension.IsDay);
            Values = Bins.Values;
        }
    }

    public override void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes)
    {
        if (!_parts.TryGetValue(version, out var part))
        {
            codes[..block.Count].Clear();
            return;
        }

        switch (block.Columns[part.Column])
        {
            case byte[] narrow:
                for (var row = 0; row < narrow.Length; row++)
                {
                    codes[row] = part.Codes[narrow[row]];
                }

                break;
            case ushort[] wide:
                for (var row = 0; row < wide.Length; row++)
                {
                    codes[row] = part.Codes[wide[row]];
                }

                break;
            case double[] numbers:
                for (var row = 0; row < numbers.Length; row++)
                {
                    codes[row] = (ushort)Bins.CodeOf(numbers[row]);
                }

                break;
        }
    }

    public override void Members(AnalysedVersion version, AnswerBlock block, int code, Span<ulong> members)
    {
        var own = _parts.TryGetValue(version, out var part) ? Array.IndexOf(part.Codes, (ushort)code) : -1;
        if (own >= 0)
        {
            ((ulong[])block.Columns[part!.Column]).AsSpan(own * AnswerBlock.Words, AnswerBlock.Words).CopyTo(members);
        }
        else
        {
            members.Clear();
        }

        if (code == 0)
        {
            for (var word = 0; word < members.Length; word++)
            {
                members[word] = ~members[word]; // the first bit says that there is an answer
            }
        }
    }

    public override void Count(Selected at, long[] counts)
    {
        if (!_parts.TryGetValue(at.Version, out var part))
        {
            counts[0] += at.Rows.Length;
        }
        else if (at.Block.Columns[part.Column] is double[] numbers)
        {
            if (at.IsAllComplete)
            {
                var own = at.Block.CountsOf(part.Column, Bins);
                for (var code = 0; code < own.Length; code++)
                {
                    counts[code] += own[code];
                }
            }
            else
            {
                Bins.Count(numbers, at.Rows, counts);
            }
        }
        else if (at.Block.Columns[part.Column] is not byte[] codes)
        {
            base.Count(at, counts);
        }
        else
        {
            Span<int> own = stackalloc int[byte.MaxValue + 1];
            if (at.IsAllComplete)
            {
                at.Block.CountsOf(part.Column).CopyTo(own);
            }
            else
            {
                Bitmaps.Count(codes, at.Bitmap, at.Rows, part.Codes.Length, own);
            }

            for (var code = 0; code < part.Codes.Length; code++)
            {
                counts[part.Codes[code]] += own[code];
            }
        }
    }

    /// <summary>Adds the selected numbers that there are.</summary>
    public void Sum(Selected at, NumberSums sums)
    {
        if (_parts.TryGetValue(at.Version, out var part) && at.Block.Columns[part.Column] is double[] numbers)
        {
            if (at.IsAllComplete)
            {
                sums.Add(at.Block.SumsOf(part.Column));
            }
            else
            {
                sums.Add(numbers, at.Rows);
            }
        }
    }

    /// <summary>Leaves the rows that have one of the values.</summary>
    public void Keep(AnalysedVersion version, AnswerBlock block, IReadOnlyCollection<string> values, Span<ulong> bitmap)
    {
        if (!_parts.TryGetValue(version, out var part))
        {
            bitmap.Clear();
            return;
        }

        var wanted = part.Dimension.Values.Select(v => values.Contains(v, StringComparer.OrdinalIgnoreCase)).Prepend(values.Contains(NoAnswer)).Append(values.Contains(Else)).ToArray();
        switch (block.Columns[part.Column])
        {
            case byte[] narrow:
                Selecting.Keep(bitmap, narrow, wanted);
                break;
            case ushort[] wide:
                Selecting.Keep(bitmap, wide, wanted);
                break;
            case double[] numbers:
                var ranges = values.Select(v => Bins.RangeOf(v, Dimension.IsDay)).OfType<(double From, double To)>().ToList();
                Selecting.Keep(bitmap, numbers.AsSpan(), n => double.IsNaN(n) ? wanted[0] : ranges.Exists(r => n >= r.From && n < r.To));
                break;
            default:
                Span<ulong> any = stackalloc ulong[AnswerBlock.Words];
                Span<ulong> members = stackalloc ulong[AnswerBlock.Words];
                any.Clear();
                for (var code = 0; code < wanted.Length; code++)
                {
                    if (wanted[code])
                    {
                        Members(version, block, part.Codes[code], members);
                        for (var word = 0; word < any.Length; word++)
                        {
                            any[word] |= members[word];
                        }
                    }
                }

                for (var word = 0; word < any.Length; word++)
                {
                    bitmap[word] &= any[word];
                }

                break;
        }
    }

    /// <summary>As filters name code 0 and what is none of the values.</summary>
    public const string NoAnswer = "@none";

    public const string Else = "@else";
}
