namespace Granary.Matching.Learning;

/// <summary>Two records of which a steward said whether they are one customer's.</summary>
public sealed record LabelledPair(MatchRecord A, MatchRecord B, bool Same);

/// <summary>What a model is learnt from.</summary>
/// <param name="Records">Picked whatever they say, so that they show what two customers agree in by chance.</param>
/// <param name="Candidates">Pairs that share a blocking key, each once.</param>
/// <param name="AllPairs">How many pairs there are, of which these are the candidates.</param>
/// <param name="Labels">Stewards' decisions.</param>
public sealed record LearningData(
    IReadOnlyList<MatchRecord> Records, IReadOnlyList<(MatchRecord A, MatchRecord B)> Candidates, double AllPairs, IReadOnlyList<LabelledPair> Labels)
{
    /// <summary>All of a base that fits into memory.</summary>
    public static LearningData Of(IReadOnlyCollection<MatchRecord> all, IReadOnlyList<LabelledPair>? labels = null)
    {
        var blocks = all.SelectMany(record => BlockingKeys.Of(record).Select(key => (key, record))).GroupBy(x => x.key, x => x.record)
            .Select(g => g.ToArray()).Where(block => block.Length is > 1 and <= BlockingKeys.LargestBlock);
        var pairs = new Dictionary<(string, string), (MatchRecord, MatchRecord)>();
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Length; i++)
            {
                for (var j = i + 1; j < block.Length; j++)
                {
                    var (a, b) = string.CompareOrdinal(block[i].Id, block[j].Id) < 0 ? (block[i], block[j]) : (block[j], block[i]);
                    pairs.TryAdd((a.Id, b.Id), (a, b));
                }
            }
        }

        return new([.. all], [.. pairs.Values], all.Count * (all.Count - 1.0) / 2, labels ?? []);
    }
}
