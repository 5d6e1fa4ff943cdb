using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;

namespace Granary.Bench;

/// <summary>
/// The board, the list and the forecast of opportunities at the server on a database that "granary demo --customers" made, half of the
/// opportunities in one legal entity. Beside each what anybody would write by hand: the sums of the same rows, the same page, as one statement.
/// </summary>
internal static class OpportunitiesBench
{
    private const int Seed = 20260601;
    private const int Times = 100;
    private const int Warming = 10;
    private const int PageRows = 50;
    private const long Day = 86_400_000;

    private sealed record Customer(long Party, string Entity, string Unit, string Manager);

    /// <returns>Whether the budgets are met.</returns>
    public static async Task<bool> RunAsync(string connection, int opportunities, IReadOnlyDictionary<string, double> budgets)
    {
        await using var database = new OcrmDatabase(connection);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        await FillAsync(database, opportunities);
        Console.WriteLine($"{opportunities:#,0} opportunities, {MachineLoad.Now}");
        var ratios = new Dictionary<string, double>();
        foreach (var looker in await LookersAsync(database))
        {
            foreach (var (what, ratio) in await LookAsync(database, looker))
            {
                ratios[what] = Math.Min(ratio, ratios.GetValueOrDefault(what, double.MaxValue));
            }
        }

        Console.WriteLine($"  {MachineLoad.Now}");
        var met = true;
        foreach (var (what, ratio) in ratios)
        {
            var budget = budgets[$"{what}/postgresql"];
            met &= ratio >= budget;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bare statement by {what}, the worst scope {ratio:0.00}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
        }

        return met;
    }

    private static async Task FillAsync(OcrmDatabase database, int opportunities)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(async session =>
        {
            if ((await session.QueryAsync("SELECT count(*) FROM ocrm.opportunity", r => r.GetInt64(0)))[0] >= opportunities)
            {
                return 0;
            }

            var largest = (await session.QueryAsync("SELECT entity FROM ocrm.customer GROUP BY entity ORDER BY count(*) DESC, entity LIMIT 1", r => r.GetString(0)))[0];
            Customer[] people = [.. await CustomersAsync(session, $"c.entity = '{largest}'", opportunities / 2), .. await CustomersAsync(session, $"c.entity <> '{largest}'", opportunities / 2)];
            var pipelines = new Dictionary<string, IReadOnlyList<Pipeline>>(StringComparer.Ordinal);
            foreach (var entity in people.Select(p => p.Entity).Distinct())
            {
                pipelines[entity] = await Pipeline.EnsureAsync(session, entity, now);
            }

            var random = new Random(Seed);
            var made = Enumerable.Range(0, opportunities).Select(i => people[i % people.Length]).Select(p => Make(p, pipelines[p.Entity], random, now)).ToList();
            await session.CopyAsync(Opportunity.Rows, made);
            return await session.ExecuteAsync("ANALYZE ocrm.opportunity");
        }, CancellationToken.None);
    }

    private static Task<List<Customer>> CustomersAsync(Session session, string which, int most) => session.QueryAsync(
        $"SELECT c.party_id, c.entity, c.unit, o.manager FROM {OwnerRow.Customers} WHERE o.manager <> '' AND {which} ORDER BY c.party_id LIMIT {most}",
        r => new Customer(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)));

    /// <summary>Half of them open for up to three months, the others closed within two years.</summary>
    private static Opportunity Make(Customer whose, IReadOnlyList<Pipeline> pipelines, Random random, long now)
    {
        var pipeline = pipelines[Math.Min(random.Next(pipelines.Count), random.Next(pipelines.Count))];
        var isOpen = random.Next(2) == 0;
        var stages = pipeline.Stages.Where(s => s.Kind == Stage.Open == isOpen).ToList();
        var stage = stages[random.Next(stages.Count)];
        var entered = now - (random.NextInt64(isOpen ? 90 : 730) * Day) - random.NextInt64(Day);
        var expected = random.Next(6) == 0 ? "" : BankTime.Text(BankTime.Day(entered).AddDays(random.Next(-10, 200)));
        return new Opportunity(0, whose.Party, 0, whose.Entity, whose.Unit, whose.Manager, pipeline.Id, stage.Id, "春耕备耕贷款", "", random.NextInt64(2, 80) * 1_000_000, -1, expected, "", "",
            Opportunity.Hand, "", stage.Kind, "", "", entered, whose.Manager, entered - (10 * Day), isOpen ? 0 : entered, entered, 2);
    }

    /// <summary>The manager with most, the branch and the legal entity with most, the province.</summary>
    private static Task<Looker[]> LookersAsync(OcrmDatabase database) => database.ReadAsync(async session =>
    {
        var manager = await MostAsync("owner");
        var branch = (await MostAsync("unit"))[..8];
        var units = await session.QueryAsync("SELECT DISTINCT unit FROM ocrm.opportunity WHERE unit >= @from AND unit < @to ORDER BY unit", r => r.GetString(0), ("from", branch), ("to", branch + "~"));
        return new[]
        {
            new Looker("manager", new Sight { Managers = [manager] }),
            new Looker("branch", new Sight { Units = [branch, .. units] }),
            new Looker("legal entity", new Sight { Entities = [await MostAsync("entity")] }),
            new Looker("province", Sight.Everything),
        };

        async Task<string> MostAsync(string column) => (await session.QueryAsync($"SELECT {column} FROM ocrm.opportunity GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT 1", r => r.GetString(0)))[0];
    }, CancellationToken.None);

    private static async Task<(string What, double Ratio)[]> LookAsync(OcrmDatabase database, Looker looker)
    {
        var (limits, caller, today, now) = (new OcrmLimits(), ListsBench.CallerWith(looker.Sight), BankTime.Today(TimeProvider.System), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var source = new ListSource(OpportunityList.Definition, database);
        var body = new RowsBody(null, [new SortBody("changedAt", true)], null, null, null, PageRows);
        var (far, page) = await ListsBench.WalkAsync(source, caller, body);
        var filter = new BoardFilter(await PipelineAsync(database, looker), null, null, false);
        var seen = looker.Sight.In(OpportunitySight.Columns);
        var level = ShowForecast.LevelOf(caller, null, null);
        Console.WriteLine($"  {looker.Name}: {(await database.ReadAsync(s => s.QueryAsync($"SELECT count(*) FROM ocrm.opportunity p WHERE {seen.Sql}", r => r.GetInt64(0), [.. seen.Parameters]), CancellationToken.None))[0]:#,0} of them");
        var board = await PairAsync(database, $"{looker.Name}: board", session => ShowBoard.ReadAsync(session, caller, filter, limits, now), new SqlCondition(
            $"SELECT p.stage, count(*), SUM(p.amount) FROM ocrm.opportunity p WHERE p.pipeline = {filter.Pipeline.Id} AND p.state = 'open' AND {seen.Sql} GROUP BY 1", seen.Parameters));
        var bareList = new SqlCondition(
            $"SELECT p.id, p.title, c.name, p.amount, p.expected, p.owner FROM ocrm.opportunity p LEFT JOIN ocrm.customer c ON c.party_id = p.party_id AND c.entity = p.entity WHERE {seen.Sql} ORDER BY p.changed_at DESC, p.id DESC LIMIT {PageRows + 1}", seen.Parameters);
        var list = await PairAsync(database, $"{looker.Name}: list, first page", _ => ReadRows.ReadAsync(source, ListsBench.Limits, caller, body, CancellationToken.None), bareList);
        await ListsBench.ReportAsync($"{looker.Name}: list, page {page}", () => ReadRows.ReadAsync(source, ListsBench.Limits, caller, far, CancellationToken.None));
        var forecast = await PairAsync(database, $"{looker.Name}: forecast", session => ShowForecast.ReadAsync(session, caller, level, null, null, null, today, limits), new SqlCondition(
            $"SELECT substr(p.expected, 1, 7), p.stage, p.{level}, count(*), SUM(p.amount) FROM ocrm.opportunity p WHERE p.state = 'open' AND {seen.Sql} GROUP BY 1, 2, 3", seen.Parameters));
        return [("board", board), ("opportunities", list), ("forecast", forecast)];
    }

    /// <summary>The pipeline of which they see most.</summary>
    private static Task<Pipeline> PipelineAsync(OcrmDatabase database, Looker looker) => database.ReadAsync(async session =>
    {
        var seen = looker.Sight.In(OpportunitySight.Columns);
        var (entity, pipeline) = (await session.QueryAsync(
            $"SELECT p.entity, p.pipeline FROM ocrm.opportunity p WHERE {seen.Sql} GROUP BY 1, 2 ORDER BY count(*) DESC, 2 LIMIT 1", r => (r.GetString(0), r.GetInt64(1)), [.. seen.Parameters]))[0];
        return (await Pipeline.OfAsync(session, [entity])).Single(p => p.Id == pipeline);
    }, CancellationToken.None);

    /// <summary>Turn by turn, so that whatever else the machine does falls on both.</summary>
    /// <returns>The bare statement's time by ours, at the median.</returns>
    private static async Task<double> PairAsync<T>(OcrmDatabase database, string what, Func<Session, Task<T>> ours, SqlCondition bare)
    {
        var (own, other) = (new double[Times], new double[Times]);
        for (var i = -Warming; i < Times; i++)
        {
            var times = (await ListsBench.TimeAsync(() => database.ReadAsync(session => session.QueryAsync(bare.Sql, r => r.GetValue(0), [.. bare.Parameters]), CancellationToken.None)),
                await ListsBench.TimeAsync(() => database.ReadAsync(ours, CancellationToken.None)));
            if (i >= 0)
            {
                (other[i], own[i]) = times;
            }
        }

        Array.Sort(own);
        Array.Sort(other);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what,-42} p50 {own[Times / 2],7:0.00} ms   p95 {own[(int)(Times * 0.95)],7:0.00} ms   bare {other[Times / 2],7:0.00} ms   ratio {other[Times / 2] / own[Times / 2]:0.00}"));
        return other[Times / 2] / own[Times / 2];
    }
}
