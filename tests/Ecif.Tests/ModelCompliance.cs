using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Matching;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>Versions of the match model, on every engine (docs/cases.md, ECIF-100 to ECIF-106).</summary>
public abstract class ModelCompliance(Engine engine)
{
    private static readonly (string, string)[] Hao =
        [Hub.Person("郝思嘉"), Hub.Birth("1988-04-17"), Hub.Mobile("13945671234"), Hub.Address("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号")];

    [Fact, Trait("Case", "ECIF-100")]
    public async Task A_link_keeps_what_spoke_for_it_and_the_version_that_decided()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database);
        await hub.SayAsync("CBS", "C1", attributes: Hao);
        await hub.SayAsync("EBANK", "E1", attributes: Hao);
        var links = await LinksAsync(hub, "CBS", "C1");
        Assert.Equal(["new", "score"], links.Select(l => l.Rule));
        Assert.Null(links[0].Evidence);
        var evidence = links[1].Evidence!;
        Assert.Equal(new RecordAddress("CBS", "C1"), evidence.Record);
        Assert.Equal([("name", "same"), ("birth", "same"), ("phone", "same"), ("address", "sameHouseAndPhone")], evidence.Lines.Select(l => (l.Comparison, l.Level)));
        Assert.Equal(evidence.Weight, evidence.Lines.Sum(l => l.Weight), 6);
        Assert.Equal("", evidence.Model);
    }

    [Fact, Trait("Case", "ECIF-101")]
    public async Task A_version_that_goes_live_decides_from_the_next_batch_on_every_node_without_a_restart()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database);
        await using var second = engine is Engine.Postgres ? await StartAsync(database) : null;
        await hub.SayAsync("CBS", "C1", attributes: Hao);
        var version = await Models.UseAsync(hub, "strict", Models.Strict);
        await (second ?? hub).SayAsync("EBANK", "E1", attributes: Hao);
        Assert.NotEqual((await hub.PartyAsync("CBS", "C1")).Id, (await hub.PartyAsync("EBANK", "E1")).Id);
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.suspect"));

        await Models.UseAsync(hub, "as before", MatchModel.Default);
        await (second ?? hub).SayAsync("CLMS", "L1", attributes: Hao);
        Assert.Equal((await hub.PartyAsync("CBS", "C1")).Id, (await hub.PartyAsync("CLMS", "L1")).Id);
        Assert.Equal("as before", (await LinksAsync(hub, "CLMS", "L1")).Single(l => l.System == "CLMS").Evidence!.Model);
        Assert.Equal(ModelState.Retired, (await hub.Database.ReadAsync(session => MatchModels.FindAsync(session, version), CancellationToken.None))!.State);
    }

    [Fact, Trait("Case", "ECIF-102")]
    public async Task A_version_that_cannot_be_read_leaves_the_one_before_at_work()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await StartAsync(database);
        await Models.UseAsync(hub, "broken", MatchModel.Default);
        await hub.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ecif.match_model SET json = '{}'"), CancellationToken.None);
        await hub.SayAsync("CBS", "C1", attributes: Hao);
        await hub.SayAsync("EBANK", "E1", attributes: Hao);
        Assert.Equal((await hub.PartyAsync("CBS", "C1")).Id, (await hub.PartyAsync("EBANK", "E1")).Id);
        Assert.Equal(0, hub.Services.GetRequiredService<ActiveModel>().Version);
    }

    private static Task<Hub> StartAsync(TemporaryDatabase database) => Hub.StartAsync(database.ConnectionString, distribute: false, limits: new EcifLimits { ModelPoll = TimeSpan.Zero });

    private static async Task<IReadOnlyList<LinkView>> LinksAsync(Hub hub, string system, string key)
    {
        var party = (await hub.PartyAsync(system, key)).Id;
        return await hub.Database.ReadAsync(session => WhyLinked.ReadAsync(session, party), CancellationToken.None);
    }
}

public sealed class SqliteModels() : ModelCompliance(new Engine.Sqlite());

public sealed class PostgresModels() : ModelCompliance(new Engine.Postgres());
