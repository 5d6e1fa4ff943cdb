using System.Diagnostics;
using System.Globalization;

namespace Granary.Host.Tests;

/// <summary>Over a connection that is secured by STARTTLS and wants a log-in.</summary>
public sealed class SqliteSendingKillTests() : SendingKillCompliance<Granary.Tests.Engine.Sqlite>(1_500, 2, secure: true);

/// <summary>The long one is the campaign of docs/figures.md.</summary>
public sealed class PostgresSendingKillTests() : SendingKillCompliance<Granary.Tests.Engine.Postgres>(IsLong ? 100_000 : 2_000, IsLong ? 10 : 3, secure: false)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("GRANARY_LONG") is not null;
}

/// <summary>Mail leaves through a real server while the process that sends it is killed again and again.</summary>
public abstract class SendingKillCompliance<TEngine>(int targets, int kills, bool secure)
    where TEngine : Granary.Tests.Engine, new()
{
    private const int Connections = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    [Fact, Trait("Case", "SEND-20")]
    public async Task A_process_killed_amid_sending_sends_to_nobody_twice_and_leaves_at_most_one_doubt_for_each_connection_and_kill()
    {
        var seed = Random.Shared.Next(1_000_000);
        var log = TestContext.Current.TestOutputHelper;
        log?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var temporary = await new TEngine().CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-sending-");
        var place = Kernel.Storage.Database.IsPostgres(temporary.ConnectionString) ? temporary.ConnectionString : Path.Combine(data.FullName, "granary.db");
        await using var server = await RecordingSmtp.StartAsync(data.FullName, secure);
        var settings = server.Settings(data.FullName, Connections);
        var migrated = await CommandLine.RunAsync("migrate", "--data", data.FullName, "--database", place);
        Assert.True(migrated.Code == 0, migrated.ToString());
        await using var tables = Tables.OfCustomers(place, data.FullName);
        await QueueAsync(tables);

        // Each kill comes when so many messages have been taken: at random, in each part of the campaign one.
        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < kills; kill++)
        {
            var enough = ((long)targets * kill / kills) + random.Next(1, (targets / kills) - Connections);
            await using var hub = await ServedHub.StartAsync(data.FullName, place, "--sending", settings);
            while (server.Count() < enough)
            {
                await Task.Delay(5, patience.Token);
            }

            await hub.KillAsync();
            // Those of the kills before are in doubt by now, or will be once their sender's lease has run out.
            var unheard = await CountAsync("state IN ('sending', 'in-doubt')");
            Assert.True(unheard <= Connections * (kill + 1), $"seed {seed}: {unheard} between the hub's word and the server's after {kill + 1} kills");
        }

        await using (await ServedHub.StartAsync(data.FullName, place, "--sending", settings))
        {
            while (await CountAsync("state IN ('queued', 'sending')") > 0)
            {
                await Task.Delay(50, patience.Token);
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var taken = server.Taken();
        var rows = (await tables.RowsAsync("SELECT address, message_id, state FROM ocrm.outgoing", r => (To: r.GetString(0), MessageId: r.GetString(1), State: r.GetString(2)))).ToDictionary(r => r.To);
        var told = rows.Values.CountBy(r => r.State).ToDictionary();
        var (sent, inDoubt) = (told.GetValueOrDefault("sent"), told.GetValueOrDefault("in-doubt"));
        var arrived = taken.Count(t => rows[t.To].State == "in-doubt");
        log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{targets:#,0} messages, {kills} kills, {Connections} connections: {sent:#,0} sent, {inDoubt} in doubt (of which {arrived} had arrived), nobody twice, {seconds:0} s with all starts"));
        Assert.True(taken.DistinctBy(t => t.To).Count() == taken.Count, $"seed {seed}: somebody got two");
        Assert.All(taken, t => Assert.Equal(rows[t.To].MessageId, t.MessageId));
        Assert.Equal(targets, sent + inDoubt);
        Assert.True(inDoubt <= Connections * kills, $"seed {seed}: {inDoubt} in doubt");
        Assert.Equal(sent, taken.Count - arrived);
        data.Delete(recursive: true);

        async Task<long> CountAsync(string where) => (await tables.RowsAsync($"SELECT count(*) FROM ocrm.outgoing WHERE {where}", r => r.GetInt64(0)))[0];
    }

    private Task QueueAsync(Tables tables) => tables.WriteAsync(session => session.ExecuteAsync(
        $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {targets})
        INSERT INTO ocrm.outgoing (key, party_id, recorded_for, entity, purpose, channel, address, subject, body, person, state, attempt, tries, message_id, line, outcome, decided_by, at, created_at)
        SELECT 'test/' || i, i, i, '230521', 'marketing', 'mail', 'customer' || i || '@customer.example', '定期存款', '尊敬的客户：您好。', '', 'queued', 1, 0, '', '', '', '', 1, 1 FROM n
        """), CancellationToken.None);
}
