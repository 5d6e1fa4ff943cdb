namespace Granary.Host.Tests;

/// <summary><c>granary import</c>, run as people run it, on a day that the simulated bank recorded.</summary>
public sealed class ImportCommandTests(SmallDay day) : IClassFixture<SmallDay>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("granary-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Trait("Case", "HOST-110")]
    public async Task An_import_that_is_killed_goes_on_when_it_is_run_again_and_ends_with_the_same()
    {
        var untroubled = await CommandLine.RunAsync(Import("untroubled"));
        Assert.True(untroubled.Code == 0, untroubled.ToString());
        Assert.Contains("600 lines of 480 accounts are", untroubled.Out, StringComparison.Ordinal);

        await CommandLine.DieAsync("load-records", Import("killed"));
        await CommandLine.DieAsync("mid-load", Import("killed"));
        var other = await CommandLine.RunAsync("import", $"CBS={Path.Combine(day.Folder, "CBS.bin")}", "--data", At("killed"));
        Assert.Equal((1, true), (other.Code, other.Errors.Contains("a first load of other files was begun in this database", StringComparison.Ordinal)));
        var again = await CommandLine.RunAsync(Import("killed"));
        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal(await MasterAsync("untroubled"), await MasterAsync("killed"));
        Assert.False(Directory.Exists(Path.Combine(At("killed"), "import")));

        var twice = await CommandLine.RunAsync(Import("killed"));
        Assert.Equal((1, true), (twice.Code, twice.Errors.Contains("there are customers in this database already", StringComparison.Ordinal)));
    }

    [Fact, Trait("Case", "HOST-111")]
    public async Task A_CSV_file_is_read_by_a_map_beside_files_of_other_systems_and_what_is_wrong_is_listed_without_values()
    {
        File.WriteAllText(At("map.json"), """
            {
              "columns": { "客户号": "key", "姓名": "name", "证件类型": "document.type", "证件号码": "document.number", "性别": "gender", "出生日期": "birth", "手机": "mobile", "备用手机": "mobile#2", "机构": "branch" },
              "values": { "gender": { "男": "M", "女": "F" }, "document.type": { "身份证": "01" } },
              "fixed": { "kind": "person", "at": "2026-05-31T17:30:00" }
            }
            """);
        File.WriteAllLines(At("people.csv"),
        [
            "客户号,姓名,证件类型,证件号码,性别,出生日期,手机,备用手机,机构,备注",
            "K1,赵玥,身份证,230183198603094823,女,1986-03-09,13904510001,13904510002,2301830101,",
            "K2,,身份证,230221197008143944,男,1970-08-14,13904510003,,,",
            "K3,钱海,身份证,230221197008143944,不详,1970-08-14,13904510003,,,",
            "K4,钱海,护照,E12345678,男,1970-08-14,13904510003,,,",
            "K5,钱海,身份证,230221197008143944,男,70年,13904510003,,,",
            "K6,钱海,身份证",
            "K7,趙玥,身份证,230183198603094823,女,19860309,13904510001,,,",
        ]);
        var ended = await CommandLine.RunAsync("import", At("people.csv"), "--system", "OLD", "--map", At("map.json"), $"WMS={Path.Combine(day.Folder, "WMS_CUST_20260601.dat")}", "--data", At("data"));
        Assert.True(ended.Code == 2, ended.ToString());
        Assert.Contains("5 lines were refused", ended.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["file,line,code,field,reason", "people.csv,3,1002,name,is empty", "people.csv,4,1002,gender,is neither M nor F", "people.csv,5,1002,document.type,is no common code of a document",
                "people.csv,6,1002,birth,is no date", "people.csv,7,1001,,has 3 fields where the heading has 10"],
            File.ReadAllLines(Path.Combine(At("data"), "import-errors.csv")));
        await using var tables = new Tables(Path.Combine(At("data"), "granary.db"), "ecif");
        var golden = await tables.RowsAsync("SELECT DISTINCT p.golden FROM ecif.party p JOIN ecif.source_record r ON r.party_id = p.id WHERE r.system = 'OLD'", r => r.GetString(0));
        Assert.Contains("13904510001\u001E13904510002", Assert.Single(golden).Replace("\\u001E", "\u001E"), StringComparison.Ordinal);
    }

    private string[] Import(string name) =>
        ["import", .. new[] { "CBS", "CLMS", "EBANK", "CARD", "IBP" }.Select(s => $"{s}={Path.Combine(day.Folder, $"{s}.bin")}"), $"WMS={Path.Combine(day.Folder, "WMS_CUST_20260601.dat")}", "--data", At(name)];

    private string At(string name) => Path.Combine(_folder, name);

    /// <summary>Everything that a load writes but for the hub's own times.</summary>
    private async Task<List<string>> MasterAsync(string name)
    {
        await using var tables = new Tables(Path.Combine(At(name), "granary.db"), "ecif");
        var lines = new List<string>();
        foreach (var columns in new[]
        {
            "id, number, kind, status, version, golden FROM ecif.party", "system, key, id, party_id, is_open, rule, branch, last_at, attributes, evidence_record FROM ecif.source_record", "identity, party_id FROM ecif.identity",
            "hash, record_id FROM ecif.match_key", "party_id, version, changed FROM ecif.change", "party_id, unit, source FROM ecif.relationship", "token, party_id FROM ecif.search_token",
            "party_a, party_b, score, reason FROM ecif.suspect", "system, key, sequence FROM ecif.delivery", "name, value FROM ecif.counter", "system, version FROM ecif.subscription",
        })
        {
            lines.AddRange((await tables.RowsAsync($"SELECT {columns}", r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(r.GetValue)))).Order(StringComparer.Ordinal));
        }

        return lines;
    }
}
