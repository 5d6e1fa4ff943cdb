namespace Granary.Tests;

/// <summary>Pairs of records in one party against pairs of records of one customer.</summary>
internal sealed record Pairwise(long Right, long Wrong, long Missed)
{
    public double Precision => (double)Right / (Right + Wrong);

    public double Recall => (double)Right / (Right + Missed);

    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static Pairwise Of(IEnumerable<IGrouping<long, string>> partition, IReadOnlyDictionary<string, string> truth)
    {
        long linked = 0, right = 0;
        var records = new List<string>();
        foreach (var party in partition)
        {
            var customers = party.Select(id => truth[id]).ToList();
            records.AddRange(party);
            linked += Pairs(customers.Count);
            right += customers.GroupBy(c => c).Sum(g => Pairs(g.Count()));
        }

        var true_ = records.GroupBy(id => truth[id]).Sum(g => Pairs(g.Count()));
        return new(right, linked - right, true_ - right);
    }

    public override string ToString() => $"precision {Precision:F5}, recall {Recall:F5}, F1 {F1:F5} ({Right} right, {Wrong} wrong, {Missed} missed)";

    private static long Pairs(long n) => n * (n - 1) / 2;
}
