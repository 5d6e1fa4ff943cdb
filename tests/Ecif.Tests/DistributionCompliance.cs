using System.Diagnostics;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Intake;
using Granary.Tests;

namespace Granary.Ecif.Tests;

/// <summary>What distribution promises, on every engine (docs/cases.md, ECIF).</summary>
public abstract class DistributionCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";

    [Fact, Trait("Case", "ECIF-20")]
    public async Task A_system_that_was_away_gets_one_delivery_a_customer_with_its_latest_state()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        hub.Systems["CLMS"].Connected = false;
        for (var i = 0; i < 5; i++)
        {
            await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile($"1390451000{i + 2}")]);
        }

        hub.Systems["CLMS"].Connected = true;
        await hub.QuietAsync();

        var told = Assert.Single(hub.Systems["CLMS"].To("L1"));
        Assert.Equal("13904510006", told.Attributes[PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-21")]
    public async Task A_customer_never_has_two_deliveries_in_flight_and_never_an_older_state_after_a_newer()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        var clms = hub.Systems["CLMS"];
        var inFlight = 0;
        var most = 0;
        clms.Script = async delivery =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inFlight));
            await Task.Delay(15);
            Interlocked.Decrement(ref inFlight);
            return clms.Take(delivery);
        };
        for (var i = 0; i < 30; i++)
        {
            await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile($"139045101{i:D2}")]);
        }

        await hub.QuietAsync();
        var told = clms.To("L1").Select(d => d.Attributes[PartyAttribute.Mobile]).ToList();
        Assert.Equal(1, most);
        Assert.Equal(told.Order(StringComparer.Ordinal), told);
        Assert.Equal("13904510129", clms.Holds["L1"][PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-22")]
    public async Task No_answer_means_the_same_state_again_under_the_same_number()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        var clms = hub.Systems["CLMS"];
        var tries = 0;
        clms.Script = delivery => Task.FromResult(++tries < 3 ? new DeliveryReply(DeliveryOutcome.Unknown, "", "") : clms.Take(delivery));
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();

        var sent = clms.To("L1");
        Assert.Equal(3, sent.Count);
        Assert.Single(sent.Select(d => d.MessageId).Distinct());
        Assert.Single(sent.Select(d => d.Attributes[PartyAttribute.Mobile]).Distinct());
        Assert.Equal(3, await hub.ScalarAsync("SELECT count(*) FROM ecif.delivery_try"));
    }

    [Fact, Trait("Case", "ECIF-23")]
    public async Task A_refusal_is_a_dead_letter_with_its_reason_until_a_newer_state_comes()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        var clms = hub.Systems["CLMS"];
        clms.Script = _ => Task.FromResult(new DeliveryReply(DeliveryOutcome.Refused, "2001", "拒绝"));
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();
        Assert.Equal(["2001 拒绝"], await hub.TextsAsync("SELECT code || ' ' || text FROM ecif.delivery WHERE state = 2"));

        clms.Script = null;
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510003")]);
        await hub.QuietAsync();
        Assert.Equal("13904510003", clms.Holds["L1"][PartyAttribute.Mobile]);
        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.delivery"));
    }

    [Fact, Trait("Case", "ECIF-24")]
    public async Task Tries_are_bounded_and_end_as_a_dead_letter()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, limits: new EcifLimits
        {
            DeliveryTries = 3, DeliveryBackOff = TimeSpan.FromMilliseconds(1), DistributionPoll = TimeSpan.FromMilliseconds(5),
        });
        await BothKnow(hub);
        hub.Systems["CLMS"].Script = _ => Task.FromResult(new DeliveryReply(DeliveryOutcome.TryAgain, "9001", ""));
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();

        Assert.Equal(3, hub.Systems["CLMS"].To("L1").Count);
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.delivery WHERE state = 2"));
    }

    [Theory, Trait("Case", "ECIF-25")]
    [InlineData("13904510002", "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]
    [InlineData("+86 139-0451-0002", "哈尔滨市尚志市亚布力镇东升村３组１２号")]
    public async Task An_echo_dies_also_where_the_system_rewrites_what_it_was_told(string mobile, string address)
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        await hub.SayAsync("CBS", "C1", attributes:
            [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002"), Hub.Address("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")]);
        await hub.QuietAsync();
        var version = (await hub.PartyAsync("CBS", "C1")).Version;
        var deliveries = hub.Systems.Values.Sum(s => s.Received.Count);
        await hub.SayAsync("CLMS", "L1", at: hub.Clock.GetUtcNow().AddSeconds(30), attributes: [Hub.Person("赵 玥"), Hub.Id(ZhaoYue), Hub.Mobile(mobile), Hub.Address(address)]);
        await hub.QuietAsync();

        Assert.Equal(version, (await hub.PartyAsync("CBS", "C1")).Version);
        Assert.Equal(deliveries, hub.Systems.Values.Sum(s => s.Received.Count));
        Assert.Equal("CBS", (await hub.PartyAsync("CBS", "C1")).Golden[PartyAttribute.Mobile].System);
    }

    [Fact, Trait("Case", "ECIF-26")]
    public async Task One_stuck_system_delays_nobody_else()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        await hub.SayAsync("EBANK", "E1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        await hub.QuietAsync();
        var stuck = new TaskCompletionSource<DeliveryReply>();
        hub.Systems["CLMS"].Script = _ => stuck.Task;
        await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (hub.Systems["EBANK"].Holds.GetValueOrDefault("E1")?.GetValueOrDefault(PartyAttribute.Mobile) != "13904510002")
        {
            await Task.Delay(10, patience.Token);
        }

        stuck.SetResult(new DeliveryReply(DeliveryOutcome.Done, "0000", ""));
        await hub.QuietAsync();
    }

    [Fact, Trait("Case", "ECIF-27")]
    public async Task What_was_numbered_and_not_answered_is_sent_again_after_a_restart_under_its_number()
    {
        await using var database = await engine.CreateAsync();
        string number;
        await using (var hub = await Hub.StartAsync(database.ConnectionString))
        {
            await BothKnow(hub);
            hub.Systems["CLMS"].Script = async _ =>
            {
                await Task.Delay(200);
                return new DeliveryReply(DeliveryOutcome.Unknown, "", "");
            };
            await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (hub.Systems["CLMS"].To("L1").Count == 0)
            {
                await Task.Delay(5, patience.Token);
            }

            number = hub.Systems["CLMS"].To("L1")[0].MessageId;
        }

        await using var again = await Hub.StartAsync(database.ConnectionString);
        await again.QuietAsync();
        Assert.Equal(number, again.Systems["CLMS"].To("L1")[0].MessageId);
        Assert.Equal("13904510002", again.Systems["CLMS"].Holds["L1"][PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-28")]
    public async Task Where_two_words_crossed_the_system_is_told_again()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        var clms = hub.Systems["CLMS"];
        var spoke = false;
        clms.Script = async delivery =>
        {
            if (!spoke)
            {
                // While ours is on the way it says its own, older value once more: which of the two did it take last?
                spoke = true;
                await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
            }

            return clms.Take(delivery);
        };
        await hub.SayAsync("CBS", "C1", at: hub.Clock.GetUtcNow().AddSeconds(20), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();

        Assert.Equal(2, clms.To("L1").Count);
        Assert.Equal("13904510002", clms.Holds["L1"][PartyAttribute.Mobile]);
        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.source_record WHERE attributes LIKE '%\\u0018%'"));
    }

    [Fact, Trait("Case", "ECIF-31")]
    public async Task A_golden_record_that_goes_back_while_the_other_state_is_under_way_is_told_again()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        await BothKnow(hub);
        var clms = hub.Systems["CLMS"];
        var spoke = false;
        clms.Script = async delivery =>
        {
            if (!spoke)
            {
                // By what CLMS has said and acknowledged it holds this very value; in a moment it will hold the other.
                spoke = true;
                await hub.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
            }

            return clms.Take(delivery);
        };
        await hub.SayAsync("CBS", "C1", at: hub.Clock.GetUtcNow().AddMinutes(-1), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();

        Assert.Equal("13904510001", clms.Holds["L1"][PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-29")]
    public async Task A_subscription_that_changed_looks_at_every_key_again()
    {
        await using var database = await engine.CreateAsync();
        await using (var before = await Hub.StartAsync(database.ConnectionString, systems: ["CBS"]))
        {
            await before.SayAsync("CBS", "C1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
            await before.SayAsync("CLMS", "L1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
            await before.QuietAsync();
        }

        await using var after = await Hub.StartAsync(database.ConnectionString);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!after.Systems["CLMS"].Holds.ContainsKey("L1"))
        {
            await Task.Delay(10, patience.Token);
        }

        await after.QuietAsync();
        Assert.Equal("13904510001", after.Systems["CLMS"].Holds["L1"][PartyAttribute.Mobile]);
    }

    [Fact, Trait("Case", "ECIF-30")]
    public async Task The_change_log_is_followed_by_transaction_and_row_without_gaps()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        var start = await ChangeLog.EndAsync(hub.Database, CancellationToken.None);
        var writing = Task.WhenAll(Enumerable.Range(0, 50).Select(i => hub.SayAsync("CBS", $"C{i}", attributes: [Hub.Person("赵玥"), Hub.Mobile($"139045{i:D5}")])));
        var seen = new List<long>();
        var position = start;
        var deadline = Stopwatch.StartNew();

        // A row is read once no older transaction of the whole server is open, those of other databases included: the follower comes again.
        while (!writing.IsCompletedSuccessfully || seen.Count < await hub.ScalarAsync("SELECT count(*) FROM ecif.change"))
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(60), $"read {seen.Count} rows after a minute");
            var page = await ChangeLog.ReadAsync(hub.Database, position, 7, CancellationToken.None);
            seen.AddRange(page.Select(p => p.Change.Id));
            position = page.Count == 0 ? position : page[^1].Position;
            await (page.Count == 0 ? Task.Delay(10) : Task.CompletedTask);
        }

        await writing;
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(await ChangeLog.ReadAsync(hub.Database, position, 7, CancellationToken.None));
        Assert.Equal(await hub.ScalarAsync("SELECT count(*) FROM ecif.change"), seen.Distinct().Count());
    }

    private static async Task BothKnow(Hub hub)
    {
        var then = hub.Clock.GetUtcNow().AddHours(-1);
        await hub.SayAsync("CBS", "C1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("CLMS", "L1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.QuietAsync();
        Assert.Empty(hub.Systems["CLMS"].Received);
    }
}

public sealed class SqliteDistribution() : DistributionCompliance(new Engine.Sqlite());

public sealed class PostgresDistribution() : DistributionCompliance(new Engine.Postgres());
