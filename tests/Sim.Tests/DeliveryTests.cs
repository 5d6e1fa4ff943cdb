using Granary.Sim.Formats;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>What a system does with what the hub tells it.</summary>
public sealed class DeliveryTests
{
    public static TheoryData<string> Online => [.. Harness.Online];

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-04")]
    public async Task A_change_overwrites_what_it_says_and_nothing_else(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        var before = bank.System(system).Book.Find(key)!.Fields;

        var reply = await bank.TellAsync(system, bank.FromHub(system, key, 1, fields => fields[Fields.Address] = "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号"));

        var format = SystemFormats.Of(system);
        Assert.Equal(format.Code(Verdict.Done), format.Decode(reply).Answer!.Code);
        var after = bank.System(system).Book.Find(key)!.Fields;
        Assert.Equal(("赵玥", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号"), (after[Fields.Name], after[Fields.Address]));
        // The message has no mobile: empty or absent says nothing.
        Assert.Equal(before.GetValueOrDefault(Fields.Mobile), after.GetValueOrDefault(Fields.Mobile));
        Assert.Equal(before.GetValueOrDefault(Fields.Birth), after.GetValueOrDefault(Fields.Birth));
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-05")]
    public async Task A_customer_that_the_system_does_not_have_is_not_found(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        await bank.OpenAsync(system);
        var reply = await bank.TellAsync(system, bank.FromHub(system, "X000000000", 1, _ => { }));
        Assert.Equal(system == "CARD" ? "25" : "3001", SystemFormats.Of(system).Decode(reply).Answer!.Code);
        Assert.Null(bank.System(system).Book.Find("X000000000"));
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-06")]
    public async Task A_repeat_gets_the_same_answer_and_the_same_number_with_another_body_is_refused(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var format = SystemFormats.Of(system);
        var key = await bank.OpenAsync(system);
        var change = bank.FromHub(system, key, 7, fields => fields[Fields.Mobile] = "13904510001");
        var first = await bank.TellAsync(system, change);
        var second = await bank.TellAsync(system, bank.FromHub(system, key, 8, fields => fields[Fields.Mobile] = "13904510002"));
        var repeat = await bank.TellAsync(system, change);
        var other = await bank.TellAsync(system, bank.FromHub(system, key, 7, fields => fields[Fields.Mobile] = "13904510003"));

        Assert.Equal(format.Code(Verdict.Done), format.Decode(second).Answer!.Code);
        if (system == "CARD")
        {
            Assert.Equal("94", format.Decode(repeat).Answer!.Code);
        }
        else
        {
            Assert.Equal(Convert.ToHexString(first), Convert.ToHexString(repeat));
        }

        Assert.Equal(system == "CARD" ? "30" : "1002", format.Decode(other).Answer!.Code);
        // A repeat is not applied again over what came after it.
        Assert.Equal("13904510002", bank.System(system).Book.Find(key)!.Fields[Fields.Mobile]);
    }

    [Fact]
    [Trait("Case", "SIM-07")]
    public async Task A_null_withdraws_at_EBANK()
    {
        await using var bank = await Harness.StartAsync(systems: "EBANK");
        var key = await bank.OpenAsync("EBANK");
        await bank.TellAsync("EBANK", bank.FromHub("EBANK", key, 1, fields => fields[Fields.Mobile] = "13904510001"));
        Assert.Equal("13904510001", bank.System("EBANK").Book.Find(key)!.Fields[Fields.Mobile]);
        await bank.TellAsync("EBANK", bank.FromHub("EBANK", key, 2, fields => fields[Fields.Mobile] = null));
        Assert.Null(bank.System("EBANK").Book.Find(key)!.Fields[Fields.Mobile]);
    }

    [Fact]
    [Trait("Case", "SIM-08")]
    public void Further_documents_contacts_addresses_and_relations_of_CLMS_come_back_as_they_were_sent()
    {
        var clms = new Clms();
        var fields = new Fields
        {
            [Fields.MessageId] = "ECIF202606010000001", [Fields.At] = "2026-06-01T09:00:00.137", [Fields.Operation] = "U", [Fields.Kind] = Fields.Person,
            [Fields.Key] = "CB1D3D44B3", [Fields.Name] = "赵<&>\"玥", [Fields.IdType] = "01", [Fields.IdNumber] = "230183198603094823", [Fields.Mobile] = "13904510001",
            [Fields.Spouse] = "C013A12735",
        };
        fields["office"] = "0451-5275094";
        fields["work.address"] = "和平路1号";
        fields["work.province"] = "黑龙江省";
        fields["guarantor.name"] = "李明";
        fields["guarantor.idtype"] = "01";
        fields["guarantor.idno"] = "230102198207095151";
        fields["child"] = "C1";
        fields.Groups["certs"] = [new() { [Fields.IdType] = "03", [Fields.IdNumber] = "E12345678" }];
        fields.Groups["mobile"] = [new() { [Fields.Mobile] = "13904510002" }, new() { [Fields.Mobile] = "13904510003" }];
        fields.Groups["child"] = [new() { ["child.name"] = "李红", ["child.idtype"] = "01", ["child.idno"] = "230102200207095151" }];

        var frame = clms.EncodeChange(fields);
        var back = clms.Decode(clms.Split(frame)[0]).Fields;
        Assert.All(fields, field => Assert.Equal(field.Value, back[field.Key]));
        Assert.Equal(fields.Groups.Count, back.Groups.Count);
        foreach (var (name, items) in fields.Groups)
        {
            Assert.Equal(items.Count, back.Groups[name].Count);
            Assert.All(items.Zip(back.Groups[name]), pair => Assert.Equal(pair.First, pair.Second));
        }

        Assert.Equal(Convert.ToHexString(frame), Convert.ToHexString(clms.EncodeChange(back)));
    }

    [Fact]
    [Trait("Case", "SIM-08")]
    public void No_part_of_an_old_relation_or_address_stays_beside_a_new_one()
    {
        var held = new Fields { [Fields.Spouse] = "C1", ["work.address"] = "和平路1号", ["work.province"] = "黑龙江省", [Fields.Mobile] = "13904510001" };
        held.Take(new() { ["spouse.name"] = "李明", ["spouse.idtype"] = "01", ["spouse.idno"] = "230102198207095151", ["work.address"] = "黑龙江省友谊路2号" });
        Assert.Equal(["13904510001", "李明", "01", "230102198207095151", "黑龙江省友谊路2号"],
            new[] { Fields.Mobile, "spouse.name", "spouse.idtype", "spouse.idno", "work.address" }.Select(name => held[name]));
        Assert.Equal(5, held.Count);
    }

    [Theory]
    [InlineData("<!DOCTYPE Service [<!ENTITY a \"b\">]><Service><Header/><Body/></Service>")]
    [InlineData("<Service><Header/>")]
    [Trait("Case", "SIM-08")]
    public void XML_with_a_document_type_or_torn_is_no_message(string xml) =>
        Assert.Throws<BadMessageException>(() => new Clms().Decode(Gb.Bytes(xml)));
}
