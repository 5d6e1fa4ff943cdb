using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary><c>granary match</c>, run as people run it.</summary>
public sealed class MatchCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("granary-match-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Trait("Case", "LINK-40")]
    public async Task Files_are_matched_without_settings_and_say_what_came_of_it()
    {
        var people = Write("people.csv", People(200));
        var ended = await CommandLine.RunAsync("match", people, "--truth", "whose", "--output", At("clusters.csv"), "--pairs", At("pairs.csv"), "--report", At("report.html"), "--json", At("figures.json"));
        Assert.True(ended.Code == 0, ended.ToString());
        var figures = JsonNode.Parse(File.ReadAllText(At("figures.json")))!;
        Assert.Equal(600, (int)figures["records"]!);
        Assert.True((double)figures["default"]!["f1"]! > 0.98, figures.ToString());
        Assert.True((double)figures["best"]!["f1"]! >= (double)figures["default"]!["f1"]!);
        Assert.All(new[] { "read", "train", "score", "cluster" }, phase => Assert.True((double)figures["seconds"]![phase]! >= 0));
        Assert.True((long)figures["peakMemory"]! > 1_000_000);

        // The clusters file is the input with a number in front, and its clusters are the figures'.
        var lines = File.ReadAllLines(At("clusters.csv"));
        Assert.Equal("cluster_id,name,birth,phone,town,whose", lines[0]);
        Assert.Equal(File.ReadAllLines(people).Skip(1), lines.Skip(1).Select(line => line[(line.IndexOf(',') + 1)..]));
        Assert.Equal((int)figures["clusters"]!, lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count());
        Assert.Equal((int)figures["pairs"]! + 1, File.ReadLines(At("pairs.csv")).Count());

        var report = File.ReadAllText(At("report.html"));
        Assert.DoesNotContain("src=", report.Split("<script>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<link", report, StringComparison.Ordinal);
        Assert.DoesNotContain("/*data*/", report, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LINK-41")]
    public async Task The_column_of_the_truth_is_never_evidence()
    {
        var with = Write("with.csv", People(100));
        var without = Write("without.csv", People(100).Select(line => line[..line.LastIndexOf(',')]));
        await CommandLine.RunAsync("match", with, "--truth", "whose", "--output", At("with.out"));
        await CommandLine.RunAsync("match", without, "--output", At("without.out"));
        Assert.Equal(Clusters("without.out"), Clusters("with.out"));
    }

    [Fact, Trait("Case", "LINK-42")]
    public async Task Files_in_GB18030_and_with_semicolons_are_read_and_their_columns_joined_by_name()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var rows = Enumerable.Range(0, 120).Select(i => (Name: $"{"王李张刘陈"[i % 5]}{(char)('一' + (i * 7))}{(char)('丁' + (i * 3))}", Phone: $"138{i * 8191:D8}", Place: $"黑龙江省集贤县兴安街{i}号")).ToList();
        File.WriteAllText(At("old.csv"), "姓名;手机;住址\n" + string.Concat(rows.Select(r => $"{r.Name};{r.Phone};{r.Place}\n")), Encoding.GetEncoding("GB18030"));
        File.WriteAllText(At("new.csv"), "手机,住址,姓名\n" + string.Concat(rows.Select(r => $"{r.Phone},{r.Place},{r.Name}\n")), Encoding.UTF8);
        var ended = await CommandLine.RunAsync("match", At("old.csv"), At("new.csv"), "--mode", "link", "--output", At("both.out"), "--json", "-");
        Assert.True(ended.Code == 0, ended.ToString());
        var clusters = Clusters("both.out");
        Assert.Equal(240, clusters.Length);
        Assert.Equal(clusters[..120], clusters[120..]);
        Assert.StartsWith("cluster_id,file,姓名,手机,住址", File.ReadLines(At("both.out")).First(), StringComparison.Ordinal);
    }

    [Theory, Trait("Case", "LINK-43")]
    [InlineData("no column \"colour\"", "--truth", "colour")]
    [InlineData("no column \"colour\"", "--exclude", "colour")]
    [InlineData("--mode link", "--mode", "link")]
    public async Task What_is_wrong_is_said_in_one_line_that_names_it(string named, params string[] options)
    {
        var ended = await CommandLine.RunAsync(["match", Write("few.csv", People(10)), .. options]);
        Assert.Equal(1, ended.Code);
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }

    [Fact, Trait("Case", "LINK-43")]
    public async Task A_file_without_records_is_refused()
    {
        var ended = await CommandLine.RunAsync("match", Write("none.csv", ["name,birth"]));
        Assert.Equal(1, ended.Code);
        Assert.Contains("fewer than two records", ended.Errors, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LINK-44")]
    public async Task Settings_are_written_where_there_are_none_and_read_where_they_are()
    {
        var people = Write("people.csv", People(100));
        await CommandLine.RunAsync("match", people, "--settings", At("match.json"), "--output", At("one.out"));
        await CommandLine.RunAsync("match", people, "--settings", At("match.json"), "--output", At("two.out"));
        Assert.Equal(Clusters("one.out"), Clusters("two.out"));

        var settings = JsonNode.Parse(File.ReadAllText(At("match.json")))!;
        settings["columns"]!["colour"] = "name";
        File.WriteAllText(At("match.json"), settings.ToJsonString());
        var ended = await CommandLine.RunAsync("match", people, "--settings", At("match.json"));
        Assert.Equal(1, ended.Code);
        Assert.Contains("colour", ended.Errors, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LINK-46")]
    public async Task Clusters_keep_the_numbers_of_an_earlier_run_when_records_come_in_front_of_them()
    {
        var (head, people) = (People(60).First(), People(60).Skip(1).Select((line, i) => $"{line},{i}").ToArray());
        var (earlier, all) = (Write("old.csv", people[60..].Prepend(head + ",id")), Write("all.csv", people.Prepend(head + ",id")));
        await CommandLine.RunAsync("match", earlier, "--truth", "whose", "--output", At("monday.csv"));
        var ended = await CommandLine.RunAsync("match", all, "--truth", "whose", "--previous", At("monday.csv"), "--key", "id", "--output", At("tuesday.csv"));
        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Equal(Clusters("monday.csv"), Clusters("tuesday.csv")[60..]);
        Assert.DoesNotContain(Clusters("tuesday.csv")[..60], Clusters("monday.csv").Contains);

        var refused = await CommandLine.RunAsync("match", all, "--previous", At("monday.csv"), "--key", "town", "--output", At("no.csv"));
        Assert.Equal(1, refused.Code);
        Assert.Contains("\"town\" does not tell records apart", refused.Errors, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LINK-48")]
    public async Task Pairs_that_somebody_looked_at_are_kept_to()
    {
        var people = Write("people.csv", People(100));
        await CommandLine.RunAsync("match", people, "--pairs", At("pairs.csv"));
        var pairs = File.ReadAllLines(At("pairs.csv"));
        Assert.EndsWith(",1", pairs[1], StringComparison.Ordinal);
        File.WriteAllLines(At("labels.csv"), [$"{pairs[0]},same", $"{pairs[1]},no", $"{pairs[2]},yes", .. pairs.Skip(3).Select(line => line + ",")]);
        var ended = await CommandLine.RunAsync("match", people, "--labels", At("labels.csv"), "--output", At("labelled.out"));
        Assert.True(ended.Code == 0, ended.ToString());
        var clusters = Clusters("labelled.out");
        var (first, second) = (pairs[1].Split(','), pairs[2].Split(','));
        Assert.NotEqual(clusters[Record(first[1])], clusters[Record(first[3])]);
        Assert.Equal(clusters[Record(second[1])], clusters[Record(second[3])]);

        foreach (var (line, named) in new[] { ("1,9999,yes", "line 2: there is no record \"9999\""), ("1,2,perhaps", "\"perhaps\", neither yes nor no") })
        {
            ended = await CommandLine.RunAsync("match", people, "--labels", Write("wrong.csv", ["record_a,record_b,same", line]));
            Assert.Equal(1, ended.Code);
            Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        }

        static int Record(string number) => int.Parse(number, CultureInfo.InvariantCulture) - 1;
    }

    [Fact, Trait("Case", "LINK-47")]
    public async Task A_pair_is_explained_in_the_language_that_is_asked_for()
    {
        var people = Write("people.csv", People(100));
        var ended = await CommandLine.RunAsync("match", people, "--exclude", "whose", "--explain", "1,2", "--language", "zh-CN", "--json", At("explained.json"), "--report", At("explained.html"));
        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Contains("合计：属于同一客户的概率为", ended.Out, StringComparison.Ordinal);
        Assert.Contains("两条记录归为同一客户", ended.Out, StringComparison.Ordinal);
        var pair = JsonNode.Parse(File.ReadAllText(At("explained.json")))!["explained"]!;
        Assert.Equal("1", (string?)pair["a"]);
        Assert.Equal((double)pair["weight"]!, (double)pair["prior"]! + pair["steps"]!.AsArray().Sum(step => (double)step!["weight"]! + (double)step["rarity"]!), 6);
        Assert.Equal(pair["steps"]!.AsArray().Count + 2, pair["english"]!.AsArray().Count);
        Assert.Contains("\"graphs\":[{\"records\":[{\"name\":", File.ReadAllText(At("explained.html")), StringComparison.Ordinal);

        ended = await CommandLine.RunAsync("match", people, "--exclude", "whose", "--explain", "1,6", "--language", "en");
        Assert.Contains("They are in two clusters.", ended.Out, StringComparison.Ordinal);
        ended = await CommandLine.RunAsync("match", people, "--explain", "1,400");
        Assert.Equal(1, ended.Code);
        Assert.Contains("there is no record \"400\": they are 1 to 300", ended.Errors, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Write(string name, IEnumerable<string> lines)
    {
        File.WriteAllLines(At(name), lines);
        return At(name);
    }

    private string[] Clusters(string file) => [.. File.ReadLines(At(file)).Skip(1).Select(line => line.Split(',')[0])];

    private static IEnumerable<string> People(int count)
    {
        var random = new Random(5);
        string Word(int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26)))]);
        var towns = Enumerable.Range(0, 40).Select(_ => Word(7)).ToArray();
        yield return "name,birth,phone,town,whose";
        for (var i = 0; i < count; i++)
        {
            var (name, birth, phone) = (Word(8), new DateOnly(1950, 1, 1).AddDays(random.Next(20_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"0{random.Next(100_000_000, 999_999_999)}");
            yield return $"{name},{birth},{phone},{towns[i % 40]},{i}";
            yield return $"{name.Remove(3, 1)},{birth},{phone},{towns[i % 40]},{i}";
            yield return $"{name},{birth},{(i % 2 == 0 ? "" : phone)},{towns[random.Next(40)]},{i}";
        }
    }
}
