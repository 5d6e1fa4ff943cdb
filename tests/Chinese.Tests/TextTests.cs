using System.Text;
using Granary.Chinese;

namespace Granary.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("　ＡＢ１２　３ ", "AB12 3")]
    [InlineData("a\u00A0\u2003b\t\r\nc", "a b c")]
    [InlineData("\uFEFFa\u200Bb\u202E", "ab")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("⽒⻢", "氏马")]
    [InlineData("—－−", "---")]
    [InlineData(null, "")]
    [Trait("Case", "CHIN-20")]
    public void Width_spaces_and_compatibility_forms_fold(string? text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Theory]
    [InlineData("13904510001")]
    [InlineData("+86 139-0451-0001")]
    [InlineData("008613904510001")]
    [InlineData("8613904510001")]
    [InlineData("（＋８６）１３９ ０４５１ ０００１")]
    [InlineData("013904510001")]
    [Trait("Case", "CHIN-21")]
    public void A_mobile_has_one_canonical_form(string typed)
    {
        var read = PhoneNumber.Parse(typed);
        Assert.Equal("13904510001", read.Canonical);
        Assert.Equal(PhoneKind.Mobile, read.Kind);
    }

    [Theory]
    [InlineData("0451-8765432", "04518765432", PhoneKind.Landline)]
    [InlineData("(010)65432109转12", "01065432109", PhoneKind.Landline)]
    [InlineData("0451-82345678-12", "045182345678", PhoneKind.Landline)]
    [InlineData("82345678-801", "82345678", PhoneKind.Landline)]
    [InlineData("0451-8234-5678", "045182345678", PhoneKind.Landline)]
    [InlineData("+86-0451-82345678", "045182345678", PhoneKind.Landline)]
    [InlineData("+86 451 82345678", "45182345678", PhoneKind.Unknown)]
    [InlineData("82345678", "82345678", PhoneKind.Landline)]
    [InlineData("95588", "95588", PhoneKind.Unknown)]
    [InlineData("", "", PhoneKind.Unknown)]
    [Trait("Case", "CHIN-22")]
    public void Landlines_keep_their_area_code(string typed, string canonical, PhoneKind kind)
    {
        var read = PhoneNumber.Parse(typed);
        Assert.Equal(canonical, read.Canonical);
        Assert.Equal(kind, read.Kind);
    }

    [Theory]
    [InlineData("13800000000", true)]
    [InlineData("13812345678", true)]
    [InlineData("11111111111", true)]
    [InlineData("13800138000", false)]
    [InlineData("13904510001", false)]
    [Trait("Case", "CHIN-23")]
    public void A_number_that_is_typed_for_want_of_one_is_known(string number, bool placeholder) =>
        Assert.Equal(placeholder, PhoneNumber.Parse(number).IsPlaceholder);

    [Theory]
    [InlineData("張偉", "张伟")]
    [InlineData("宋囯", "宋国")]
    [InlineData("劉蕭鳳", "刘萧凤")]
    [InlineData("𬭎𠮷", "𬭎𠮷")]
    [Trait("Case", "CHIN-24")]
    public void Traditional_and_variant_characters_become_simplified(string text, string simplified) => Assert.Equal(simplified, Han.Simplified(text));

    [Fact]
    [Trait("Case", "CHIN-25")]
    public void Characters_that_clerks_take_for_each_other_sound_or_look_alike()
    {
        static Rune R(string s) => Rune.GetRuneAt(s, 0);
        Assert.True(Pinyin.SoundAlike(R("淑"), R("舒")));
        Assert.True(Pinyin.SoundAlike(R("曾"), R("增")));
        Assert.False(Pinyin.SoundAlike(R("陈"), R("程")));
        Assert.True(Pinyin.NearlySoundAlike(R("陈"), R("程")));
        Assert.False(Pinyin.NearlySoundAlike(R("波"), R("涛")));
        Assert.True(Han.LookAlike(R("淑"), R("椒")));
        Assert.True(Han.LookAlike(R("晴"), R("睛")));
        Assert.True(Han.LookAlike(R("己"), R("已")));
        Assert.True(Han.LookAlike(R("桦"), R("华")));
        Assert.False(Han.LookAlike(R("林"), R("杜")));
        Assert.False(Han.LookAlike(R("国"), R("宝")));
        Assert.False(Han.LookAlike(R("波"), R("波")));
    }

    [Theory]
    [InlineData("单国强", "shan guo qiang", "sgq")]
    [InlineData("欧阳䶮", "ou yang yan", "oyy")]
    [InlineData("尉遲恭", "yu chi gong", "ycg")]
    [InlineData("曾女", "zeng nv", "zn")]
    [InlineData("Müller Li", "m ü l l e r l i", "müllerli")]
    [Trait("Case", "CHIN-26")]
    public void A_name_is_read_with_its_surname_as_surnames_are_read(string name, string syllables, string initials)
    {
        Assert.Equal(syllables, string.Join(' ', PersonName.Syllables(name)).ToLowerInvariant());
        Assert.Equal(initials, PersonName.Initials(name));
    }

    [Fact]
    [Trait("Case", "CHIN-27")]
    public void The_tables_cover_the_characters_of_names()
    {
        foreach (var c in "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳䶮㬎㛃𬭎".EnumerateRunes())
        {
            Assert.NotEmpty(Pinyin.Reading(c));
        }
    }
}
