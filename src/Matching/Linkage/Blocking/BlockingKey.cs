namespace Granary.Matching.Linkage;

/// <summary>What rows may have in common in one column: its value, or a part of it that survives an error. 0 where a row has none.</summary>
/// <param name="OfValue">For each value of the column the number of its key.</param>
public sealed record BlockingKey(string Name, Column Column, int[] OfValue, int Count)
{
    public int this[int row] => OfValue[Column.Codes[row]];
}
