using Granary.Matching;

namespace Granary.Tests;

public sealed class AccuracyTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Case", "MATCH-20")]
    public void A_days_traffic_is_resolved_with_the_asked_precision_and_recall()
    {
        var traffic = Traffic.Load();
        var hub = Resolve(traffic, message => message);
        var found = Pairwise.Of(hub.Partition(), traffic.Truth);
        output.WriteLine($"{found}; {hub.Partition().Count()} parties, {hub.Merges} merges, {hub.Moves} moves, {hub.Disputed} disputed, {hub.Suspects.Count} suspects");
        output.WriteLine($"records among the candidates: {(double)hub.Candidates / traffic.Messages.Count:F2} on average, {hub.MostCandidates} at most");
        Assert.True(found.F1 >= 0.99, found.ToString());
        Assert.True(found.Precision >= 0.998, found.ToString());
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    [Trait("Case", "MATCH-23")]
    public async Task A_day_of_another_seed_and_with_twice_the_dirt_is_resolved_as_well(int seed, double dirt) =>
        Check($"seed {seed}, dirt {dirt}", await Traffic.RecordAsync(seed, dirt, 3000));

    [Theory(Explicit = true)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public async Task Figures_of_other_seeds(int seed, double dirt) => Check($"seed {seed}, dirt {dirt}", await Traffic.RecordAsync(seed, dirt, 10_000));

    // A model that leans on one thing breaks when that is taken away. These bounds guard precision; recall is what evidence there is.
    [Theory]
    [InlineData("documents")]
    [InlineData("birth dates")]
    [InlineData("phones")]
    [InlineData("addresses")]
    [InlineData("spouses")]
    [Trait("Case", "MATCH-22")]
    public void Precision_holds_without_any_one_kind_of_evidence(string without)
    {
        var traffic = Traffic.Load();
        var hub = Resolve(traffic, message => without switch
        {
            "documents" => message with { Documents = [] },
            "birth dates" => message with { Birth = null },
            "phones" => message with { Phones = [] },
            "addresses" => message with { Addresses = [] },
            _ => message with { Others = [] },
        });
        var found = Pairwise.Of(hub.Partition(), traffic.Truth);
        output.WriteLine($"without {without}: {found}");
        Assert.True(found.Precision >= 0.995, found.ToString());
    }

    private void Check(string day, Traffic traffic)
    {
        var hub = Resolve(traffic, message => message);
        var found = Pairwise.Of(hub.Partition(), traffic.Truth);
        var suspects = hub.Suspects.Where(s => hub.Parties[s.Item1] != hub.Parties[s.Item2]).SelectMany(s => new[] { s.Item1, s.Item2 }).Distinct().Count();
        output.WriteLine($"{day}: {found}; {hub.Parties.Count} records, {suspects} of them suspects ({(double)suspects / hub.Parties.Count:P2})");
        Assert.True(found.F1 >= 0.997 && found.Precision >= 0.9995, found.ToString());
        Assert.True(suspects <= 0.015 * hub.Parties.Count, $"{suspects} of {hub.Parties.Count} records are suspects");
    }

    private static MemoryHub Resolve(Traffic traffic, Func<RecordFacts, RecordFacts> change)
    {
        var hub = new MemoryHub(new Resolver(Make.Matcher));
        traffic.Messages.ForEach(message => hub.Receive(change(message)));
        return hub;
    }
}
