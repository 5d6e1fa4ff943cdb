using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Granary.Host.Tests;

/// <summary>The rules of the design that a compiler does not check.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = Shared.RepositoryRoot;

    /// <summary>Who may refer to whom. Anyone may use Chinese; Kernel is what both halves share.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["src/Chinese"] = [],
        ["src/Kernel"] = [],
        ["src/Wire"] = ["Chinese"],
        ["src/Matching"] = ["Chinese"],
        ["src/Surveys"] = [],
        ["src/Access"] = ["Kernel", "Chinese"],
        ["src/Ecif"] = ["Matching", "Access", "Kernel", "Chinese"],
        ["src/Ocrm"] = ["Ecif", "Access", "Kernel", "Chinese", "Surveys"],
        ["src/Gateway"] = ["Wire", "Ecif", "Kernel", "Chinese"],
        ["src/Host"] = ["Gateway", "Ecif", "Ocrm", "Access", "Kernel", "Matching"],
        ["sim"] = [],
    };

    [Fact, Trait("Case", "HOST-01")]
    public void Projects_refer_only_to_those_that_the_design_allows()
    {
        var wrong =
            from project in Allowed.Keys.Where(folder => Directory.Exists(Path.Combine(Root, folder)))
            from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.csproj")
            from reference in XDocument.Load(file).Descendants("ProjectReference")
            let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !Allowed[project].Contains(target)
            select $"{project} refers to {target}";
        Assert.Empty(wrong);
    }

    [Fact, Trait("Case", "HOST-01")]
    public void Every_project_under_src_has_its_place_in_the_design() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => $"src/{Path.GetFileName(folder)}").Except(Allowed.Keys));

    [Fact, Trait("Case", "HOST-01")]
    public void The_gateway_knows_the_customer_master_by_its_contracts_alone() =>
        AssertNone("src/Gateway", EcifInside());

    [Fact, Trait("Case", "HOST-01")]
    public void The_simulated_bank_knows_nothing_of_ours() =>
        AssertNone("sim", Ours());

    [Fact, Trait("Case", "HOST-02")]
    public void No_code_under_src_names_a_system_of_the_bank() =>
        AssertNone("src", BankSystem());

    [Fact, Trait("Case", "HOST-03")]
    public void Banned_calls_are_errors_everywhere_and_nobody_switches_that_off()
    {
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(Path.Combine(Root, "Directory.Build.props")));
        Assert.Contains("<TreatWarningsAsErrors>true", File.ReadAllText(Path.Combine(Root, "Directory.Build.props")));
        var files = Sources("*.cs", "src", "sim", "tests").Concat(Sources("*.csproj", "src", "sim", "tests")).Where(file => Path.GetFileName(file) != "ArchitectureTests.cs");
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "HOST-03")]
    public void No_exception_is_swallowed_unseen() =>
        Assert.DoesNotContain(Lines("src"), line => BareCatch().IsMatch(line.Text) && !RethrowsAt(line.Where));

    [Fact, Trait("Case", "HOST-04")]
    public void No_source_file_is_longer_than_500_lines()
    {
        var files = Sources("*.cs", "src", "sim", "tests", "bench").Concat(Sources("*.ts*", "web/src").Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal))); // .d.ts: generated
        Assert.DoesNotContain(files, file => File.ReadLines(file).Count() > 500);
    }

    private static void AssertNone(string folder, Regex pattern)
    {
        var found = from line in Lines(folder) where pattern.IsMatch(line.Text) select $"{line.Where} {line.Text.Trim()}";
        Assert.Empty(found);
    }

    // "catch" alone, which is only right where what was caught goes on.
    private static bool RethrowsAt(string where)
    {
        var (file, number) = (where[..where.LastIndexOf(':')], int.Parse(where[(where.LastIndexOf(':') + 1)..]));
        return File.ReadLines(Path.Combine(Root, file)).Skip(number).Take(12).TakeWhile(text => !text.Trim().StartsWith("catch", StringComparison.Ordinal)).Any(text => text.Trim() == "throw;");
    }

    private static IEnumerable<(string Where, string Text)> Lines(string folder) =>
        from file in Sources("*.cs", folder)
        from line in File.ReadLines(file).Index()
        select ($"{Relative(file)}:{line.Index + 1}", line.Item);

    private static IEnumerable<string> Sources(string pattern, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "dist"));

    private static string Relative(string file) => Path.GetRelativePath(Root, file);

    [GeneratedRegex(@"\b(CBS|CLMS|EBANK|CARD|IBP|WMS)\b")]
    private static partial Regex BankSystem();

    [GeneratedRegex(@"\bGranary\.Ecif\.(?!Contracts\b)")]
    private static partial Regex EcifInside();

    [GeneratedRegex(@"\bGranary\.(Wire|Gateway|Ecif|Ocrm|Access|Matching|Surveys|Chinese|Kernel|Host)\b")]
    private static partial Regex Ours();

    [GeneratedRegex(@"^\s*catch\s*$")]
    private static partial Regex BareCatch();
}
