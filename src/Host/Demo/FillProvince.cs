using System.Diagnostics;
using Granary.Access;
using Granary.Access.People;
using Granary.Ecif;
using Granary.Ecif.Contracts;
using Granary.Gateway;
using Granary.Kernel;
using Granary.Ocrm;
using Granary.Ocrm.Customers;
using Granary.Wire;

namespace Granary.Host.Demo;

/// <param name="Step">customers or indexes.</param>
internal sealed record FillProgress(string Step, int Done, int Of);

/// <summary>Fills an empty database with a province, by bulk copy into every module's tables. What it leaves is a database as a hub leaves it.</summary>
internal static class FillProvince
{
    /// <summary>Customers that one manager looks after; a busy one has more.</summary>
    private const int PerManager = 500;

    private const int Seed = 20260601;

    /// <returns>How long it took.</returns>
    /// <exception cref="UserError">There are customers already.</exception>
    public static async Task<TimeSpan> RunAsync(HubOptions options, int customers, Action<FillProgress> progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var gateway = new GatewayOptions { Interfaces = options.Interfaces, Data = options.Data };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddModules(options with { Demo = true })
            .AddGateway(gateway)
            .BuildServiceProvider();
        await services.MigrateAsync(cancellation);
        await services.EnsurePeopleAsync(cancellation);
        await services.EnsureCatalogueAsync(cancellation);
        var load = services.GetRequiredService<IInitialLoad>();
        if (!await load.IsEmptyAsync(cancellation))
        {
            throw new UserError("there are customers in this database already; a province is made in an empty one (see --database)");
        }

        var outlets = await services.FillAsync(Math.Clamp(customers / (PerManager * OutletsOfDemo), 1, MostManagers), cancellation);
        var kinds = Interface.LoadAll(gateway.Extracts).ToDictionary(i => i.System, i => Enum.Parse<HoldingKind>(i.Implied(MessageRole.Holding, "holding"), ignoreCase: true));
        var past = new ProvincePast(kinds, BankTime.Today(services.GetRequiredService<TimeProvider>()));
        var province = new Province(outlets, [.. services.GetServices<ISubscription>().OrderBy(s => s.System, StringComparer.Ordinal)], Seed);
        await load.RunAsync(writeParties => services.GetRequiredService<InitialCustomers>().RunAsync(async writeCustomers =>
        {
            var done = 0;
            var ahead = new Queue<Task<(PreparedParties Parties, PreparedCustomers Owned)>>();
            for (var first = 0; first < customers || ahead.Count > 0;)
            {
                // Made on all cores, a few parts ahead, and written in the order of their numbers.
                while (first < customers && ahead.Count <= Environment.ProcessorCount)
                {
                    var (from, count) = (first, Math.Min(Province.Part, customers - first));
                    ahead.Enqueue(Task.Run(() => Make(load, province, from, count, past), cancellation));
                    first += count;
                }

                var (parties, owned) = await ahead.Dequeue();
                await Task.WhenAll(writeParties(parties), writeCustomers(owned));
                done += parties.Snapshots.Count;
                progress(new FillProgress("customers", done, customers));
            }

            progress(new FillProgress("indexes", customers, customers));
        }, cancellation), cancellation);
        return Stopwatch.GetElapsedTime(started);
    }

    // Twenty counties with nine branches of four outlets; a manager each at least, and at most as many as two digits number.
    private const int OutletsOfDemo = 720;
    private const int MostManagers = 99;

    private static (PreparedParties Parties, PreparedCustomers Owned) Make(IInitialLoad load, Province province, int first, int count, ProvincePast past)
    {
        var made = province.Make(first, count);
        var parties = load.Prepare(first + 1, [.. made.Select(m => m.Party)]);
        var owned = InitialCustomers.Prepare(
            parties.Snapshots,
            (party, entity) => made[(int)(party.Id - first - 1)] is var one && one.Party.Records[0].Branch.StartsWith(entity, StringComparison.Ordinal)
                ? new InitialOwn(one.Manager, one.Place, one.Manager.Length == 0 ? [] : past.Contacts(party.Id)) : InitialOwn.Nothing,
            party => past.Holdings(made[(int)(party.Id - first - 1)].Party));
        return (parties, owned);
    }
}
