using Granary.Matching;

namespace Granary.Tests;

public sealed class OrderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260601)]
    [InlineData(987654321)]
    [Trait("Case", "MATCH-21")]
    public void The_outcome_does_not_depend_on_the_order_of_arrival(int seed)
    {
        var traffic = Traffic.Load();
        var recorded = Run(traffic.Messages);
        var shuffled = Run(Shuffle(traffic.Messages, new Random(seed)));
        var (one, other) = (Pairs(recorded), Pairs(shuffled));
        var differing = one.Except(other).Concat(other.Except(one)).ToList();
        output.WriteLine($"seed {seed}: {differing.Count} of {one.Count} pairs differ; {Pairwise.Of(shuffled.Partition(), traffic.Truth)}");
        Assert.Empty(differing);
    }

    /// <summary>Any order between records; per record the order in which it was said, which source time fixes.</summary>
    internal static List<RecordFacts> Shuffle(List<RecordFacts> messages, Random random)
    {
        var places = messages.Select(m => m.Id).ToArray();
        random.Shuffle(places);
        var queues = messages.GroupBy(m => m.Id).ToDictionary(g => g.Key, g => new Queue<RecordFacts>(g));
        return [.. places.Select(id => queues[id].Dequeue())];
    }

    private static MemoryHub Run(List<RecordFacts> messages)
    {
        var hub = new MemoryHub(Make.Resolver);
        messages.ForEach(hub.Receive);
        return hub;
    }

    private static HashSet<(string, string)> Pairs(MemoryHub hub) =>
    [
        .. hub.Partition().SelectMany(p =>
        {
            var ids = p.Order(StringComparer.Ordinal).ToList();
            return ids.SelectMany((a, i) => ids.Skip(i + 1).Select(b => (a, b)));
        }),
    ];
}
