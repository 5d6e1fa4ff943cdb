using System.Net;
using System.Text.Json.Nodes;
using Granary.Host.Children;
using Granary.Kernel.Storage;
using Granary.Wire;

namespace Granary.Host.Tests;

public sealed class SqliteFollowerTests : FollowerCompliance<Granary.Tests.Engine.Sqlite>;

public sealed class PostgresFollowerTests : FollowerCompliance<Granary.Tests.Engine.Postgres>;

/// <summary>Customer management follows the customer master in a real process, which is killed while it does.</summary>
public abstract class FollowerCompliance<TEngine>
    where TEngine : Granary.Tests.Engine, new()
{
    private const int Messages = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact, Trait("Case", "HOST-88")]
    public async Task A_process_that_is_killed_while_it_follows_leaves_after_its_restart_the_list_that_the_master_holds()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var temporary = await new TEngine().CreateAsync();
        var folder = Directory.CreateTempSubdirectory("granary-follow-");
        var formats = Interface.LoadAll(Repository.Interfaces);
        var lines = formats.Where(f => f.Connection.Kind == ConnectionKind.Long).ToList();
        var endpoints = Topology.OnFreePorts(folder.FullName, formats);
        var addresses = JsonNode.Parse(await File.ReadAllTextAsync(endpoints, patience.Token))!;
        // Beside each other in one folder, as a hub keeps its modules' files.
        var place = Database.IsPostgres(temporary.ConnectionString) ? temporary.ConnectionString : Path.Combine(folder.FullName, "granary.db");
        await using var hub = await HubProcess.StartAsync(
            new HubPlan(place, folder.FullName, Repository.Interfaces, endpoints, Clock: null, CrashAt: "mid-follow:2"), patience.Token);

        var unsaid = new Queue<(Interface Format, Said Said)>(Enumerable.Range(0, Messages).Select(i =>
        {
            // Every other message is of a system that had not heard of the customer yet.
            var format = lines[i % lines.Count];
            return (format, Said.Opening(format, $"K{i}", ResidentIds.Of(i / 2), $"139{i:D8}", i + 1));
        }));
        while (unsaid.Count > 0)
        {
            await SayAsync(unsaid, system => IPEndPoint.Parse(addresses[system]!["hub"]!.GetValue<string>()), patience.Token);
            if (unsaid.Count > 0)
            {
                Assert.True(await hub.WasKilledAsync(patience.Token), "it was to be killed, and ended by itself");
                await hub.ReviveAsync(patience.Token);
            }
        }

        await using var master = new Tables(place, "ecif");
        await using var customers = Tables.OfCustomers(place, folder.FullName);
        var held = await master.RowsAsync(
            "SELECT DISTINCT r.party_id, substr(r.unit, 1, 6) FROM ecif.relationship r JOIN ecif.party p ON p.id = r.party_id WHERE p.merged_into IS NULL", Pair);
        List<(long, string)> listed;
        while (!(listed = await customers.RowsAsync("SELECT party_id, entity FROM ocrm.customer", Pair)).Order().SequenceEqual(held.Order()))
        {
            Assert.False(patience.IsCancellationRequested, $"the master holds {string.Join(' ', held.Except(listed))} besides, the list {string.Join(' ', listed.Except(held))}");
            await Task.Delay(20, CancellationToken.None);
        }

        Assert.Equal(1, hub.Deaths);
        Assert.Equal(Messages / 2, held.Count);
        await hub.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static (long, string) Pair(System.Data.Common.DbDataReader row) => (row.GetInt64(0), row.GetString(1));

    /// <summary>Says one after the other until all is said, or the hub is gone; what it left unanswered is still to be said.</summary>
    private static async Task SayAsync(Queue<(Interface Format, Said Said)> unsaid, Func<string, IPEndPoint> hubOf, CancellationToken cancellation)
    {
        var open = new Dictionary<string, BankLine>(StringComparer.Ordinal);
        try
        {
            while (unsaid.TryPeek(out var next))
            {
                if (!open.TryGetValue(next.Format.System, out var line))
                {
                    open[next.Format.System] = line = await BankLine.OpenAsync(next.Format, hubOf(next.Format.System), cancellation);
                }

                Assert.Equal(ReplyVerdict.Done, (await line.AskAsync(next.Said, cancellation)).Verdict);
                unsaid.Dequeue();
            }
        }
        catch (Exception gone) when (gone is IOException or System.Net.Sockets.SocketException)
        {
            // Whether it was killed is asked by the caller.
        }
        finally
        {
            foreach (var line in open.Values)
            {
                await line.DisposeAsync();
            }
        }
    }
}
