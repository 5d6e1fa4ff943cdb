using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Granary.Matching.Linkage;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Granary.Host.Commands.Match;

internal sealed record AgreementAt(double Threshold, double Precision, double Recall, double F1);

/// <summary>The figures of a run, as <c>--json</c> writes them.</summary>
/// <param name="Pairs">Pairs kept: those that may be one customer's.</param>
/// <param name="Seconds">By phase, on the clock.</param>
/// <param name="PeakMemory">Bytes that the process held at most.</param>
/// <param name="Explained">The pair that was asked about.</param>
/// <param name="Default">With the truth: how the clusters at the threshold agree with it. In link mode pairs across files alone count.</param>
internal sealed record MatchFigures(
    int Records,
    long PairsScored,
    int Pairs,
    int Clusters,
    int ClustersOfSeveral,
    double Threshold,
    IReadOnlyDictionary<string, double> Seconds,
    double CpuSeconds,
    long PeakMemory,
    AgreementAt? Default,
    AgreementAt? Best,
    IReadOnlyList<AgreementAt>? ByThreshold,
    IReadOnlyList<Weakness> Weaknesses,
    PairInWords? Explained)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static MatchFigures Of(MatchRun run)
    {
        var linked = run.Linked;
        var threshold = linked.Settings.Threshold;
        var process = Process.GetCurrentProcess();
        var seconds = linked.Seconds.Prepend(("read", run.SecondsOfReading)).ToDictionary(s => s.Item1, s => Math.Round(s.Item2, 3));
        var (cpu, peak) = (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64);
        var sizes = new int[linked.Table.Rows];
        Array.ForEach(linked.Clusters, cluster => sizes[cluster]++);
        var agreements = run.Truth is { } truth
            ? Agreement.Thresholds.Append(threshold).Distinct().Order().Select(t => At(t, t == threshold ? linked.Clusters : linked.ClustersAt(t), run, truth)).ToList()
            : null;
        return new(
            linked.Table.Rows, linked.PairsScored, linked.Pairs.Count, sizes.Count(size => size > 0), sizes.Count(size => size > 1), threshold, seconds, Math.Round(cpu, 2), peak,
            agreements?.Single(a => a.Threshold == threshold), agreements?.MaxBy(a => a.F1), agreements, linked.Weaknesses,
            run.Asked is { } pair ? PairInWords.Of(run, pair.A, pair.B) : null);
    }

    private static AgreementAt At(double threshold, int[] clusters, MatchRun run, int[] truth)
    {
        var agreement = Agreement.Of(clusters, truth, run.Mode == LinkMode.Link ? run.Linked.Table.Sources : null);
        return new(threshold, Math.Round(agreement.Precision, 5), Math.Round(agreement.Recall, 5), Math.Round(agreement.F1, 5));
    }

    public async Task WriteAsync(FileInfo file, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(this, Json);
        if (file.Name == "-")
        {
            await Console.Out.WriteLineAsync(text);
        }
        else
        {
            await File.WriteAllTextAsync(file.FullName, text + "\n", cancellation);
        }
    }

    public void Print(MatchRun run)
    {
        if (Explained is { } pair)
        {
            pair.Print(run.Request.Chinese);
            return;
        }

        var columns = new Table().Border(TableBorder.Simple).AddColumns("Column", "Holds", "Filled", "Distinct", "Agreeing weighs", "Differing weighs");
        var linked = run.Linked;
        foreach (var (column, kind) in linked.Columns)
        {
            var c = linked.Comparators.ToList().FindIndex(comparator => comparator.Column == column);
            columns.AddRow(
                Markup.Escape(column.Name), Markup.Escape(kind.ToString()), Share((double)column.Filled / Records), Count(column.Values.Count),
                c < 0 ? "" : Weight(linked.Model.Weights[c][Comparator.Exact]), c < 0 ? "" : Weight(linked.Model.Weights[c][linked.Comparators[c].Different]));
        }

        AnsiConsole.Write(columns);
        var rules = new Table().Border(TableBorder.Simple).AddColumns("Blocking rule", "Pairs expected", "Pairs", "Matches reached");
        foreach (var rule in linked.Rules)
        {
            rules.AddRow(Markup.Escape(rule.Name), Count((long)rule.Expected), Count(rule.Given), Share(rule.Reaches));
        }

        AnsiConsole.Write(rules);
        foreach (var weakness in Weaknesses)
        {
            Console.Out.WriteLine($"Weak: {weakness.Where}: {weakness.What}");
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Records:n0} records, {PairsScored:n0} pairs scored, {Pairs:n0} that may be one customer's; {Clusters:n0} clusters, {ClustersOfSeveral:n0} of more than one record (threshold {Threshold:g3})."));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Seconds.Values.Sum():f1} s ({string.Join(", ", Seconds.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:f1}")))}), {CpuSeconds:f1} CPU s, {PeakMemory >> 20:n0} MB."));
        if (Default is { } at && Best is { } best)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Against the truth: precision {at.Precision:f4}, recall {at.Recall:f4}, F1 {at.F1:f4}; best {best.F1:f4} at threshold {best.Threshold:g3}."));
        }
    }

    private static string Count(long count) => count.ToString("n0", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("p1", CultureInfo.InvariantCulture);

    private static string Weight(double weight) => weight.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
