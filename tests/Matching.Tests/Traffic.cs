using System.Diagnostics;
using System.Text.Json;
using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests;

/// <summary>One day's recorded messages in the order of order.csv, as facts, and the truth about them.</summary>
internal sealed class Traffic
{
    private Traffic(List<RecordFacts> messages, Dictionary<string, string> truth)
    {
        Messages = messages;
        Truth = truth;
    }

    /// <summary>Record id (system/key) and what the message says; a repeated message stands twice, as it was sent.</summary>
    public List<RecordFacts> Messages { get; }

    /// <summary>Record id → customer. For scoring the outcome, for nothing else.</summary>
    public Dictionary<string, string> Truth { get; }

    /// <summary>The day that the bank recorded.</summary>
    public static Traffic Load() => Load(Shared.File("bank", "traffic"));

    /// <summary>A day that the simulated bank records for the occasion.</summary>
    /// <param name="dirt">Clerks' errors, as a multiple of the recorded day's.</param>
    public static async Task<Traffic> RecordAsync(int seed, double dirt, int messages)
    {
        var simulator = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Matching.Tests"), "sim", StringComparison.Ordinal) + "Granary.Sim.dll";
        var folder = Directory.CreateTempSubdirectory("granary-day-");
        try
        {
            using var bank = Process.Start("dotnet", [simulator, "record", folder.FullName, "--messages", $"{messages}", "--seed", $"{seed}", "--dirt", $"{dirt}"]);
            await bank.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, bank.ExitCode);
            return Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Traffic Load(string folder)
    {
        var bySystem = new Dictionary<string, List<RecordFacts>>();
        foreach (var file in Directory.GetFiles(folder, "*.jsonl"))
        {
            bySystem[Path.GetFileNameWithoutExtension(file)] = [.. File.ReadLines(file).Select(Facts)];
        }

        var order = File.ReadLines(Path.Combine(folder, "order.csv")).Skip(1).Select(line => line.Split(','))
            .OrderBy(parts => parts[0] == "WMS" ? 1 : 0) // the end-of-day files come last
            .Select(parts => bySystem[parts[0]][int.Parse(parts[1])]);
        var truth = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(parts => $"{parts[0]}/{parts[1]}", parts => parts[2]);
        return new([.. order], truth);
    }

    private static RecordFacts Facts(string line)
    {
        using var json = JsonDocument.Parse(line);
        var message = json.RootElement;
        string Text(string name) => message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        string[] Texts(params string[] names) => [.. names.Select(Text).Where(t => t.Length > 0)];
        return new()
        {
            Id = $"{Text("system")}/{Text("key")}",
            Kind = Text("kind") == "org" ? RecordKind.Organisation : RecordKind.Person,
            Name = Text("name"),
            Documents = Text("idno").Length > 0 ? [(Text("idtype"), Text("idno"))] : [],
            Birth = DateOnly.TryParseExact(Text("birth"), "yyyy-MM-dd", out var birth) ? birth : null,
            Gender = Text("gender") switch { "M" => Gender.Male, "F" => Gender.Female, _ => Gender.Unknown },
            Phones = Texts("mobile", "phone"),
            Emails = Texts("email"),
            Addresses = Texts("address"),
            Region = Text("county"),
            Cards = Texts("pan"),
            Others = Texts("spouse").Select(key => $"{Text("system")}/{key}").ToArray(),
        };
    }
}
