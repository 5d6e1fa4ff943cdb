using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Tests;

namespace Granary.Ecif.Tests;

/// <summary>Several Granary nodes on one PostgreSQL.</summary>
public sealed class TwoHubs
{
    [Fact, Trait("Case", "ECIF-40")]
    public async Task Ten_connections_on_two_nodes_create_one_identity_at_once_two_hundred_times_and_each_time_one_party()
    {
        await using var database = await new Engine.Postgres().CreateAsync();
        await using var first = await Hub.StartAsync(database.ConnectionString, distribute: false);
        await using var second = await Hub.StartAsync(database.ConnectionString, distribute: false);
        for (var round = 0; round < 200; round++)
        {
            var number = ResidentId(round);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
                (i % 2 == 0 ? first : second).SayAsync($"S{i}", $"K{round}-{i}", id: $"M{round}-{i}", attributes: [Hub.Person("赵玥"), Hub.Id(number)])));
        }

        Assert.Equal(2000, await first.ScalarAsync("SELECT count(*) FROM ecif.source_record"));
        Assert.Equal(200, await first.ScalarAsync("SELECT count(*) FROM ecif.identity"));
        Assert.Equal(200, await first.ScalarAsync("SELECT count(DISTINCT party_id) FROM ecif.source_record"));
        Assert.Equal(0, await first.ScalarAsync("SELECT count(*) FROM ecif.suspect"));
    }

    [Fact, Trait("Case", "ECIF-41")]
    public async Task Two_nodes_that_create_a_party_each_without_a_trusted_identity_end_with_one()
    {
        await using var database = await new Engine.Postgres().CreateAsync();
        await using var first = await Hub.StartAsync(database.ConnectionString, distribute: false);
        await using var second = await Hub.StartAsync(database.ConnectionString, distribute: false);
        for (var round = 0; round < 40; round++)
        {
            (string, string)[] said =
            [
                Hub.Person($"{Surnames[round % Surnames.Length]}{Given[round / Surnames.Length]}玥"), Hub.Mobile($"1390{(round * 7919) + 1000000:D7}"),
                Hub.Birth($"{1950 + round}-03-{(round % 27) + 1:D2}"), Hub.Address($"黑龙江省哈尔滨市尚志市亚布力镇东升村{round + 1}组{round + 3}号"),
            ];
            await Task.WhenAll(first.SayAsync("CBS", $"C{round}", id: $"C{round}", attributes: said), second.SayAsync("CLMS", $"L{round}", id: $"L{round}", attributes: said));
        }

        Assert.Equal(80, await first.ScalarAsync("SELECT count(*) FROM ecif.source_record"));
        Assert.Equal(40, await first.ScalarAsync("SELECT count(DISTINCT party_id) FROM ecif.source_record"));
    }

    [Fact, Trait("Case", "ECIF-42")]
    public async Task A_subscriber_is_served_by_one_node_and_a_node_that_lost_its_lease_can_write_no_more()
    {
        await using var database = await new Engine.Postgres().CreateAsync();
        await using var hub = await Hub.StartAsync(database.ConnectionString, distribute: false);
        var clock = new StandingClock(Hub.Noon);
        var first = new Lease(hub.Database, "subscriber/CBS", "one", TimeSpan.FromSeconds(15), clock);
        var second = new Lease(hub.Database, "subscriber/CBS", "two", TimeSpan.FromSeconds(15), clock);
        Assert.Equal((true, true), await first.HoldAsync(CancellationToken.None));
        Assert.Equal((false, false), await second.HoldAsync(CancellationToken.None));

        clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal((true, true), await second.HoldAsync(CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(() => hub.Database.WriteAsync(first.FenceAsync, CancellationToken.None));
    }

    private const string Surnames = "赵钱孙李周吴郑王";
    private const string Given = "明丽建国秀";

    /// <summary>A valid number of its own for each round.</summary>
    private static string ResidentId(int round)
    {
        var body = $"23018319860309{round:D3}";
        return body + Chinese.ResidentIdNumber.CheckCharacter(body);
    }
}
