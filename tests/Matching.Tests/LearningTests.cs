using Granary.Matching;
using Granary.Matching.Learning;

namespace Granary.Tests;

/// <summary>Models learnt from a base (docs/cases.md, MATCH-50 to MATCH-57). The truth of the recorded day counts the outcome, and is learnt from nowhere.</summary>
public sealed class LearningTests(ITestOutputHelper output)
{
    private const int Seed = 1;

    private static readonly Lazy<(Traffic Traffic, IReadOnlyList<MatchRecord> Records, MatchModel Model)> Day = new(() =>
    {
        var traffic = Traffic.Load();
        var records = Resolve(traffic, MatchModel.Default).Records.Values.ToList();
        return (traffic, records, Learn(LearningData.Of(records)));
    });

    [Fact, Trait("Case", "MATCH-50")]
    public void A_model_learnt_from_a_day_s_traffic_resolves_it_with_the_asked_precision_and_recall()
    {
        var (traffic, records, model) = Day.Value;
        var hub = Resolve(traffic, model);
        var found = Pairwise.Of(hub.Partition(), traffic.Truth);
        output.WriteLine($"{found}; {hub.Suspects.Count} suspects of {records.Count} records");
        Assert.True(found.Precision >= 0.9995, found.ToString());
        Assert.True(found.F1 >= 0.997, found.ToString());
        Assert.True(hub.Suspects.Count <= 0.015 * records.Count, $"{hub.Suspects.Count} suspects");
    }

    [Fact, Trait("Case", "MATCH-51")]
    public void The_same_records_in_any_order_give_the_same_file_byte_for_byte()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var shuffled = Day.Value.Records.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Day.Value.Model.Write(), Learn(LearningData.Of(shuffled)).Write());
        Assert.Equal(Day.Value.Model.Write(), MatchModel.Parse(Day.Value.Model.Write()).Write());
    }

    [Fact, Trait("Case", "MATCH-52")]
    public void A_level_of_which_the_base_says_too_little_keeps_its_number_and_is_named()
    {
        var model = Learn(LearningData.Of([Make.Person("A/1", "赵玥", Make.Zhao), Make.Person("B/1", "赵玥", Make.Zhao)]));
        Assert.Equal(0, Level(model, "birth", "oneDigit").M - Level(MatchModel.Default, "birth", "oneDigit").M);
        Assert.Contains(model.Learnt!.Weak, w => w.Where == "person.birth" && w.What.Contains("oneDigit", StringComparison.Ordinal));
        Assert.NotEqual(Level(MatchModel.Default, "name", "same"), Level(Day.Value.Model, "name", "same"));
        Assert.DoesNotContain(Day.Value.Model.Learnt!.Weak, w => w.Where == "person.name" && w.What.Contains(" same", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "MATCH-53")]
    public void What_stewards_decided_counts_and_what_they_keep_apart_is_not_learnt_from()
    {
        var records = Day.Value.Records;
        LabelledPair[] married = [.. Enumerable.Range(0, 300).Select(i => new LabelledPair(
            Make.Person($"A/{i}", "赵玥", birth: "1986-03-09"), Make.Person($"B/{i}", "赵玥", birth: "1986-03-18"), Same: true))];
        var told = Learn(LearningData.Of(records, married));
        // 300 of some 8,000 matches have the same year and another day, of which the day itself has next to none.
        Assert.True(Level(told, "birth", "sameYear").M > 3 * Level(MatchModel.Default, "birth", "sameYear").M, $"{Level(told, "birth", "sameYear")}");

        var apart = LearningData.Of(records);
        var damaged = apart.Candidates.Where(p => p is { A: { Kind: RecordKind.Person, Birth: { } a }, B.Birth: { } b } && a != b).ToList();
        var kept = Learn(LearningData.Of(records, [.. damaged.Select(p => new LabelledPair(p.A, p.B, Same: false))]));
        Assert.Equal(Level(MatchModel.Default, "birth", "swapped").M, Level(kept, "birth", "swapped").M);
        Assert.True(Level(kept, "birth", "same").M > Level(Day.Value.Model, "birth", "same").M);
    }

    [Fact, Trait("Case", "MATCH-54")]
    public void Thresholds_follow_the_stated_error_rates_for_each_pair_of_systems()
    {
        var strict = new ErrorRates(0.00001, 0.001);
        var rates = ErrorRates.Usual with { Pairs = new Dictionary<string, ErrorRates> { ["CBS|EBANK"] = strict } };
        var model = new ModelLearner(MatchModel.Default, rates, Seed).Learn(LearningData.Of(Day.Value.Records));
        var (one, other) = (Make.Person("CBS/1", "赵玥"), Make.Person("EBANK/1", "赵玥"));
        Assert.True(model.ThresholdsOf(one, other).Automatic > model.AutomaticWeight);
        Assert.Equal(model.ThresholdsOf(one, other), model.ThresholdsOf(other, one));
        Assert.Equal((model.AutomaticWeight, model.ReviewWeight), model.ThresholdsOf(one, Make.Person("CARD/1", "赵玥")));
        Assert.True(model.Probability(model.AutomaticWeight) >= 1 - (20 * rates.WrongLinks), "the most doubtful link is not far more doubtful than all of them");
        var stricter = new ModelLearner(MatchModel.Default, strict, Seed).Learn(LearningData.Of(Day.Value.Records));
        Assert.True(stricter.AutomaticWeight > model.AutomaticWeight);
    }

    [Fact, Trait("Case", "MATCH-55")]
    public void A_rare_surname_says_more_than_a_common_one_either_way_round_and_allocates_nothing()
    {
        var matcher = new Matcher(Day.Value.Model);
        var commonest = Day.Value.Model.Names!.Surnames.MaxBy(s => s.Value).Key;
        PairScore Score(string surname) => matcher.Score(Make.Person("A/1", $"{surname}玥澜", birth: null), Make.Person("B/1", $"{surname}玥澜", birth: null));
        Assert.True(Score("郗").Weight > Score(commonest).Weight + 1, $"{Score("郗").Rarity:f2} and {Score(commonest).Rarity:f2}");
        Assert.Equal(Score("郗").Weight, matcher.Explain(Score("郗")).Sum(line => line.Weight), 9);

        var random = new Random(Seed);
        var pairs = Enumerable.Range(0, 5_000).Select(_ => (A: Day.Value.Records[random.Next(Day.Value.Records.Count)], B: Day.Value.Records[random.Next(Day.Value.Records.Count)])).ToArray();
        Assert.All(pairs, pair => Assert.Equal(matcher.Score(pair.A, pair.B), matcher.Score(pair.B, pair.A)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (a, _) in pairs)
        {
            matcher.Score(a, a); // names the same: their rarity is looked up
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory, Trait("Case", "MATCH-17")]
    [InlineData("\"margin\": 7,", "\"margin\": 7, \"pairs\": { \"CBS\": { \"automatic\": 0.9, \"review\": 0.1 } },", "pairs.CBS")]
    [InlineData("\"margin\": 7,", "\"margin\": 7, \"pairs\": { \"CBS|EBANK\": { \"automatic\": 0.1, \"review\": 0.9 } },", "CBS|EBANK")]
    public void Thresholds_of_what_is_no_pair_of_systems_are_refused_with_the_place(string from, string to, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => MatchModel.Parse(MatchModel.Default.Write().Replace(from, to))).Message);

    private static MatchModel Learn(LearningData data) => new ModelLearner(MatchModel.Default, ErrorRates.Usual, Seed).Learn(data);

    private static LevelFile Level(MatchModel model, string comparison, string level) => model.File.Person![comparison][level];

    private static MemoryHub Resolve(Traffic traffic, MatchModel model)
    {
        var hub = new MemoryHub(new Resolver(new Matcher(model)));
        traffic.Messages.ForEach(hub.Receive);
        return hub;
    }
}
