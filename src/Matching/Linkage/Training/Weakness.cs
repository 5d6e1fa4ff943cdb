using System.Globalization;

namespace Granary.Matching.Linkage;

/// <summary>Where a model is weak: what the data do not say, or say oddly. For people, in English.</summary>
/// <param name="Where">A comparison, a comparison and level, or "blocking rules".</param>
public sealed record Weakness(string Where, string What)
{
    /// <summary>A level that fewer expected matches than this stand behind is a guess.</summary>
    private const double FewMatches = 5;

    /// <summary>Matches that rules may miss, as a share, before it is worth a word.</summary>
    private const double MissedShare = 0.01;

    internal static IEnumerable<Weakness> Of(IReadOnlyList<Comparator> comparators, Learnt learnt, IReadOnlyList<ChosenRule> rules)
    {
        if (learnt.Matches.Count < 50)
        {
            yield return new("model", Say($"only {learnt.Matches.Count} pairs look like one customer's: m of every level is little more than a guess"));
        }

        for (var c = 0; c < comparators.Count; c++)
        {
            var thin = Enumerable.Range(1, comparators[c].Different).Where(level => learnt.Support[c][level] < FewMatches).Select(level => comparators[c].Levels[level]).ToList();
            if (thin.Count > 0)
            {
                yield return new(comparators[c].Name, $"hardly any match at level {string.Join(", ", thin)}");
            }

            if (learnt.Model.Weights[c][Comparator.Exact] < 1)
            {
                yield return new(comparators[c].Name, Say($"agreeing says next to nothing (weight {learnt.Model.Weights[c][Comparator.Exact]:f1})"));
            }
        }

        var reached = rules.SelectMany(rule => rule.Found).GroupBy(match => match).Select(g => g.Count()).ToList();
        var looked = rules.Count == 0 ? 0 : rules.Max(rule => rule.Reaches == 0 ? 0 : rule.Found.Length / rule.Reaches);
        // Chao's lower bound (Scand. J. Stat. 11, 1984): those that no rule found, from those that one and that two found.
        double one = reached.Count(n => n == 1), two = reached.Count(n => n == 2);
        var missed = looked == 0 ? 0 : ((looked - reached.Count) + (one * one / (2 * Math.Max(1, two)))) / (looked + (one * one / (2 * Math.Max(1, two))));
        if (missed > MissedShare)
        {
            yield return new("blocking rules", Say($"may miss {missed:p1} of the matches"));
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
