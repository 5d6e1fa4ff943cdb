using System.Diagnostics;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;

namespace Granary.Bench;

/// <summary>Somebody who looks at customers, with who they are for the report.</summary>
internal sealed record Looker(string Name, Sight Sight);

/// <param name="Ratio">The bare query's time by the engine's, for an officer's first page in the order of names.</param>
/// <param name="Worst">The highest p95 of any page or search, in milliseconds.</param>
internal sealed record ListsResult(double Ratio, double Worst);

/// <summary>
/// The customer list at the server, from the request's body to the rows that the answer is written from, on a database that
/// "granary demo --customers" made: no sockets, no JSON. Beside it the same page as bare SQL.
/// </summary>
internal static class ListsBench
{
    private const int Times = 60;
    private const int RatioTimes = 200;
    private const int PageRows = 50;
    private const int Pages = 100;
    private const int Samples = 40;

    internal static readonly ListLimits Limits = new();

    public static async Task<ListsResult> RunAsync(string connection)
    {
        await using var database = new OcrmDatabase(connection);
        var source = new ListSource(CustomerList.Definition, database);
        var lookers = await LookersAsync(database);
        double worst = 0;
        foreach (var looker in lookers)
        {
            var caller = CallerWith(looker.Sight);
            foreach (var (column, descending) in new[] { ("name", false), ("changedAt", true), ("openedAt", true) })
            {
                var body = new RowsBody(null, [new SortBody(column, descending)], null, null, null, PageRows);
                worst = Math.Max(worst, await ReportAsync($"{looker.Name}, {column}: first page", () => ReadRows.ReadAsync(source, Limits, caller, body, CancellationToken.None)));
                var (far, page) = await WalkAsync(source, caller, body);
                worst = Math.Max(worst, await ReportAsync($"{looker.Name}, {column}: page {page}", () => ReadRows.ReadAsync(source, Limits, caller, far, CancellationToken.None)));
            }

            await ReportAsync($"{looker.Name}: count, capped", () => ReadRows.CountAsync(source, Limits, caller, new CountBody(null), CancellationToken.None));
            worst = Math.Max(worst, await SearchAsync(database, looker, caller));
        }

        return new ListsResult(await RatioAsync(database, source, lookers[0]), worst);
    }

    /// <summary>An officer with the villages that go with the post, a branch with its outlets, the province.</summary>
    internal static async Task<Looker[]> LookersAsync(OcrmDatabase database) => await database.ReadAsync(async session =>
    {
        var officer = (await session.QueryAsync(
            "SELECT manager FROM ocrm.owner WHERE manager <> '' GROUP BY manager ORDER BY count(*) DESC, manager LIMIT 1", r => r.GetString(0)))[0];
        var places = await session.QueryAsync($"SELECT DISTINCT c.place FROM {OwnerRow.Customers} WHERE o.manager = @manager AND c.place <> '' ORDER BY c.place LIMIT 2", r => r.GetString(0), ("manager", officer));
        var unit = (await session.QueryAsync("SELECT unit FROM ocrm.customer GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 1", r => r.GetString(0)))[0][..8];
        var units = await session.QueryAsync("SELECT DISTINCT unit FROM ocrm.customer WHERE unit >= @from AND unit < @to ORDER BY unit", r => r.GetString(0), ("from", unit), ("to", unit + "~"));
        return new[]
        {
            new Looker("officer", new Sight { Managers = [officer], Places = places }),
            new Looker("branch", new Sight { Units = [unit, .. units] }),
            new Looker("province", Sight.Everything),
        };
    }, CancellationToken.None);

    internal static async Task<(RowsBody Body, int Page)> WalkAsync(ListSource source, Caller caller, RowsBody body)
    {
        for (var page = 1; page < Pages; page++)
        {
            var next = (await ReadRows.ReadAsync(source, Limits, caller, body, CancellationToken.None)).Value!.Next;
            if (next is null)
            {
                return (body, page); // an officer has not so many
            }

            body = body with { After = next };
        }

        return (body, Pages);
    }

    private static async Task<double> SearchAsync(OcrmDatabase database, Looker looker, Caller caller)
    {
        var seen = looker.Sight.In(CustomerList.Sight);
        // Whom they look for are those whom they may see, spread over the table.
        var people = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT c.name, c.number, c.mobile, c.document FROM {OwnerRow.Customers} WHERE {seen.Sql} AND c.kind = 'person' AND c.mobile <> '' AND c.document <> '' ORDER BY c.mobile LIMIT {Samples}",
            r => (Name: r.GetString(0), Number: r.GetString(1), Mobile: r.GetString(2), Document: r.GetString(3)), [.. seen.Parameters]), CancellationToken.None);
        double worst = 0;
        foreach (var (key, typed) in new (string, Func<(string Name, string Number, string Mobile, string Document), string>)[]
        {
            ("name", p => p.Name),
            ("two characters", p => p.Name[..Math.Min(2, p.Name.Length)]),
            ("pinyin", p => string.Concat(Chinese.PersonName.Syllables(p.Name))),
            ("initials", p => Chinese.PersonName.Initials(p.Name)),
            ("number", p => p.Number),
            ("phone", p => p.Mobile),
            ("document", p => p.Document),
        })
        {
            var i = 0;
            worst = Math.Max(worst, await ReportAsync($"{looker.Name}: search by {key}",
                () => SearchCustomers.FindAsync(database, caller, typed(people[i++ % people.Count]), 20, CancellationToken.None)));
        }

        return worst;
    }

    private static async Task<double> RatioAsync(OcrmDatabase database, ListSource source, Looker officer)
    {
        var manager = officer.Sight.Managers[0];
        var caller = CallerWith(new Sight { Managers = [manager] });
        var body = new RowsBody(null, [new SortBody("name")], null, null, null, PageRows);
        Func<Task> engine = () => ReadRows.ReadAsync(source, Limits, caller, body, CancellationToken.None);
        Func<Task> bare = () => database.ReadAsync(session => session.QueryAsync(
            $"SELECT c.id, c.version, c.name_key, c.number, c.name, c.kind, c.document, c.mobile, c.unit, o.manager, c.systems, c.changed_at FROM {OwnerRow.Customers} WHERE o.manager = @manager ORDER BY c.name_key, c.id LIMIT 51",
            r => (r.GetInt64(0), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(6), r.GetInt64(11)), ("manager", manager)), CancellationToken.None);

        // Turn by turn, so that whatever else the machine does falls on both.
        var (engines, bares) = (new double[RatioTimes], new double[RatioTimes]);
        for (var i = -RatioTimes; i < RatioTimes; i++)
        {
            var (one, other) = (await TimeAsync(bare), await TimeAsync(engine));
            if (i >= 0)
            {
                (bares[i], engines[i]) = (one, other);
            }
        }

        return bares.Order().ElementAt(RatioTimes / 2) / engines.Order().ElementAt(RatioTimes / 2);
    }

    internal static async Task<double> ReportAsync<T>(string what, Func<Task<T>> work)
    {
        var times = await MeasureAsync(work);
        var p95 = times[(int)(times.Length * 0.95)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-42} p50 {times[times.Length / 2],7:0.00} ms   p95 {p95,7:0.00} ms"));
        return p95;
    }

    /// <summary>In order. The first calls, in which statements are planned and code is compiled, are left out.</summary>
    private static async Task<double[]> MeasureAsync<T>(Func<Task<T>> work)
    {
        const int warming = 10;
        var times = new double[Times];
        for (var i = -warming; i < Times; i++)
        {
            var took = await TimeAsync(work);
            if (i >= 0)
            {
                times[i] = took;
            }
        }

        Array.Sort(times);
        return times;
    }

    internal static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    internal static Caller CallerWith(Sight sight) => new("bench", "bench", "bench", "", "", new EffectiveRights(
        new Dictionary<string, Sight> { [Permission.CustomersRead] = sight, [Permission.DashboardsRead] = sight, [Permission.WorkEdit] = sight, [Permission.OpportunitiesEdit] = sight },
        new Dictionary<DataClass, FieldSight> { [DataClass.C1] = FieldSight.Clear, [DataClass.C2] = FieldSight.Masked, [DataClass.C3] = FieldSight.Masked }, []), DateTimeOffset.UnixEpoch);
}
