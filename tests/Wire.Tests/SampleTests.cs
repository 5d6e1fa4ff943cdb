using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Granary.Wire.Tests;

/// <summary>The samples of the bank's interface documents, copied as they stand there: decoded, encoded back, and made by the hub's own means.</summary>
public sealed class SampleTests
{
    private static readonly DateTimeOffset Created = DateTimeOffset.Parse("2026-06-01T09:00:00.137+08:00", CultureInfo.InvariantCulture);

    public static TheoryData<string, MessageRole> Samples => new()
    {
        { "CBS.change.txt", MessageRole.Change },
        { "CBS.change-reply.txt", MessageRole.ChangeReply },
        { "CBS.change-reply.refused.txt", MessageRole.ChangeReply },
        { "CBS.inquiry.txt", MessageRole.Inquiry },
        { "CLMS.change.txt", MessageRole.Change },
        { "CLMS.inquiry.txt", MessageRole.Inquiry },
        { "EBANK.change.txt", MessageRole.Change },
        { "EBANK.change-reply.txt", MessageRole.ChangeReply },
        { "EBANK.change-reply.refused.txt", MessageRole.ChangeReply },
        { "EBANK.heartbeat.txt", MessageRole.Heartbeat },
        { "EBANK.heartbeat-reply.txt", MessageRole.ChangeReply }, // looks the same as a change that is done
        { "EBANK.inquiry.txt", MessageRole.Inquiry },
        { "CARD.change.hex", MessageRole.Change },
        { "CARD.change-reply.hex", MessageRole.ChangeReply },
        { "CARD.sign-on.hex", MessageRole.SignOn },
        { "CARD.sign-on-reply.hex", MessageRole.SignOnReply },
        { "IBP.change.txt", MessageRole.Change },
        { "IBP.change-reply.txt", MessageRole.ChangeReply },
        { "IBP.change-reply.refused.txt", MessageRole.ChangeReply },
        { "IBP.heartbeat.txt", MessageRole.Heartbeat },
        { "IBP.heartbeat-reply.txt", MessageRole.HeartbeatReply },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    [Trait("Case", "WIRE-03")]
    public void A_documented_sample_is_decoded_and_encoded_to_the_same_bytes(string file, MessageRole role)
    {
        var wire = Interfaces.Of(file[..file.IndexOf('.')]);
        var bytes = Sample(file);
        var frame = Assert.Single(Recording.Cut(wire, bytes));
        var decoded = wire.Decode(frame.Body);
        Assert.Null(decoded.Fault);
        Assert.Equal(role, decoded.Message!.Role);
        Assert.Equal(Show(bytes), Show(wire.Encode(decoded.Message)));
    }

    [Theory]
    [InlineData("CBS", "CE347935ED", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]
    [InlineData("CLMS", "CB1D3D44B3", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]
    [InlineData("EBANK", "E8D9176ED3", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]
    [InlineData("CARD", "CB4E82E26F", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]
    [InlineData("IBP", "IF3480FBA9", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号|2单元")]
    [Trait("Case", "WIRE-04")]
    public void The_hubs_own_change_is_the_documented_sample(string system, string key, string address)
    {
        var wire = Interfaces.Of(system);
        var view = Views.Of(
            ("name", [("", "赵玥")]),
            ("document", [("type", "01"), ("number", "230183198603094823"), ("expiry", "9999-12-31")]),
            ("gender", [("", "F")]),
            ("birth", [("", "1986-03-09")]),
            ("nationality", [("", "CHN")]),
            ("ethnic", [("", "01")]),
            ("mobile", [("", "13904510001")]),
            ("address.home", [("text", address), ("region", "230183")]),
            ("household", [("village", "230183"), ("head", "N")]),
            ("card", [("", "6228480148351041880")]));
        if (system == "CARD")
        {
            view["card"] = wire.ReadCustomer(wire.Decode(Recording.Cut(wire, Sample("CARD.change.hex"))[0].Body).Message!.Fields)["card"];
        }

        var fitted = wire.Fit(view);
        Assert.Null(fitted.Fault);
        Assert.Empty(fitted.Cut);
        var change = wire.Change(new Outgoing(key, true, fitted.View, "ECIF202606010000001", 1, Created));
        Assert.Equal(Show(Sample(system == "CARD" ? "CARD.change.hex" : $"{system}.change.txt")), Show(wire.Encode(change)));
        Assert.Equal(change.Fields["msgid"], wire.Decode(Recording.Cut(wire, wire.Encode(change))[0].Body).Message!.Fields["msgid"]);
    }

    [Theory]
    [InlineData("CBS", "CBS202606010000001", "CBS.change-reply.txt")]
    [InlineData("EBANK", "EBANK202606010000001", "EBANK.change-reply.txt")]
    [InlineData("IBP", "IBP202606010000001", "IBP.change-reply.txt")]
    [Trait("Case", "WIRE-05")]
    public void The_hubs_reply_is_the_documented_sample(string system, string id, string sample)
    {
        var wire = Interfaces.Of(system);
        var request = new Message(MessageRole.Change, new Fields { ["msgid"] = id });
        var reply = wire.Reply(request, new ReplyContent(ReplyVerdict.Done, "8000000001234", "", "", Created));
        Assert.Equal(Show(Sample(sample)), Show(wire.Encode(reply!)));
    }

    [Theory]
    [InlineData("CBS", "CBS202606010000002", "字段9", "姓名为空", "CBS.change-reply.refused.txt")]
    [InlineData("EBANK", "EBANK202606010000002", "data.cert.number", "证件号码长度不符", "EBANK.change-reply.refused.txt")]
    [InlineData("IBP", "IBP202606010000002", "字段9", "证件类型未知", "IBP.change-reply.refused.txt")]
    [Trait("Case", "WIRE-05")]
    public void The_hubs_refusal_is_the_documented_sample(string system, string id, string field, string text, string sample)
    {
        var wire = Interfaces.Of(system);
        var request = new Message(MessageRole.Change, new Fields { ["msgid"] = id });
        var reply = wire.Reply(request, new ReplyContent(ReplyVerdict.BadField, "", field, text, Created));
        Assert.Equal(Show(Sample(sample)), Show(wire.Encode(reply!)));
    }

    [Fact]
    [Trait("Case", "WIRE-05")]
    public void Card_replies_and_sign_on_are_the_documented_samples()
    {
        var wire = Interfaces.Of("CARD");
        var expected = Sample("CARD.change-reply.hex");
        var request = wire.Decode(Recording.Cut(wire, expected)[0].Body).Message! with { Role = MessageRole.Change };
        var reply = wire.Reply(request, new ReplyContent(ReplyVerdict.Done, "8000000001234", "", "", Created));
        Assert.Equal(Show(expected), Show(wire.Encode(reply!)));

        var signOn = wire.Signal(MessageRole.SignOn, 7, Created);
        Assert.Equal(Show(Sample("CARD.sign-on.hex")), Show(wire.Encode(signOn)));
        var answer = wire.Reply(signOn, new ReplyContent(ReplyVerdict.Done, "", "", "", Created));
        Assert.Equal(Show(Sample("CARD.sign-on-reply.hex")), Show(wire.Encode(answer!)));
        Assert.Equal(signOn.Fields["msgid"], wire.Decode(wire.Encode(answer!).AsSpan(2)).Message!.Fields["msgid"]);
    }

    [Fact]
    [Trait("Case", "WIRE-05")]
    public void Signals_are_the_documented_samples()
    {
        Assert.Equal(Show(Sample("EBANK.heartbeat.txt")), Show(Interfaces.Of("EBANK").Encode(Interfaces.Of("EBANK").Signal(MessageRole.Heartbeat, 1, Created))));
        var ping = Interfaces.Of("EBANK").Reply(new Message(MessageRole.Heartbeat, new Fields { ["msgid"] = "p1" }), new ReplyContent(ReplyVerdict.Done, "", "", "", Created));
        Assert.Equal(Show(Sample("EBANK.heartbeat-reply.txt")), Show(Interfaces.Of("EBANK").Encode(ping!)));
        Assert.Equal("PING\r\n"u8.ToArray(), Interfaces.Of("IBP").Encode(Interfaces.Of("IBP").Signal(MessageRole.Heartbeat, 1, Created)));
        var pong = Interfaces.Of("IBP").Reply(new Message(MessageRole.Heartbeat, []), new ReplyContent(ReplyVerdict.Done, "", "", "", Created));
        Assert.Equal("PONG\r\n"u8.ToArray(), Interfaces.Of("IBP").Encode(pong!));
        Assert.Equal("00000000"u8.ToArray(), Interfaces.Of("CLMS").Encode(Interfaces.Of("CLMS").Signal(MessageRole.Heartbeat, 1, Created)));
        Assert.Null(Interfaces.Of("CLMS").Reply(new Message(MessageRole.Heartbeat, []), new ReplyContent(ReplyVerdict.Done, "", "", "", Created)));
    }

    [Theory]
    [InlineData("CBS")]
    [InlineData("CLMS")]
    [InlineData("EBANK")]
    [Trait("Case", "WIRE-06")]
    public void An_inquiry_is_answered_with_the_golden_record_or_without_one(string system)
    {
        var wire = Interfaces.Of(system);
        var question = wire.Decode(Recording.Cut(wire, Sample($"{system}.inquiry.txt"))[0].Body).Message!;
        Assert.Equal("01", question.Fields["idtype"]);
        var view = wire.Fit(Views.Of(("name", [("", "赵玥")]), ("document", [("type", "01"), ("number", "230183198603094823")]))).View;
        var customer = new Fields { ["key"] = null, ["kind"] = "person", ["at"] = "2026-06-01T08:30:00" };
        wire.WriteCustomer(view, customer);
        var found = wire.Reply(question, new ReplyContent(ReplyVerdict.Done, "8000000001234", "", "", Created, customer))!;
        var decoded = wire.Decode(Recording.Cut(wire, wire.Encode(found))[0].Body);
        Assert.Null(decoded.Fault);
        Assert.Equal(MessageRole.InquiryReply, decoded.Message!.Role);
        Assert.Equal("8000000001234", decoded.Message.Fields["party"]);
        Assert.Equal("230183198603094823", decoded.Message.Fields["idno"]);
        Assert.Equal(question.Fields["msgid"], decoded.Message.Fields["msgid"]);
        Assert.Equal("", decoded.Message.Fields.Text("key"));
        Assert.True(system != "CLMS" || Show(wire.Encode(found)).Contains("<RetMsg/><EcifNo>8000000001234</EcifNo><Customer action=\"MODIFY\"><CustId/>", StringComparison.Ordinal));

        var missing = wire.Reply(question, new ReplyContent(ReplyVerdict.NotFound, "", "", "无此客户", Created))!;
        var answer = wire.Decode(Recording.Cut(wire, wire.Encode(missing))[0].Body);
        Assert.Null(answer.Fault);
        Assert.Equal(ReplyVerdict.NotFound, wire.VerdictOf(answer.Message!.Fields["code"]!));
        Assert.Equal("", answer.Message.Fields.Text("idno"));
    }

    [Fact]
    [Trait("Case", "WIRE-07")]
    public void The_response_to_a_file_pair_is_the_documented_sample()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "WMS.response.txt"));
        var response = ResponseFile.Parse(text)!;
        Assert.Equal((606, 604, 2), (response.Total, response.Done, response.Refused));
        Assert.Equal(new ResponseLine(431, "1002", "idtype", "unknown code 77"), response.Lines[1]);
        Assert.Equal(text, response.Format());
        Assert.Null(ResponseFile.Parse(text[..^5]));
    }

    private static string Folder => Path.Combine(Shared.RepositoryRoot, "tests", "Wire.Tests", "Samples");

    internal static byte[] Sample(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        switch (file[..file.IndexOf('.')])
        {
            case "CARD":
                return Convert.FromHexString(string.Concat(text.Where(char.IsAsciiHexDigit)));
            case "EBANK":
                var body = Encoding.UTF8.GetBytes(text);
                var frame = new byte[4 + body.Length];
                BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
                body.CopyTo(frame, 4);
                return frame;
            case "CLMS" when text[0] == '<':
                var xml = Gb18030(text);
                return [.. Encoding.ASCII.GetBytes(xml.Length.ToString("00000000", CultureInfo.InvariantCulture)), .. xml];
            case "CBS":
                return Gb18030(text.Replace('·', ' '));
            default:
                return Gb18030(text.Replace("␍␊", "\r\n", StringComparison.Ordinal));
        }
    }

    internal static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    private static string Show(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetString(bytes) + "\n" + Convert.ToHexString(bytes);
    }
}
