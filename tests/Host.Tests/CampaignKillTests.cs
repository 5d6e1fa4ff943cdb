using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary>Over a connection that is secured by STARTTLS and wants a log-in.</summary>
public sealed class SqliteCampaignKillTests() : CampaignKillCompliance<Granary.Tests.Engine.Sqlite>(1_000, 2, secure: true);

/// <summary>The long one is the campaign of docs/figures.md.</summary>
public sealed class PostgresCampaignKillTests() : CampaignKillCompliance<Granary.Tests.Engine.Postgres>(IsLong ? 100_000 : 2_000, IsLong ? 10 : 3, secure: false)
{
    private static bool IsLong => Environment.GetEnvironmentVariable("GRANARY_LONG") is not null;
}

/// <summary>A campaign is planned, approved and started as people do it, and its mail leaves through a real server, while the process that does it all is killed again and again.</summary>
public abstract class CampaignKillCompliance<TEngine>(int targets, int kills, bool secure)
    where TEngine : Granary.Tests.Engine, new()
{
    private const int Connections = 8;
    private const int Batch = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    [Fact, Trait("Case", "SEND-20"), Trait("Case", "CAMP-20")]
    public async Task A_campaign_whose_process_is_killed_while_it_selects_and_sends_writes_to_nobody_twice_and_every_figure_says_what_the_server_took()
    {
        var seed = Random.Shared.Next(1_000_000);
        var log = TestContext.Current.TestOutputHelper;
        log?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var temporary = await new TEngine().CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-campaign-");
        var place = Kernel.Storage.Database.IsPostgres(temporary.ConnectionString) ? temporary.ConnectionString : Path.Combine(data.FullName, "granary.db");
        await using var server = await RecordingSmtp.StartAsync(data.FullName, secure);
        string[] settings = ["--sending", server.Settings(data.FullName, Connections)];
        // A sixth more than are to be targets: some cannot be written to, some may not be, some are held out.
        await using var bank = await CampaignBank.FillAsync(place, data.FullName, targets * 6 / 5);

        // It dies by itself in a transaction of the selection.
        string campaign;
        await using (var hub = await ServedHub.StartAsync(data.FullName, place, [.. settings, "--crash-at", $"mid-freeze:{random.Next(1, targets / Batch)}"]))
        {
            using var planner = await CampaignPeople.SignedInAsync(hub, "demo");
            campaign = await planner.PlanAsync();
            await planner.DoAsync($"campaigns/{campaign}/submit");
            await hub.EndedAsync(patience.Token);
        }

        Assert.Equal("freezing", await bank.StateAsync());
        var watch = Stopwatch.StartNew();
        for (var kill = 0; kill < kills; kill++)
        {
            await using var hub = await ServedHub.StartAsync(data.FullName, place, settings);
            if (kill == 0)
            {
                var before = await bank.CountAsync("SELECT looked FROM ocrm.campaign");
                var selecting = Stopwatch.StartNew();
                await UntilAsync(async () => await bank.StateAsync() != "freezing");
                var selected = await bank.CountAsync("SELECT looked FROM ocrm.campaign") - before;
                log?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{selected:#,0} customers selected in {selecting.Elapsed.TotalSeconds:0.0} s"));
                using var planner = await CampaignPeople.SignedInAsync(hub, "demo");
                using var checker = await CampaignPeople.SignedInAsync(hub, "admin");
                await checker.ApproveAsync();
                watch.Restart();
                await planner.DoAsync($"campaigns/{campaign}/start");
            }

            // Each kill comes when so many messages have been taken: at random, in each part of the campaign one.
            var enough = ((long)targets * kill / kills) + random.Next(1, (targets / kills) - Connections);
            await UntilAsync(() => Task.FromResult(server.Count() >= enough), milliseconds: 5);
            await hub.KillAsync();
            var unheard = await bank.CountAsync("SELECT count(*) FROM ocrm.outgoing WHERE state IN ('sending', 'in-doubt')");
            Assert.True(unheard <= Connections * (kill + 1), $"seed {seed}: {unheard} between the hub's word and the server's after {kill + 1} kills");
        }

        await using (await ServedHub.StartAsync(data.FullName, place, settings))
        {
            await UntilAsync(async () => await bank.CountAsync("SELECT count(*) FROM ocrm.campaign_target WHERE state = 'waiting'") + await bank.CountAsync("SELECT count(*) FROM ocrm.outgoing WHERE state IN ('queued', 'sending')") == 0);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var (taken, rows) = (server.Taken(), await bank.TargetsAsync());
        await using (var hub = await ServedHub.StartAsync(data.FullName, place, settings))
        {
            await UntilAsync(async () => await bank.CountAsync("SELECT count(*) FROM ocrm.campaign_contact WHERE state = 'made'") == 0);
            rows = await bank.TargetsAsync();
            using var planner = await CampaignPeople.SignedInAsync(hub, "demo");
            Agree(rows, await planner.GetAsync($"campaigns/{campaign}/progress"));
        }

        var doubts = rows.Count(r => r.InDoubt);
        var arrived = taken.Join(rows.Where(r => r.InDoubt), t => t.To, r => r.Address, (_, r) => r).Count();
        log?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows.Count(r => r.Goes):#,0} targets, {rows.Count(r => r.Held):#,0} held out, {kills} kills and one amid the selection, {Connections} connections: {rows.Count(r => r.Message == "sent"):#,0} sent, {doubts} in doubt (of which {arrived} had arrived), nobody twice, {seconds:0} s from the start with all restarts"));
        Assert.Equal(taken.Count, server.Count()); // the last restart sent nothing
        Assert.True(taken.DistinctBy(t => t.To).Count() == taken.Count && taken.DistinctBy(t => t.MessageId).Count() == taken.Count, $"seed {seed}: somebody got two");
        Assert.True(doubts <= Connections * kills, $"seed {seed}: {doubts} in doubt");
        AgreeWithServer(rows, taken);
        await bank.IsWholeAsync(rows);
        data.Delete(recursive: true);

        async Task UntilAsync(Func<Task<bool>> done, int milliseconds = 50)
        {
            while (!await done())
            {
                await Task.Delay(milliseconds, patience.Token);
            }
        }
    }

    /// <summary>Each target says what its message says, and the server took from each what the message says, under the Message-ID that is stored.</summary>
    private static void AgreeWithServer(IReadOnlyList<CampaignRow> rows, IReadOnlyList<(string MessageId, string To)> taken)
    {
        Assert.All(rows.Where(r => !r.Goes), r => Assert.Equal(("", "", ""), (r.Contact, r.Message, r.Address)));
        Assert.All(rows.Where(r => r.Goes), r => Assert.True(
            r.State == "done" && !r.Failed && r.Address == CampaignBank.AddressOf(r.Party) && (r.Message, r.Contact, r.Contacted, r.InDoubt) is ("sent", "sent", true, false) or ("in-doubt", "doubt", false, true), r.ToString()));
        var to = rows.Where(r => r.Goes).ToDictionary(r => r.Address);
        Assert.All(taken, t => Assert.Equal(to[t.To].MessageId, t.MessageId)); // nobody who is held out, nobody outside of the audience
        Assert.Equal(rows.Where(r => r.Message == "sent").Select(r => r.Address).Order(), taken.Select(t => t.To).Where(t => !to[t].InDoubt).Order());
    }

    private static void Agree(IReadOnlyList<CampaignRow> rows, JsonNode progress)
    {
        long Sum(string figure) => progress["total"]![figure]!.GetValue<long>();
        Assert.Equal(
            (rows.Count(r => r.Goes), 0, rows.Count(r => r.Contacted), 0, rows.Count(r => r.InDoubt), rows.Count(r => r.Held)),
            (Sum("targets"), Sum("waiting"), Sum("contacted"), Sum("failed"), Sum("inDoubt"), Sum("heldOut")));
        var step = Assert.Single(progress["steps"]!.AsArray())!;
        Assert.Equal((rows.Count(r => r.Contacted), rows.Count(r => r.InDoubt), 0L), (step["done"]!.GetValue<long>(), step["inDoubt"]!.GetValue<long>(), step["made"]!.GetValue<long>()));
    }
}
