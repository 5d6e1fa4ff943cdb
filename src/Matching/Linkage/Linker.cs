using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Granary.Matching.Linkage;

/// <summary>Which pairs of rows may be one customer's.</summary>
public enum LinkMode
{
    /// <summary>Any two rows.</summary>
    Dedupe,

    /// <summary>Rows of different files only; each file is taken to hold a customer once.</summary>
    Link,

    /// <summary>Any two rows, of one file or of two: what <see cref="Dedupe"/> is for one file.</summary>
    Both,
}

/// <summary>What a run is told besides its settings.</summary>
/// <param name="KeepFrom">Pairs whose probability is below this are neither kept nor written.</param>
public sealed record LinkOptions(LinkMode Mode = LinkMode.Dedupe, int Seed = 1, double KeepFrom = 0.02)
{
    /// <summary>Log2 of the odds beyond which one pair says no more about its clusters: none decides for all, unless it cannot be.</summary>
    public double MostOfPair { get; init; } = 10;

    public LinkSettings Settings { get; init; } = new();

    internal LinkDefaults Defaults { get; init; } = new();

    /// <summary>Pairs of which somebody said what they are: m is learnt from them too, those of one customer are joined whatever else is said, and the others never.</summary>
    public IReadOnlyList<LabelledPair> Labels { get; init; } = [];
}

/// <summary>Two rows of which somebody said whether they are one customer's.</summary>
public readonly record struct LabelledPair(int A, int B, bool Same);

/// <summary>A rule that was used.</summary>
/// <param name="Expected">Pairs expected before anything ran.</param>
/// <param name="Given">Pairs that it gave, those of earlier rules among them.</param>
/// <param name="Reaches">Share of the sample's matches that it reaches.</param>
/// <param name="PassedOver">Rows in blocks that were too large.</param>
public sealed record UsedRule(string Name, double Expected, long Given, double Reaches, long PassedOver);

/// <summary>What came of linking a table.</summary>
/// <param name="Clusters">For each row the lowest row of its cluster.</param>
/// <param name="Seconds">By phase, in order.</param>
public sealed record Linked(
    Table Table,
    IReadOnlyList<(Column Column, ColumnKind Kind)> Columns,
    IReadOnlyList<Comparator> Comparators,
    Model Model,
    IReadOnlyList<UsedRule> Rules,
    long PairsScored,
    IReadOnlyList<ScoredPair> Pairs,
    int[] Clusters,
    IReadOnlyList<Weakness> Weaknesses,
    IReadOnlyList<(string Phase, double Seconds)> Seconds)
{
    /// <summary>The clusters at another threshold than the settings'.</summary>
    public int[] ClustersAt(double threshold) => ClustersWith(Options with { Settings = Settings with { Threshold = threshold } });

    internal int[] ClustersWith(LinkOptions options) => new CorrelationClusters(Table, Scorer, options).Of(Pairs);

    public PairExplanation Explain(int a, int b) => PairExplanation.Of(Comparators, Model, a, b);

    /// <summary>All that was found out, to be read, changed and given to another run.</summary>
    public required LinkSettings Settings { get; init; }

    internal LinkOptions Options { get; init; } = new();

    internal Scorer Scorer { get; init; } = null!; // Run sets it
}

/// <summary>Finds the records of one customer in a table, without being told anything about it. The same table, options and seed give the same result.</summary>
public sealed class Linker(LinkOptions options)
{
    /// <summary>Pairs a row that all rules together may cost; small tables can afford more (<see cref="LinkDefaults.PairsPerRowOfFew"/>).</summary>
    private const double PairsPerRow = 40;

    /// <summary>What a rule has to reach for each pair a row: where there are two matches a row, one new match in 1,000 pairs, and in 5,000.</summary>
    private const double LeastForPairs = 0.0005, LeastForPairsOfFew = 0.0001;

    private const int Few = 200_000;

    private readonly List<(string, double)> _seconds = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    // Compiled at once for what it is: else whatever it names would be in memory to its end, the columns before they were respelled among it.
    /// <exception cref="FormatException">The settings name what the table has not, or no column is evidence.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Linked Run(Table table)
    {
        var apart = Columns(table);
        var columns = JoinedColumns.Of(apart);
        table = table with { Columns = [.. columns.Select(c => c.Column)] };
        var comparators = Comparisons.Of(columns, options.Defaults);
        if (comparators.Count == 0)
        {
            throw new FormatException("No column tells records apart: each is a key, says where a record comes from, is nearly empty or says the same throughout. The settings can say what a column holds");
        }

        var keys = columns.SelectMany(c => ColumnKeys.Of(c.Column, c.Kind)).ToList();
        Lap("prepare");

        var finder = new RuleFinder(table, keys);
        var learnt = new Learner(table, comparators, finder, options).Learn();
        var model = options.Settings.Over(learnt.Model, comparators);
        Lap("train");

        var chosen = options.Settings.Rules is { } told
            ? finder.Take(told, learnt.Matches)
            : table.Rows > Few ? finder.Choose(learnt.Matches, PairsPerRow * table.Rows, LeastForPairs)
            : finder.Choose(learnt.Matches, options.Defaults.PairsPerRowOfFew * table.Rows, LeastForPairsOfFew);
        Lap("block");

        var scorer = new Scorer(comparators, model);
        var (pairs, scored, used) = new PairScoring(table, chosen, scorer, options).Run();
        Lap("score");

        var clusters = new CorrelationClusters(table, scorer, options).Of(pairs);
        Lap("cluster");
        return new(table, columns, comparators, model, used, scored, pairs, clusters, [.. Weakness.Of(comparators, learnt, chosen)], _seconds)
        {
            Settings = SettingsOf(apart, chosen, comparators, model), Options = options, Scorer = scorer,
        };
    }

    private (Column Column, ColumnKind Kind)[] Columns(Table table)
    {
        var told = options.Settings.Columns;
        foreach (var name in told.Keys.Where(name => table.Columns.All(c => c.Name != name)))
        {
            throw new FormatException($"The settings have a column \"{name}\", and the records have none of that name");
        }

        var columns = table.Columns.AsParallel().AsOrdered().Select(column =>
        {
            var kind = told.TryGetValue(column.Name, out var said) ? said : ColumnGuess.Of(column, table.Rows, options.Defaults);
            return (Spelling.Of(column, kind), kind);
        }).ToArray();
        JoinedColumns.FindShared(columns, told);
        return columns;
    }

    private LinkSettings SettingsOf((Column Column, ColumnKind Kind)[] columns, List<ChosenRule> rules, List<Comparator> comparators, Model model) => new()
    {
        Columns = columns.ToDictionary(c => c.Column.Name, c => c.Kind),
        Rules = [.. rules.Select(r => r.Rule.Keys.Select(k => k.Name).ToList())],
        Prior = model.Prior,
        Threshold = options.Settings.Threshold,
        Relatives = RelativesSettings.Of(model.Relatives, comparators),
        Comparisons = comparators.Select((c, i) => (c.Name, Levels: Enumerable.Range(1, c.Different).ToDictionary(l => c.Levels[l], l => new LevelSettings(model.M(i, l), model.U(i, l)))))
            .ToDictionary(c => c.Name, c => (IReadOnlyDictionary<string, LevelSettings>)c.Levels),
    };

    private void Lap(string phase)
    {
        _seconds.Add((phase, _watch.Elapsed.TotalSeconds));
        _watch.Restart();
    }
}
