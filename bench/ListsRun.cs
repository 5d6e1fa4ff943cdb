using System.Diagnostics;
using System.Globalization;

namespace Granary.Bench;

/// <summary>The lists' benchmark at ten thousand customers, a hundred thousand, a million: what it costs, and how that grows.</summary>
internal static class ListsRun
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    /// <param name="most">The largest size.</param>
    /// <param name="databases">Connection strings of databases that are filled already, in place of fresh ones.</param>
    /// <returns>Whether the budgets are met.</returns>
    public static async Task<bool> RunAsync(int most, IReadOnlyList<string> databases, IReadOnlyDictionary<string, double> budgets)
    {
        var results = new List<ListsResult>();
        if (databases.Count > 0)
        {
            foreach (var connection in databases)
            {
                Console.WriteLine(new Npgsql.NpgsqlConnectionStringBuilder(connection).Database);
                results.Add(await ListsBench.RunAsync(connection));
            }
        }
        else
        {
            var engine = BenchEngine.Available().SingleOrDefault(e => e.Name == "postgresql") ?? throw new InvalidOperationException("GRANARY_TEST_POSTGRES names no server");
            foreach (var size in Sizes.Where(s => s <= most))
            {
                results.Add(await OnFreshAsync(engine, size));
            }
        }

        var (ratio, growth) = (results[^1].Ratio, results[^1].Worst / results[0].Worst);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"slowest p95 {string.Join(", ", results.Select(r => r.Worst.ToString("0.0", CultureInfo.InvariantCulture)))} ms; growth from the smallest to the largest {growth:0.0}"));
        var met = ratio >= budgets["lists/postgresql"];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare keyset query by the engine's page {ratio:0.00}, budget {budgets["lists/postgresql"]:0.00}: {(met ? "met" : "MISSED")}"));
        return met;
    }

    private static async Task<ListsResult> OnFreshAsync(BenchEngine engine, int size)
    {
        var (connection, drop) = await engine.CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-bench-");
        try
        {
            Console.WriteLine($"{size:#,0} customers");
            using var made = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "granary"), ["demo", "--customers", size.ToString(CultureInfo.InvariantCulture), "--database", connection, "--data", data.FullName]))!;
            await made.WaitForExitAsync();
            return made.ExitCode == 0 ? await ListsBench.RunAsync(connection) : throw new InvalidOperationException("The province was not made.");
        }
        finally
        {
            data.Delete(recursive: true);
            await drop();
        }
    }
}
