using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests;

public sealed class MatcherTests
{
    [Theory]
    [InlineData("陈海", "程海")] // heard wrong
    [InlineData("许俊平", "徐俊平")]
    [InlineData("马桦", "马华")] // read wrong
    [InlineData("张勇", "張勇")]
    [InlineData("周䶮", "周？")]
    [InlineData("上官赟", "上官")]
    [InlineData("杨婷", "杨婷珍")]
    [InlineData("王小明", "王明小")]
    [InlineData("赵玥", "ZHAO YUE")]
    [Trait("Case", "MATCH-08")]
    public void What_clerks_and_hosts_do_to_a_name_is_compatible(string a, string b)
    {
        Assert.True(Matcher.NamesCompatible(RecordKind.Person, a, b));
        Assert.True(Matcher.NamesCompatible(RecordKind.Person, b, a));
    }

    [Theory]
    [InlineData("赵玥", "钱伟")]
    [InlineData("张海波", "张海涛")] // brothers
    [InlineData("李建国", "李强")]
    [InlineData("张□", "王□")]
    [InlineData("欧阳修", "欧阳锋")]
    [Trait("Case", "MATCH-09")]
    public void Another_member_of_the_family_is_not(string a, string b)
    {
        Assert.False(Matcher.NamesCompatible(RecordKind.Person, a, b));
        Assert.False(Matcher.NamesCompatible(RecordKind.Person, b, a));
    }

    [Theory]
    [InlineData("龙江天合米业合作社", "龙江天合米业农民专业合作社", true)]
    [InlineData("哈尔滨金穗商贸有限公司", "金穗商贸有限责任公司", true)]
    [InlineData("龙江物流有限公司", "龙江物业有限公司", false)]
    [Trait("Case", "MATCH-10")]
    public void A_shortened_company_name_is_compatible(string a, string b, bool compatible) =>
        Assert.Equal(compatible, Matcher.NamesCompatible(RecordKind.Organisation, a, b));

    [Fact]
    [Trait("Case", "MATCH-11")]
    public void Two_numbers_with_right_check_digits_are_two_people_whatever_else_agrees()
    {
        var score = Score(Make.Person("A/1", "赵玥", Make.Zhao, phone: "13904510001", address: Make.House),
            Make.Person("B/1", "赵玥", Make.Qian, phone: "13904510001", address: Make.House));
        Assert.Equal((Verdict.NoMatch, CannotLink.Numbers), (score.Verdict, score.CannotLink));
    }

    [Fact]
    [Trait("Case", "MATCH-12")]
    public void Fifteen_digits_prove_nothing_against_eighteen()
    {
        var score = Score(Make.Person("A/1", "赵玥", Make.Zhao, phone: "13904510001", address: Make.House),
            Make.Person("B/1", "赵玥", "230183860309428", phone: "13904510001", address: Make.House));
        Assert.Equal((Verdict.Automatic, CannotLink.None), (score.Verdict, score.CannotLink));
    }

    [Fact]
    [Trait("Case", "MATCH-13")]
    public void A_trusted_number_under_an_incompatible_name_is_disputed()
    {
        var score = Score(Make.Person("A/1", "赵玥", Make.Zhao), Make.Person("B/1", "钱伟", Make.Zhao));
        Assert.Equal((Verdict.Review, CannotLink.DisputedIdentity, false), (score.Verdict, score.CannotLink, score.SameIdentity));
    }

    [Theory]
    [InlineData("赵玥", "1986-03-09", "赵珊", "1986-03-09")] // twins
    [InlineData("赵国", "1960-03-09", "赵国强", "1986-03-09")] // father and son
    [InlineData("赵玥", "1986-03-09", "钱伟", "1985-01-02")] // a couple
    [Trait("Case", "MATCH-14")]
    public void A_family_that_shares_house_and_phone_is_not_linked_unasked(string a, string bornA, string b, string bornB) =>
        Assert.NotEqual(Verdict.Automatic, Score(
            Make.Person("A/1", a, birth: bornA, phone: "13904510001", address: Make.House),
            Make.Person("B/1", b, birth: bornB, phone: "13904510001", address: Make.House)).Verdict);

    [Fact]
    [Trait("Case", "MATCH-15")]
    public void A_mistyped_number_with_name_birth_and_phone_is_linked_and_the_score_explains_itself()
    {
        var score = Score(Make.Person("A/1", "趙　玥", "230183198603094832", phone: "+86 139-0451-0001"), Make.Person("B/1", "赵玥", Make.Zhao, phone: "13904510001"));
        Assert.Equal(Verdict.Automatic, score.Verdict);
        var lines = Make.Matcher.Explain(score);
        Assert.Equal("near", lines.Single(l => l.Comparison == Comparison.Document).Level);
        Assert.Equal("missing", lines.Single(l => l.Comparison == Comparison.Email).Level);
        Assert.Equal(score.Weight, lines.Sum(l => l.Weight), 9);
    }

    [Fact]
    [Trait("Case", "MATCH-16")]
    public void Scores_are_symmetric()
    {
        var traffic = Traffic.Load();
        var records = traffic.Messages.Take(400).Select(MatchRecord.From).ToList();
        foreach (var a in records)
        {
            foreach (var b in records.Where((_, i) => i % 7 == 0))
            {
                Assert.Equal(Make.Matcher.Score(a, b), Make.Matcher.Score(b, a));
                Assert.Equal(Make.Matcher.Score(a, b).CannotLink, Make.Matcher.Constraint(b, a));
            }
        }
    }

    [Theory]
    [InlineData("""{"population":20000000,"automatic":0.999,"review":0.1,"margin":7,"person":{},"organisation":{}}""", "person.name")]
    [InlineData("""{"population":20000000,"automatic":0.1,"review":0.5,"margin":7}""", "review < automatic")]
    [InlineData("""{"populaton":20000000}""", "not read")]
    [Trait("Case", "MATCH-17")]
    public void A_model_with_a_gap_is_refused_with_the_place(string json, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => MatchModel.Parse(json)).Message);

    private static PairScore Score(MatchRecord a, MatchRecord b) => Make.Matcher.Score(a, b);
}
