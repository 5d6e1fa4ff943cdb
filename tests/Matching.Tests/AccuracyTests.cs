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

    private static MemoryHub Resolve(Traffic traffic, Func<RecordFacts, RecordFacts> change)
    {
        var hub = new MemoryHub(new Resolver(Make.Matcher));
        traffic.Messages.ForEach(message => hub.Receive(change(message)));
        return hub;
    }
}
