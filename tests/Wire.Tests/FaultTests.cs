using System.Text;

namespace Granary.Wire.Tests;

/// <summary>What is wrong is said in the caller's own terms, without the value, and with what of the header could be read.</summary>
public sealed class FaultTests
{
    private const string Secret = "230183198603094823";

    [Theory]
    [InlineData(11, 60, "", FaultKind.BadField, "字段11", "姓名为空")]
    [InlineData(12, 2, "77", FaultKind.BadField, "字段12", "证件类型未知")]
    [InlineData(13, 20, "", FaultKind.BadField, "字段13", "证件号码为空")]
    [InlineData(16, 8, "19860230", FaultKind.BadField, "字段16", "出生日期不是有效日期")]
    [InlineData(15, 1, "9", FaultKind.BadField, "字段15", "性别未知")]
    [InlineData(8, 1, "X", FaultKind.BadField, "字段8", "操作标志未知")]
    [InlineData(10, 12, "", FaultKind.BadField, "字段10", "客户号为空")]
    [InlineData(3, 20, "", FaultKind.BadField, "字段3", "报文号为空")]
    [InlineData(25, 14, "20260601250000", FaultKind.BadField, "字段25", "变更时间不是有效时间")]
    [Trait("Case", "WIRE-10")]
    public void A_bad_field_of_fixed_length_is_named_by_its_number(int field, int bytes, string value, FaultKind kind, string place, string text)
    {
        int[] widths = [6, 4, 20, 8, 9, 10, 7, 1, 1, 12, 60, 2, 20, 8, 1, 8, 3, 2, 20, 20, 120, 6, 5, 80, 14];
        Assert.Equal(bytes, widths[field - 1]);
        var body = SampleTests.Sample("CBS.change.txt")[8..];
        var start = widths.Take(field - 1).Sum();
        body.AsSpan(start, bytes).Fill((byte)' ');
        Encoding.ASCII.GetBytes(value, body.AsSpan(start, bytes));
        var fault = Interfaces.Of("CBS").Decode(body).Fault!;
        Assert.Equal((kind, place, text), (fault.Kind, fault.Field, fault.Text));
        Assert.Equal(field == 3 ? "" : "ECIF202606010000001", fault.Readable!.Fields.Text("msgid"));
    }

    [Fact]
    [Trait("Case", "WIRE-11")]
    public void A_body_of_another_length_is_a_bad_length_and_its_header_is_read()
    {
        var wire = Interfaces.Of("CBS");
        var body = SampleTests.Sample("CBS.change.txt")[8..];
        var shorter = wire.Decode(body.AsSpan(0, body.Length - 3)).Fault!;
        Assert.Equal(FaultKind.BadLength, shorter.Kind);
        Assert.Equal("ECIF202606010000001", shorter.Readable!.Fields["msgid"]);
        Assert.Equal(MessageRole.ChangeReply, wire.Reply(shorter.Readable, Refusal(shorter))!.Role);
        Assert.Equal(FaultKind.BadLength, wire.Decode(body.AsSpan(0, 20)).Fault!.Kind);
        Assert.Equal(FaultKind.BadLength, wire.Decode([]).Fault!.Kind);
    }

    [Fact]
    [Trait("Case", "WIRE-12")]
    public void An_unknown_service_can_be_answered()
    {
        var unknown = SampleTests.Sample("CBS.change.txt")[8..];
        "CI9999"u8.CopyTo(unknown);
        AssertUnknown("CBS", unknown, "ECIF202606010000001");
        AssertUnknown("IBP", "WHAT|IBP202606010000001|20260601090000"u8.ToArray(), "IBP202606010000001");
        AssertUnknown("EBANK", "{\"id\":\"q7\",\"type\":\"customer.delete\"}"u8.ToArray(), "q7");
        AssertUnknown("CLMS", "<Service><Header><ServiceCode>Other</ServiceCode><SeqNo>S1</SeqNo></Header><Body/></Service>"u8.ToArray(), "S1");
        var card = SampleTests.Sample("CARD.change.hex")[2..];
        "0200"u8.CopyTo(card);
        AssertUnknown("CARD", card, "06-01T09:00:00-000001-606010000001");
    }

    [Theory]
    [InlineData("\"realName\":\"赵玥\",", "", "data.realName", "姓名为空")]
    [InlineData("\"realName\":\"赵玥\"", "\"realName\":null", "data.realName", "姓名为空")]
    [InlineData("\"number\":\"230183198603094823\"", "\"number\":\"\"", "data.cert.number", "证件号码为空")]
    [InlineData("\"number\":\"230183198603094823\"", "\"number\":230183198603094823", "data.cert.number", "证件号码格式不符")]
    [InlineData("\"type\":\"id\"", "\"type\":\"ID\"", "data.cert.type", "证件类型未知")]
    [InlineData("\"kind\":\"person\"", "\"kind\":\"person\",\"kind\":\"org\"", "data.kind", "客户类型重复")]
    [InlineData("1986-03-09", "1986-02-30", "data.birthDate", "出生日期不是有效日期")]
    [InlineData("T09:00:00.137+08:00", "T09:00:00.137", "at", "时间不是有效时间")]
    [InlineData("\"cert\":{", "\"cert\":7,\"other\":{", "data.cert", "cert格式不符")]
    [Trait("Case", "WIRE-10")]
    public void A_bad_member_of_JSON_is_named_by_its_path(string from, string to, string place, string text)
    {
        var json = Encoding.UTF8.GetString(SampleTests.Sample("EBANK.change.txt").AsSpan(4));
        Assert.Contains(from, json);
        var fault = Interfaces.Of("EBANK").Decode(Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal))).Fault!;
        Assert.Equal((FaultKind.BadField, place, text), (fault.Kind, fault.Field, fault.Text));
        Assert.Equal("ECIF202606010000001", fault.Readable!.Fields["msgid"]);
    }

    [Theory]
    [InlineData("<Name>赵玥</Name>", "", "Service/Body/Customer/Name", "客户名称为空")]
    [InlineData("<Name>赵玥</Name>", "<Name>赵玥</Name><Name>x</Name>", "Service/Body/Customer/Name", "客户名称重复")]
    [InlineData("<Type>ID</Type>", "<Type>77</Type>", "Service/Body/Customer/Certs/Cert/Type", "证件类型未知")]
    [InlineData("type=\"MOBILE\"", "type=\"PAGER\"", "Service/Body/Customer/Contacts/Contact/@type", "type未知")]
    [InlineData("2026-06-01", "2026-13-01", "Service/Header/TranDate", "交易时间不是有效日期")]
    [InlineData("<TranTime>09:00:00.137</TranTime>", "", "Service/Header/TranDate", "交易时间为空")]
    [InlineData("action=\"MODIFY\"", "action=\"MERGE\"", "Service/Body/Customer/@action", "操作未知")]
    [Trait("Case", "WIRE-10")]
    public void A_bad_element_of_XML_is_named_by_its_path(string from, string to, string place, string text)
    {
        var fault = Interfaces.Of("CLMS").Decode(Xml(from, to)).Fault!;
        Assert.Equal((FaultKind.BadField, place, text), (fault.Kind, fault.Field, fault.Text));
        Assert.Equal("ECIF202606010000001", fault.Readable!.Fields["msgid"]);
    }

    [Fact]
    [Trait("Case", "WIRE-13")]
    public void Unknown_elements_members_and_tags_are_ignored()
    {
        var wire = Interfaces.Of("CLMS");
        var plain = wire.Decode(Xml("", "")).Message!.Fields;
        var more = wire.Decode(Xml("<Gender>", "<Remark at=\"x\"><Deep><er>y</er></Deep></Remark><!-- z --><Gender>")).Message!.Fields;
        Assert.Equal(plain, more);
        var json = Encoding.UTF8.GetString(SampleTests.Sample("EBANK.change.txt").AsSpan(4)).Replace("\"data\":{", "\"v\":[1,[2,{\"a\":null}]],\"data\":{\"vip\":true,", StringComparison.Ordinal);
        Assert.Null(Interfaces.Of("EBANK").Decode(Encoding.UTF8.GetBytes(json)).Fault);
    }

    [Fact]
    [Trait("Case", "WIRE-14")]
    public void Bytes_that_the_charset_does_not_have_are_a_fault_of_their_field()
    {
        var cbs = SampleTests.Sample("CBS.change.txt")[8..];
        var name = cbs.AsSpan().IndexOf(SampleTests.Gb18030("赵"));
        cbs[name + 1] = 0xFF;
        AssertCharset("CBS", cbs, "字段11");

        // Half a character at a field's end straddles it.
        cbs = SampleTests.Sample("CBS.change.txt")[8..];
        cbs[name + 59] = 0xD5;
        AssertCharset("CBS", cbs, "字段11");

        var xml = Xml("", "");
        xml[xml.AsSpan().IndexOf(SampleTests.Gb18030("赵")) + 1] = 0x20;
        AssertCharset("CLMS", xml, "Service/Body/Customer/Name");

        var json = SampleTests.Sample("EBANK.change.txt")[4..];
        json[json.AsSpan().IndexOf("赵"u8) + 1] = 0xC0;
        AssertCharset("EBANK", json, "data.realName");

        var line = SampleTests.Sample("IBP.change.txt")[..^2];
        line[line.AsSpan().IndexOf(SampleTests.Gb18030("赵")) + 1] = 0xFF;
        AssertCharset("IBP", line, "字段8");

        var card = SampleTests.Sample("CARD.change.hex")[2..];
        card[card.AsSpan().IndexOf(SampleTests.Gb18030("赵")) + 1] = 0xFF;
        AssertCharset("CARD", card, "DE120/01");
    }

    [Fact]
    [Trait("Case", "WIRE-10")]
    public void A_bad_element_or_tag_of_a_card_message_is_named()
    {
        var card = SampleTests.Sample("CARD.change.hex")[2..];
        card.AsSpan(card.AsSpan().IndexOf("0200201"u8), 7)[6] = (byte)'9';
        var fault = Interfaces.Of("CARD").Decode(card).Fault!;
        Assert.Equal((FaultKind.BadField, "DE120/02", "证件类型未知"), (fault.Kind, fault.Field, fault.Text));
        var reply = Interfaces.Of("CARD").Reply(fault.Readable!, Refusal(fault))!;
        Assert.Equal("30", reply.Fields["code"]);
        Assert.Equal("606010000001", reply.Fields["rrn"]);

        card = SampleTests.Sample("CARD.change.hex")[2..];
        card[4] |= 0x10; // DE 4, which CARD does not document
        Assert.Equal("DE4", Interfaces.Of("CARD").Decode(card).Fault!.Field);
        card = SampleTests.Sample("CARD.change.hex")[2..^1];
        Assert.Equal(FaultKind.BadLength, Interfaces.Of("CARD").Decode(card).Fault!.Kind);
    }

    [Fact]
    [Trait("Case", "WIRE-10")]
    public void A_bad_column_of_a_file_is_named_as_the_response_file_does()
    {
        var record = "W1\u0001A\u0001PER\u0001雷娜秀\u000101\u0001230102198210141408\u0001\u0001\u0001\u00011986-02-30\u0001F\u0001R2\u00012026-06-01T08:30:02";
        var fault = Interfaces.Of("WMS").Decode(Encoding.UTF8.GetBytes(record)).Fault!;
        Assert.Equal((FaultKind.BadField, "birth", "is no date"), (fault.Kind, fault.Field, fault.Text));
        fault = Interfaces.Of("WMS").Decode(Encoding.UTF8.GetBytes(record.Replace("\u000101\u0001", "\u000177\u0001", StringComparison.Ordinal))).Fault!;
        Assert.Equal((FaultKind.BadField, "idtype", "unknown code"), (fault.Kind, fault.Field, fault.Text));
    }

    [Fact]
    [Trait("Case", "WIRE-15")]
    public void Hostile_XML_and_JSON_are_refused_without_harm()
    {
        var clms = Interfaces.Of("CLMS");
        Assert.NotNull(clms.Decode("<!DOCTYPE Service [<!ENTITY x \"y\">]><Service/>"u8).Fault);
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\">");
        for (var i = 'b'; i < 'k'; i++)
        {
            laughs.Append($"<!ENTITY {i} \"{string.Concat(Enumerable.Repeat($"&{(char)(i - 1)};", 10))}\">");
        }

        Assert.NotNull(clms.Decode(Encoding.ASCII.GetBytes(laughs + "]><Service>&j;</Service>")).Fault);
        Assert.NotNull(clms.Decode("<Service>&unknown;</Service>"u8).Fault);
        Assert.NotNull(clms.Decode(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>", 1000)))).Fault);
        Assert.NotNull(clms.Decode(Encoding.ASCII.GetBytes("<Service>" + string.Concat(Enumerable.Repeat("<a/>", 200_000)) + "</Service>")).Fault);
        Assert.NotNull(clms.Decode(Encoding.ASCII.GetBytes("<Service>" + string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 70_000)) + "</Service>")).Fault);

        var ebank = Interfaces.Of("EBANK");
        var nested = "{\"id\":\"n1\",\"type\":\"customer.changed\",\"data\":" + new string('[', 1000) + new string(']', 1000) + "}";
        var fault = ebank.Decode(Encoding.ASCII.GetBytes(nested)).Fault!;
        Assert.Equal(FaultKind.BadField, fault.Kind);
        Assert.Equal("n1", fault.Readable!.Fields["msgid"]);
        Assert.NotNull(ebank.Decode(Encoding.ASCII.GetBytes("{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 300_000)) + "]}")).Fault);
        Assert.NotNull(ebank.Decode("{\"id\":\"\\ud800\",\"type\":\"ping\"}"u8).Fault);
        Assert.NotNull(ebank.Decode("[]"u8).Fault);
        Assert.NotNull(ebank.Decode("{\"id\":\"a\",\"type\":\"ping\"} x"u8).Fault);
    }

    private static byte[] Xml(string from, string to)
    {
        var xml = Encoding.GetEncoding("GB18030").GetString(SampleTests.Sample("CLMS.change.txt").AsSpan(8));
        Assert.Contains(from, xml);
        return SampleTests.Gb18030(from.Length == 0 ? xml : xml.Replace(from, to, StringComparison.Ordinal));
    }

    private static ReplyContent Refusal(Fault fault) => new(ReplyVerdict.BadField, "", fault.Field, fault.Text, DateTimeOffset.UnixEpoch);

    private static void AssertCharset(string system, byte[] body, string place)
    {
        var fault = Interfaces.Of(system).Decode(body).Fault!;
        Assert.Equal((FaultKind.BadField, place), (fault.Kind, fault.Field));
        Assert.Contains("无法识别的字符", fault.Text);
        Assert.DoesNotContain(Secret, fault.Text);
        Assert.False(fault.Readable!.Fields.ContainsKey("name"));
        Assert.True(fault.Readable.Fields.Text("msgid").Length > 0);
    }

    private static void AssertUnknown(string system, byte[] body, string id)
    {
        var wire = Interfaces.Of(system);
        var fault = wire.Decode(body).Fault!;
        Assert.Equal(FaultKind.UnknownService, fault.Kind);
        Assert.Equal(id, fault.Readable!.Fields["msgid"]);
        var reply = wire.Reply(fault.Readable, new ReplyContent(ReplyVerdict.UnknownService, "", fault.Field, fault.Text, DateTimeOffset.UnixEpoch))!;
        Assert.Equal(wire.CodeOf(ReplyVerdict.UnknownService), reply.Fields["code"]);
        Assert.NotEmpty(wire.Encode(reply));
    }
}
