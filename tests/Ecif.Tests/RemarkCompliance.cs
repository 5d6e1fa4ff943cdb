using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Ecif.Tests;

/// <summary>What is said of a party by its number, by somebody who has no account of it (docs/cases.md, ECIF).</summary>
public abstract class RemarkCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";

    [Fact, Trait("Case", "ECIF-80")]
    public async Task A_remark_is_weighed_as_any_word_and_the_systems_are_told()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString);
        var number = await KnownAsync(hub);
        var verdict = await RemarkAsync(hub, number, hub.Clock.GetUtcNow(), Hub.Mobile("13904510009"));

        Assert.Equal((Outcome.Applied, number), (verdict.Outcome, verdict.PartyNumber));
        await hub.QuietAsync();
        Assert.Equal("13904510009", hub.Systems["CLMS"].Holds["L1"][PartyAttribute.Mobile]);
        Assert.Equal(["OCRM verified remark 0"], await hub.TextsAsync(
            "SELECT system || ' ' || CASE link WHEN 1 THEN 'verified' ELSE 'automatic' END || ' ' || rule || ' ' || is_open FROM ecif.source_record WHERE system = 'OCRM'"));
    }

    [Fact, Trait("Case", "ECIF-81")]
    public async Task A_remark_keeps_no_party_open()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        var number = await KnownAsync(hub);
        await RemarkAsync(hub, number, hub.Clock.GetUtcNow(), Hub.Mobile("13904510009"));
        foreach (var (system, key) in new[] { ("CBS", "C1"), ("CLMS", "L1") })
        {
            await hub.SayAsync(system, key, operation: Operation.Close, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)]);
        }

        Assert.Equal(1, await hub.ScalarAsync("SELECT status FROM ecif.party"));
    }

    [Fact, Trait("Case", "ECIF-82")]
    public async Task A_remark_goes_where_the_party_goes_and_is_found_by_the_old_number()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        var then = hub.Clock.GetUtcNow().AddHours(-1);
        var first = (await hub.SayAsync("EBANK", "E1", at: then, attributes: [Hub.Person("赵玥"), Hub.Mobile("13904510001")])).PartyNumber!;
        await RemarkAsync(hub, first, then.AddMinutes(1), Hub.Mobile("13904510009"));
        var second = (await hub.SayAsync("CBS", "C1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)])).PartyNumber!;
        await hub.SayAsync("EBANK", "E1", at: then.AddMinutes(2), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        var both = (await hub.SayAsync("CBS", "C1", at: then.AddMinutes(3), attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue)])).PartyNumber!;

        Assert.Equal(1, await hub.ScalarAsync("SELECT count(DISTINCT party_id) FROM ecif.source_record"));
        var later = await RemarkAsync(hub, both == first ? second : first, then.AddMinutes(4), Hub.Mobile("13904510010"));
        Assert.Equal((Outcome.Applied, both), (later.Outcome, later.PartyNumber));
        Assert.Equal(1, await hub.ScalarAsync("SELECT count(DISTINCT party_id) FROM ecif.source_record"));
    }

    [Fact, Trait("Case", "ECIF-83")]
    public async Task A_remark_on_nobody_is_refused()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        await KnownAsync(hub);
        foreach (var nobody in new[] { "8000099999991", "", "13904510001" })
        {
            Assert.Equal(Reason.NotFound, (await RemarkAsync(hub, nobody, hub.Clock.GetUtcNow(), Hub.Mobile("13904510009"))).Reason);
        }

        Assert.Equal(0, await hub.ScalarAsync("SELECT count(*) FROM ecif.source_record WHERE system = 'OCRM'"));
    }

    private static async Task<string> KnownAsync(Hub hub)
    {
        var then = hub.Clock.GetUtcNow().AddHours(-1);
        await hub.SayAsync("CBS", "C1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")]);
        return (await hub.SayAsync("CLMS", "L1", at: then, attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), Hub.Mobile("13904510001")])).PartyNumber!;
    }

    private static async Task<Verdict> RemarkAsync(Hub hub, string number, DateTimeOffset at, params (string Attribute, string Value)[] attributes) =>
        await hub.Intake.SubmitAsync(hub.Message("OCRM", number, $"OCRM-{Guid.NewGuid():N}", at, attributes: attributes) with { Party = number }, CancellationToken.None);
}

public sealed class SqliteRemark() : RemarkCompliance(new Engine.Sqlite());

public sealed class PostgresRemark() : RemarkCompliance(new Engine.Postgres());
