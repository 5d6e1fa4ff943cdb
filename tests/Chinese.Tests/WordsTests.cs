using Granary.Chinese;

namespace Granary.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("手机银行不好用", "手机银行 不好用")]
    [InlineData("客户经理很有耐心", "客户经理 很 有 耐心")]
    [InlineData("排队时间太长了", "排队 时间 太长 了")]
    [InlineData("希望增加停车位", "希望 增加 停车位")]
    [InlineData("贷款审批太慢", "贷款 审批 太慢")]
    [InlineData("大堂经理服务态度很好", "大堂经理 服务态度 很 好")]
    [InlineData("存款利率比别的银行低", "存款 利率 比 别的 银行 低")]
    [InlineData("信用社的柜员业务熟练", "信用社 的 柜员 业务 熟练")]
    [InlineData("ATM机经常坏，APP也卡！", "atm 机 经常 坏 app 也 卡")]
    [InlineData("Very good service", "very good service")]
    [InlineData("１２３ ％ …", "")]
    [InlineData("", "")]
    [InlineData("㐂䶮", "㐂 䶮")] // in no dictionary
    [Trait("Case", "ANLZ-10")]
    public void A_text_is_parted_into_its_likeliest_words(string text, string words) => Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("排队", true)]
    [InlineData("我们", false)]
    [InlineData("很", false)]
    [InlineData("app", true)]
    [InlineData("the", false)]
    [Trait("Case", "ANLZ-10")]
    public void Words_that_every_text_has_tell_nothing(string word, bool tells) => Assert.Equal(tells, Words.Tells(word));
}
