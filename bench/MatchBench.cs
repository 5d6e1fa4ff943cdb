using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Granary.Bench;

/// <summary>
/// <c>granary match</c> from the file to the file of clusters, in a process of its own, beside <see cref="NaiveDedupe"/>, which does the same job in the same run.
/// </summary>
internal static class MatchBench
{
    private const int Seed = 7, Smallest = 100_000;

    /// <summary>More records do not fit into memory as strings.</summary>
    private const int MostForNaive = 1_000_000;

    private const double LeastF1 = 0.97;

    public static bool Run(int records)
    {
        var folder = Directory.CreateTempSubdirectory("granary-match").FullName;
        try
        {
            return Growth(records).ToList().TrueForAll(count => Measure(count, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>100,000, ten times as many, … and in the end as many as were asked for.</summary>
    private static IEnumerable<int> Growth(int records)
    {
        for (long count = Smallest; count < records; count *= 10)
        {
            yield return (int)count;
        }

        yield return records;
    }

    private static bool Measure(int records, string folder)
    {
        var (people, clusters, figures) = (Path.Combine(folder, "people.csv"), Path.Combine(folder, "clusters.csv"), Path.Combine(folder, "figures.json"));
        new People(Seed).Write(people, records);
        var load = MachineLoad.Now;
        var watch = Stopwatch.StartNew();
        if (!Match(people, clusters, figures))
        {
            return false;
        }

        var wall = watch.Elapsed.TotalSeconds;
        using var said = JsonDocument.Parse(File.ReadAllText(figures));
        double Number(string name) => said.RootElement.GetProperty(name).GetDouble();
        var f1 = F1(clusters, records);
        Say($"{records,10:#,0} records, {load}: {wall:0.0} s, {Number("cpuSeconds"):0.0} CPU s, {Number("peakMemory") / 1e6:#,0} MB, {Number("pairsScored"):#,0} pairs scored, F1 {f1:0.0000}");
        Say($"           {string.Join(", ", said.RootElement.GetProperty("seconds").EnumerateObject().Select(s => $"{s.Name} {s.Value.GetDouble():0.0}"))} s");
        if (records <= MostForNaive)
        {
            MeasureNaive(people, clusters, records, Number("cpuSeconds"));
        }

        return f1 >= LeastF1;
    }

    private static bool Match(string people, string clusters, string figures)
    {
        var started = new ProcessStartInfo(Path.Combine(Repository.Root, "granary"), ["match", people, "--exclude", "cluster", "--output", clusters, "--json", figures]) { RedirectStandardOutput = true };
        using var process = Process.Start(started)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static void MeasureNaive(string people, string clusters, int records, double own)
    {
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var pairs = NaiveDedupe.Run(people, clusters);
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Say($"           written by hand: {watch.Elapsed.TotalSeconds:0.0} s, {cpu:0.0} CPU s ({cpu / own:0.00} times), {pairs:#,0} pairs, F1 {F1(clusters, records):0.0000}");
    }

    /// <summary>Of pairs: the first column is the cluster that was found, the last whose the record is.</summary>
    private static double F1(string clusters, int records)
    {
        var both = new long[records];
        var (found, there) = (new int[records + 1], new int[records + 1]);
        var row = 0;
        foreach (var line in File.ReadLines(clusters).Skip(1))
        {
            var cluster = int.Parse(line.AsSpan(0, line.IndexOf(',', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            var person = int.Parse(line.AsSpan(line.LastIndexOf(',') + 1), CultureInfo.InvariantCulture);
            (found[cluster], there[person]) = (found[cluster] + 1, there[person] + 1);
            both[row++] = ((long)cluster << 32) | (uint)person;
        }

        Array.Sort(both);
        var (right, alike) = (0L, 0L);
        for (var i = 1; i < records; i++)
        {
            alike = both[i] == both[i - 1] ? alike + 1 : 0; // the n-th alike makes n - 1 pairs
            right += alike;
        }

        return 2.0 * right / (found.Sum(Pairs) + there.Sum(Pairs));
    }

    private static long Pairs(int size) => (long)size * (size - 1) / 2;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
