using Granary.Matching;
using Granary.Matching.Bulk;

namespace Granary.Tests.Bulk;

/// <summary>One at a time, in any order, and all together give the same clusters. Seeds are printed; another is given by GRANARY_TEST_SEED.</summary>
public sealed class EquivalenceTests(ITestOutputHelper output)
{
    private const double MostDiffering = 0.001;

    private readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("GRANARY_TEST_SEED"), out var given) ? given : 20260601;

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.5, 2)]
    [Trait("Case", "MATCH-50")]
    public void Of_the_banks_traffic_records_one_at_a_time_and_in_bulk_give_the_same_clusters(double share, int rounds)
    {
        var traffic = Traffic.Load();
        Repeat(rounds, random =>
        {
            var taken = traffic.Messages.GroupBy(m => m.Id).Where(_ => random.NextDouble() < share).SelectMany(g => g).ToHashSet();
            return OrderTests.Shuffle([.. traffic.Messages.Where(taken.Contains)], random);
        });
    }

    [Theory]
    [InlineData("febrl1.csv")]
    [InlineData("febrl2.csv")]
    [InlineData("febrl3.csv")]
    [InlineData("fake_1000.csv")]
    [InlineData("fake_20000.csv")]
    [InlineData("dedupe_childcare.csv")]
    [Trait("Case", "MATCH-50")]
    public void Of_labelled_sets_records_one_at_a_time_and_in_bulk_give_the_same_clusters(string file)
    {
        var facts = LabelledFacts.Read(file);
        Repeat(1, random =>
        {
            var some = facts.Where(_ => random.NextDouble() < 0.7).ToArray();
            random.Shuffle(some);
            return [.. some];
        });
    }

    [Fact]
    [Trait("Case", "MATCH-50")]
    public void Of_made_up_families_records_one_at_a_time_and_in_bulk_give_the_same_clusters() =>
        Repeat(3, random => MadeUp.Records(random, 3000));

    [Fact]
    [Trait("Case", "MATCH-51")]
    public void The_outcome_in_bulk_depends_on_neither_cores_nor_memory()
    {
        var records = MadeUp.Records(new Random(seed), 3000).ConvertAll(MatchRecord.From);
        var one = Resolve(records, new BulkSettings { Cores = 1 });
        var spilling = Resolve(records, new BulkSettings { Cores = 3, Memory = 4096 });
        Assert.Equal(0, one.Spilled);
        Assert.True(spilling.Spilled > 10_000, $"{spilling.Spilled} bytes went to files");
        Assert.Equal(one.Clusters, spilling.Clusters);
        Assert.Equal(one.Suspects, spilling.Suspects);
        Assert.Equal(one.Contested.Select(c => (c.Hash, string.Join(' ', c.Records))), spilling.Contested.Select(c => (c.Hash, string.Join(' ', c.Records))));
        Assert.Equal(one.Pairs, spilling.Pairs);
    }

    [Fact]
    [Trait("Case", "MATCH-52")]
    public void A_key_that_everybody_shares_costs_no_more_than_its_bound()
    {
        var records = Enumerable.Range(0, 3000).Select(i => Make.Person($"A/{i:0000}", "王" + (char)('一' + i), phone: "13904511234", birth: null)).ToList();
        var found = Resolve(records, new BulkSettings { LargestBlock = 10 });
        Assert.Equal((10 * 9 / 2) + (2990 * 10), found.Pairs);
    }

    [Fact]
    [Trait("Case", "MATCH-53")]
    public void Over_the_bound_on_clusters_the_order_of_numbers_decides_as_that_of_messages_does()
    {
        var facts = Enumerable.Range(0, 3 * Resolver.LargestCluster / 2).Select(i => new RecordFacts
        {
            Id = $"A/{i:000}", Kind = RecordKind.Person, Name = i % 3 == 0 ? "赵玥" : "赵王玥", Birth = new DateOnly(1986, 3, 9),
            Documents = i % 2 == 0 ? [("01", Make.Zhao)] : [("01", "230183198603094831")], Phones = ["13904511234"], Addresses = [Make.House],
        });
        Repeat(1, random =>
        {
            var order = facts.ToArray();
            random.Shuffle(order);
            return [.. order];
        });
    }

    private static BulkOutcome Resolve(IReadOnlyList<MatchRecord> records, BulkSettings settings) =>
        new BulkResolver(Make.Matcher, settings).Resolve(records.Count, i => records[i]);

    private void Repeat(int rounds, Func<Random, List<RecordFacts>> draw)
    {
        for (var round = 0; round < rounds; round++)
        {
            var drawn = seed + round;
            var messages = draw(new Random(drawn));
            var hub = new MemoryHub(Make.Resolver);
            messages.ForEach(hub.Receive);
            var records = hub.Records.Values.ToArray();
            var bulk = Resolve(records, new BulkSettings());
            var differing = Differing(hub, records, bulk);
            var suspects = bulk.Suspects.SelectMany(s => new[] { records[s.A].Id, records[s.B].Id }).Concat(hub.Suspects.SelectMany(s => new[] { s.Item1, s.Item2 })).ToHashSet();
            output.WriteLine($"seed {drawn}: {records.Length} records, {bulk.Clusters.Distinct().Count()} clusters, {bulk.Pairs} pairs, {bulk.Suspects.Count} suspects, {differing.Count} records differ");
            Assert.True(differing.Count <= MostDiffering * records.Length, string.Join(' ', differing));
            Assert.Subset(suspects, differing);
        }
    }

    /// <summary>Records that are not with the same others.</summary>
    private static HashSet<string> Differing(MemoryHub hub, MatchRecord[] records, BulkOutcome bulk)
    {
        var one = hub.Partition().SelectMany(p => p.Select(id => (id, With: string.Join(' ', p.Order(StringComparer.Ordinal))))).ToDictionary(x => x.id, x => x.With);
        return [.. records.Index().GroupBy(r => bulk.Clusters[r.Index], r => r.Item.Id)
            .SelectMany(g => g.Select(id => (id, With: string.Join(' ', g.Order(StringComparer.Ordinal)))))
            .Where(x => one[x.id] != x.With).Select(x => x.id)];
    }
}
