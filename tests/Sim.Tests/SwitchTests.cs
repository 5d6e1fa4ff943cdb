using System.Net.Sockets;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>The systems' bad habits, at will.</summary>
public sealed class SwitchTests
{
    private static readonly SwitchesChange None = new(null, null, null, null, null, null, null, null);

    public static TheoryData<string> Online => [.. Harness.Online];

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-20")]
    public async Task Down_closes_the_listener_and_holds_what_is_to_be_sent_until_the_system_is_up_again(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        bank.System(system).Switch(None with { Down = true });
        await Harness.UntilAsync(() => bank.System(system).Listener!.Open == 0 && bank.System(system).Calls!.Open == 0);
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (true)
            {
                // The listener is closed by another task; a connection that was quicker is cut.
                try
                {
                    await bank.TellAsync(system, bank.FromHub(system, key, 1, _ => { }));
                }
                catch (IOException)
                {
                }
            }
        });
        var heard = bank.Hub.All.Count;
        await bank.Bank.Life.ChangeAsync(bank.System(system), key);
        Assert.Equal(heard, bank.Hub.All.Count);

        bank.System(system).Switch(None with { Down = false });
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        Assert.Equal(heard + 1, bank.Hub.All.Count);
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-21")]
    public async Task Echo_sends_every_change_of_the_hub_back_as_a_change_of_its_own(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        bank.System(system).Switch(None with { Echo = true });
        var heard = bank.Hub.All.Count;
        await bank.TellAsync(system, bank.FromHub(system, key, 1, fields => fields[Fields.Mobile] = "13904510001"));
        await Harness.UntilAsync(() => bank.Bank.Pending == 0 && bank.Hub.All.Count == heard + 1);
        var echo = bank.Hub.All[^1].Telegram.Fields;
        Assert.Equal(("赵玥", "13904510001"), (echo[Fields.Name], echo[Fields.Mobile]));
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-22")]
    public async Task Rewrite_holds_and_sends_back_another_text_of_the_same_meaning_and_doing_it_again_changes_nothing(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        bank.System(system).Switch(None with { Rewrite = true });
        await bank.TellAsync(system, bank.FromHub(system, key, 1, fields => fields[Fields.Address] = "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号"));
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        var echo = bank.Hub.All[^1].Telegram.Fields;
        Assert.Equal(("赵　玥", "哈尔滨市尚志市亚布力镇东升村３组１２号"), (echo[Fields.Name], echo[Fields.Address]));
        Assert.Equal(echo[Fields.Address], bank.System(system).Book.Find(key)!.Fields[Fields.Address]);
        Assert.Equal(Rewriting.Rewrite(echo).Select(pair => pair), Rewriting.Rewrite(Rewriting.Rewrite(echo)).Select(pair => pair));
    }

    [Fact]
    [Trait("Case", "SIM-23")]
    public async Task Errors_answer_try_again_and_refusals_refuse_in_their_share()
    {
        await using var bank = await Harness.StartAsync(systems: "CBS");
        var key = await bank.OpenAsync("CBS");
        var cbs = SystemFormats.Of("CBS");
        bank.System("CBS").Switch(None with { Errors = 1 });
        var change = bank.FromHub("CBS", key, 1, fields => fields[Fields.Mobile] = "13904510001");
        Assert.Equal("9001", cbs.Decode(await bank.TellAsync("CBS", change)).Answer!.Code);
        bank.System("CBS").Switch(None with { Errors = 0 });
        // "Try again later" is no verdict: the same number is taken when it comes again.
        Assert.Equal("0000", cbs.Decode(await bank.TellAsync("CBS", change)).Answer!.Code);
        bank.System("CBS").Switch(None with { Refusals = 1 });
        Assert.Equal("2001", cbs.Decode(await bank.TellAsync("CBS", bank.FromHub("CBS", key, 2, _ => { }))).Answer!.Code);
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-24")]
    public async Task Send_twice_sends_the_same_bytes_again_after_the_reply(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        bank.System(system).Switch(None with { SendTwice = true });
        await bank.OpenAsync(system);
        await Harness.UntilAsync(() => bank.System(system).Counters.Duplicates == bank.System(system).Counters.Sent);
        var changes = bank.Hub.From(system).Where(heard => heard.Telegram.Kind == TelegramKind.Change).GroupBy(heard => heard.Id).ToList();
        Assert.All(changes, twice => Assert.Equal(2, twice.Count()));
        Assert.All(changes, twice => Assert.Single(twice.Select(heard => Convert.ToHexString(heard.Bytes)).Distinct()));
    }

    [Fact]
    [Trait("Case", "SIM-25")]
    public async Task Out_of_order_sends_what_waits_in_another_order()
    {
        await using var bank = await Harness.StartAsync(systems: "IBP");
        var key = await bank.OpenAsync("IBP");
        bank.System("IBP").Switch(None with { Down = true, OutOfOrder = true });
        for (var i = 0; i < 12; i++)
        {
            await bank.Bank.Life.ChangeAsync(bank.System("IBP"), key);
        }

        var heard = bank.Hub.All.Count;
        bank.System("IBP").Switch(None with { Down = false });
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        var order = bank.Hub.All.Skip(heard).Select(one => one.Id).ToList();
        Assert.Equal(12, order.Count);
        Assert.NotEqual(order.Order(StringComparer.Ordinal), order);
    }

    [Fact]
    [Trait("Case", "SIM-26")]
    public async Task Slow_answers_late_and_goes_on_reading()
    {
        await using var bank = await Harness.StartAsync(systems: "EBANK");
        var key = await bank.OpenAsync("EBANK");
        bank.System("EBANK").Switch(None with { SlowMs = 150 });
        var told = Enumerable.Range(1, 20).Select(i => bank.TellAsync("EBANK", bank.FromHub("EBANK", key, i, _ => { }))).ToList();
        // All twenty are received before the first is answered late: reading does not wait for answers.
        Assert.All(await Task.WhenAll(told), reply => Assert.Equal(Verdict.Done, SystemFormats.Of("EBANK").Decode(reply).Answer!.Verdict));
        Assert.Equal(20, bank.System("EBANK").Counters.Received);
    }
}
