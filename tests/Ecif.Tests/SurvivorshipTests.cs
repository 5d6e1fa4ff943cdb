using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.SourceRecords;
using Granary.Tests;

namespace Granary.Ecif.Tests;

public sealed class SurvivorshipTests
{
    private static readonly SurvivorshipRules Rules = SurvivorshipRules.Load(Path.Combine(Shared.RepositoryRoot, "rules", "survivorship.yaml"));

    [Fact, Trait("Case", "ECIF-60")]
    public void What_changes_in_life_is_taken_from_who_heard_of_it_last()
    {
        var golden = Survivorship.Survive([Record("CBS", "C1", (PartyAttribute.Mobile, "13904510001", 1)), Record("IBP", "I1", (PartyAttribute.Mobile, "13904510002", 2))], Rules);
        Assert.Equal(("IBP", "recent"), (golden[PartyAttribute.Mobile].System, golden[PartyAttribute.Mobile].Rule));
        Assert.Equal($"13904510002{PartyAttribute.ValueSeparator}13904510001", golden[PartyAttribute.Mobile].Value);
    }

    [Fact, Trait("Case", "ECIF-60")]
    public void What_is_verified_is_taken_from_who_verifies_best()
    {
        var golden = Survivorship.Survive([Record("CBS", "C1", (PartyAttribute.Name, "赵玥", 1)), Record("IBP", "I1", (PartyAttribute.Name, "赵月", 2))], Rules);
        Assert.Equal(("赵玥", "trust"), (golden[PartyAttribute.Name].Value, golden[PartyAttribute.Name].Rule));
    }

    [Theory, Trait("Case", "ECIF-61")]
    [InlineData(PartyAttribute.Name, "陈海□", "陈海鑫")]
    [InlineData(PartyAttribute.Mobile, "13800000000", "13904510001")]
    [InlineData(PartyAttribute.Document, "01\u001F230183198603094824\u001F", "01\u001F230183198603094823\u001F")]
    public void A_value_of_the_wrong_form_loses_whoever_said_it(string attribute, string wrong, string right)
    {
        var golden = Survivorship.Survive([Record("CBS", "C1", (attribute, wrong, 9)), Record("IBP", "I1", (attribute, right, 1))], Rules);
        Assert.Equal(("IBP", "valid"), (golden[attribute].System, golden[attribute].Rule));
    }

    [Fact, Trait("Case", "ECIF-62")]
    public void The_order_in_which_records_come_decides_nothing()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var records = Enumerable.Range(0, 5).Select(i => Record(
                random.GetItems(["CBS", "CLMS", "IBP", "NEW"], 1)[0], $"K{i}",
                (PartyAttribute.Mobile, $"1390451000{random.Next(4)}", random.Next(3)), (PartyAttribute.Name, random.GetItems(["赵玥", "赵月", "趙玥"], 1)[0], random.Next(3)))).ToArray();
            var expected = Survivorship.Survive(records, Rules);
            random.Shuffle(records);
            Assert.Equal(expected, Survivorship.Survive(records, Rules));
        }
    }

    [Fact, Trait("Case", "ECIF-63")]
    public void Numbers_are_brought_to_one_form()
    {
        var golden = Survivorship.Survive(
            [Record("IBP", "I1", (PartyAttribute.Document, "01\u001F230183860309482\u001F", 1), (PartyAttribute.Mobile, "+86 139-0451-0001", 1), (PartyAttribute.Name, "赵　玥", 1))], Rules);
        Assert.Equal("230183198603094823", PartyAttribute.Part(golden[PartyAttribute.Document].Value, 1));
        Assert.Equal("13904510001", golden[PartyAttribute.Mobile].Value);
        Assert.Equal("赵玥", golden[PartyAttribute.Name].Value);
    }

    [Fact, Trait("Case", "ECIF-64")]
    public void A_party_number_finds_every_single_wrong_digit()
    {
        var number = PartyNumber.Of(123);
        Assert.True(PartyNumber.TryParse(number, out var id));
        Assert.Equal((13, 123), (number.Length, id));
        for (var place = 1; place < number.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var wrong = number[..place] + digit + number[(place + 1)..];
                Assert.Equal(wrong == number, PartyNumber.TryParse(wrong, out _));
            }
        }
    }

    private static SourceRecord Record(string system, string key, params (string Attribute, string Value, long At)[] said)
    {
        var record = new SourceRecord { Id = 0, System = system, Key = key, Kind = PartyKind.Person, OpenedAt = 0 };
        foreach (var (attribute, value, at) in said)
        {
            record.Attributes[attribute] = new Statement { Said = value, SaidAt = at, SeenAt = at, Holds = value };
        }

        return record;
    }
}
