using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ecif.Tests;

/// <summary>Whom a customer's systems name as related, as parties of ours (docs/cases.md, ECIF).</summary>
public abstract class RelativeCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";
    private const string WangFang = "230183197703035738";

    [Fact, Trait("Case", "ECIF-90")]
    public async Task A_relative_is_found_by_the_system_s_own_key_and_by_a_document()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        var wife = (await hub.SayAsync("CLMS", "L2", attributes: [Hub.Person("王芳"), Hub.Id(WangFang)])).PartyNumber!;
        var husband = (await hub.SayAsync("CLMS", "L1", attributes:
        [
            Hub.Person("赵玥"), Hub.Id(ZhaoYue), ("relation.spouse", "L2\u001F王芳\u001F\u001F"), ("relation.guarantor", $"\u001F王芳\u001F01\u001F{WangFang}"), ("relation.child", "L9\u001F赵小\u001F01\u001F"),
        ])).PartyNumber!;

        var relatives = await FindAsync(hub, husband, Hub.Caller());
        Assert.Equal([("relation.guarantor", wife, "王芳"), ("relation.spouse", wife, "王芳")], relatives!.Select(r => (r.Relation, r.Number, r.Name)));
        Assert.All(relatives!, r => Assert.Equal(["CLMS"], r.Systems));
    }

    [Fact, Trait("Case", "ECIF-91")]
    public async Task Relations_are_hidden_masked_or_clear_with_their_class_and_not_shown_of_a_customer_out_of_sight()
    {
        await using var database = await engine.CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        await hub.SayAsync("CLMS", "L2", branch: "2305210102", attributes: [Hub.Person("王芳"), Hub.Id(WangFang)]);
        var husband = (await hub.SayAsync("CLMS", "L1", branch: "2305210102", attributes: [Hub.Person("赵玥"), Hub.Id(ZhaoYue), ("relation.spouse", "L2\u001F王芳\u001F\u001F")])).PartyNumber!;

        Assert.Equal("王*", Assert.Single((await FindAsync(hub, husband, Hub.Caller(fields: FieldSight.Masked)))!).Name);
        Assert.Empty((await FindAsync(hub, husband, Hub.Caller(fields: FieldSight.Hidden)))!);
        Assert.Null(await FindAsync(hub, husband, Hub.Caller(new Sight { Entities = ["230183"] })));
    }

    private static Task<IReadOnlyList<RelativeView>?> FindAsync(Hub hub, string number, Caller caller)
    {
        Assert.True(PartyNumber.TryParse(number, out var id));
        return FindRelatives.FindAsync(hub.Database, hub.Services.GetRequiredService<Rights.PartyGate>(), caller, id, CancellationToken.None);
    }
}

public sealed class SqliteRelatives() : RelativeCompliance(new Engine.Sqlite());

public sealed class PostgresRelatives() : RelativeCompliance(new Engine.Postgres());
