using Granary.Host.Children;
using Granary.Host.Replay;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary>What a replay measures, on examples that one can count by hand.</summary>
public sealed class ComparisonTests
{
    private static readonly RecordId[] Records = [.. "abcdef".Select(key => new RecordId("X", key.ToString()))];

    [Fact, Trait("Case", "HOST-30")]
    public void Precision_and_recall_count_pairs_of_records()
    {
        // In truth abc and de; found ab and cde: right are ab and de, found 1 + 3, there 3 + 1.
        var accuracy = Accuracy.Of(Of("PPQQQR"), Of("111223"));
        Assert.Equal((0.5, 0.5, 0.5), (accuracy.Precision, accuracy.Recall, accuracy.F1));
    }

    [Fact, Trait("Case", "HOST-30")]
    public void A_record_that_the_hub_does_not_know_is_a_pair_missed()
    {
        var parties = Of("PPP");
        var accuracy = Accuracy.Of(parties, Of("111111"));
        Assert.Equal((1, 3d / 15), (accuracy.Precision, accuracy.Recall));
    }

    [Fact, Trait("Case", "HOST-30")]
    public void Everybody_alone_in_truth_and_at_the_hub_is_perfect() =>
        Assert.Equal(new Accuracy(1, 1, 1), Accuracy.Of(Of("PQRSTU"), Of("123456")));

    [Fact, Trait("Case", "HOST-31")]
    public void A_customer_differs_by_what_it_does_not_hold_and_not_by_how_it_writes_it()
    {
        var format = Interface.LoadAll(Repository.Interfaces)[0];
        Dictionary<string, string> golden = new() { ["name"] = "田庆喜", ["mobile"] = "13908466130" };
        Assert.Empty(Convergence.Of(format, Customer("田 庆喜", "+86 139-0846-6130"), Projection(golden)));
        Assert.Equal("mobile", Assert.Single(Convergence.Of(format, Customer("田庆喜", "13900000000"), Projection(golden))).Attribute);
        Assert.Equal("mobile", Assert.Single(Convergence.Of(format, Customer("田庆喜", ""), Projection(golden))).Attribute);
    }

    [Fact, Trait("Case", "HOST-31")]
    public void A_dead_letter_a_closed_customer_and_one_that_the_hub_does_not_know_are_told_apart()
    {
        var format = Interface.LoadAll(Repository.Interfaces)[0];
        Dictionary<string, string> golden = new() { ["mobile"] = "13908466130" };
        var customer = Customer("田庆喜", "13900000000");
        Assert.Empty(Convergence.Of(format, customer, Projection(golden) with { Dead = "3001" }));
        Assert.Empty(Convergence.Of(format, customer with { Closed = true }, Projection(golden) with { Open = false }));
        Assert.Equal("closed at the system only", Assert.Single(Convergence.Of(format, customer with { Closed = true }, Projection(golden))).Attribute);
        Assert.Equal("not known at the hub", Assert.Single(Convergence.Of(format, customer, null)).Attribute);
    }

    [Fact, Trait("Case", "HOST-32")]
    public void Two_runs_agree_whatever_numbers_their_parties_got()
    {
        Dictionary<RecordId, HubProjection> Run(string parties) => Records.Zip(parties).ToDictionary(
            pair => pair.First, pair => new HubProjection(pair.First.Key, pair.Second.ToString(), true, new() { ["name"] = "田庆喜" }, false, null));
        Assert.Equal(Fingerprint.OfPartition(Run("112233")), Fingerprint.OfPartition(Run("998877")));
        Assert.NotEqual(Fingerprint.OfPartition(Run("112233")), Fingerprint.OfPartition(Run("112234")));
        Assert.Equal(Fingerprint.OfProjections(Run("112233")), Fingerprint.OfProjections(Run("112234")));
    }

    private static Dictionary<RecordId, string> Of(string groups) => Records.Zip(groups).ToDictionary(pair => pair.First, pair => pair.Second.ToString());

    private static SimulatedCustomer Customer(string name, string mobile) => new("K1", false, new() { ["name"] = name, ["mobile"] = mobile, ["kind"] = "person" }, null);

    private static HubProjection Projection(Dictionary<string, string> attributes) => new("K1", "8000000000165", true, attributes, false, null);
}
