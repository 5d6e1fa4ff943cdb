using System.Diagnostics;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Care;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Dashboards;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace Granary.Bench;

/// <summary>
/// Customer management at the server on a database that "granary demo --customers" made: the list in the order of deposits, a customer's
/// page from its four reads, the page of the day, the dashboard, and a handover of many customers beside the same rows changed by one bare statement.
/// </summary>
internal static class CustomersBench
{
    private const int PageRows = 50;
    private const int Samples = 200;

    /// <returns>The bare statement's time by the handover's.</returns>
    public static async Task<double> RunAsync(string connection, int handover)
    {
        await using var database = new OcrmDatabase(connection);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        await SettleAsync(database);
        var source = new ListSource(CustomerList.Definition, database);
        foreach (var looker in await ListsBench.LookersAsync(database))
        {
            var caller = ListsBench.CallerWith(looker.Sight);
            var body = new RowsBody(null, [new SortBody("deposits", true)], null, null, null, PageRows);
            await ListsBench.ReportAsync($"{looker.Name}, by deposits: first page", () => ReadRows.ReadAsync(source, ListsBench.Limits, caller, body, CancellationToken.None));
            var (far, page) = await ListsBench.WalkAsync(source, caller, body);
            await ListsBench.ReportAsync($"{looker.Name}, by deposits: page {page}", () => ReadRows.ReadAsync(source, ListsBench.Limits, caller, far, CancellationToken.None));
            await PageAsync(database, looker, caller);
            await DayAsync(database, looker, caller);
        }

        return await HandoverAsync(database, handover);
    }

    /// <summary>What jobs keep beside the customers, as a hub that has run for a day has it.</summary>
    private static async Task SettleAsync(OcrmDatabase database)
    {
        var limits = new OcrmLimits();
        using var care = new RemindOfCare(database, limits, TimeProvider.System, NullLogger<RemindOfCare>.Instance);
        using var standing = new KeepStanding(database, limits, TimeProvider.System, NullLogger<KeepStanding>.Instance);
        await TimedAsync("a day of care", () => care.StepAsync(CancellationToken.None));
        await TimedAsync("tiers", async () =>
        {
            while (await AssignTiers.StepAsync(database, limits, TimeProvider.System, CancellationToken.None))
            {
            }
        });
        await TimedAsync("last month's ends", () => standing.EndMonthAsync(CancellationToken.None));
        await TimedAsync("sums of dashboards", () => standing.SumAsync(CancellationToken.None));
        using var trend = new KeepTrend(database, limits, TimeProvider.System, NullLogger<KeepTrend>.Instance);
        await TimedAsync("twelve ends of months", () => trend.SumAsync(CancellationToken.None));
    }

    private static async Task TimedAsync(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
    }

    private static async Task PageAsync(OcrmDatabase database, Looker looker, Caller caller)
    {
        var limits = new OcrmLimits();
        var seen = looker.Sight.In(CustomerList.Sight);
        var numbers = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT c.number FROM {OwnerRow.Customers} WHERE {seen.Sql} ORDER BY c.mobile LIMIT {Samples}", r => r.GetString(0), [.. seen.Parameters]), CancellationToken.None);
        var i = 0;
        await ListsBench.ReportAsync($"{looker.Name}: customer 360", () =>
        {
            var number = numbers[i++ % numbers.Count];
            return database.ReadAsync(async session =>
            {
                await ShowCustomer.ReadAsync(session, caller, number);
                await ShowHoldings.ReadAsync(session, caller, number, limits.HoldingsShown);
                await ShowCircle.ViewAsync(session, caller, number, limits);
                return await ShowTimeline.ReadAsync(session, caller, number, null, limits.TimelineRows);
            }, CancellationToken.None);
        });
    }

    /// <summary>The page of the day of whoever has most to do there, and the dashboard of what is seen.</summary>
    private static async Task DayAsync(OcrmDatabase database, Looker looker, Caller caller)
    {
        var limits = new OcrmLimits();
        var seen = looker.Sight.In(new SightColumns("m.entity", "m.unit", "m.manager"));
        var busiest = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT m.manager FROM ocrm.reminder m WHERE m.state = 'open' AND {seen.Sql} GROUP BY m.manager ORDER BY count(*) DESC LIMIT 1", r => r.GetString(0), [.. seen.Parameters]), CancellationToken.None);
        var whose = caller with { PersonId = busiest.FirstOrDefault(caller.PersonId) };
        await ListsBench.ReportAsync($"{looker.Name}: today", () => database.ReadAsync(session => ShowToday.ReadAsync(session, whose, BankTime.Today(TimeProvider.System), limits), CancellationToken.None));
        await ListsBench.ReportAsync($"{looker.Name}: dashboard", () => database.ReadAsync(
            session => ShowDashboard.ReadAsync(session, new DashboardScope(caller, null, null, null), limits, TimeProvider.System.GetUtcNow()), CancellationToken.None));
        await ListsBench.ReportAsync($"{looker.Name}: trend of the dashboard", () => database.ReadAsync(
            session => ShowTrend.ReadAsync(session, new DashboardScope(caller, null, null, null), limits, TimeProvider.System.GetUtcNow()), CancellationToken.None));
    }

    /// <summary>There, with everything that goes with it, and back.</summary>
    private static async Task<double> HandoverAsync(OcrmDatabase database, int customers)
    {
        const string To = "bench";
        var ids = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT c.id FROM {OwnerRow.Customers} WHERE o.manager <> '' AND o.manager <> '{To}' ORDER BY c.entity, c.unit LIMIT {2 * customers}", r => r.GetInt64(0)), CancellationToken.None);
        var (moved, beside) = (ids[..Math.Min(customers, ids.Count / 2)], ids[Math.Min(customers, ids.Count / 2)..]);
        var id = await database.WriteAsync(async session =>
        {
            var made = (await session.QueryAsync(
                $"INSERT INTO ocrm.handover (entity, from_person, to_person, state, customers, note, effective_on, reads_until, made_by, made_at, done_at) VALUES ('', '', '{To}', 'approved', @count, '', 0, 20991231, '', 0, 0) RETURNING id",
                r => r.GetInt64(0), ("count", (long)moved.Count)))[0];
            await session.ExecuteAsync($"INSERT INTO ocrm.handover_customer (handover_id, customer_id, previous, moved) SELECT @id, c.id, o.manager, 0 FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.id = k.id",
                RowSet.Of("id", moved), ("id", made));
            return made;
        }, CancellationToken.None);
        var runner = new RunHandovers(database, [new HandoverRows("ocrm.reminder", "manager", "t.state = 'open'"), new HandoverRows("ocrm.task", "assignee", "t.state = 'open'")],
            new OcrmLimits(), TimeProvider.System, NullLogger<RunHandovers>.Instance);
        var there = await UntilAsync(database, runner, id, "done");
        await database.WriteAsync(session => Handover.SetAsync(session, id, "undoing"), CancellationToken.None);
        var back = await UntilAsync(database, runner, id, "undone");

        var started = Stopwatch.GetTimestamp();
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(
                "UPDATE ocrm.owner AS o SET manager = 'bare', former = manager, former_until = 20991231 FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity", RowSet.Of("id", beside));
            return await session.ExecuteAsync(
                """
                INSERT INTO ocrm.activity (party_id, recorded_for, entity, unit, person, at, kind, subject, detail, ref)
                SELECT c.party_id, c.party_id, c.entity, c.unit, 'bare', 0, 'handover', '', '{}', '' FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id
                """, RowSet.Of("id", beside));
        }, CancellationToken.None);
        var bare = Stopwatch.GetElapsedTime(started);
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE ocrm.owner SET manager = former, former = '', former_until = 0 WHERE manager = 'bare'");
            return await session.ExecuteAsync("DELETE FROM ocrm.activity WHERE person = 'bare'");
        }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  handover of {moved.Count:#,0} customers: {there.TotalSeconds:0.0} s, taken back {back.TotalSeconds:0.0} s; as many owners and entries of the timeline by two bare statements {bare.TotalSeconds:0.0} s, ratio {bare / there:0.00}"));
        return bare / there;
    }

    private static async Task<TimeSpan> UntilAsync(OcrmDatabase database, RunHandovers runner, long id, string state)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            await runner.StepAsync(CancellationToken.None);
        }
        while ((await database.ReadAsync(s => s.QueryAsync("SELECT state FROM ocrm.handover WHERE id = @id", r => r.GetString(0), ("id", id)), CancellationToken.None))[0] != state);
        return Stopwatch.GetElapsedTime(started);
    }
}
