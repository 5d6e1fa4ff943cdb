using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.Systems;
using Granary.Tests;

namespace Granary.Sim.Tests;

/// <summary>The simulator's own codecs against bytes that someone else wrote.</summary>
public sealed class RecordedTrafficTests
{
    public static TheoryData<string> Systems => [.. SystemFormats.All.Select(format => format.System)];

    [Theory, MemberData(nameof(Systems))]
    [Trait("Case", "SIM-01")]
    public void Decoding_every_recorded_message_gives_exactly_its_line_of_the_jsonl_file(string system)
    {
        var format = SystemFormats.Of(system);
        var messages = format.Split(File.ReadAllBytes(BytesOf(system)));
        var expected = File.ReadAllLines(Shared.File("bank", "traffic", $"{system}.jsonl"));

        Assert.Equal(expected.Length, messages.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], Json.Line(system, format.Columns, format.Decode(messages[i]).Fields));
        }
    }

    [Theory, MemberData(nameof(Systems))]
    [Trait("Case", "SIM-02")]
    public void Encoding_what_was_decoded_gives_the_recorded_bytes_back(string system)
    {
        var format = SystemFormats.Of(system);
        foreach (var message in format.Split(File.ReadAllBytes(BytesOf(system))))
        {
            Assert.Equal(Convert.ToHexString(format.Frame(message)), Convert.ToHexString(format.EncodeChange(format.Decode(message).Fields)));
        }
    }

    [Fact]
    [Trait("Case", "SIM-03")]
    public void The_samples_in_the_interface_documents_are_read_as_they_are_meant()
    {
        var cbs = new Cbs().Decode(Sample("CBS.md", "00000447CI0001")[8..]);
        var clms = new Clms().Decode(Gb.Bytes("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n" + Line("CLMS.md", "<Service><Header><ServiceCode>CustInfoSync")));
        var ebank = new Ebank().Decode(Encoding.UTF8.GetBytes(Line("EBANK.md", "{\"id\":\"ECIF")));
        var ibp = new Ibp().Decode(Gb.Bytes(Line("IBP.md", "CUST|ECIF").Replace("␍␊", "", StringComparison.Ordinal)));
        foreach (var telegram in new[] { cbs, clms, ebank, ibp })
        {
            Assert.Equal(TelegramKind.Change, telegram.Kind);
            Assert.Equal("ECIF202606010000001", telegram.Id);
            Assert.Equal("赵玥", telegram.Fields[Fields.Name]);
            Assert.Equal("230183198603094823", telegram.Fields[Fields.IdNumber]);
            Assert.Equal("1986-03-09", telegram.Fields[Fields.Birth]);
            Assert.StartsWith("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号", telegram.Fields[Fields.Address], StringComparison.Ordinal);
        }

        Assert.EndsWith("|2单元", ibp.Fields[Fields.Address], StringComparison.Ordinal);
        var refused = new Cbs().Decode(Sample("CBS.md", "00000142CI0002ECIFCBS202606010000002")[8..]);
        Assert.Equal((Verdict.BadField, "字段9：姓名为空"), (refused.Answer!.Verdict, refused.Answer.Text));
    }

    [Fact]
    [Trait("Case", "SIM-03")]
    public void The_hex_samples_of_the_card_document_are_read_and_written_as_they_are()
    {
        var card = new Card();
        var blocks = File.ReadAllText(Shared.File("bank", "CARD.md")).Split("```").Where((_, i) => i % 2 == 1)
            .Select(block => Convert.FromHexString(string.Concat(block.Where(Uri.IsHexDigit)))).ToList();
        var change = card.Decode(blocks[0].AsSpan(2));
        Assert.Equal(Convert.ToHexString(blocks[0]), Convert.ToHexString(card.EncodeChange(change.Fields)));

        var reply = card.Decode(blocks[1].AsSpan(2));
        Assert.Equal(("00", "8000000001234"), (reply.Answer!.Code, reply.Answer.Party));
        Assert.Equal(Convert.ToHexString(blocks[1]), Convert.ToHexString(card.EncodeReply(reply, reply.Answer, default)));

        var network = card.Split(blocks[2]);
        Assert.Equal([TelegramKind.SignOn, TelegramKind.SignOnReply], network.Select(message => card.Decode(message).Kind));
        var signOn = card.Decode(network[0]);
        Assert.Equal(Convert.ToHexString(blocks[2].AsSpan(41)), Convert.ToHexString(card.EncodeSignOnReply(signOn, default)!));
    }

    private static string BytesOf(string system) => system == SystemFormats.FileSystem
        ? Shared.File("bank", "traffic", "WMS_CUST_20260601.dat")
        : Shared.File("bank", "traffic", $"{system}.bin");

    private static string Line(string document, string start) =>
        File.ReadLines(Shared.File("bank", document)).First(line => line.StartsWith(start, StringComparison.Ordinal));

    private static byte[] Sample(string document, string start) => Gb.Bytes(Line(document, start).Replace('·', ' '));
}
