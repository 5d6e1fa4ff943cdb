using System.Globalization;
using Granary.Matching.Linkage;

namespace Granary.Matching.Learning;

/// <summary>
/// Learns the model of a bank's customers from its base, without being told who is who: u by counting and random pairs, m by
/// expectation-maximisation over candidates, to which stewards' decisions are added. A level of which the base says too little keeps its number
/// of the model that is started from, as does one that weighs nothing by rule. The same data and seed give the same model, in whatever order they come.
/// </summary>
/// <param name="start">The model in force: tells customers apart while chance is counted, and lends what cannot be learnt.</param>
public sealed class ModelLearner(MatchModel start, ErrorRates errors, int seed)
{
    /// <summary>A level that fewer expected matches than this stand behind is not learnt.</summary>
    private const double EnoughMatches = 10;

    private readonly Matcher _matcher = new(start);

    public MatchModel Learn(LearningData data)
    {
        var customers = new Customers([.. data.Records.OrderBy(r => r.Id, StringComparer.Ordinal)]);
        var labelled = data.Labels.Select(l => (l.A.Id, l.B.Id)).Concat(data.Labels.Select(l => (l.B.Id, l.A.Id))).ToHashSet();
        var seen = new SeenPairs(errors);
        foreach (var (a, b) in data.Candidates)
        {
            var score = _matcher.Score(a, b);
            // What is proven to be two customers is nothing to learn from; what a steward decided comes with the labels.
            if (score.CannotLink is CannotLink.None or CannotLink.DisputedIdentity && !labelled.Contains((a.Id, b.Id)))
            {
                seen.Add(a, b, score);
            }

            if (score.Verdict == Verdict.Automatic)
            {
                customers.Join(a, b);
            }
        }

        var weak = new List<Weakness>();
        var (person, persons) = Learn(RecordKind.Person, data, customers, seen, weak);
        var (organisation, organisations) = Learn(RecordKind.Organisation, data, customers, seen, weak);
        var file = start.File with
        {
            // A base that is still filling up must not make the model bolder than the province that it will hold.
            Population = Math.Max(start.File.Population, ModelFile.Rounded(1 / Math.Max(persons.Prior, organisations.Prior))),
            Person = person,
            Organisation = organisation,
            Names = NameCounts.Learn(customers),
            Pairs = null,
        };
        file = seen.Thresholds(new MatchModel(file));
        return new(file with
        {
            Learnt = new(seed, data.Records.Count, data.Candidates.Count, persons.Matches + organisations.Matches, data.Labels.Count, errors, weak),
        });
    }

    private (IReadOnlyDictionary<string, IReadOnlyDictionary<string, LevelFile>> Levels, (double Prior, int Matches)) Learn(
        RecordKind kind, LearningData data, Customers customers, SeenPairs seen, List<Weakness> weak)
    {
        var known = new LevelCounts();
        foreach (var label in data.Labels.Where(l => l.Same && l.A.Kind == kind && l.B.Kind == kind))
        {
            known.Add(Evidence.Of(_matcher.Score(label.A, label.B).Levels));
        }

        var before = kind == RecordKind.Person ? start.File.Person! : start.File.Organisation!;
        var chance = Chance.Learn(customers, kind, _matcher, seed);
        var u = Evidence.All.Select((c, i) => c.Levels.Select((level, l) => l == 0 ? 0 : chance[i][l] ?? before[c.Name][level].U).ToArray()).ToArray();
        var patterns = seen.PatternsOf(kind);
        var (model, support) = ExpectationMaximisation.Learn(patterns, Evidence.All, u, data.AllPairs, Math.Max(patterns.Patterns.Values.Sum() / 2.0, 1) / data.AllPairs, known);
        var levels = new Dictionary<string, IReadOnlyDictionary<string, LevelFile>>();
        for (var c = 0; c < Evidence.All.Count; c++)
        {
            var comparison = Evidence.All[c];
            var (learnt, kept) = (new Dictionary<string, LevelFile>(), new List<string>());
            for (var l = 1; l <= ((IComparison)comparison).Different; l++)
            {
                var level = comparison.Levels[l];
                var old = before[comparison.Name][level];
                var byRule = IsByRule(comparison.Comparison, l, old);
                var enough = support[c][l] >= EnoughMatches && chance[c][l] is not null;
                learnt.Add(level, enough && !byRule ? new(ModelFile.Rounded(model.M(c, l)), ModelFile.Rounded(u[c][l])) : old);
                if (!enough && !byRule)
                {
                    kept.Add(level);
                }
            }

            levels.Add(comparison.Name, learnt);
            if (kept.Count > 0)
            {
                weak.Add(new($"{kind}.{comparison.Name}".ToLowerInvariant(), $"too few pairs to learn {string.Join(", ", kept)}: as before"));
            }
        }

        var matches = (int)patterns.Patterns.Where(p => model.Weigh(p.Key) > 0).Sum(p => p.Value);
        if (matches < 50)
        {
            weak.Add(new($"{kind}".ToLowerInvariant(), string.Create(CultureInfo.InvariantCulture, $"only {matches} pairs look like one customer's")));
        }

        return (levels, (model.Prior, matches));
    }

    /// <summary>
    /// A further phone never speaks against a link, so it weighs nothing. And names that differ as brothers' do: chance tells records from strangers,
    /// who hardly ever have such names, and not from their families.
    /// </summary>
    private static bool IsByRule(Comparison comparison, int level, LevelFile number) =>
        number is { M: 1, U: 1 } || (comparison == Comparison.Name && !Names.Compatible((NameLevel)level));
}
