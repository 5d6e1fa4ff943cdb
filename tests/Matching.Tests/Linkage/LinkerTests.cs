using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

public sealed class LinkerTests
{
    private static readonly string[] Heads = ["name", "birth", "phone", "town"];

    [Fact, Trait("Case", "LINK-20")]
    public void Pairs_of_rules_come_once_and_are_those_that_share_a_key()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var table = LabelledData.TableOf(["a", "b"], Enumerable.Range(0, 300).Select(_ => new[] { $"x{random.Next(60)}", random.Next(4) == 0 ? "" : $"y{random.Next(60)}" }));
        var rules = table.Columns.Select(column => new BlockingRule(ColumnKeys.Of(column, ColumnKind.Name).First())).Select(rule => Blocks.Of(rule, table.Rows)).ToList();
        var given = new List<(int, int)>();
        var pairs = new BlockedPairs(table.Rows, rules.Count);
        foreach (var blocks in rules)
        {
            var rule = pairs.Add(blocks);
            for (var block = 0; block < blocks.Count; block++)
            {
                for (var i = 0; i < blocks[block].Length; i++)
                {
                    foreach (var other in pairs.With(rule, blocks[block], i, new int[Blocks.Largest]))
                    {
                        given.Add((blocks[block][i], other));
                    }
                }
            }
        }

        var expected = from a in Enumerable.Range(0, table.Rows)
                       from b in Enumerable.Range(a + 1, table.Rows - a - 1)
                       where table.Columns.Any(c => c.Codes[a] != 0 && c.Codes[a] == c.Codes[b])
                       select (a, b);
        Assert.True(expected.SequenceEqual(given.Order()), $"seed {seed}");
    }

    [Fact, Trait("Case", "LINK-21")]
    public void A_value_that_very_many_say_gives_no_pairs()
    {
        var table = LabelledData.TableOf(["phone"], Enumerable.Range(0, 5_000).Select(i => new[] { i < 4_000 ? "13800138000" : $"139{i % 500:D8}" }));
        var blocks = Blocks.Of(new BlockingRule(ColumnKeys.Of(table.Columns[0], ColumnKind.Phone).First()), table.Rows);
        Assert.Equal(4_000, blocks.PassedOver);
        Assert.Equal(500, blocks.Pairs);
    }

    [Fact, Trait("Case", "LINK-22")]
    public void Several_half_proofs_join_a_record_and_one_bridge_joins_nothing()
    {
        // Two families of three alike records; one record of the first looks like one of the second and like no other.
        var people = People(400);
        var linked = new Linker(new LinkOptions()).Run(LabelledData.TableOf(Heads, people));
        var clusters = linked.Clusters.Select((cluster, row) => (cluster, row)).GroupBy(x => x.cluster, x => x.row / 3).ToList();
        Assert.All(clusters, c => Assert.Single(c.Distinct()));
        Assert.True(clusters.Count(c => c.Count() == 3) > 380, $"{clusters.Count(c => c.Count() == 3)} of 400 people found whole");
    }

    [Fact, Trait("Case", "LINK-23")]
    public void In_link_mode_two_records_of_one_file_are_never_one_customer()
    {
        var people = People(300);
        var table = LabelledData.TableOf(Heads, people, row => (byte)(row % 3));
        var linked = new Linker(new LinkOptions(LinkMode.Link)).Run(table);
        Assert.All(linked.Pairs, pair => Assert.NotEqual(table.Sources[pair.A], table.Sources[pair.B]));
        Assert.All(linked.Clusters.Select((cluster, row) => (cluster, row)).GroupBy(x => x.cluster), g => Assert.Equal(g.Count(), g.Select(x => table.Sources[x.row]).Distinct().Count()));
        Assert.True(linked.Clusters.Distinct().Count() < 330);
    }

    [Fact, Trait("Case", "LINK-24")]
    public void An_explanation_adds_up_to_the_weight_of_its_pair()
    {
        var linked = new Linker(new LinkOptions()).Run(LabelledData.TableOf(Heads, People(200)));
        Assert.NotEmpty(linked.Pairs);
        foreach (var pair in linked.Pairs)
        {
            var explained = linked.Explain(pair.A, pair.B);
            Assert.Equal(pair.Weight, explained.Weight, 3);
            Assert.Equal(explained.Weight, explained.Prior + explained.Steps.Sum(s => s.Weight + s.Rarity), 6);
        }
    }

    [Theory, Trait("Case", "LINK-25")]
    [InlineData("{\"columns\":{\"colour\":\"name\"}}", "colour")]
    [InlineData("{\"rules\":[[\"name\",\"colour\"]]}", "name + colour")]
    [InlineData("{\"comparisons\":{\"name\":{\"purple\":{\"m\":0.5,\"u\":0.1}}}}", "purple")]
    [InlineData("{\"comparisons\":{\"name\":{\"exact\":{\"m\":1.5,\"u\":0.1}}}}", "exact")]
    [InlineData("{\"threshold\":2}", "threshold")]
    [InlineData("{\"treshold\":0.5}", "treshold")]
    public void Settings_that_name_what_is_not_there_are_refused_by_its_name(string json, string named)
    {
        var error = Assert.Throws<FormatException>(() => new Linker(new LinkOptions { Settings = LinkSettings.Parse(json) }).Run(LabelledData.TableOf(Heads, People(50))));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "LINK-27")]
    public void A_table_without_evidence_is_refused_and_one_without_matches_has_none()
    {
        var error = Assert.Throws<FormatException>(() => new Linker(new LinkOptions()).Run(LabelledData.TableOf(["id", "source"], [["1", "a"], ["2", "b"]])));
        Assert.Contains("No column tells records apart", error.Message, StringComparison.Ordinal);
        var linked = new Linker(new LinkOptions()).Run(LabelledData.TableOf(Heads, People(300).Where((_, i) => i % 3 == 0)));
        Assert.Equal(300, linked.Clusters.Distinct().Count());
    }

    [Theory, Trait("Case", "LINK-28")]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(40)]
    public void Of_a_few_records_those_that_agree_in_everything_are_one_customer_s(int people)
    {
        var linked = new Linker(new LinkOptions()).Run(LabelledData.TableOf(Heads, People(people).Where((_, i) => i % 3 == 0).SelectMany(row => new[] { row, row })));
        Assert.Equal(Enumerable.Range(0, people * 2).Select(row => row - (row % 2)), linked.Clusters);
    }

    [Fact, Trait("Case", "LINK-29")]
    public void Families_that_share_surname_house_and_phone_are_not_taken_for_one_customer()
    {
        // Four of each house, with one to three records each: six times as many pairs of relatives as of one customer's records.
        var random = new Random(7);
        string Word(int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26)))]);
        string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word(4 + random.Next(3)))];
        string Common(string[] words) => words[Math.Min(words.Length - 1, (int)Math.Pow(words.Length, random.NextDouble()) - 1)];
        string Mistyped(string text) => random.Next(8) == 0 ? text.Remove(random.Next(text.Length), 1) : random.Next(10) == 0 ? "" : text;
        var (given, surnames, streets, towns) = (Words(3_000), Words(9_000), Words(1_500), Words(400));
        var (rows, truth) = (new List<string[]>(), new List<string>());
        for (var house = 0; house < 1_500; house++)
        {
            var (surname, address, town, phone) = (Common(surnames), $"{1 + random.Next(300)} {Common(streets)} street", Common(towns), $"0{random.Next(100_000_000, 999_999_999)}");
            for (var person = 0; person < 4; person++)
            {
                var (name, born) = (Common(given), new DateOnly(1930, 1, 1).AddDays(random.Next(29_000)).ToString("yyyy-MM-dd", null));
                rows.Add([name, surname, born, address, town, phone]);
                truth.Add($"{house}/{person}");
                for (var record = random.Next(3); record > 0; record--)
                {
                    rows.Add([Mistyped(name), Mistyped(surname), born, Mistyped(address), Mistyped(town), random.Next(5) == 0 ? "" : phone]);
                    truth.Add($"{house}/{person}");
                }
            }
        }

        var table = LabelledData.TableOf(["given", "surname", "born", "address", "town", "phone"], rows);
        var linked = new Linker(new LinkOptions()).Run(table);
        Assert.NotNull(linked.Model.Relatives);
        var f1 = new LabelledData(table, [.. truth]).F1(linked.Clusters);
        Assert.True(f1 > 0.97, $"F1 {f1:f4}");
    }

    [Fact, Trait("Case", "LINK-26")]
    public void Two_valid_numbers_of_identity_cards_are_two_people_whatever_else_agrees()
    {
        string[] heads = ["姓名", "证件号码", "手机", "住址"];
        var rows = Enumerable.Range(0, 300).SelectMany(i =>
        {
            var (one, other) = (ResidentId(i * 2), ResidentId((i * 2) + 1));
            string[] Row(string number) => [$"{"王李张刘陈"[i % 5]}{(char)('一' + (i * 7))}{(char)('丁' + (i * 3))}", number, $"138{i:D8}", $"黑龙江省集贤县兴安街{i}号"];
            return new[] { Row(one), Row(one), Row(other) };
        });
        var linked = new Linker(new LinkOptions()).Run(LabelledData.TableOf(heads, rows));
        Assert.Equal([ColumnKind.ChineseName, ColumnKind.ResidentId, ColumnKind.Phone, ColumnKind.ChineseAddress], linked.Columns.Select(c => c.Kind));
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(linked.Clusters[3 * i], linked.Clusters[(3 * i) + 1]));
        Assert.All(Enumerable.Range(0, 300), i => Assert.NotEqual(linked.Clusters[3 * i], linked.Clusters[(3 * i) + 2]));
    }

    private static string ResidentId(int number)
    {
        var seventeen = $"230521{new DateOnly(1960, 1, 1).AddDays(number * 17):yyyyMMdd}{number % 1000:D3}";
        return seventeen + Granary.Chinese.ResidentIdNumber.CheckCharacter(seventeen);
    }

    /// <summary>Three records of each of so many people: one as it is, one mistyped, one that has moved or says less.</summary>
    private static IEnumerable<string[]> People(int count)
    {
        var random = new Random(5);
        string Word(int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26)))]);
        var towns = Enumerable.Range(0, 60).Select(_ => Word(7)).ToArray();
        for (var i = 0; i < count; i++)
        {
            var (name, birth, phone, town) = (Word(8), new DateOnly(1950, 1, 1).AddDays(random.Next(20_000)).ToString("yyyy-MM-dd", null), $"0{random.Next(100_000_000, 999_999_999)}", towns[random.Next(60)]);
            yield return [name, birth, phone, town];
            yield return [name.Remove(3, 1), birth, phone, town];
            yield return [name, birth, i % 2 == 0 ? "" : phone, towns[random.Next(60)]];
        }
    }
}
