using Granary.Chinese;

namespace Granary.Tests;

public sealed class NameAndAddressTests
{
    [Theory]
    [InlineData("夏　德", "夏德")]
    [InlineData("張　偉", "张伟")]
    [InlineData("阿不都·热合曼", "阿不都热合曼")]
    [InlineData("阿不都•热合曼", "阿不都热合曼")]
    [InlineData("陈海□", "陈海□")]
    [InlineData("陈海？", "陈海□")]
    [InlineData("陈海\uE863", "陈海□")]
    [InlineData("o'Brien, jOHN", "OBRIENJOHN")]
    [InlineData(null, "")]
    [Trait("Case", "CHIN-30")]
    public void A_persons_name_has_one_canonical_form(string? name, string canonical) => Assert.Equal(canonical, PersonName.Canonical(name));

    [Theory]
    [InlineData("张伟", 1)]
    [InlineData("上官华琴", 2)]
    [InlineData("上官", 2)]
    [InlineData("爱新觉罗启功", 4)]
    [InlineData("𠮷野", 2)] // one character of two units
    [InlineData("SMITH", 0)]
    [InlineData("", 0)]
    [Trait("Case", "CHIN-31")]
    public void Compound_surnames_are_whole(string name, int length) => Assert.Equal(length, PersonName.SurnameLength(name));

    [Theory]
    [InlineData("龙江天合米业合作社", "龙江天合米业农民专业合作社", true)]
    [InlineData("肇源丰盛木业有限公司", "肇源丰盛木业有限责任公司", true)]
    [InlineData("哈尔滨（金穗）商贸有限公司", "哈尔滨金穗商贸有限公司", true)]
    [InlineData("道里宏运牧业", "道里宏运牧業有限公司", true)]
    [InlineData("龙江物流股份", "龙江物流股份有限公司", true)]
    [InlineData("宾县政府", "宾县人民政府", true)]
    [InlineData("胜利镇双发村委会", "胜利镇双发村民委员会", true)]
    [InlineData("胜利镇政府", "胜利镇居委会", false)]
    [InlineData("龙江物流集团有限公司", "龙江物流有限公司", false)]
    [InlineData("龙江物流股份有限公司", "龙江物流有限公司", false)]
    [InlineData("龙江物流有限公司", "龙江物业有限公司", false)]
    [Trait("Case", "CHIN-32")]
    public void A_companys_name_is_the_same_with_its_legal_form_shortened(string a, string b, bool same)
    {
        Assert.Equal(same, OrganisationName.Same(a, b));
        Assert.Equal(same, OrganisationName.Same(b, a));
    }

    // What systems rewrite, and next to it what is another place.
    [Theory]
    [InlineData("黑龙江省哈尔滨市宾县胜利镇双发村7组9号", "哈尔滨市宾县胜利镇双发村7组9号", true)]
    [InlineData("黑龍江省哈爾濱市賓縣勝利鎮雙發村７組９號", "哈尔滨市宾县胜利镇双发村7组9", true)]
    [InlineData("齐齐哈尔市龙江县山河镇前进村8屯55", "黑龙江省齐齐哈尔市龙江县山河镇前进村8组55号", true)]
    [InlineData("黑龙江省齐齐哈尔市讷河市新华街230号19栋2单元1927室", "讷河市新华街230号19栋2单元1927室", false)]
    [InlineData("齐齐哈尔市讷河市新华街230号19栋2单元1927室", "齐齐哈尔市讷河市新华街23019栋2单元1927室", true)]
    [InlineData("新华街15号17栋", "新华街151号7栋", false)]
    [InlineData("北安市长山乡安乐村3组19号", "北安市长山乡安乐村3组91号", false)]
    [InlineData("北安市长山乡安乐村3组19号", "北安市长山乡安乐村3组19号附近", false)]
    [InlineData("北安市长山乡安乐村", "北安市长山乡安乐村3组19号", false)]
    [InlineData("内蒙古自治区呼伦贝尔市海拉尔区", "呼伦贝尔市 海拉尔区", true)]
    [InlineData("吉林市昌邑区", "昌邑区", false)]
    [InlineData("浙江中路1号", "江西中路1号", false)]
    [InlineData("胜利镇三社村2号", "胜利镇三队村2号", false)]
    [InlineData("阳光小区3栋402室", "阳光小区3单元402室", false)]
    [InlineData("阳光小区3-402", "阳光小区3单元402室", false)]
    [InlineData("黑龙江东宁市", "东宁市", true)]
    [InlineData("吉林省吉林市昌邑区", "吉林市昌邑区", true)]
    [Trait("Case", "CHIN-33")]
    public void An_address_that_was_rewritten_is_the_same_and_another_house_is_not(string a, string b, bool same)
    {
        Assert.Equal(same, AddressText.Same(a, b));
        Assert.Equal(same, AddressText.Same(b, a));
    }

    // What is asked of two addresses that may be one, and decides nothing by itself.
    [Theory]
    [InlineData("胜利镇双发村七组9号", "胜利镇双发村7组9")]
    [InlineData("胜利镇双发村第十二屯9号", "胜利镇双发村12组9")]
    [InlineData("西大直街一百二十号", "西大直街120号")]
    [InlineData("西大直街一百零二号", "西大直街102号")]
    [InlineData("西大直街九十二号五零一室", "西大直街92号501室")]
    [InlineData("双发村民委员会7组", "双发村7组")]
    [InlineData("胜利镇三社村2号", "胜利镇三社村2")]
    [InlineData("八号路一二组", "八号路一二组")]
    [InlineData("第一小区一百二号", "第一小区一百二号")]
    [Trait("Case", "CHIN-35")]
    public void Numbers_of_an_address_are_read_where_they_are_certain(string text, string read) => Assert.Equal(read, AddressText.Forgiving(AddressText.Canonical(text)));

    [Theory]
    [InlineData("92号3单元402室", "92号3-402", true)]
    [InlineData("12号楼3单元501", "12栋3单元501室", true)]
    [InlineData("3栋402室", "3单元402室", false)]
    [InlineData("3-402", "34-02", false)]
    [InlineData("3单元402", "3单元4021", false)]
    [InlineData("92号", "92号3", false)]
    [Trait("Case", "CHIN-35")]
    public void A_door_is_the_same_with_dashes_for_its_words(string a, string b, bool same)
    {
        Assert.Equal(same, AddressNumbers.SameDoor(a, b));
        Assert.Equal(same, AddressNumbers.SameDoor(b, a));
    }

    [Fact]
    [Trait("Case", "CHIN-34")]
    public void Canonical_forms_are_fixed_points()
    {
        foreach (var text in (string[])["黑龙江省哈尔滨市宾县胜利镇双发村7组9号", "陳　海？", "龙江（集团）物流股份公司", "𬭎\uE863 ?"])
        {
            Assert.Equal(AddressText.Canonical(text), AddressText.Canonical(AddressText.Canonical(text)));
            Assert.Equal(PersonName.Canonical(text), PersonName.Canonical(PersonName.Canonical(text)));
            Assert.Equal(OrganisationName.Parse(text).Canonical, OrganisationName.Parse(OrganisationName.Parse(text).Canonical).Canonical);
        }
    }
}
