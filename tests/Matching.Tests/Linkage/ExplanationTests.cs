using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

public sealed class ExplanationTests
{
    [Theory, MemberData(nameof(ComparatorPropertyTests.All), MemberType = typeof(ComparatorPropertyTests)), Trait("Case", "LINK-33")]
    public void Every_level_has_words_in_both_languages(string file, ColumnKind kind)
    {
        foreach (var level in ComparatorCase.ComparatorOf(ComparatorCase.Read(file), kind).Levels)
        {
            Assert.True(LevelWords.Has(level), level);
            Assert.Contains(LevelWords.Of(level, chinese: true), unit => unit > 0x2E80);
            Assert.DoesNotContain(LevelWords.Of(level, chinese: false), unit => unit > 0x2E80);
        }
    }

    [Fact, Trait("Case", "LINK-33")]
    public void A_pair_is_explained_from_the_prior_to_its_probability()
    {
        var pair = new PairExplanation(0, 1, -10, [new("name", "exact", "ann lee", "ann lee", 6, 3), new("born", "oneDigit", "19750824", "19750825", 4.3, 0), new("phone", "missing", "", "139", 0, 0), new("town", "different", "york", "hull", -2, 0)], 1.3, null);
        Assert.Equal(
            [
                "Before anything is compared: of 1,000 pairs of records about one is one customer's.",
                "name: both say \"ann lee\"; 64 times as likely for one customer as for two, and 8 times more because few say so.",
                "born: \"19750824\" and \"19750825\", one digit apart; 20 times as likely for one customer as for two.",
                "phone: one of them says nothing.",
                "town: \"york\" and \"hull\", different; 4 times as likely for two customers as for one.",
                "Taken together: one customer's with a probability of 71 %.",
            ],
            ExplanationText.Of(pair, chinese: false));
        Assert.Equal(
            [
                "比对之前：任取两条记录，约 1,000 对中有一对属于同一客户。",
                "name：“ann lee”相同，这在同一客户中出现的可能是不同客户的 64 倍；填此值的很少，再乘 8。",
                "born：“19750824”与“19750825”差一位数字，这在同一客户中出现的可能是不同客户的 20 倍。",
                "phone：有一方未填写。",
                "town：“york”与“hull”不同，这在不同客户中出现的可能是同一客户的 4 倍。",
                "合计：属于同一客户的概率为 71 %。",
            ],
            ExplanationText.Of(pair, chinese: true));
    }

    [Theory, Trait("Case", "LINK-33")]
    [InlineData(12, null, "99.98 %")]
    [InlineData(40, null, "over 99.999 %")]
    [InlineData(-12, null, "0.02 %")]
    [InlineData(40, "number", "number says that they are two customers, whatever else agrees.")]
    public void The_end_says_how_sure_it_is(double weight, string? forbidden, string said) =>
        Assert.Contains(said, ExplanationText.Of(new(0, 1, -10, [], weight, forbidden), chinese: false)[^1], StringComparison.Ordinal);
}
