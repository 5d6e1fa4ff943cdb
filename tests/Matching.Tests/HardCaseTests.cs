using Granary.Chinese;
using Granary.Matching;
using Granary.Matching.Bulk;

namespace Granary.Tests;

/// <summary>What a bank's customers are like: each case in every order of arrival, and in bulk.</summary>
public sealed class HardCaseTests
{
    private const string Older = "230223197308304677";
    private const string Younger = "230223197308304693";
    private const string Phone = "15810181415";

    [Fact]
    [Trait("Case", "MATCH-24")]
    public void Twins_stay_two_whatever_they_share() => Resolved(
        [["CBS/1", "CARD/1", "IBP/1"], ["CBS/2", "CARD/2"]],
        [
            Of("CBS/1", "白辉波", Older, "1973-08-30"), Of("CARD/1", "白辉波", Older[..6] + Older[8..17], "1973-08-30"), Of("IBP/1", "白辉波", null, "1973-08-30"),
            Of("CBS/2", "白辉玉", Younger, "1973-08-30"), Of("CARD/2", "白辉玉", null, "1973-08-30"),
        ]);

    [Fact]
    [Trait("Case", "MATCH-25")]
    public void Father_and_son_stay_two_also_where_their_names_are_one_character_apart_and_one_has_no_number() => Resolved(
        [["CBS/1", "EBANK/1"], ["CBS/2", "CARD/2"]],
        [
            Of("CBS/1", "白海波", "230223195008304675", "1950-08-30"), Of("EBANK/1", "白海波", null, "1950-08-30"),
            Of("CBS/2", "白海涛", Older, "1973-08-30"), Of("CARD/2", "白海涛", null, "1973-08-30"),
        ]);

    [Fact]
    [Trait("Case", "MATCH-26")]
    public void A_phone_that_a_family_shares_joins_nobody() => Resolved(
        [["CBS/1"], ["CBS/2"], ["CBS/3"], ["CBS/4", "IBP/4"]],
        [
            Of("CBS/1", "白海波", null, "1950-08-30"), Of("CBS/2", "王秀兰", null, "1952-03-07"), Of("CBS/3", "白玉兰", null, "1975-01-19"),
            Of("CBS/4", "白海涛", Older, "1973-08-30"), Of("IBP/4", "白海涛", null, "1973-08-30"),
        ]);

    [Fact]
    [Trait("Case", "MATCH-27")]
    public void A_number_that_a_clerk_took_from_the_spouse_joins_nobody_and_a_steward_sees_it()
    {
        const string His = Older, Hers = "230183198603094823";
        Resolved(
            [["CBS/1", "CARD/1"], ["CBS/2", "CARD/2"], ["CLMS/1"]],
            [
                Of("CBS/1", "白海波", His, "1973-08-30"), Of("CARD/1", "白海波", His, "1973-08-30"),
                Of("CBS/2", "王秀兰", Hers, "1986-03-09"), Of("CARD/2", "王秀兰", Hers, "1986-03-09"),
                Of("CLMS/1", "白海波", Hers, "1973-08-30"),
            ],
            "CLMS/1");
    }

    [Fact]
    [Trait("Case", "MATCH-28")]
    public void Two_keys_of_one_customer_in_one_system_are_one_party() => Resolved(
        [["CBS/1", "CBS/2", "CARD/1"]],
        [Of("CBS/1", "白海波", Older, "1973-08-30"), Of("CBS/2", "白海波", Swapped(Older), "1973-08-30"), Of("CARD/1", "白海波", Older, "1973-08-30")]);

    private static string Swapped(string number) => string.Concat(number.AsSpan(0, 15), [number[16], number[15]], number.AsSpan(17));

    private static RecordFacts Of(string id, string name, string? number, string birth) => new()
    {
        Id = id, Kind = RecordKind.Person, Name = name, Documents = number is null ? [] : [("01", number)], Birth = DateOnly.Parse(birth),
        Gender = Gender.Unknown, Phones = [Phone], Addresses = [Make.House],
    };

    private static void Resolved(string[][] parties, RecordFacts[] facts, string? suspect = null)
    {
        var expected = Text(parties);
        foreach (var order in Orders(facts))
        {
            var hub = new MemoryHub(Make.Resolver);
            order.ForEach(hub.Receive);
            Assert.Equal(expected, Text(hub.Partition()));
            Assert.True(suspect is null || hub.Suspects.Any(s => s.Item1 == suspect || s.Item2 == suspect));

            var records = order.ConvertAll(MatchRecord.From);
            var bulk = new BulkResolver(Make.Matcher, new() { Cores = 1 }).Resolve(records.Count, i => records[i]);
            Assert.Equal(expected, Text(records.Index().GroupBy(r => bulk.Clusters[r.Index], r => r.Item.Id)));
            Assert.True(suspect is null || bulk.Suspects.Any(s => records[s.A].Id == suspect || records[s.B].Id == suspect));
        }
    }

    private static string Text(IEnumerable<IEnumerable<string>> parties) =>
        string.Join("; ", parties.Select(p => string.Join(' ', p.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static IEnumerable<List<RecordFacts>> Orders(RecordFacts[] facts) => facts.Length <= 1
        ? [[.. facts]]
        : facts.SelectMany(first => Orders([.. facts.Where(f => f != first)]).Select(rest => (List<RecordFacts>)[first, .. rest]));
}
