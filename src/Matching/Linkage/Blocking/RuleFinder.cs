namespace Granary.Matching.Linkage;

/// <summary>A blocking rule and what it costs.</summary>
/// <param name="Pairs">Pairs that it will give in the whole table, estimated from a sample; blocks that are too large left out.</param>
/// <param name="TooLarge">Keys of the blocks that are passed over, as far as the sample shows them.</param>
internal sealed record RuleOffer(BlockingRule Rule, double Pairs, HashSet<ulong> TooLarge);

/// <param name="Reaches">Share of the sample's matches that the rule gives.</param>
/// <param name="Found">Which of the matches that were looked at.</param>
internal sealed record ChosenRule(BlockingRule Rule, double Pairs, double Reaches, int[] Found);

/// <summary>Finds blocking rules: all keys, and all pairs of keys of different columns, are weighed by the pairs they cost and the matches they reach.</summary>
internal sealed class RuleFinder
{
    /// <summary>Rows in which pairs are counted, and of larger tables every so many: where rows are farther apart, a block that is too large is not seen.</summary>
    private const int Counted = 20_000, MostApart = 100;

    /// <summary>Matches that rules are chosen by.</summary>
    private const int MostMatches = 20_000;

    /// <summary>A rule that reaches fewer new matches than this share is not worth its sorting.</summary>
    private const double LeastGain = 0.0005;

    /// <summary>What a match is worth to a rule when no, one, two other rules reach it: whoever is reached by three is hardly missed by all.</summary>
    private static readonly double[] Worth = [1, 0.1, 0.01];

    private readonly int _rows;
    private readonly List<RuleOffer> _offers;

    public RuleFinder(Table table, IReadOnlyList<BlockingKey> keys)
    {
        _rows = table.Rows;
        var step = Math.Clamp(table.Rows / Counted, 1, MostApart);
        var rows = Enumerable.Range(0, table.Rows / step).Select(i => i * step).ToArray();
        var rules = new List<BlockingRule>();
        for (var i = 0; i < keys.Count; i++)
        {
            rules.Add(new(keys[i]));
            rules.AddRange(keys.Skip(i + 1).Where(other => other.Column != keys[i].Column).Select(other => new BlockingRule(keys[i], other)));
        }

        var offers = new RuleOffer[rules.Count];
        Parallel.For(0, rules.Count, () => new KeyCounts(rows.Length), (i, _, counts) =>
        {
            offers[i] = Offer(rules[i], rows, step, counts);
            return counts;
        }, _ => { });
        _offers = [.. offers.Where(o => o.Pairs > 0)];
    }

    /// <summary>Rules to learn from, cheapest first: for each column and each two columns the loosest that does not give more than <paramref name="mostPerRow"/> pairs a row.</summary>
    public IEnumerable<BlockingRule> ToLearn(double mostPerRow) =>
        _offers.Where(o => o.Pairs <= mostPerRow * _rows)
            .GroupBy(o => string.Join('+', o.Rule.Keys.Select(k => k.Column.Name)))
            .Select(g => g.MaxBy(o => o.Pairs)!)
            .OrderBy(o => o.Pairs)
            .Select(o => o.Rule);

    /// <summary>The rules for the whole table: of all offers again and again the one that reaches the most matches for its pairs.</summary>
    /// <param name="matches">Pairs that the model takes for one customer's.</param>
    /// <param name="mostPairs">Pairs that all rules together may cost.</param>
    /// <param name="leastForPairs">Share of the matches that a rule has to reach anew for each pair a row that it costs.</param>
    public List<ChosenRule> Choose(IReadOnlyList<(int A, int B)> matches, double mostPairs, double leastForPairs)
    {
        var looked = Looked(matches);
        var left = _offers.Where(o => o.Pairs < mostPairs).ToList();
        var covers = left.AsParallel().AsOrdered().Select(o => Reached(o, looked)).ToList();
        var reached = new int[looked.Length];
        var chosen = new List<ChosenRule>();
        while (true)
        {
            var (best, value) = (-1, 0.0);
            for (var i = 0; i < left.Count; i++)
            {
                var gain = left[i].Pairs <= mostPairs ? covers[i].Sum(match => reached[match] < Worth.Length ? Worth[reached[match]] : 0) : 0;
                if (gain >= looked.Length * Math.Max(LeastGain, leastForPairs * left[i].Pairs / _rows) && gain >= 1 && gain / (left[i].Pairs + _rows) > value)
                {
                    (best, value) = (i, gain / (left[i].Pairs + _rows));
                }
            }

            if (best < 0)
            {
                return chosen;
            }

            foreach (var match in covers[best])
            {
                reached[match]++;
            }

            mostPairs -= left[best].Pairs;
            chosen.Add(Chosen(left[best], covers[best], looked.Length));
            left.RemoveAt(best);
            covers.RemoveAt(best);
        }
    }

    /// <summary>The rules that somebody named.</summary>
    /// <exception cref="FormatException">There is no such rule.</exception>
    public List<ChosenRule> Take(IReadOnlyList<IReadOnlyList<string>> names, IReadOnlyList<(int A, int B)> matches)
    {
        var looked = Looked(matches);
        return [.. names.Select(keys =>
        {
            var offer = _offers.Find(o => o.Rule.Keys.Count == keys.Count && o.Rule.Keys.All(k => keys.Contains(k.Name)))
                ?? throw new FormatException($"The settings have a blocking rule \"{string.Join(" + ", keys)}\", and the columns give no such keys. A rule is one key, or two of different columns");
            return Chosen(offer, Reached(offer, looked), looked.Length);
        })];
    }

    private static ChosenRule Chosen(RuleOffer offer, int[] found, int looked) => new(offer.Rule, offer.Pairs, looked == 0 ? 0 : (double)found.Length / looked, found);

    private static (int A, int B)[] Looked(IReadOnlyList<(int A, int B)> matches)
    {
        var step = Math.Max(1, matches.Count / MostMatches);
        return [.. Enumerable.Range(0, matches.Count / step).Select(i => matches[i * step])];
    }

    private static int[] Reached(RuleOffer offer, (int A, int B)[] matches)
    {
        var reached = new List<int>();
        for (var i = 0; i < matches.Length; i++)
        {
            var key = offer.Rule.KeyOf(matches[i].A);
            if (key != 0 && key == offer.Rule.KeyOf(matches[i].B) && !offer.TooLarge.Contains(key))
            {
                reached.Add(i);
            }
        }

        return [.. reached];
    }

    /// <summary>Every <paramref name="step"/>-th row is counted, so blocks there are as much smaller and pairs as much rarer.</summary>
    private static RuleOffer Offer(BlockingRule rule, int[] rows, int step, KeyCounts counts)
    {
        var largest = Math.Max(2, Blocks.Largest / step);
        counts.Clear();
        foreach (var row in rows)
        {
            counts.Add(rule.KeyOf(row));
        }

        var pairs = 0.0;
        var tooLarge = new HashSet<ulong>();
        foreach (var (key, count) in counts.OfSeveral())
        {
            if (count > largest)
            {
                tooLarge.Add(key);
            }
            else
            {
                pairs += (double)count * (count - 1) / 2;
            }
        }

        return new(rule, pairs * step * step, tooLarge);
    }
}
