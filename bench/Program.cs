using System.Globalization;
using System.Text.Json;
using Granary.Bench;

// dotnet run -c Release --project bench -- intake [--messages N] [--rounds N]
// dotnet run -c Release --project bench -- lists [--customers N] [--databases CONNECTION|CONNECTION…]
// dotnet run -c Release --project bench -- customers --database CONNECTION [--handover N]
// dotnet run -c Release --project bench -- sending [--messages N] [--connections N]
// dotnet run -c Release --project bench -- knowledge [--articles N]
// dotnet run -c Release --project bench -- analysis [--answers N] [--seed N] [--database CONNECTION]
// dotnet run -c Release --project bench -- opportunities --database CONNECTION [--opportunities N]
// dotnet run -c Release --project bench -- match [--records N]
// dotnet run -c Release --project bench -- realtime --database CONNECTION [--rate N] [--seconds N] [--messages N]
// PostgreSQL is measured too where GRANARY_TEST_POSTGRES names a server.
var messages = Option("--messages", 20_000);
var rounds = Option("--rounds", 3);
var budgets = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(Repository.Root, "bench", "budgets.json")))!;
if (args.FirstOrDefault() == "lists")
{
    var named = Array.IndexOf(args, "--databases") is >= 0 and var at ? args[at + 1].Split('|') : [];
    return await ListsRun.RunAsync(Option("--customers", 1_000_000), named, budgets) ? 0 : 1;
}

if (args.FirstOrDefault() == "customers")
{
    if (Database() is not { } database)
    {
        return Made();
    }

    var ratio = await CustomersBench.RunAsync(database, Option("--handover", 100_000));
    var budget = budgets["handover/postgresql"];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare statement by handover {ratio:0.00}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
    return ratio >= budget ? 0 : 1;
}

if (args.FirstOrDefault() == "opportunities")
{
    return Database() is { } database ? await OpportunitiesBench.RunAsync(database, Option("--opportunities", 100_000), budgets) ? 0 : 1 : Made();
}

if (args.FirstOrDefault() == "realtime")
{
    return Database() is { } database
        ? await RealTimeBench.RunAsync(database, Option("--rate", 500), Option("--seconds", 60), messages, budgets["realtime/postgresql"]) ? 0 : 1
        : Made();
}

if (args.FirstOrDefault() == "sending")
{
    return await SendingBench.RunAsync(Option("--messages", 20_000), Option("--connections", 8), rounds, budgets) ? 0 : 1;
}

if (args.FirstOrDefault() == "match")
{
    return MatchBench.Run(Option("--records", 1_000_000)) ? 0 : 1;
}

if (args.FirstOrDefault() == "knowledge")
{
    var missed = false;
    foreach (var engine in BenchEngine.Available())
    {
        var (ratio, budget) = (await KnowledgeBench.RunAsync(engine, Option("--articles", 10_000)), budgets[$"knowledge/{engine.Name}"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name,-10}  bare count by search {ratio:0.000}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
        missed |= ratio < budget;
    }

    return missed ? 1 : 0;
}

if (args.FirstOrDefault() == "analysis")
{
    return await AnalysisBench.RunAsync(Option("--answers", 1_000_000), Option("--seed", 5), Database(), budgets) ? 0 : 1;
}

if (args.FirstOrDefault() != "intake")
{
    Console.Error.WriteLine("usage: bench intake [--messages N] [--rounds N] | lists [--customers N] [--databases CONNECTION|CONNECTION…] | customers --database CONNECTION [--handover N] | sending [--messages N] [--connections N] | knowledge [--articles N] | analysis [--answers N] [--seed N] [--database CONNECTION] | opportunities --database CONNECTION [--opportunities N] | match [--records N] | realtime --database CONNECTION [--rate N] [--seconds N] [--messages N]");
    return 2;
}

var failed = false;
foreach (var engine in BenchEngine.Available())
{
    var results = new List<(double Intake, double Bare, double Batch)>();
    for (var round = 0; round < rounds; round++)
    {
        var intake = await IntakeBench.RunAsync(engine, messages);
        var bare = await BareBench.RunAsync(engine, messages, intake.MessagesPerBatch);
        results.Add((intake.PerSecond, bare, intake.MessagesPerBatch));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{engine.Name,-10}  round {round + 1}: intake {intake.PerSecond,7:0}/s, bare transaction {bare,7:0}/s at {intake.MessagesPerBatch:0} a batch, ratio {intake.PerSecond / bare:0.000}"));
    }

    var ratio = results.Select(r => r.Intake / r.Bare).Order().ElementAt(results.Count / 2);
    var budget = budgets[$"intake/{engine.Name}"];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name,-10}  median ratio {ratio:0.000}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
    failed |= ratio < budget;
}

return failed ? 1 : 0;

string? Database() => Array.IndexOf(args, "--database") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Made()
{
    Console.Error.WriteLine("which database? one that granary demo --customers made");
    return 2;
}

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
