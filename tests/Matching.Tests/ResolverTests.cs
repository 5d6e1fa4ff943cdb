using Granary.Matching;

namespace Granary.Tests;

public sealed class ResolverTests
{
    [Fact]
    [Trait("Case", "MATCH-30")]
    public void A_record_that_nothing_is_like_is_a_new_party()
    {
        var decision = Make.Resolver.Decide(Make.Person("A/1", "赵玥", Make.Zhao), []);
        Assert.Equal((null, LinkRule.NewParty), (decision.Party, decision.Rule));
    }

    [Fact]
    [Trait("Case", "MATCH-31")]
    public void The_same_trusted_document_and_a_compatible_name_link()
    {
        var decision = Make.Resolver.Decide(Make.Person("B/1", "趙月", "230183860309482", type: "04", birth: null), [Make.Party(7, Make.Person("A/1", "赵玥", Make.Zhao))]);
        Assert.Equal((7L, LinkRule.TrustedIdentity), (decision.Party, decision.Rule));
        Assert.Empty(decision.Disputed);
    }

    [Fact]
    [Trait("Case", "MATCH-32")]
    public void An_incompatible_name_makes_a_party_of_its_own_with_a_disputed_identity_and_a_suspect()
    {
        var decision = Make.Resolver.Decide(Make.Person("B/1", "钱伟", Make.Zhao), [Make.Party(7, Make.Person("A/1", "赵玥", Make.Zhao))]);
        Assert.Null(decision.Party);
        Assert.Equal(DocumentClass.ResidentId, Assert.Single(decision.Disputed).Class);
        Assert.Equal(7, Assert.Single(decision.Suspects).PartyId);
    }

    [Fact]
    [Trait("Case", "MATCH-33")]
    public void A_customer_who_changes_the_name_stays_and_later_records_of_both_names_find_the_party()
    {
        var renamed = Make.Person("A/1", "赵晓雯", Make.Zhao);
        var party = Make.Party(7, Make.Person("A/1", "赵玥", Make.Zhao), Make.Person("B/1", "赵玥", Make.Zhao));
        Assert.Equal((7L, LinkRule.SameRecord), Make.Resolver.Decide(renamed, [party], current: 7) is var d ? (d.Party!.Value, d.Rule) : default);

        var both = Make.Party(7, renamed, Make.Person("B/1", "赵玥", Make.Zhao));
        foreach (var name in (string[])["赵晓雯", "赵玥"])
        {
            var decision = Make.Resolver.Decide(Make.Person("C/1", name, Make.Zhao), [both]);
            Assert.Equal((7L, LinkRule.TrustedIdentity), (decision.Party, decision.Rule));
            Assert.Empty(decision.Disputed);
            Assert.Empty(decision.Moves);
        }
    }

    [Fact]
    [Trait("Case", "MATCH-34")]
    public void A_former_name_is_evidence()
    {
        var decision = Make.Resolver.Decide(Make.Person("B/1", "赵玥", Make.Zhao), [Make.Party(7, Make.Person("A/1", "赵晓雯", Make.Zhao, former: ["赵玥"]))]);
        Assert.Equal((7L, LinkRule.TrustedIdentity), (decision.Party, decision.Rule));
    }

    [Fact]
    [Trait("Case", "MATCH-35")]
    public void A_record_that_bridges_two_parties_merges_them_into_the_lowest_number()
    {
        var bridge = Make.Person("C/1", "赵玥", Make.Zhao, phone: "13904510001", address: Make.House);
        var decision = Make.Resolver.Decide(bridge,
        [
            Make.Party(9, Make.Person("A/1", "赵玥", Make.Zhao, birth: null)),
            Make.Party(4, Make.Person("B/1", "赵玥", "E93828495", "03", phone: "13904510001", address: Make.House)),
        ]);
        Assert.Equal(4, decision.Party);
        Assert.Equal([9L], decision.Merges);
    }

    [Fact]
    [Trait("Case", "MATCH-36")]
    public void Nothing_merges_across_two_valid_numbers()
    {
        // Its number is mistyped, its name, birth date and phone are those of two people of one name.
        var between = Make.Person("C/1", "赵玥", "230221197008143934", birth: "1970-08-14", phone: "13904510001", address: Make.House);
        var one = Make.Party(4, Make.Person("A/1", "赵玥", Make.Qian, birth: "1970-08-14", phone: "13904510001", address: Make.House));
        var other = Make.Party(9, Make.Person("B/1", "赵玥", Make.Zhao, birth: "1970-08-14", phone: "13904510001"));
        var decision = Make.Resolver.Decide(between, [one, other]);
        Assert.Empty(decision.Merges);
        Assert.Contains(decision.Suspects, s => s.PartyId == 9);
    }

    [Fact]
    [Trait("Case", "MATCH-37")]
    public void A_record_between_twins_belongs_to_neither()
    {
        MatchRecord Twin(string id, string name, string? number) => Make.Person(id, name, number, birth: "1973-08-30", phone: "15810181415", address: Make.House);
        var one = Make.Party(4, Twin("A/1", "白辉波", "230223197308304677"));
        var other = Make.Party(9, Twin("B/1", "白辉玉", "230223197308304693"));
        var decision = Make.Resolver.Decide(Twin("C/1", "白辉", null), [one, other]);
        Assert.Null(decision.Party);
        Assert.Equal([4L, 9L], decision.Suspects.Select(s => s.PartyId).Order());
    }

    [Fact]
    [Trait("Case", "MATCH-42")]
    public void A_record_that_would_merge_parties_leaves_out_what_is_as_good_between_others()
    {
        MatchRecord Twin(string id, string name, string? number) => Make.Person(id, name, number, birth: "1973-08-30", phone: "15810181415", address: Make.House);
        var one = Make.Party(4, Twin("A/1", "白辉波", "230223197308304677"));
        var other = Make.Party(9, Twin("B/1", "白辉玉", "230223197308304693"));
        var between = Make.Party(12, Twin("C/1", "白辉", null));
        var decision = Make.Resolver.Decide(Twin("D/1", "白辉波", null), [one, other, between]);
        Assert.Equal((4L, 0), (decision.Party!.Value, decision.Merges.Count));
        Assert.Contains(decision.Suspects, s => s.PartyId == 12);
    }

    [Fact]
    [Trait("Case", "MATCH-43")]
    public void A_pair_for_review_is_no_suspect_where_other_records_prove_the_two_different()
    {
        MatchRecord Twin(string id, string name, string? number, string? phone = "15810181415") =>
            Make.Person(id, name, number, birth: "1973-08-30", phone: phone, address: phone is null ? null : Make.House);
        var one = Make.Party(4, Twin("A/1", "白辉波", "230223197308304677"));
        var similar = Make.Party(9, Twin("B/1", "白辉波", null, null));
        var record = Twin("C/1", "白辉波", null);
        Assert.Equal([9L], Make.Resolver.Decide(record, [one, similar]).Suspects.Select(s => s.PartyId));

        var proved = Make.Party(9, Twin("B/1", "白辉波", null, null), Twin("B/2", "白辉波", "230223197308304693", null));
        Assert.Empty(Make.Resolver.Decide(record, [one, proved]).Suspects);
    }

    [Fact]
    [Trait("Case", "MATCH-38")]
    public void A_better_claim_takes_a_record_out_of_its_party()
    {
        MatchRecord Of(string id, string name, string? number, string? phone) => Make.Person(id, name, number, birth: "1973-08-30", phone: phone, address: Make.House);
        var taken = Of("C/1", "白辉波", null, "15810181415");
        var party = Make.Party(4, Of("A/1", "白辉", "230223197308304677", null), taken);
        var decision = Make.Resolver.Decide(Of("B/1", "白辉波", "230223197308304693", "15810181415"), [party]);
        Assert.Null(decision.Party);
        Assert.Equal([new Move("C/1", 4, null, 0)], decision.Moves);

        // A verified link is never undone by the machine.
        var settled = new Settled([], ["A/1", "C/1"]);
        Assert.Empty(Make.Resolver.Decide(Of("B/1", "白辉波", "230223197308304693", "15810181415"), [party], settled: settled).Moves);
    }

    [Fact]
    [Trait("Case", "MATCH-39")]
    public void An_exclusion_and_a_named_spouse_are_never_linked()
    {
        var party = Make.Party(4, Make.Person("A/1", "赵玥", phone: "13904510001", address: Make.House));
        var record = Make.Person("B/1", "赵玥", phone: "13904510001", address: Make.House);
        Assert.Equal(4, Make.Resolver.Decide(record, [party]).Party);
        Assert.Null(Make.Resolver.Decide(record, [party], settled: new([("B/1", "A/1")], [])).Party);
        Assert.Null(Make.Resolver.Decide(Make.Person("B/1", "赵玥", phone: "13904510001", address: Make.House, others: ["A/1"]), [party]).Party);
    }

    [Fact]
    [Trait("Case", "MATCH-40")]
    public void The_order_of_candidates_does_not_matter()
    {
        var random = new Random(5);
        var traffic = Traffic.Load();
        var records = traffic.Messages.Take(3_000).Select(MatchRecord.From).DistinctBy(r => r.Id).ToList();
        for (var round = 0; round < 200; round++)
        {
            var record = records[random.Next(records.Count)];
            var candidates = Enumerable.Range(1, 6).Select(i => Make.Party(i, records[random.Next(records.Count)], records[random.Next(records.Count)])).ToArray();
            var decision = Make.Resolver.Decide(record, candidates);
            random.Shuffle(candidates);
            Assert.Equivalent(decision, Make.Resolver.Decide(record, candidates), strict: true);
        }
    }

    [Fact]
    [Trait("Case", "MATCH-41")]
    public void A_cluster_over_the_bound_is_linked_but_not_rearranged()
    {
        var crowd = Enumerable.Range(0, Resolver.LargestCluster + 1).Select(i => Make.Person($"A/{i:000}", "赵玥", Make.Zhao)).ToArray();
        var decision = Make.Resolver.Decide(Make.Person("B/1", "赵玥", Make.Zhao), [Make.Party(4, crowd), Make.Party(9, Make.Person("C/1", "赵玥", Make.Zhao))]);
        Assert.Equal((4L, 0), (decision.Party!.Value, decision.Merges.Count));
        Assert.Contains(decision.Suspects, s => s.PartyId == 9);
    }
}
