using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;

namespace Granary.Gateway.Tests;

/// <summary>Requests of the five online systems and their replies.</summary>
public sealed class RequestTests
{
    private const int Patience = 60_000;

    public static TheoryData<string> Online => ["CBS", "CLMS", "EBANK", "CARD", "IBP"];

    internal static byte[] Change(string system, int number, string key = "") => system switch
    {
        "CBS" => Frames.CbsChange($"CBS2026060100{number:D5}", key.Length > 0 ? key : "CE347935ED"),
        "CLMS" => Frames.ClmsChange($"CLMS2026060100{number:D5}", key.Length > 0 ? key : "CB1D3D44B3"),
        "EBANK" => Frames.EbankChange($"EBANK2026060100{number:D5}", key.Length > 0 ? key : "E8D9176ED3"),
        "CARD" => Frames.CardChange($"{number:D6}", key.Length > 0 ? key : "CB4E82E26F"),
        _ => Frames.IbpChange($"IBP2026060100{number:D5}", key.Length > 0 ? key : "IF3480FBA9"),
    };

    internal static async Task<Peer> SignedOnAsync(TestGateway gateway, string system)
    {
        var peer = await gateway.ConnectAsync(system);
        if (system == "CARD")
        {
            await peer.SendAsync(Frames.CardNetwork("001", "000001"));
            await peer.ReadAsync();
        }

        return peer;
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-01")]
    [MemberData(nameof(Online))]
    public async Task A_change_reaches_intake_and_is_answered_with_the_party_number(string system)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await SignedOnAsync(gateway, system);
        var frame = Change(system, 7);
        await peer.SendAsync(frame);
        var reply = await peer.ReadTextAsync();

        Assert.Contains("8000000001234", reply, StringComparison.Ordinal);
        var message = Assert.Single(gateway.Master.Submitted);
        Assert.Equal(system, message.System);
        Assert.Equal(PartyKind.Person, message.Kind);
        Assert.Equal(Operation.Upsert, message.Operation);
        Assert.Equal("赵玥", message.Attributes[PartyAttribute.Name]);
        Assert.StartsWith("01\u001F230183198603094823", message.Attributes[PartyAttribute.Document], StringComparison.Ordinal);
        Assert.Equal("13904510001", message.Attributes[PartyAttribute.Mobile]);
        Assert.Equal(TimeSpan.FromHours(8), message.At.Offset);
        Assert.Equal(SHA256.HashData(message.Raw.Span), message.BodyHash);
        Assert.EndsWith(Convert.ToHexString(message.Raw.Span), Convert.ToHexString(frame).Replace("0D0A", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, gateway.Status(system).Received);
        await TestGateway.UntilAsync(() => gateway.Status(system).Replied == 1);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-02")]
    [MemberData(nameof(Online))]
    public async Task A_reply_is_never_sent_before_the_verdict(string system)
    {
        var verdict = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => verdict.Task;
        await using var peer = await SignedOnAsync(gateway, system);
        await peer.SendAsync(Change(system, 7));
        await TestGateway.UntilAsync(() => !gateway.Master.Submitted.IsEmpty);

        var reply = peer.ReadTextAsync();
        Assert.Equal(0, gateway.Status(system).Replied);
        Assert.False(reply.IsCompleted);
        verdict.SetResult(FakeMaster.Done);
        Assert.Contains("8000000001234", await reply, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-03")]
    [InlineData("CBS", Reason.BadField, "1002")]
    [InlineData("CLMS", Reason.Refused, "2001")]
    [InlineData("EBANK", Reason.BadField, "\"code\":\"1002\"")]
    [InlineData("CARD", Reason.BadField, "30")]
    [InlineData("CARD", Reason.Refused, "05")]
    [InlineData("IBP", Reason.Refused, "2001")]
    public async Task A_refusal_is_answered_in_the_systems_own_code_and_again_to_a_repeat(string system, Reason reason, string code)
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => Task.FromResult<Verdict?>(new Verdict(Outcome.Refused, reason, null, "", "不符"));
        string first, second;
        await using (var peer = await SignedOnAsync(gateway, system))
        {
            await peer.SendAsync(Change(system, 7));
            first = await peer.ReadTextAsync();
        }

        await using (var peer = await SignedOnAsync(gateway, system))
        {
            await peer.SendAsync(Change(system, 7));
            second = await peer.ReadTextAsync();
        }

        Assert.Contains(code, first, StringComparison.Ordinal);
        Assert.Contains(code, second, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Text.Contains("赵玥", StringComparison.Ordinal) || line.Text.Contains("230183198603094823", StringComparison.Ordinal));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-04")]
    public async Task Replies_go_out_as_verdicts_come_where_order_does_not_matter()
    {
        var verdicts = new Dictionary<string, TaskCompletionSource<Verdict?>> { ["A1"] = new(), ["A2"] = new() };
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = message => verdicts[message.MessageId].Task;
        await using var peer = await gateway.ConnectAsync("EBANK");
        await peer.SendAsync(Frames.EbankChange("A1"));
        await peer.SendAsync(Frames.EbankChange("A2", "E2"));
        await TestGateway.UntilAsync(() => gateway.Master.Submitted.Count == 2);
        verdicts["A2"].SetResult(FakeMaster.Done);
        Assert.Contains("\"A2\"", await peer.ReadTextAsync(), StringComparison.Ordinal);
        verdicts["A1"].SetResult(FakeMaster.Done);
        Assert.Contains("\"A1\"", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["A1", "A2"], gateway.Master.Submitted.Select(message => message.MessageId));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-05")]
    public async Task Replies_keep_the_order_of_requests_where_the_interface_asks_for_it()
    {
        var first = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = message => message.MessageId == "IBP1" ? first.Task : Task.FromResult<Verdict?>(null);
        await using var peer = await gateway.ConnectAsync("IBP");
        await peer.SendAsync(Frames.IbpChange("IBP1"));
        await peer.SendAsync(Frames.IbpChange("IBP2", "I2"));
        await TestGateway.UntilAsync(() => !gateway.Master.Submitted.IsEmpty);
        Assert.Equal("IBP1", Assert.Single(gateway.Master.Submitted).MessageId);
        first.SetResult(FakeMaster.Done);
        Assert.StartsWith("ACK|IBP1|0000|8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("ACK|IBP2|0000|8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-06")]
    public async Task A_card_message_before_the_sign_on_is_refused_and_its_number_is_free_for_after_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await gateway.ConnectAsync("CARD");
        await peer.SendAsync(Frames.CardChange("000009"));
        var refused = await peer.ReadTextAsync();
        Assert.StartsWith("0312", refused, StringComparison.Ordinal);
        Assert.EndsWith("05", refused, StringComparison.Ordinal);
        Assert.Empty(gateway.Master.Submitted);
        Assert.Null(Assert.Single(gateway.Master.Refused).MessageId);

        await peer.SendAsync(Frames.CardNetwork("001", "000001"));
        Assert.StartsWith("0810", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Frames.CardChange("000009"));
        Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);

        await peer.SendAsync(Frames.CardNetwork("002", "000002"));
        Assert.StartsWith("0810", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Frames.CardChange("000010"));
        Assert.EndsWith("05", await peer.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-07")]
    [InlineData("0601090000", "2026-06-01T09:00:30+08:00", 2026)]
    [InlineData("1231235959", "2027-01-01T00:00:05+08:00", 2026)]
    [InlineData("0101000001", "2026-12-31T23:59:50+08:00", 2027)]
    public async Task A_time_without_a_year_gets_the_year_nearest_to_the_receipt(string time, string now, int year)
    {
        await using var gateway = await TestGateway.StartAsync(time: new FixedTime(DateTimeOffset.Parse(now, null)));
        await using var peer = await SignedOnAsync(gateway, "CARD");
        await peer.SendAsync(Frames.CardChange("000009", time: time));
        await peer.ReadAsync();
        var message = Assert.Single(gateway.Master.Submitted);
        Assert.Equal(year, message.At.Year);
        Assert.Contains(year.ToString(System.Globalization.CultureInfo.InvariantCulture), message.MessageId, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-08")]
    public async Task An_inquiry_is_answered_from_the_golden_record_and_with_not_found_otherwise()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using (var peer = await gateway.ConnectAsync("CBS"))
        {
            await peer.SendAsync(Frames.CbsInquiry("CBS202606010009001"));
            var none = await peer.ReadTextAsync();
            Assert.StartsWith("CI0004", none, StringComparison.Ordinal);
            Assert.Contains("3001", none, StringComparison.Ordinal);
        }

        gateway.Master.Golden = new InquiryAnswer(
            "8000000001234", PartyKind.Person, "CE347935ED", false, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8)),
            new Dictionary<string, string> { [PartyAttribute.Name] = "赵玥", [PartyAttribute.Mobile] = "13904510001", [PartyAttribute.RiskLevel] = "R2" });
        await using (var peer = await gateway.ConnectAsync("CBS"))
        {
            await peer.SendAsync(Frames.CbsInquiry("CBS202606010009002"));
            var found = await peer.ReadTextAsync();
            Assert.Contains("0000", found, StringComparison.Ordinal);
            Assert.Contains("CE347935ED", found, StringComparison.Ordinal);
            Assert.Contains("13904510001", found, StringComparison.Ordinal);
        }

        await using (var peer = await gateway.ConnectAsync("EBANK"))
        {
            await peer.SendAsync(Frames.Ebank("""{"id":"q1","type":"customer.query","data":{"cert":{"type":"id","number":"230183198603094823"},"realName":"赵玥"}}"""));
            var found = await peer.ReadTextAsync();
            Assert.Contains("\"q1\"", found, StringComparison.Ordinal);
            Assert.Contains("8000000001234", found, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-09")]
    public async Task A_peer_that_has_finished_sending_still_gets_its_replies()
    {
        var verdict = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => verdict.Task;
        await using var peer = await gateway.ConnectAsync("CBS");
        await peer.SendAsync(Change("CBS", 7));
        peer.Finish();
        await TestGateway.UntilAsync(() => !gateway.Master.Submitted.IsEmpty);
        verdict.SetResult(FakeMaster.Done);
        Assert.Contains("8000000001234", Encoding.ASCII.GetString(await peer.ReadToEndAsync()), StringComparison.Ordinal);
        await TestGateway.UntilAsync(() => gateway.Status("CBS").InboundConnections == 0);
    }

    /// <summary>A clock that stands at a moment; timers and timestamps run as always.</summary>
    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
