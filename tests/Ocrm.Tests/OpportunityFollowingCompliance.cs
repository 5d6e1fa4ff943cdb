using Granary.Access.Contracts;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>Opportunities go where their customer goes, on each engine (docs/cases.md, OPP).</summary>
public abstract class OpportunityFollowingCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";

    [Fact, Trait("Case", "OPP-10")]
    public async Task After_a_merge_the_survivor_has_both_and_a_split_gives_each_their_own_with_its_timeline()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await IdentityCompliance.TwoAsync(desk);
        foreach (var (number, title) in new[] { (first, "甲"), (second, "乙") })
        {
            Assert.True((await OpenAsync(desk, number, title))!.New);
        }

        await IdentityCompliance.MergeAsync(desk);
        Assert.Equal(["乙", "甲"], await OfAsync(desk, first));
        // The campaign asks again for the survivor: both that it opened are there already.
        Assert.False((await OpenAsync(desk, first, "丙"))!.New);
        var split = await IdentityCompliance.SplitAsync(desk, first);
        Assert.Equal(["甲"], await OfAsync(desk, first));
        Assert.Equal(["乙"], await OfAsync(desk, split));
        Assert.Equal(["乙"], (await TimelineAsync(desk, split)).Where(r => r.StartsWith("opportunity", StringComparison.Ordinal)).Select(r => r.Split(' ')[1]));
    }

    [Fact, Trait("Case", "OPP-11")]
    public async Task A_handover_takes_open_ones_along_and_leaves_those_that_are_over_and_a_prospect_s_are_the_customer_s_that_they_become()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", "230183197703035738"));
        await desk.OwnAsync(number, "p1");
        await OpenAsync(desk, number, "跟进中", owner: "p1");
        await OpenAsync(desk, number, "已流失", owner: "p1", origin: "campaign/2");
        await desk.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE ocrm.opportunity SET state = 'lost' WHERE title = '已流失'");
            await session.ExecuteAsync(
                "INSERT INTO ocrm.handover (entity, from_person, to_person, state, customers, note, effective_on, reads_until, made_by, made_at, done_at) VALUES (@entity, 'p1', 'manager', 'approved', 1, '', 0, 0, '', 0, 0)", ("entity", Entity));
            await session.ExecuteAsync("INSERT INTO ocrm.handover_customer (handover_id, customer_id, previous, moved) SELECT h.id, c.id, 'p1', 0 FROM ocrm.handover h CROSS JOIN ocrm.customer c");
        }, CancellationToken.None);
        while (await desk.Services.GetRequiredService<RunHandovers>().StepAsync(CancellationToken.None))
        {
        }

        Assert.Equal(["已流失 p1", "跟进中 manager"], (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT title, owner FROM ocrm.opportunity", r => $"{r.GetString(0)} {r.GetString(1)}"), CancellationToken.None)).Order(StringComparer.Ordinal));

        var (_, prospect) = await desk.SendAsync(HttpMethod.Post, "/prospects", new { name = "张伟", document = "", unit = Outlet });
        var pipeline = (await desk.SendAsync(HttpMethod.Get, "/pipelines")).Body.GetProperty("pipelines").EnumerateArray().First(p => p.GetProperty("entity").GetString() == Entity).GetProperty("id").GetInt64();
        var id = long.Parse(prospect.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var (status, made) = await desk.SendAsync(HttpMethod.Post, "/opportunities", new { prospect = id, pipeline, fields = new { title = "开户" } });
        Assert.Equal((200, "张伟", ""), (status, made.GetProperty("name").GetString(), made.GetProperty("customer").GetString()));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/prospects/{id}/join", new { number })).Status);
        Assert.Contains("开户", await OfAsync(desk, number));
        Assert.Equal(number, (await desk.SendAsync(HttpMethod.Get, $"/opportunities/{made.GetProperty("id")}")).Body.GetProperty("customer").GetString());
    }

    private static Task<OpenedOpportunity?> OpenAsync(Desk desk, string number, string title, string owner = "head", string origin = "campaign/1") => desk.Database.WriteAsync(async session =>
    {
        var party = (await session.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", number)))[0];
        return await OpenOpportunity.AddAsync(session, null, new OpportunityDraft("deposit", party, 0, Entity, Outlet, owner, title, "", 0, origin), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    }, CancellationToken.None);

    private static async Task<List<string?>> OfAsync(Desk desk, string number) =>
        [.. (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/opportunities")).Body.EnumerateArray().Select(o => o.GetProperty("title").GetString()).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> TimelineAsync(Desk desk, string number) =>
        [.. (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/timeline")).Body.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("subject").GetString()}")];
}

public sealed class SqliteOpportunityFollowing() : OpportunityFollowingCompliance(new Engine.Sqlite());

public sealed class PostgresOpportunityFollowing() : OpportunityFollowingCompliance(new Engine.Postgres());
