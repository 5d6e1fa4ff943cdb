namespace Granary.Gateway.Tests;

/// <summary>Heartbeats, echoes and silence, both ways.</summary>
public sealed class HeartbeatTests
{
    private const int Patience = 60_000;

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-20")]
    public async Task Pings_and_echoes_are_answered_as_documented()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var ebank = await gateway.ConnectAsync("EBANK");
        await ebank.SendAsync(Frames.Ebank("""{"id":"p1","type":"ping"}"""));
        var pong = await ebank.ReadTextAsync();
        Assert.Contains("\"p1\"", pong, StringComparison.Ordinal);
        Assert.Contains("\"ok\":true", pong, StringComparison.Ordinal);

        await using var ibp = await gateway.ConnectAsync("IBP");
        await ibp.SendAsync(Frames.Ibp("PING"));
        Assert.Equal("PONG", await ibp.ReadTextAsync());

        await using var card = await RequestTests.SignedOnAsync(gateway, "CARD");
        await card.SendAsync(Frames.CardNetwork("301", "000002"));
        var echo = await card.ReadAsync();
        Assert.Equal(Frames.CardNetworkReply("301", "0601090000", "000002")[2..], echo);
        Assert.Equal(0, gateway.Status("CARD").Received);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-21")]
    public async Task Heartbeats_that_are_not_answered_go_both_ways_on_either_connection()
    {
        var limits = TestGateway.Limits();
        limits.HeartbeatAfter = TimeSpan.FromMilliseconds(100);
        await using var gateway = await TestGateway.StartAsync(limits);
        await using var inbound = await gateway.ConnectAsync("CLMS");
        Assert.Empty(await inbound.ReadAsync());
        Assert.Empty(await inbound.ReadAsync());
        await inbound.SendAsync("00000000"u8.ToArray());

        gateway.Servers["CLMS"].Listen();
        await using var outbound = await gateway.AcceptAsync("CLMS");
        Assert.Empty(await outbound.ReadAsync());
        Assert.Equal(1, gateway.Status("CLMS").InboundConnections);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-22")]
    [InlineData("CLMS")]
    [InlineData("EBANK")]
    [InlineData("IBP")]
    [InlineData("CARD")]
    public async Task Silence_closes_a_connection_that_the_system_opened_and_not_before_its_time(string system)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero));
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        await TestGateway.UntilAsync(() => gateway.Status(system).InboundConnections == 1);
        var begun = time.GetTimestamp();
        var end = peer.ReadToEndAsync();
        while (!end.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await end;
        Assert.True(time.GetElapsedTime(begun) >= gateway.CloseAfter(system));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-23")]
    public async Task Unanswered_echoes_close_the_connection_to_the_system_and_it_is_opened_again()
    {
        var limits = TestGateway.Limits();
        limits.HeartbeatAfter = TimeSpan.FromMilliseconds(50);
        limits.ReplyTimeout = TimeSpan.FromMilliseconds(200);
        await using var gateway = await TestGateway.StartAsync(limits);
        gateway.Servers["CARD"].Listen();
        await using var peer = await gateway.Servers["CARD"].AcceptAsync();
        var (time, trace, _) = Frames.CardIdentity(await peer.ReadAsync());
        await peer.SendAsync(Frames.CardNetworkReply("001", time, trace));
        for (var echo = 0; echo < 3; echo++)
        {
            Assert.EndsWith("301", Frames.Text(Framing.TwoBytes, await peer.ReadAsync()), StringComparison.Ordinal);
        }

        await peer.ReadToEndAsync();
        await using var again = await gateway.AcceptAsync("CARD");
        Assert.True(gateway.Link("CARD").Connected);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-23")]
    public async Task Answered_echoes_keep_the_connection_to_the_system()
    {
        var limits = TestGateway.Limits();
        limits.HeartbeatAfter = TimeSpan.FromMilliseconds(20);
        await using var gateway = await TestGateway.StartAsync(limits);
        gateway.Servers["CARD"].Listen();
        await using var peer = await gateway.AcceptAsync("CARD");
        for (var echo = 0; echo < 12; echo++)
        {
            var (time, trace, _) = Frames.CardIdentity(await peer.ReadAsync());
            await peer.SendAsync(Frames.CardNetworkReply("301", time, trace));
        }

        Assert.True(gateway.Link("CARD").Connected);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-24")]
    [InlineData("EBANK")]
    [InlineData("IBP")]
    public async Task Answered_pings_keep_the_connection_to_the_system_and_an_unanswered_one_closes_it(string system)
    {
        var limits = TestGateway.Limits();
        limits.HeartbeatAfter = TimeSpan.FromMilliseconds(20);
        limits.ReplyTimeout = TimeSpan.FromSeconds(2);
        await using var gateway = await TestGateway.StartAsync(limits);
        gateway.Servers[system].Listen();
        await using var peer = await gateway.AcceptAsync(system);
        for (var ping = 1; ping <= 5; ping++)
        {
            var text = await peer.ReadTextAsync();
            Assert.Contains("ping", text, StringComparison.OrdinalIgnoreCase);
            await peer.SendAsync(system == "IBP" ? Frames.Ibp("PONG") : Frames.Ebank(text.Replace("\"type\":\"ping\"", "\"ok\":true", StringComparison.Ordinal)));
        }

        await peer.ReadToEndAsync();
        await TestGateway.UntilAsync(() => gateway.Log.Lines.Any(line => line.Text.Contains("Unanswered", StringComparison.Ordinal)));
    }
}
