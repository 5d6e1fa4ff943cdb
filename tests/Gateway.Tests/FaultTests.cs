using System.Text;
using Granary.Ecif.Contracts;

namespace Granary.Gateway.Tests;

/// <summary>Bytes that are no message: the documented reply or a closed connection, one row, one log line, and nobody else disturbed.</summary>
public sealed class FaultTests
{
    private const int Patience = 120_000;

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-10")]
    [InlineData("CBS")]
    [InlineData("EBANK")]
    [InlineData("IBP")]
    [InlineData("CLMS")]
    [InlineData("CARD")]
    public async Task A_frame_that_arrives_in_two_pieces_is_whole_wherever_it_was_torn(string system)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        var length = RequestTests.Change(system, 1).Length;
        for (var cut = 1; cut < length; cut++)
        {
            var frame = RequestTests.Change(system, cut);
            await peer.SendAsync(frame.AsMemory(0, cut));
            await peer.SendAsync(frame.AsMemory(cut));
            Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(length - 1, gateway.Master.Submitted.Select(message => message.MessageId).Distinct().Count());
        Assert.Empty(gateway.Master.Refused);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-11")]
    [InlineData("IBP")]
    [InlineData("CARD")]
    [InlineData("EBANK")]
    public async Task A_connection_that_ends_inside_a_frame_leaves_a_row_and_no_change_wherever_it_was_torn(string system)
    {
        await using var gateway = await TestGateway.StartAsync();
        var frame = system == "CARD" ? Frames.CardNetwork("001", "000001") : RequestTests.Change(system, 1);
        for (var cut = 0; cut < frame.Length; cut++)
        {
            await using var peer = await gateway.ConnectAsync(system);
            await peer.SendAsync(frame.AsMemory(0, cut));
            peer.Finish();
            Assert.Empty(await peer.ReadToEndAsync());
        }

        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == frame.Length - 1);
        Assert.All(gateway.Master.Refused, refused => Assert.Equal(Reason.BadLength, refused.Reason));
        Assert.Equal(frame.Length - 1, gateway.Status(system).Received);
        Assert.Empty(gateway.Master.Submitted);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-12")]
    public async Task A_peer_that_sends_byte_by_byte_is_heard_and_one_that_stops_in_a_frame_is_closed()
    {
        var limits = TestGateway.Limits();
        limits.FrameTimeout = TimeSpan.FromSeconds(3);
        await using var gateway = await TestGateway.StartAsync(limits);
        await using var slow = await gateway.ConnectAsync("IBP");
        foreach (var value in Frames.IbpChange("IBP1"))
        {
            await slow.SendAsync(new[] { value });
        }

        Assert.StartsWith("ACK|IBP1|0000", await slow.ReadTextAsync(), StringComparison.Ordinal);

        await slow.SendAsync(Frames.IbpChange("IBP2").AsMemory(0, 30));
        Assert.Empty(await slow.ReadToEndAsync());
        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == 1);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-13")]
    [InlineData("CBS", "0000044xCI0001")]
    [InlineData("CBS", "00004097CI0001")]
    [InlineData("CLMS", "99999999<?xml")]
    [InlineData("CLMS", "GET / HTTP/1.1\r\n\r\n")]
    [InlineData("EBANK", "\u007F\u00FF\u00FF\u00FF{}")]
    public async Task A_length_that_is_no_number_or_too_long_closes_the_connection(string system, string bytes)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var other = await gateway.ConnectAsync(system);
        await using var peer = await gateway.ConnectAsync(system);
        await peer.SendAsync(Encoding.Latin1.GetBytes(bytes));
        Assert.Empty(await peer.ReadToEndAsync());
        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == 1);
        Assert.Single(gateway.Log.Lines, line => line.Text.Contains("frame refused", StringComparison.Ordinal));

        await other.SendAsync(RequestTests.Change(system, 1));
        Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-13")]
    public async Task A_line_without_an_end_closes_the_connection_once_it_is_too_long()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await gateway.ConnectAsync("IBP");
        await peer.SendAsync(Encoding.ASCII.GetBytes(new string('A', 5000)));
        Assert.Empty(await peer.ReadToEndAsync());
        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == 1);
        Assert.InRange(Assert.Single(gateway.Master.Refused).Raw.Length, 1, 4096);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-14")]
    public async Task Requests_under_way_are_answered_before_a_bad_frame_closes_their_connection()
    {
        var verdict = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => verdict.Task;
        await using var peer = await gateway.ConnectAsync("CLMS");
        await peer.SendAsync(RequestTests.Change("CLMS", 1));
        await peer.SendAsync("nonsense"u8.ToArray());
        await TestGateway.UntilAsync(() => !gateway.Master.Submitted.IsEmpty);
        verdict.SetResult(FakeMaster.Done);
        Assert.Contains("8000000001234", Frames.Gb.GetString(await peer.ReadToEndAsync()), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-15")]
    public async Task Bytes_that_the_charset_cannot_carry_are_refused_by_name_of_the_request()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await gateway.ConnectAsync("CBS");
        await peer.SendAsync(Frames.CbsChange("CBS202606010000001", name: [0xFF, 0xFF, 0x81, 0x20]));
        var reply = await peer.ReadTextAsync();
        Assert.Contains("CBS202606010000001", reply, StringComparison.Ordinal);
        Assert.Contains("1002", reply, StringComparison.Ordinal);
        var refused = Assert.Single(gateway.Master.Refused);
        Assert.Equal("CBS202606010000001", refused.MessageId);
        Assert.Equal(Reason.BadField, refused.Reason);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-16")]
    [InlineData("""<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><Service><Header><ServiceCode>CustInfoSync</ServiceCode><SeqNo>X1</SeqNo></Header><Body>&b;</Body></Service>""")]
    [InlineData("<Service><Header><ServiceCode>CustInfoSync")]
    [InlineData("no markup at all")]
    public async Task Xml_that_must_not_be_read_is_refused_and_nobody_else_is_disturbed(string xml)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var other = await gateway.ConnectAsync("CLMS");
        await using var peer = await gateway.ConnectAsync("CLMS");
        await peer.SendAsync(Frames.Clms(xml));
        peer.Finish();
        Assert.DoesNotContain("0000", Frames.Gb.GetString(await peer.ReadToEndAsync()), StringComparison.Ordinal);
        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == 1);
        Assert.Empty(gateway.Master.Submitted);
        await other.SendAsync(RequestTests.Change("CLMS", 1));
        Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-16")]
    public async Task Json_nested_a_thousand_deep_is_refused_and_nobody_else_is_disturbed()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var other = await gateway.ConnectAsync("EBANK");
        await using var peer = await gateway.ConnectAsync("EBANK");
        await peer.SendAsync(Frames.Ebank($$"""{"id":"J1","type":"customer.changed","data":{{new string('[', 1000)}}{{new string(']', 1000)}}}"""));
        peer.Finish();
        Assert.DoesNotContain("\"ok\":true", Encoding.UTF8.GetString(await peer.ReadToEndAsync()), StringComparison.Ordinal);
        await TestGateway.UntilAsync(() => gateway.Master.Refused.Count == 1);
        await other.SendAsync(RequestTests.Change("EBANK", 1));
        Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-17")]
    public async Task An_unknown_service_gets_the_documented_reply()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using (var peer = await gateway.ConnectAsync("CBS"))
        {
            await peer.SendAsync(Frames.CbsChange("CBS202606010000001", service: "CI0099"));
            Assert.Contains("1003", await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        await using (var peer = await gateway.ConnectAsync("EBANK"))
        {
            await peer.SendAsync(Frames.Ebank("""{"id":"U1","type":"customer.vanished","data":{}}"""));
            Assert.Contains("1003", await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(2, gateway.Master.Refused.Count);
        Assert.All(gateway.Master.Refused, refused => Assert.Equal(Reason.UnknownService, refused.Reason));
        Assert.Empty(gateway.Master.Submitted);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-18")]
    public async Task When_intake_fails_the_peer_is_told_to_try_again()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => throw new InvalidOperationException("the database is away");
        await using var peer = await gateway.ConnectAsync("EBANK");
        await peer.SendAsync(Frames.EbankChange("A1"));
        Assert.Contains("9001", await peer.ReadTextAsync(), StringComparison.Ordinal);
        gateway.Master.OnMessage = _ => Task.FromResult<Verdict?>(null);
        await peer.SendAsync(Frames.EbankChange("A1"));
        Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-19")]
    [InlineData("CBS")]
    [InlineData("CLMS")]
    [InlineData("EBANK")]
    [InlineData("CARD")]
    [InlineData("IBP")]
    public async Task Frames_with_flipped_bytes_never_stop_the_listener(string system)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var gateway = await TestGateway.StartAsync();
        for (var round = 0; round < 40; round++)
        {
            await using var peer = await gateway.ConnectAsync(system);
            var frame = RequestTests.Change(system, 1);
            for (var flips = 0; flips <= round; flips++)
            {
                frame[random.Next(frame.Length)] = (byte)random.Next(256);
            }

            await peer.SendAsync(frame);
            try
            {
                peer.Finish();
            }
            catch (System.Net.Sockets.SocketException)
            {
                // The hub was quicker to close.
            }

            await peer.ReadToEndAsync();
        }

        await using var good = await RequestTests.SignedOnAsync(gateway, system);
        await good.SendAsync(RequestTests.Change(system, 99999, "GOOD"));
        Assert.Contains("8000000001234", await good.ReadTextAsync(), StringComparison.Ordinal);
    }
}
