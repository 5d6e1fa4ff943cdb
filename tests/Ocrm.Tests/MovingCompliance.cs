using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Ocrm.Calendar;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Units, people and customers move at random; a plain model of the rule says who sees which row, in the list and everywhere else (docs/cases.md, OCRM-30).</summary>
public abstract class MovingCompliance(Granary.Tests.Engine engine)
{
    private const int Moves = 12;
    private const int Customers = 8;

    private static readonly string[] Outlets = ["2305210101", "2305210102", "2305210201", "2301830101", "2301830201"];
    private static readonly string[] Branches = ["23052101", "23052102", "23018301", "23018302"];
    private static readonly string[] Villages = ["230521001001", "230183001001"];

    private sealed record Row(string Number, string Entity, string Unit, string Manager, string Place);

    [Fact, Trait("Case", "OCRM-30")]
    public async Task Whoever_and_whatever_moves_nobody_s_sight_of_what_was_there_grows_by_it()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await Desk.StartAsync(engine);
        await using var access = new AccessTables(desk.PlaceOf("access"));
        var parents = Outlets.ToDictionary(outlet => outlet, outlet => outlet[..8], StringComparer.Ordinal);
        List<Worker> workers =
        [
            new("manager", "customer-manager", Outlets[1], Villages[0]), new("operator", "customer-manager", Outlets[3], Villages[1]), new("head", "outlet-head", Outlets[1], ""),
            new("auditor", "outlet-head", Outlets[3], ""), new("admin", "outlet-head", Branches[0], ""), new("marketing", "marketing", Outlets[0][..6], ""), new("demo", "marketing", Outlets[3][..6], ""),
            new("steward", "data-steward", "00", ""),
        ];
        await access.SettleAsync(workers);
        for (var customer = 0; customer < Customers; customer++)
        {
            await SayAsync(desk, random, customer);
        }

        await PlanAsync(desk);
        await desk.FollowedAsync();
        var before = await SeenAsync(desk, workers, parents, seed);
        for (var move = 0; move < Moves; move++)
        {
            Worker? mover = null;
            var what = random.Next(4);
            if (what == 0)
            {
                var outlet = Pick(random, Outlets);
                parents[outlet] = Pick(random, Branches);
                await access.MoveAsync(outlet, parents[outlet]);
            }
            else if (what == 1)
            {
                var at = random.Next(workers.Count - 1);
                mover = workers[at] = workers[at] with { Unit = Pick(random, [.. workers.Where(w => w.Role == workers[at].Role).Select(w => w.Unit), .. workers[at].Role == "marketing" ? [] : Outlets]) };
                await access.SettleAsync(workers);
            }
            else if (what == 2)
            {
                await SayAsync(desk, random, random.Next(Customers));
                await desk.FollowedAsync();
            }
            else
            {
                desk.As = Desk.Caller(Sight.Everything);
                await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/allocate", new
                {
                    filter = new { column = "unit", op = "eq", value = Pick(random, Outlets) }, preview = false, arguments = new { manager = Pick(random, ["manager", "operator"]) },
                });
            }

            var after = await SeenAsync(desk, workers, parents, seed);
            foreach (var worker in workers)
            {
                var gained = after[worker.Id].Except(before[worker.Id]).ToList();
                // Rows of one's own legal entity, by a move of it or into it, and what one was given. All else would be a leak.
                var own = gained.Where(row => EntityOf(worker.Unit, parents) is var entity && (entity == row.Entity || entity == EntityOf(row.Unit, parents)));
                var mayGain = what switch
                {
                    0 => own,
                    1 => mover!.Id == worker.Id ? own : [],
                    _ => own.Union(gained.Where(row => worker.Role == "data-steward" || row.Manager == worker.Id)),
                };
                Assert.True(gained.Count == mayGain.Count(), $"seed {seed}, move {move} of kind {what}: {worker} gained {string.Join(' ', gained.Except(mayGain))}");
            }

            before = after;
        }
    }

    /// <summary>A customer, new or known, at a random outlet and living in a random village.</summary>
    private static Task SayAsync(Desk desk, Random random, int customer)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"230521{new DateOnly(1960, 1, 1).AddDays(customer * 211):yyyyMMdd}{311 + customer:D3}");
        return desk.HearAsync(Pick(random, ["CBS", "CLMS"]), $"K{customer}", Pick(random, Outlets), $"王芳{"一二三四五六七八"[customer]}", body + ResidentIdNumber.CheckCharacter(body), household: $"{Pick(random, Villages)}\u001F是");
    }

    /// <summary>What each sees by the list, which must be what the model says.</summary>
    private static async Task<Dictionary<string, HashSet<Row>>> SeenAsync(Desk desk, List<Worker> workers, Dictionary<string, string> parents, int seed)
    {
        List<Row> rows = [.. (await desk.TableAsync()).Select(line => line.Split('|')).Select(c => new Row(c[0], c[5], c[6], c[7], c[8]))];
        var seen = new Dictionary<string, HashSet<Row>>(StringComparer.Ordinal);
        foreach (var worker in workers)
        {
            desk.As = Desk.Caller(Sight.Everything);
            var (_, rights) = await desk.SendAsync(HttpMethod.Get, $"/users/{worker.Id}/rights");
            desk.As = Desk.Caller(rights.GetProperty("grants").EnumerateArray().Where(g => g.GetProperty("permission").GetString() == Permission.CustomersRead)
                .Select(g => SightOf(g.GetProperty("rows"))).Aggregate(Sight.Nothing, (a, b) => a.Or(b)));
            var (_, page) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { columns = new[] { "number", "entity" }, limit = 100 });
            var listed = page.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells")).Select(c => (c.GetProperty("number").GetString(), c.GetProperty("entity").GetString())).ToHashSet();
            seen[worker.Id] = [.. rows.Where(row => Sees(worker, row, parents))];
            await AgreeAsync(desk, worker, seen[worker.Id], parents, seed);
            Assert.True(listed.SetEquals(seen[worker.Id].Select(row => ((string?)row.Number, (string?)row.Entity))),
                $"seed {seed}: {worker} is listed {string.Join(' ', listed)} and is to see {string.Join(' ', seen[worker.Id])}");
        }

        return seen;
    }

    /// <summary>Count, search, the dashboard's figures and calendars speak of the same rows as the list.</summary>
    private static async Task AgreeAsync(Desk desk, Worker worker, HashSet<Row> seen, Dictionary<string, string> parents, int seed)
    {
        var (_, count) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { });
        var (_, found) = await desk.SendAsync(HttpMethod.Get, $"/search?q={Uri.EscapeDataString("王芳")}");
        var (_, dashboard) = await desk.SendAsync(HttpMethod.Get, "/dashboard");
        var (_, calendar) = await desk.SendAsync(HttpMethod.Get, "/calendar/events?from=2031-03-01T00:00:00Z&to=2031-03-03T00:00:00Z&scope=branch");
        var numbers = found.GetProperty("customers").EnumerateArray().Select(c => c.GetProperty("number").GetString()!).Order(StringComparer.Ordinal);
        var events = calendar.EnumerateArray().Select(e => e.GetProperty("title").GetString()!).Order(StringComparer.Ordinal);
        Assert.True(
            (seen.Count, seen.Count) == (count.GetProperty("count").GetInt32(), dashboard.GetProperty("base").GetProperty("customers").GetInt32())
                && dashboard.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("base").GetProperty("customers").GetInt32()) == seen.Count
                && numbers.SequenceEqual(seen.Select(r => r.Number).Distinct().Order(StringComparer.Ordinal))
                && events.SequenceEqual(Events.Where(e => Sees(worker, new Row("", e.Unit[..6], e.Unit, e.Person, ""), parents)).Select(e => e.Title)),
            $"seed {seed}: {worker} counts {count}, finds {found}, charts {dashboard}, plans {calendar}, and is to see {string.Join(' ', seen)}");
    }

    /// <summary>What is in calendars, of whom and in which outlet.</summary>
    private static IEnumerable<(string Title, string Unit, string Person)> Events => Outlets.Select((outlet, i) => ($"event {i}", outlet, i % 2 == 0 ? "manager" : "operator"));

    private static Task PlanAsync(Desk desk) => desk.Database.WriteAsync(async session =>
    {
        var at = new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        foreach (var (title, unit, person) in Events)
        {
            await new EventRow(0, 0, unit[..6], unit, person, title, 0, 0, title, "", "", at, at + 3_600_000, false, "", [], at + 3_600_000, -1, 0, 1, at).InsertAsync(session);
        }
    }, CancellationToken.None);

    /// <summary>The rule, said plainly.</summary>
    private static bool Sees(Worker worker, Row row, Dictionary<string, string> parents) => worker.Role switch
    {
        "data-steward" => true,
        "marketing" => EntityOf(row.Unit, parents) == worker.Unit,
        "outlet-head" => row.Unit == worker.Unit || parents[row.Unit] == worker.Unit,
        _ => row.Manager == worker.Id || (row.Place == worker.Village && worker.Village[..6] == EntityOf(worker.Unit, parents)),
    };

    private static string EntityOf(string unit, Dictionary<string, string> parents) => parents.GetValueOrDefault(unit, unit)[..Math.Min(6, unit.Length)];

    private static Sight SightOf(JsonElement rows) => rows.GetProperty("all").GetBoolean()
        ? Sight.Everything
        : new Sight { Entities = Texts(rows, "entities"), Units = Texts(rows, "units"), Managers = Texts(rows, "managers"), Places = Texts(rows, "places") };

    private static List<string> Texts(JsonElement rows, string name) => [.. rows.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];

    public sealed class OnSqlite() : MovingCompliance(new Granary.Tests.Engine.Sqlite());

    public sealed class OnPostgres() : MovingCompliance(new Granary.Tests.Engine.Postgres());
}
