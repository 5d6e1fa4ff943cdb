using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Work;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What is kept of customers through merges and splits of the customer master (docs/cases.md, OCRM-50 to 57).</summary>
public abstract class IdentityCompliance(Engine engine)
{
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211246";
    private const string Li = "230521197203041296";
    private const string Outlet = "2305210102";
    private const string Entity = "230521";

    [Fact, Trait("Case", "OCRM-50")]
    public async Task After_a_merge_what_was_recorded_for_both_is_the_survivor_s_and_the_old_number_leads_there()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await TwoAsync(desk);
        await RecordAsync(desk, first, "拜访甲");
        await RecordAsync(desk, second, "拜访乙");
        await MergeAsync(desk);

        Assert.Equal([$"merge {second}", "visit 拜访乙", "visit 拜访甲"], await TimelineAsync(desk, first));
        Assert.Equal(await TimelineAsync(desk, first), await TimelineAsync(desk, second));
        var (status, _) = await desk.SendAsync(HttpMethod.Get, $"/customers/{second}/edits");
        Assert.Equal(200, status);
    }

    [Fact, Trait("Case", "OCRM-51")]
    public async Task A_split_undoes_a_merge_each_has_again_what_was_recorded_for_them_and_who_looked_after_them()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await TwoAsync(desk);
        await RecordAsync(desk, first, "拜访甲");
        await RecordAsync(desk, second, "拜访乙");
        await desk.OwnAsync(second, "p2");
        await desk.OwnAsync(first, "p1");
        await MergeAsync(desk);
        var split = await SplitAsync(desk, first);

        Assert.Equal([$"split {split}", $"merge {second}", "visit 拜访甲"], await TimelineAsync(desk, first));
        Assert.Equal([$"split {first}", "visit 拜访乙"], await TimelineAsync(desk, split));
        Assert.Equal(["p1", "p2"], (await desk.TableAsync()).Select(row => row.Split('|')[7]).Order(StringComparer.Ordinal));
        Assert.Empty(await ReviewsAsync(desk));
    }

    [Fact, Trait("Case", "OCRM-58")]
    public async Task Who_is_given_a_customer_while_they_merge_into_another_looks_after_the_survivor()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        var second = await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang);
        await desk.FollowedAsync(step: true);
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.HoldAsync(
            $"UPDATE ocrm.owner SET manager = 'p2' WHERE party_id = (SELECT c.party_id FROM ocrm.customer c WHERE c.number = '{second}')", () => desk.FollowedAsync(step: true));
        Assert.Equal(["p2"], (await desk.TableAsync()).Select(row => row.Split('|')[7]));
    }

    [Theory, Trait("Case", "OCRM-52")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_recorded_while_two_were_one_waits_on_the_review_list_and_goes_where_a_person_says(bool over)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await TwoAsync(desk);
        await MergeAsync(desk);
        await RecordAsync(desk, first, "拜访谁");
        var split = await SplitAsync(desk, first);

        var review = Assert.Single(await ReviewsAsync(desk));
        Assert.Equal(("activity", first, split), (review.GetProperty("what").GetString(), review.GetProperty("from").GetString(), review.GetProperty("to").GetString()));
        Assert.Contains("visit 拜访谁", await TimelineAsync(desk, first));
        var decision = new { ids = new[] { review.GetProperty("id").GetInt64() }, over };
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/customers/reviews", decision)).Status);

        Assert.Equal(over, (await TimelineAsync(desk, split)).Contains("visit 拜访谁"));
        Assert.Equal(!over, (await TimelineAsync(desk, first)).Contains("visit 拜访谁"));
        Assert.Empty(await ReviewsAsync(desk));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/customers/reviews", decision)).Status);
    }

    [Fact, Trait("Case", "OCRM-53")]
    public async Task Nobody_sees_or_decides_a_review_of_a_customer_out_of_sight_and_a_timeline_stays_inside_its_legal_entity()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await TwoAsync(desk);
        await MergeAsync(desk);
        await RecordAsync(desk, first, "拜访谁");
        await SplitAsync(desk, first);
        var id = Assert.Single(await ReviewsAsync(desk)).GetProperty("id").GetInt64();
        await desk.HearAsync("CBS", "C9", "2301830201", "王芳", Wang);
        await desk.FollowedAsync();

        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await ReviewsAsync(desk));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/customers/reviews", new { ids = new[] { id }, over = true })).Status);
        Assert.Empty(await TimelineAsync(desk, first));
        desk.As = Desk.Caller(new Sight { Entities = ["230129"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{first}/timeline")).Status);
    }

    [Fact, Trait("Case", "OCRM-54")]
    public async Task A_timeline_is_read_page_by_page_and_has_each_row_once()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await TwoAsync(desk);
        var expected = Enumerable.Range(0, 120).Select(i => $"visit 第{i:D3}次").Reverse().ToList();
        await RecordAsync(desk, first, [.. expected.AsEnumerable().Reverse().Select(s => s[6..])]);
        var (read, after) = (new List<string>(), "");
        do
        {
            var (_, page) = await desk.SendAsync(HttpMethod.Get, $"/customers/{first}/timeline?after={after}");
            read.AddRange(Rows(page));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        Assert.Equal(expected, read);
    }

    [Fact, Trait("Case", "OCRM-55")]
    public async Task A_visit_to_several_customers_takes_its_entry_in_the_timeline_along_when_one_of_them_is_decided()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, _) = await TwoAsync(desk);
        await MergeAsync(desk);
        await desk.Database.WriteAsync(async session =>
        {
            var party = (await session.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", first)))[0];
            var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            await VisitRow.AddAsync(session, new VisitRow(Entity, Outlet, "p1", "visit", "", "别家", "", at, at), [9001, 9002]); // so that a visit's id is not its row's
            var id = await VisitRow.AddAsync(session, new VisitRow(Entity, Outlet, "p1", "visit", "", "看谁", "", at, at), [party]);
            await Activity.RecordAsync(session, new Activity(party, Entity, Outlet, "p1", at, ActivityKind.Visit, "看谁", Ref: VisitRow.RefOf(id)));
        }, CancellationToken.None);
        var split = await SplitAsync(desk, first);

        var review = Assert.Single(await ReviewsAsync(desk));
        Assert.Equal("visit", review.GetProperty("what").GetString());
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/customers/reviews", new { ids = new[] { review.GetProperty("id").GetInt64() }, over = true })).Status);
        Assert.Contains("visit 看谁", await TimelineAsync(desk, split));
        Assert.DoesNotContain("visit 看谁", await TimelineAsync(desk, first));
    }

    [Fact, Trait("Case", "OCRM-56")]
    public async Task Whatever_merges_and_splits_come_what_was_written_for_a_record_is_its_customer_s_and_nothing_is_lost_or_doubled()
    {
        const int Keys = 5, Turns = 14;
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await Desk.StartAsync(engine);
        var bodies = Enumerable.Range(0, Keys).Select(i => $"230521{new DateOnly(1961, 1, 1).AddDays(i * 211):yyyyMMdd}{311 + i}").Select(b => b + Chinese.ResidentIdNumber.CheckCharacter(b)).ToArray();
        for (var key = 0; key < Keys; key++)
        {
            await desk.HearAsync("CBS", $"K{key}", Outlet, "王芳", bodies[key]);
        }

        await desk.FollowedAsync();
        var written = new List<(string Subject, int Key)>(); // of those written while the record was its customer's only one
        var all = new List<string>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var (key, holders) = (random.Next(Keys), await HoldersAsync(desk));
            var single = holders.Values.Count(number => number == holders[key]) == 1;
            if (random.Next(3) == 0)
            {
                var subject = $"visit {turn}";
                await RecordAsync(desk, holders[key], subject);
                all.Add(subject);
                if (single)
                {
                    written.Add((subject, key));
                }
            }
            else if (single)
            {
                await desk.HearAsync("CBS", $"K{key}", Outlet, "王芳", bodies[random.Next(Keys)]);
            }
            else
            {
                var (status, split) = await desk.SendAsync(HttpMethod.Post, $"/parties/{holders[key]}/split", new { system = "CBS", key = $"K{key}", reason = "two people after all" });
                if (status == 200)
                {
                    await desk.AgreeAsync(split.GetProperty("approval").GetInt64());
                }
            }

            await desk.FollowedAsync();
            var rows = await desk.Database.ReadAsync(s => s.QueryAsync(
                "SELECT a.subject, c.number FROM ocrm.activity a LEFT JOIN ocrm.customer c ON c.party_id = a.party_id AND c.entity = a.entity WHERE a.kind = 'visit' ORDER BY a.subject",
                r => (Subject: r.GetString(0), Number: r.IsDBNull(1) ? null : r.GetString(1))), CancellationToken.None);
            holders = await HoldersAsync(desk);
            Assert.True(rows.Select(r => r.Subject).SequenceEqual(all.Order(StringComparer.Ordinal)) && rows.TrueForAll(r => r.Number is not null)
                && written.TrueForAll(w => rows.Single(r => r.Subject == w.Subject).Number == holders[w.Key]),
                $"seed {seed}, turn {turn}: rows {string.Join(' ', rows)}, written {string.Join(' ', written)}, holders {string.Join(' ', holders)}");
        }

        static async Task<Dictionary<int, string>> HoldersAsync(Desk desk) => (await desk.Database.ReadAsync(s => s.QueryAsync(
            "SELECT k.key, c.number FROM ocrm.source_key k JOIN ocrm.customer c ON c.party_id = k.party_id WHERE k.until = 0 AND k.system = 'CBS'", r => (Key: r.GetString(0), Number: r.GetString(1))), CancellationToken.None))
            .ToDictionary(k => int.Parse(k.Key[1..], System.Globalization.CultureInfo.InvariantCulture), k => k.Number);
    }

    [Fact, Trait("Case", "OCRM-57")]
    public async Task What_was_written_for_a_record_comes_along_when_it_leaves_a_customer_to_whom_it_came_by_way_of_another()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await TwoAsync(desk);
        await RecordAsync(desk, second, "拜访乙");
        await MergeAsync(desk);
        await SplitAsync(desk, first);
        var third = await desk.HearAsync("CBS", "C9", Outlet, "王芳", Li);
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Li);
        await desk.FollowedAsync();
        Assert.Contains("visit 拜访乙", await TimelineAsync(desk, third));
        var split = await SplitAsync(desk, third);

        Assert.Contains("visit 拜访乙", await TimelineAsync(desk, split));
        Assert.DoesNotContain("visit 拜访乙", await TimelineAsync(desk, third));
        Assert.Empty(await ReviewsAsync(desk));
    }

    internal static async Task<(string First, string Second)> TwoAsync(Desk desk)
    {
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        var second = await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang);
        await desk.FollowedAsync();
        return (first, second);
    }

    internal static async Task MergeAsync(Desk desk)
    {
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
    }

    internal static async Task<string> SplitAsync(Desk desk, string number)
    {
        var split = await desk.SplitAsync(number);
        await desk.FollowedAsync();
        return split;
    }

    /// <summary>Visits after each other, by the clock by which customers follow.</summary>
    private static Task RecordAsync(Desk desk, string number, params IReadOnlyList<string> subjects) => desk.Database.WriteAsync(async session =>
    {
        var party = (await session.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", number)))[0];
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await Activity.RecordAsync(session, [.. subjects.Select(s => new Activity(party, Entity, Outlet, "p1", at, ActivityKind.Visit, s))]);
    }, CancellationToken.None);

    private static async Task<List<string>> TimelineAsync(Desk desk, string number)
    {
        var (status, page) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/timeline");
        Assert.Equal(200, status);
        return [.. Rows(page)];
    }

    private static IEnumerable<string> Rows(JsonElement page) => page.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("subject").GetString()}");

    private static async Task<List<JsonElement>> ReviewsAsync(Desk desk)
    {
        var (status, reviews) = await desk.SendAsync(HttpMethod.Get, "/customers/reviews");
        Assert.Equal(200, status);
        return [.. reviews.EnumerateArray()];
    }
}

public sealed class SqliteIdentity() : IdentityCompliance(new Engine.Sqlite());

public sealed class PostgresIdentity() : IdentityCompliance(new Engine.Postgres());
