using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Gateway.Calling;

namespace Granary.Gateway.Tests;

/// <summary>The connections that the hub opens, and what becomes of a delivery on them.</summary>
public sealed class LinkTests
{
    private const int Patience = 60_000;

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-40")]
    [InlineData("0000", DeliveryOutcome.Done)]
    [InlineData("1002", DeliveryOutcome.Refused)]
    [InlineData("2001", DeliveryOutcome.Refused)]
    [InlineData("3001", DeliveryOutcome.NotFound)]
    [InlineData("9001", DeliveryOutcome.TryAgain)]
    public async Task A_short_connection_carries_one_request_and_its_reply(string code, DeliveryOutcome outcome)
    {
        await using var gateway = await TestGateway.StartAsync();
        var server = gateway.Servers["CBS"];
        server.Listen();
        await using (var probe = await server.AcceptAsync())
        {
            Assert.Empty(await probe.ReadToEndAsync());
        }

        await TestGateway.UntilAsync(() => gateway.Link("CBS").Connected);
        var sending = gateway.Link("CBS").SendAsync(TestGateway.Delivery("CBS", "CE347935ED", 1), TestContext.Current.CancellationToken);
        await using var peer = await server.AcceptRequestAsync();
        var request = await peer.ReadTextAsync();
        Assert.StartsWith("CI0001ECIFECIF202606010000001", request, StringComparison.Ordinal);
        Assert.Contains("CE347935ED", request, StringComparison.Ordinal);
        await peer.SendAsync(Frames.CbsReply("ECIF202606010000001", code));
        Assert.Empty(await peer.ReadToEndAsync());
        var reply = await sending;
        Assert.Equal(outcome, reply.Outcome);
        Assert.Equal(code, reply.Code);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-41")]
    public async Task A_short_connection_that_breaks_or_answers_nonsense_leaves_the_outcome_unknown()
    {
        var limits = TestGateway.Limits();
        limits.ReplyTimeout = TimeSpan.FromSeconds(1);
        await using var gateway = await TestGateway.StartAsync(limits);
        var link = gateway.Link("CBS");
        Assert.Equal(DeliveryOutcome.NotSent, (await link.SendAsync(TestGateway.Delivery("CBS", "C1", 1), TestContext.Current.CancellationToken)).Outcome);

        var server = gateway.Servers["CBS"];
        server.Listen();
        (await server.AcceptAsync()).Reset();
        await TestGateway.UntilAsync(() => link.Connected);
        foreach (var misbehave in new Func<Peer, Task>[]
        {
            peer => Task.Run(peer.Reset),
            peer => peer.SendAsync("XXXXXXXX"u8.ToArray()),
            peer => peer.SendAsync(Frames.CbsReply("ANOTHER", "0000")),
            peer => peer.SendAsync(Frames.CbsReply("ECIF202606010000002", "0000").AsMemory(0, 50)),
        })
        {
            var sending = link.SendAsync(TestGateway.Delivery("CBS", "C1", 2), TestContext.Current.CancellationToken);
            await using var peer = await server.AcceptRequestAsync();
            await peer.ReadAsync();
            await misbehave(peer);
            Assert.Equal(DeliveryOutcome.Unknown, (await sending).Outcome);
        }
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-42")]
    public async Task Replies_out_of_order_find_their_requests()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Servers["CLMS"].Listen();
        await using var peer = await gateway.AcceptAsync("CLMS");
        var link = gateway.Link("CLMS");
        var first = link.SendAsync(TestGateway.Delivery("CLMS", "C1", 1), TestContext.Current.CancellationToken);
        var second = link.SendAsync(TestGateway.Delivery("CLMS", "C2", 2), TestContext.Current.CancellationToken);
        Assert.Contains("<CustId>C", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.ReadTextAsync();
        await peer.SendAsync(Frames.ClmsReply("ECIF202606010000002", "3001"));
        Assert.Equal(DeliveryOutcome.NotFound, (await second).Outcome);
        Assert.False(first.IsCompleted);
        await peer.SendAsync(Frames.ClmsReply("ECIF202606010000001", "0000"));
        Assert.Equal(DeliveryOutcome.Done, (await first).Outcome);
        Assert.NotNull(gateway.Status("CLMS").LastDeliveredAt);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-43")]
    public async Task The_hub_signs_on_before_it_sends_and_again_after_a_refusal()
    {
        await using var gateway = await TestGateway.StartAsync();
        var server = gateway.Servers["CARD"];
        server.Listen();
        await using (var refusing = await server.AcceptAsync())
        {
            var signOn = await refusing.ReadAsync();
            Assert.EndsWith("001", Frames.Text(Framing.TwoBytes, signOn), StringComparison.Ordinal);
            Assert.False(gateway.Link("CARD").Connected);
            Assert.Equal(DeliveryOutcome.NotSent, (await gateway.Link("CARD").SendAsync(TestGateway.Delivery("CARD", "C1", 1), TestContext.Current.CancellationToken)).Outcome);
            var (time, trace, _) = Frames.CardIdentity(signOn);
            await refusing.SendAsync(Frames.CardNetworkReply("001", time, trace, "05"));
            Assert.Empty(await refusing.ReadToEndAsync());
        }

        await using var peer = await gateway.AcceptAsync("CARD");
        var sending = gateway.Link("CARD").SendAsync(TestGateway.Delivery("CARD", "C1", 1), TestContext.Current.CancellationToken);
        var request = await peer.ReadAsync();
        Assert.StartsWith("0302", Frames.Text(Framing.TwoBytes, request), StringComparison.Ordinal);
        Assert.Equal(("0601090000", "000001", "606010000001"), Frames.CardIdentity(request));

        // "Repeated" says that the system took it before: done.
        await peer.SendAsync(Frames.CardReply(request, "94"));
        Assert.Equal(DeliveryOutcome.Done, (await sending).Outcome);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-44")]
    public async Task When_the_system_dies_everything_under_way_is_unknown_and_the_link_comes_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Servers["EBANK"].Listen();
        var link = gateway.Link("EBANK");
        var peer = await gateway.AcceptAsync("EBANK");
        var deliveries = Enumerable.Range(1, 5)
            .Select(ordinal => link.SendAsync(TestGateway.Delivery("EBANK", $"E{ordinal}", ordinal), TestContext.Current.CancellationToken))
            .ToList();
        await peer.ReadAsync();
        peer.Reset();
        Assert.All(await Task.WhenAll(deliveries), reply => Assert.Equal(DeliveryOutcome.Unknown, reply.Outcome));

        await using var again = await gateway.AcceptAsync("EBANK");
        var sending = link.SendAsync(TestGateway.Delivery("EBANK", "E1", 1), TestContext.Current.CancellationToken);
        using var request = JsonDocument.Parse(await again.ReadAsync());
        Assert.Equal("ECIF202606010000001", request.RootElement.GetProperty("id").GetString());
        await again.SendAsync(Frames.Ebank("""{"id":"ECIF202606010000001","ok":true,"partyNo":""}"""));
        Assert.Equal(DeliveryOutcome.Done, (await sending).Outcome);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-45")]
    public async Task No_reply_in_time_is_unknown_and_a_late_one_does_no_harm()
    {
        var limits = TestGateway.Limits();
        limits.ReplyTimeout = TimeSpan.FromMilliseconds(100);
        await using var gateway = await TestGateway.StartAsync(limits);
        gateway.Servers["IBP"].Listen();
        await using var peer = await gateway.AcceptAsync("IBP");
        var link = gateway.Link("IBP");
        var reply = await link.SendAsync(TestGateway.Delivery("IBP", "I1", 1), TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryOutcome.Unknown, reply.Outcome);
        await peer.SendAsync(Frames.Ibp("ACK|ECIF202606010000001|0000||"));
        await peer.SendAsync(Frames.Ibp("PING"));
        Assert.StartsWith("CUST|ECIF202606010000001|", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Equal("PONG", await peer.ReadTextAsync());
        Assert.True(link.Connected);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-46")]
    public async Task One_at_a_time_means_that_the_next_waits_for_the_answer_to_the_last()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Servers["IBP"].Listen();
        await using var peer = await gateway.AcceptAsync("IBP");
        var link = gateway.Link("IBP");
        Assert.Equal(1, link.Window);
        var first = link.SendAsync(TestGateway.Delivery("IBP", "I1", 1), TestContext.Current.CancellationToken);
        var second = link.SendAsync(TestGateway.Delivery("IBP", "I2", 2), TestContext.Current.CancellationToken);
        Assert.StartsWith("CUST|ECIF202606010000001|", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Frames.Ibp("PING"));
        Assert.Equal("PONG", await peer.ReadTextAsync());
        await peer.SendAsync(Frames.Ibp("ACK|ECIF202606010000001|0000||"));
        Assert.StartsWith("CUST|ECIF202606010000002|", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Frames.Ibp("ACK|ECIF202606010000002|2001||不收"));
        Assert.Equal(DeliveryOutcome.Done, (await first).Outcome);
        var refused = await second;
        Assert.Equal((DeliveryOutcome.Refused, "2001", "不收"), (refused.Outcome, refused.Code, refused.Text));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-47")]
    public async Task A_repeat_of_a_delivery_is_byte_for_byte_the_same()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Servers["EBANK"].Listen();
        await using var peer = await gateway.AcceptAsync("EBANK");
        var frames = new List<byte[]>();
        for (var repeat = 0; repeat < 2; repeat++)
        {
            var sending = gateway.Link("EBANK").SendAsync(TestGateway.Delivery("EBANK", "E1", 1), TestContext.Current.CancellationToken);
            frames.Add(await peer.ReadAsync());
            await peer.SendAsync(Frames.Ebank("""{"id":"ECIF202606010000001","ok":false,"code":"9001","message":"later","field":""}"""));
            Assert.Equal(DeliveryOutcome.TryAgain, (await sending).Outcome);
        }

        Assert.Equal(frames[0], frames[1]);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-48")]
    public async Task A_request_on_the_wrong_connection_is_answered_and_recorded_not_applied()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Servers["EBANK"].Listen();
        await using var peer = await gateway.AcceptAsync("EBANK");
        await peer.SendAsync(Frames.EbankChange("A1"));
        Assert.Contains("1003", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Single(gateway.Master.Refused);
        Assert.Empty(gateway.Master.Submitted);
    }

    [Fact]
    [Trait("Case", "GATE-49")]
    public void Pauses_double_up_to_their_bound_and_are_drawn_from_the_upper_half()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var pauses = new BackOff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), new Random(seed));
        foreach (var span in new[] { 1, 2, 4, 8, 10, 10 })
        {
            Assert.InRange(pauses.Next().TotalSeconds, span / 2.0, span);
        }

        pauses.Reset();
        Assert.InRange(pauses.Next().TotalSeconds, 0.5, 1);
    }
}
