using Granary.Ecif.Contracts;

namespace Granary.Gateway.Tests;

/// <summary>Full queues, full windows, peers that do not read: bounded, answered, and felt by nobody else.</summary>
public sealed class PressureTests
{
    private const int Patience = 60_000;

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-30")]
    [InlineData("CLMS", "9001")]
    [InlineData("EBANK", "9001")]
    [InlineData("IBP", "9001")]
    [InlineData("CARD", "96")]
    public async Task A_busy_intake_is_answered_with_try_again_and_the_number_stays_free(string system, string code)
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => Task.FromResult<Verdict?>(FakeMaster.Busy);
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        await peer.SendAsync(RequestTests.Change(system, 7));
        Assert.Contains(code, await peer.ReadTextAsync(), StringComparison.Ordinal);
        gateway.Master.OnMessage = _ => Task.FromResult<Verdict?>(null);
        await peer.SendAsync(RequestTests.Change(system, 7));
        Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-31")]
    public async Task Above_the_window_requests_are_told_to_try_again_while_heartbeats_go_on()
    {
        var verdict = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = _ => verdict.Task;
        await using var peer = await RequestTests.SignedOnAsync(gateway, "CARD");
        const int Window = 16 * 2;
        for (var number = 1; number <= Window; number++)
        {
            await peer.SendAsync(RequestTests.Change("CARD", number));
        }

        await peer.SendAsync(RequestTests.Change("CARD", 900));
        Assert.EndsWith("96", await peer.ReadTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Frames.CardNetwork("301", "000777"));
        Assert.StartsWith("0810", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Window, gateway.Master.Submitted.Count);

        verdict.SetResult(FakeMaster.Done);
        for (var number = 1; number <= Window; number++)
        {
            Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        await peer.SendAsync(RequestTests.Change("CARD", 900));
        Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-32")]
    public async Task A_peer_that_does_not_read_its_replies_is_closed_and_delays_nobody()
    {
        var limits = TestGateway.Limits();
        limits.WriteTimeout = TimeSpan.FromMilliseconds(400);
        limits.OutgoingFrames = 8;
        await using var gateway = await TestGateway.StartAsync(limits);
        await using var other = await gateway.ConnectAsync("EBANK");
        await using var stuck = await gateway.ConnectAsync("EBANK", receiveBuffer: 4096);
        var ping = Frames.Ebank("""{"id":"0123456789012345678901234567890123456789","type":"ping"}""");
        var burst = Enumerable.Repeat(ping, 2000).SelectMany(frame => frame).ToArray();
        try
        {
            // Replies fill the socket's buffers, then the pipe, then the queue; then the hub stops reading, and at last it closes.
            while (true)
            {
                await stuck.SendAsync(burst);
                await other.SendAsync(RequestTests.Change("EBANK", 1));
                Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
            }
        }
        catch (IOException)
        {
            // Closed by the hub.
        }

        await TestGateway.UntilAsync(() => gateway.Status("EBANK").InboundConnections == 1);
        await other.SendAsync(RequestTests.Change("EBANK", 2));
        Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-33")]
    public async Task A_stuck_system_does_not_delay_another()
    {
        var never = new TaskCompletionSource<Verdict?>();
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = message => message.System == "CLMS" ? never.Task : Task.FromResult<Verdict?>(null);
        await using var stuck = await gateway.ConnectAsync("CLMS");
        for (var number = 1; number <= 128; number++)
        {
            await stuck.SendAsync(RequestTests.Change("CLMS", number));
        }

        await using var other = await gateway.ConnectAsync("IBP");
        for (var number = 1; number <= 50; number++)
        {
            await other.SendAsync(RequestTests.Change("IBP", number));
            Assert.Contains("8000000001234", await other.ReadTextAsync(), StringComparison.Ordinal);
        }

        never.SetResult(FakeMaster.Done);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-34")]
    public async Task A_connection_above_the_bound_is_closed_at_once_unless_an_old_one_is_silent_beyond_life()
    {
        var limits = TestGateway.Limits();
        limits.ConnectionSlack = 1;
        var time = new ManualTime(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero));
        await using var gateway = await TestGateway.StartAsync(limits, time: time);
        await using var first = await RequestTests.SignedOnAsync(gateway, "CARD");
        await TestGateway.UntilAsync(() => gateway.Status("CARD").InboundConnections == 1);

        await using var second = await gateway.ConnectAsync("CARD");
        Assert.Empty(await second.ReadToEndAsync());
        await first.SendAsync(RequestTests.Change("CARD", 1));
        Assert.Contains("8000000001234", await first.ReadTextAsync(), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(61));
        await using var third = await RequestTests.SignedOnAsync(gateway, "CARD");
        await first.ReadToEndAsync();
        await third.SendAsync(RequestTests.Change("CARD", 2));
        Assert.Contains("8000000001234", await third.ReadTextAsync(), StringComparison.Ordinal);
    }
}
