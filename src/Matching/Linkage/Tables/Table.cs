namespace Granary.Matching.Linkage;

/// <summary>A column: for each row the number of its normalised text in <see cref="Values"/>, 0 where it says nothing.</summary>
public sealed record Column(string Name, int[] Codes, ValueStore Values)
{
    public int Filled => Codes.Length - Values.CountOf(0);

    /// <summary>The chance that two rows picked at random say exactly the same, of those that say something.</summary>
    public double Coincidence
    {
        get
        {
            var sum = 0.0;
            for (var code = 1; code <= Values.Count; code++)
            {
                double count = Values.CountOf(code);
                sum += count * (count - 1);
            }

            return Math.Max(sum, 1) / ((double)Filled * Math.Max(1, Filled - 1));
        }
    }
}

/// <summary>Records in columns. Row numbers are those of the input, all files one after the other.</summary>
/// <param name="Sources">For each row the number of the file it came from.</param>
public sealed record Table(int Rows, IReadOnlyList<Column> Columns, byte[] Sources);

/// <summary>Takes rows as they are read.</summary>
public sealed class TableBuilder(IReadOnlyList<string> columns)
{
    private readonly ValueStore[] _values = [.. columns.Select(_ => new ValueStore())];
    private readonly List<int>[] _codes = [.. columns.Select(_ => new List<int>())];
    private readonly List<byte> _sources = [];
    private char[] _buffer = new char[256];

    public int Rows => _sources.Count;

    public void StartRow(byte source) => _sources.Add(source);

    /// <summary>One cell of the row that was started, as the file says it; it is kept normalised (<see cref="Normal"/>).</summary>
    public void Cell(int column, ReadOnlySpan<char> text)
    {
        if (_buffer.Length < text.Length)
        {
            _buffer = new char[text.Length * 2];
        }

        _codes[column].Add(_values[column].Add(_buffer.AsSpan(0, Normal.Write(text, _buffer))));
    }

    /// <summary>The table; the builder is empty then.</summary>
    public Table Build()
    {
        var built = new Column[columns.Count];
        for (var c = 0; c < built.Length; c++)
        {
            built[c] = new(columns[c], [.. _codes[c]], _values[c]);
            _values[c].Pack();
            (_codes[c], _values[c]) = ([], new());
        }

        return new(_sources.Count, built, [.. _sources]);
    }
}
