using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Stewardship;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>What people decide, on every engine (docs/cases.md, ECIF-70).</summary>
public abstract class StewardshipCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";

    [Fact, Trait("Case", "ECIF-70")]
    public async Task A_split_gives_the_record_a_party_of_its_own_and_later_messages_follow_the_record()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var then = hub.Clock.GetUtcNow().AddHours(-2);
        await hub.SayAsync("CBS", "C1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        await hub.SayAsync("CLMS", "L1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510002")]);
        await hub.QuietAsync();
        var party = await hub.PartyAsync("CBS", "C1");
        Assert.Equal(party.Id, (await hub.PartyAsync("CLMS", "L1")).Id);

        var split = await SplitRecord.SplitAsync(hub.Database, hub.Services.GetRequiredService<IntakeRules>(), party.Id,
            new SplitRequest("CLMS", "L1", "two people, one document lent to the other"), "steward", "", hub.Clock, CancellationToken.None);
        await hub.SayAsync("CLMS", "L1", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510009")]);
        await hub.QuietAsync();

        Assert.NotNull(split);
        Assert.Equal(split.Id, (await hub.PartyAsync("CLMS", "L1")).Id);
        Assert.Equal("13904510009", First(await hub.PartyAsync("CLMS", "L1")));
        Assert.Equal("13904510001", First(await hub.PartyAsync("CBS", "C1")));
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(*) FROM ecif.exclusion"));
        Assert.Equal(["records.split"], await hub.TextsAsync("SELECT act FROM ecif.audit"));
    }

    private static string First(Party party) => PartyAttribute.Values(party.Golden[PartyAttribute.Mobile].Value)[0];
}

public sealed class SqliteStewardship() : StewardshipCompliance(new Engine.Sqlite());

public sealed class PostgresStewardship() : StewardshipCompliance(new Engine.Postgres());
