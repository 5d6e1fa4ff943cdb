using System.Buffers;
using System.Text;

namespace Granary.Wire.Tests;

/// <summary>A system that nobody wrote a line of code for: JSON with arrays in GBK behind a five-digit length, and lines in Latin letters.</summary>
public sealed class SeventhSystemTests : IDisposable
{
    private const string Insurance = """
        system: INSURE
        title: 保险
        charset: GBK
        codec: json
        uncarried: replace 〓
        frame: { length: digits, bytes: 5, max: 60000 }
        connection:
          kind: long
          listen: 127.0.0.1:7106
          call: 127.0.0.1:7206
          in-flight: 8
        codes:
          document: { RIC: "01", PAS: "03" }
          kind: { P: person, O: org }
          operation: { NEW: A, MOD: U, END: C }
        fields:
          idtype: { label: 证件类型, codes: document, whole: true }
          idno:   { label: 证件号, whole: true, max: 18 }
          kind:   { codes: kind }
          op:     { codes: operation }
          birth:  { form: date dd/MM/yyyy }
          at:     { form: datetime yyyy-MM-dd HH:mm:ss }
          name:   { label: 投保人, max: 20 }
        messages:
          change:
            required: [msgid, key, name, idtype, idno]
            body:
              svc: = POLICYHOLDER
              no: msgid
              act: op
              time: at
              holder:
                id: key
                kind: kind
                name: name
                born: birth?
                papers:
                  - { $group: papers, main: first yes no, type: idtype, no: idno }
                phones:
                  - mobile
          change-reply:
            required: [msgid, code]
            echo: [msgid]
            body: { svc: = ANSWER, no: msgid, rc: code, ecif: party, why: text }
        replies: { done: OK, bad-length: E1, bad-field: E1, unknown-service: E2, refused: E3, not-found: E4, try-again: AGAIN }
        customer:
          name: name
          document: { type: idtype, number: idno }
          birth: birth
          mobile: mobile
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("wire").FullName;

    [Fact]
    [Trait("Case", "WIRE-50")]
    public void A_seventh_system_is_added_by_a_file_alone()
    {
        File.WriteAllText(Path.Combine(folder, "INSURE.yaml"), Insurance);
        foreach (var path in Directory.GetFiles(Interfaces.Folder, "*.yaml"))
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        Assert.Equal(7, Interface.LoadAll(folder).Count);
        var wire = Interface.Load(Path.Combine(folder, "INSURE.yaml"));
        var view = Views.Of(("name", [("", "王莹𬭎")]), ("birth", [("", "1986-03-09")]));
        view["document"] = [Paper("01", "230183198603094823"), Paper("03", "E1"), Paper("20", "not taken")];
        view["mobile"] = [One("13904510001"), One("13904510002")];
        var fitted = wire.Fit(view);
        Assert.Null(fitted.Fault);
        Assert.Equal("王莹〓", fitted.View["name"][0][""]);
        var change = wire.Change(new Outgoing("H1", true, fitted.View, "ECIF202606010000001", 1, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8))));
        var bytes = wire.Encode(change);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(
            "{\"svc\":\"POLICYHOLDER\",\"no\":\"ECIF202606010000001\",\"act\":\"MOD\",\"time\":\"2026-06-01 09:00:00\",\"holder\":{\"id\":\"H1\",\"kind\":\"P\",\"name\":\"王莹〓\",\"born\":\"09/03/1986\","
            + "\"papers\":[{\"main\":\"yes\",\"type\":\"RIC\",\"no\":\"230183198603094823\"},{\"main\":\"no\",\"type\":\"PAS\",\"no\":\"E1\"}],\"phones\":[\"13904510001\",\"13904510002\"]}}",
            Encoding.GetEncoding("GBK").GetString(bytes.AsSpan(5)));
        var buffer = new ReadOnlySequence<byte>(bytes);
        Assert.True(wire.TryReadFrame(ref buffer, out var frame, out _));
        var decoded = wire.Decode(frame.ToArray());
        Assert.Null(decoded.Fault);
        Assert.Equal(Views.Show(fitted.View), Views.Show(wire.ReadCustomer(decoded.Message!.Fields)));
        var reply = wire.Reply(decoded.Message, new ReplyContent(ReplyVerdict.NotFound, "", "", "没有", DateTimeOffset.UnixEpoch))!;
        Assert.Equal("E4", wire.Decode(wire.Encode(reply).AsSpan(5)).Message!.Fields["code"]);
    }

    [Theory]
    [InlineData("charset: GBK", "charset: EBCDIC", 3, "charset is")]
    [InlineData("title: 保险", "titel: 保险", 2, "unknown key: titel")]
    [InlineData("in-flight: 8", "in-flight: many", 11, "whole number")]
    [InlineData("in-flight: 8", "in-flihgt: 8", 11, "unknown key: in-flihgt")]
    [InlineData("codes: document, whole", "codes: documents, whole", 17, "no code map documents")]
    [InlineData("max: 60000", "max: 600000", 6, "cannot say 600000")]
    [InlineData("form: date dd/MM/yyyy", "form: date dd/MM/yy", 21, "unknown form")]
    [InlineData("          change-reply:", "          changed-reply:", 43, "changed-reply is no role")]
    [InlineData("required: [msgid, key, name,", "required: [msgid, kee, name,", 26, "requires kee")]
    [InlineData("          birth: birth", "          birth: borne", 50, "no place for the field borne")]
    [InlineData("done: OK, ", "", 46, "no code for done")]
    [InlineData("          kind:   { codes: kind }", "          kinds:  { codes: kind }", 19, "kinds stands in no message")]
    [InlineData("codec: json", "codec: jason", 4, "codec is")]
    [InlineData("call: 127.0.0.1:7206", "call: 7206", 10, "host:port")]
    [InlineData("svc: = ANSWER", "svc: [", 45, "YAML")]
    [InlineData("RIC: \"01\", PAS", "RIC: \"01\", RIC", 0, "")]
    [InlineData("echo: [msgid]", "echo: [nsgid]", 43, "echoes nsgid")]
    [Trait("Case", "WIRE-51")]
    public void A_mistake_is_named_by_file_line_and_reason(string from, string to, int line, string reason)
    {
        from = from.TrimStart();
        to = to.TrimStart();
        Assert.Contains(from, Insurance);
        var path = Path.Combine(folder, "BAD.yaml");
        File.WriteAllText(path, Insurance.Replace(from, to, StringComparison.Ordinal));
        var problems = Interface.Check(path);
        Assert.Contains(problems, problem => problem.Reason.Contains(reason, StringComparison.Ordinal) && (line == 0 || Math.Abs(problem.Line - line) <= 1));
        var thrown = Assert.Throws<InterfaceException>(() => Interface.Load(path));
        Assert.Equal(path, thrown.File);
        Assert.Contains(reason, thrown.Message);
    }

    [Fact]
    [Trait("Case", "WIRE-51")]
    public void All_mistakes_are_listed_at_once_and_the_six_files_have_none()
    {
        var path = Path.Combine(folder, "BAD.yaml");
        File.WriteAllText(path, Insurance.Replace("title", "titel", StringComparison.Ordinal).Replace("GBK", "KGB", StringComparison.Ordinal).Replace("in-flight: 8", "in-flight: x", StringComparison.Ordinal));
        Assert.Equal(3, Interface.Check(path).Count);
        Assert.Single(Interface.Check(Path.Combine(folder, "absent.yaml")));
        foreach (var file in Directory.GetFiles(Interfaces.Folder, "*.yaml"))
        {
            Assert.Empty(Interface.Check(file));
        }

        Assert.Throws<InterfaceException>(() => Interface.LoadAll(Path.Combine(folder, "nowhere")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Dictionary<string, string> Paper(string type, string number) => new() { ["type"] = type, ["number"] = number };

    private static Dictionary<string, string> One(string text) => new() { [""] = text };
}
