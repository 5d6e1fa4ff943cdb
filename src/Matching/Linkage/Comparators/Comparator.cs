namespace Granary.Matching.Linkage;

/// <summary>
/// Compares two records in one respect: to a level, best first. Level 0 is "one of them says nothing" and weighs nothing, 1 is "exactly the same",
/// the last is "different". Symmetric, without state, and nothing is allocated: it runs a hundred million times.
/// </summary>
public abstract class Comparator(Column column, params string[] levels) : IComparison
{
    public const int Missing = 0;

    public const int Exact = 1;

    /// <summary>Of the comparison in the model: that of its column.</summary>
    public string Name => Column.Name;

    public Column Column { get; } = column;

    /// <summary>From 0, "missing".</summary>
    public IReadOnlyList<string> Levels { get; } = ["missing", "exact", .. levels, "different"];

    public int Different => Levels.Count - 1;

    /// <summary>How long comparing two different values takes, as a multiple of the quickest comparator's: the quick ones are asked first.</summary>
    public virtual int Cost => 1;

    /// <summary>Whether two records at this level are two customers for certain, whatever else agrees.</summary>
    public virtual bool Forbids(int level) => false;

    /// <summary>Whether it compares what somebody keeps for life, and shares with nobody of their house but a twin: a birth date, a number of an identity card.</summary>
    public virtual bool IsForLife => false;

    /// <summary>Whether it compares what people are called by.</summary>
    public virtual bool IsName => false;

    /// <summary>The level of two rows.</summary>
    public int Level(int a, int b)
    {
        var (x, y) = (Column.Codes[a], Column.Codes[b]);
        return x == 0 || y == 0 ? Missing : x == y ? Exact : Compare(a, b, x, y);
    }

    /// <summary>The level of two rows that are known to say different things, <paramref name="x"/> and <paramref name="y"/>.</summary>
    public int LevelOfDifferent(int a, int b, int x, int y) => Compare(a, b, x, y);

    /// <summary>The number of what a row says.</summary>
    public int Value(int row) => Column.Codes[row];

    /// <summary>What a row says, in the spelling that is compared.</summary>
    public string Said(int row) => Column.Values[Column.Codes[row]].ToString();

    /// <summary>The adjustment by term frequency: log2 of how much rarer than on average it is to agree on a value.</summary>
    /// <param name="coincidence">u of the level "exact".</param>
    public double RarityOf(int value, double coincidence) => Math.Log2(coincidence * Column.Filled / Column.Values.CountOf(value));

    /// <summary>The level of two different values.</summary>
    protected abstract int Compare(int a, int b, int x, int y);
}
