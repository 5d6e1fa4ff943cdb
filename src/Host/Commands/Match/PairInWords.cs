using System.Globalization;
using Granary.Matching.Linkage;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Granary.Host.Commands.Match;

/// <summary>Why two records are put together or not, as <c>--json</c> writes it and as the terminal shows it.</summary>
/// <param name="A">The first record's name (<see cref="RecordPlaces.Name"/>); so <paramref name="B"/>.</param>
/// <param name="Together">Whether they are in one cluster.</param>
/// <param name="English">The explanation in sentences; so <paramref name="Chinese"/>.</param>
internal sealed record PairInWords(string A, string B, bool Together, double Prior, IReadOnlyList<ExplanationStep> Steps, double Weight, double Probability, string? Forbidden, IReadOnlyList<string> English, IReadOnlyList<string> Chinese)
{
    /// <summary>Characters of the terminal's waterfall.</summary>
    private const int Width = 30;

    public static PairInWords Of(MatchRun run, int a, int b)
    {
        var pair = run.Linked.Explain(a, b);
        return new(
            run.Places.Name(a), run.Places.Name(b), run.Linked.Clusters[a] == run.Linked.Clusters[b], pair.Prior, pair.Steps, pair.Weight, pair.Probability, pair.Forbidden,
            ExplanationText.Of(pair, chinese: false), ExplanationText.Of(pair, chinese: true));
    }

    public void Print(bool chinese)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(chinese ? ["比对项", "权重", "稀有度"] : ["Comparison", "Weight", "Rarity"]).AddColumn(new TableColumn("").NoWrap());
        var sums = Steps.Aggregate(new List<double> { 0, Prior }, (sums, step) => [.. sums, sums[^1] + step.Weight + step.Rarity]);
        table.AddRow(chinese ? "先验" : "prior", Bits(Prior), "", Bar(0, Prior, sums));
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            table.AddRow(Markup.Escape($"{step.Comparison}: {LevelWords.Of(step.Level, chinese)}"), Bits(step.Weight), step.Rarity == 0 ? "" : Bits(step.Rarity), Bar(sums[i + 1], sums[i + 2], sums));
        }

        table.AddRow(chinese ? "合计" : "sum", Bits(Weight), "", Bar(0, Weight, sums));
        AnsiConsole.Write(table);
        foreach (var line in chinese ? Chinese : English)
        {
            Console.Out.WriteLine(line);
        }

        Console.Out.WriteLine((Together, chinese) switch
        {
            (true, true) => "两条记录归为同一客户。",
            (true, false) => "They are in one cluster.",
            (false, true) => "两条记录未归为同一客户。",
            _ => "They are in two clusters.",
        });
        Console.Out.WriteLine();
    }

    /// <summary>From one sum to the next, on a scale that all of them fit on.</summary>
    private static string Bar(double from, double to, List<double> sums)
    {
        double least = sums.Min(), scale = Width / Math.Max(1, sums.Max() - least);
        var (start, end) = ((int)((Math.Min(from, to) - least) * scale), (int)Math.Ceiling((Math.Max(from, to) - least) * scale));
        var bar = new string(' ', start) + new string(to >= from ? '█' : '▒', Math.Max(from == to ? 0 : 1, end - start));
        return $"[{(to >= from ? "green" : "yellow")}]{bar.PadRight(Width)}[/]";
    }

    private static string Bits(double weight) => weight.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
