using System.Net.ServerSentEvents;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>A manager's sight on the customer master's own routes (docs/cases.md, OCRM): they ask us whose customers the parties are.</summary>
public abstract class OwnershipCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";
    private const string WangFang = "230521198001011231";

    [Fact, Trait("Case", "OCRM-23")]
    public async Task A_manager_opens_the_customers_that_are_theirs_and_of_others_sees_who_they_are_at_most()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (own, other) = await OneOfTwoAsync(desk);

        Assert.False((await PartyAsync(desk, own)).GetProperty("beyond").GetBoolean());
        Assert.True((await PartyAsync(desk, other)).GetProperty("beyond").GetBoolean());
        var (_, why) = await desk.SendAsync(HttpMethod.Get, $"/parties/{own}/why");
        Assert.Equal("customers.read", why.GetProperty("permission").GetString());
    }

    [Fact, Trait("Case", "OCRM-24")]
    public async Task A_manager_who_watches_is_told_of_a_change_of_their_own_customers_only_and_hears_a_beat_each_second()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (own, other) = await OneOfTwoAsync(desk);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await using var stream = await desk.Client.GetStreamAsync("/api/live", patience.Token);
        var (kinds, told, beats) = (new HashSet<string>(), new List<string>(), 0);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(patience.Token))
        {
            kinds.Add(item.EventType);
            if (item.EventType == "beat")
            {
                // Whoever follows the log for watchers begins a moment after the first of them came: so there is news at every beat,
                // first of the other, then of one's own, so that what is not told had its time.
                beats++;
                await desk.HearAsync("CBS", "C2", "2305210102", "王芳", WangFang, $"1390452{beats:D4}");
                await desk.HearAsync("CBS", "C1", "2305210102", "赵玥", ZhaoYue, $"1390451{beats:D4}");
            }

            if (item.EventType == "customer")
            {
                told.Add(JsonSerializer.Deserialize<JsonElement>(item.Data).GetProperty("partyNumber").GetString()!);
            }

            if (told.Contains(own))
            {
                break;
            }
        }

        Assert.Equal(["beat", "customer"], kinds.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(other, told);
    }

    private static async Task<(string Own, string Other)> OneOfTwoAsync(Desk desk)
    {
        var own = await desk.HearAsync("CBS", "C1", "2305210102", "赵玥", ZhaoYue, "13904510001");
        var other = await desk.HearAsync("CBS", "C2", "2305210102", "王芳", WangFang, "13904510002");
        await desk.FollowedAsync();
        await desk.OwnAsync(own, "p1");
        desk.As = Desk.Caller(new Sight { Managers = ["p1"] });
        return (own, other);
    }

    private static async Task<JsonElement> PartyAsync(Desk desk, string number)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, $"/parties/{number}");
        Assert.Equal(200, status);
        return body;
    }
}

public sealed class SqliteOwnership() : OwnershipCompliance(new Engine.Sqlite());

public sealed class PostgresOwnership() : OwnershipCompliance(new Engine.Postgres());
