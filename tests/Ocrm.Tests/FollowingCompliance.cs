using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Whom a person keeps an eye on, on each engine (docs/cases.md, OWN-30 to 32).</summary>
public abstract class FollowingCompliance(Engine engine)
{
    private static readonly object Mine = new { column = "followed", op = "eq", value = "me" };

    [Fact, Trait("Case", "OWN-30")]
    public async Task Each_person_finds_whom_they_follow_and_nobody_else_finds_them_by_that()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await IdentityCompliance.TwoAsync(desk);
        Assert.Equal(204, (await FollowAsync(desk, first, on: true)).Status);
        Assert.Equal(204, (await FollowAsync(desk, first, on: true)).Status);
        Assert.True(await FollowedAsync(desk, first));
        Assert.Equal(["王芳"], await desk.NamesAsync(Mine));

        desk.As = Desk.Caller(Sight.Everything) with { PersonId = "manager" };
        Assert.False(await FollowedAsync(desk, first));
        Assert.Empty(await desk.NamesAsync(Mine));
        desk.As = Desk.Caller(Sight.Everything);
        Assert.Equal(204, (await FollowAsync(desk, first, on: false)).Status);
        Assert.Empty(await desk.NamesAsync(Mine));
    }

    [Fact, Trait("Case", "OWN-31")]
    public async Task To_follow_gives_no_sight_of_anybody()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await IdentityCompliance.TwoAsync(desk);
        await FollowAsync(desk, first, on: true);
        desk.As = Desk.Caller(new Sight { Managers = ["head"] });
        Assert.Empty(await desk.NamesAsync(Mine));
        Assert.Equal(404, (await FollowAsync(desk, first, on: true)).Status);
    }

    [Fact, Trait("Case", "OWN-32")]
    public async Task Many_are_followed_at_once_and_the_mark_stays_with_the_right_customer_through_a_merge_and_a_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await IdentityCompliance.TwoAsync(desk);
        await FollowAsync(desk, second, on: true);
        await IdentityCompliance.MergeAsync(desk);
        Assert.True(await FollowedAsync(desk, first));
        var split = await IdentityCompliance.SplitAsync(desk, first);
        Assert.Equal((false, true), (await FollowedAsync(desk, first), await FollowedAsync(desk, split)));

        Assert.Equal(1, await ActAsync(desk, "follow"));
        Assert.Equal(2, await ActAsync(desk, "unfollow"));
        Assert.Empty(await desk.NamesAsync(Mine));
    }

    private static Task<(int Status, System.Text.Json.JsonElement Body)> FollowAsync(Desk desk, string number, bool on) => desk.SendAsync(HttpMethod.Put, $"/customers/{number}/followed", new { on });

    private static async Task<bool> FollowedAsync(Desk desk, string number) => (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}")).Body.GetProperty("followed").GetBoolean();

    private static async Task<int> ActAsync(Desk desk, string action) =>
        (await desk.SendAsync(HttpMethod.Post, $"/lists/customers/actions/{action}", new { preview = false })).Body.GetProperty("affected").GetInt32();
}

public sealed class SqliteFollowing() : FollowingCompliance(new Engine.Sqlite());

public sealed class PostgresFollowing() : FollowingCompliance(new Engine.Postgres());
