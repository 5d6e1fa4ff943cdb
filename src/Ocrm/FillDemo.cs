using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm;

/// <param name="Manager">A person's id.</param>
internal sealed record DemoCustomer(long Party, string Entity, string Unit, string Manager);

/// <summary>Something that a demo begins with, made up for its first customers.</summary>
internal interface IDemoPart
{
    /// <summary>Under which a database notes that it has it.</summary>
    string Job { get; }

    Task FillAsync(Session session, IReadOnlyList<DemoCustomer> people);
}

/// <summary>Fills a demo once its first customers have a manager: each part once for a database, in a transaction of its own.</summary>
internal sealed class FillDemo(OcrmDatabase database, IEnumerable<IDemoPart> parts, OcrmLimits limits, TimeProvider clock, ILogger<FillDemo> logger)
    : Worker(limits, clock, logger)
{
    /// <summary>So many customers are there before anything is filled, and so many are looked at.</summary>
    private const int Fewest = 30, Most = 160;

    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(3);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            if (!await database.WriteAsync(session => FillAsync(session, part), cancellation))
            {
                await RestAsync(LooksEvery, cancellation);
                return;
            }
        }

        await RestAsync(Timeout.InfiniteTimeSpan, cancellation);
    }

    /// <returns>Whether it is there.</returns>
    private async Task<bool> FillAsync(Session session, IDemoPart part)
    {
        if ((await session.QueryAsync("SELECT d.day FROM ocrm.daily d WHERE d.job = @job", r => r.GetInt32(0), ("job", part.Job))).Count > 0)
        {
            return true;
        }

        var people = await session.QueryAsync($"SELECT c.party_id, c.entity, c.unit, o.manager FROM {OwnerRow.Customers} WHERE o.manager <> '' ORDER BY c.party_id, c.entity LIMIT {Most}",
            r => new DemoCustomer(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)));
        if (people.Count < Fewest)
        {
            return false;
        }

        await part.FillAsync(session, people);
        await session.ExecuteAsync("INSERT INTO ocrm.daily (job, day) VALUES (@job, @day) ON CONFLICT (job) DO NOTHING", ("job", part.Job), ("day", BankTime.Number(BankTime.Today(Clock))));
        return true;
    }
}
