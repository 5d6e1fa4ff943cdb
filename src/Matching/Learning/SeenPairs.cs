using Granary.Matching.Linkage;

namespace Granary.Matching.Learning;

/// <summary>The candidates by how they compare: what m is learnt from, and what thresholds are tried on.</summary>
internal sealed class SeenPairs(ErrorRates errors)
{
    private const string Everywhere = "";

    /// <summary>How many times more doubtful than the stated rate the most doubtful link may be: those whom it concerns are customers, too.</summary>
    private const double WorstOfLast = 20;

    /// <summary>A steward sees what is right one time in ten, however few matches would be missed without it,</summary>
    private const double MostShown = 0.1;

    /// <summary>and nothing that is right less often than one time in a hundred.</summary>
    private const double LeastShown = 0.01;

    private readonly LevelCounts[] _patterns = [new(), new()];
    private readonly Dictionary<string, Dictionary<(RecordKind Kind, ulong Levels, bool ByIdentity), long>> _bySystems =
        (errors.Pairs ?? new Dictionary<string, ErrorRates>()).Keys.Append(Everywhere).ToDictionary(k => k, _ => new Dictionary<(RecordKind, ulong, bool), long>());

    public LevelCounts PatternsOf(RecordKind kind) => _patterns[(int)kind];

    public void Add(MatchRecord a, MatchRecord b, PairScore score)
    {
        _patterns[(int)score.Kind].Add(Evidence.Of(score.Levels));
        Count(Everywhere, score);
        if (_bySystems.Count > 1)
        {
            var (one, other) = (a.System.ToString(), b.System.ToString());
            Count($"{one}|{other}", score);
            if (one != other)
            {
                Count($"{other}|{one}", score);
            }
        }
    }

    /// <summary>The model with the thresholds that its error rates ask for.</summary>
    public ModelFile Thresholds(MatchModel model)
    {
        var usual = Choose(model, Everywhere, errors);
        return model.File with
        {
            Automatic = usual.Automatic,
            Review = usual.Review,
            Pairs = errors.Pairs?.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => Choose(model, p.Key, p.Value)),
        };
    }

    private void Count(string systems, PairScore score)
    {
        if (_bySystems.TryGetValue(systems, out var counts))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (score.Kind, score.Levels, score.SameIdentity), out _)++;
        }
    }

    private ThresholdsFile Choose(MatchModel model, string systems, ErrorRates rates)
    {
        var pairs = _bySystems[systems].Select(p => (p.Key, Probability: model.Probability(model.Weigh(p.Key.Kind, p.Key.Levels)), Times: p.Value))
            .OrderByDescending(p => p.Probability).ThenBy(p => p.Key).ToList();
        var byScore = pairs.Where(p => !p.Key.ByIdentity).ToList();
        var automatic = Automatic([.. byScore.Where(p => IsLinkable(p.Key.Levels)).Select(p => (p.Probability, p.Times))], rates.WrongLinks);
        var review = Review([.. byScore.Select(p => (p.Probability, p.Times))], rates.MissedMatches * pairs.Sum(p => p.Probability * p.Times));
        return new(Floor(automatic), Floor(Math.Min(review, automatic / 2)));
    }

    /// <summary>The least probability so that of all links from it on no more are wrong, the last of them taken by themselves not far more.</summary>
    private static double Automatic(IReadOnlyList<(double Probability, long Times)> pairs, double wrong)
    {
        var (links, errors, least) = (0.0, 0.0, 1 - wrong);
        foreach (var (probability, times) in pairs)
        {
            (links, errors) = (links + times, errors + (times * (1 - probability)));
            if (errors > wrong * links || probability < 1 - (wrong * WorstOfLast))
            {
                break;
            }

            least = links >= 1 / wrong ? Math.Min(least, probability) : least;
        }

        return least;
    }

    /// <summary>The greatest probability below which no more matches lie, within what is worth a steward's look.</summary>
    private static double Review(IReadOnlyList<(double Probability, long Times)> pairs, double missed)
    {
        var (below, most) = (0.0, MostShown);
        foreach (var (probability, times) in pairs.Reverse())
        {
            below += times * probability;
            if (below > missed)
            {
                most = Math.Min(most, probability);
                break;
            }
        }

        return Math.Max(most, LeastShown);
    }

    private static bool IsLinkable(ulong levels) => (NameLevel)LevelCounts.LevelOf(levels, (int)Comparison.Name) is not NameLevel.Missing and var name && Names.Compatible(name);

    private static double Floor(double probability) => Math.Floor(probability * 1e6) / 1e6;
}
