using Granary.Matching.Linkage;

namespace Granary.Matching.Learning;

/// <summary>
/// u: how records of two customers compare. What they have quite the same is counted among all pairs of customers; the other levels are seen
/// in pairs picked at random.
/// </summary>
internal static class Chance
{
    private const int RandomPairs = 400_000;

    /// <summary>A share that was seen fewer times than this says little of how large it is.</summary>
    public const int Enough = 10;

    /// <returns>By comparison and level; null where too few pairs say it.</returns>
    public static double?[][] Learn(Customers customers, RecordKind kind, Matcher matcher, int seed)
    {
        var u = Sample(customers, kind, matcher, seed);
        void Counted(Comparison comparison, Func<MatchRecord, IEnumerable<string>> values, int most)
        {
            var (counts, having) = customers.Count(kind, values);
            var pairs = counts.Values.Where(n => n <= most).Sum(n => n * (n - 1.0) / 2);
            u[(int)comparison][1] = pairs >= Enough ? pairs / (having * (having - 1.0) / 2) : null;
        }

        Counted(Comparison.Name, record => record.Name.IsEmpty ? [] : [record.Name.Canonical], int.MaxValue);
        Counted(Comparison.Birth, record => record.Birth is { } birth ? [$"{birth:yyyyMMdd}"] : [], int.MaxValue);
        // As with blocking keys: what very many share is some placeholder.
        Counted(Comparison.Phone, record => record.Phones, BlockingKeys.LargestBlock);
        Counted(Comparison.Email, record => record.Emails, BlockingKeys.LargestBlock);
        Counted(Comparison.Card, record => record.Cards, BlockingKeys.LargestBlock);
        return u;
    }

    private static double?[][] Sample(Customers customers, RecordKind kind, Matcher matcher, int seed)
    {
        var indexes = Enumerable.Range(0, customers.Records.Count).Where(i => customers.Records[i].Kind == kind).ToArray();
        var counts = Levels.Names.Select(names => new long[names.Length]).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < RandomPairs && indexes.Length > 1; i++)
        {
            var (a, b) = (indexes[random.Next(indexes.Length)], indexes[random.Next(indexes.Length)]);
            if (customers.Of(a) != customers.Of(b))
            {
                var pattern = Evidence.Of(matcher.Score(customers.Records[a], customers.Records[b]).Levels);
                for (var c = 0; c < counts.Length; c++)
                {
                    counts[c][LevelCounts.LevelOf(pattern, c)]++;
                }
            }
        }

        return [.. counts.Select(levels => levels.Select((n, l) => l > 0 && n >= Enough ? n / (double)levels.Skip(1).Sum() : (double?)null).ToArray())];
    }
}
