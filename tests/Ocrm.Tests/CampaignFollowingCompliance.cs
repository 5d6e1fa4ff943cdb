using Granary.Ocrm.Asking;
using Granary.Ocrm.Campaigns;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>Targets through merges and splits, and what comes back by links and answers, on each engine (docs/cases.md, CAMP).</summary>
public abstract class CampaignFollowingCompliance(Engine engine)
{
    private const string Targets = "SELECT t.id || ' ' || t.outcome || ' ' || t.state || ' ' || t.party_id FROM ocrm.campaign_target t ORDER BY t.id";

    [Fact, Trait("Case", "CAMP-12")]
    public async Task Of_two_targets_that_become_one_customer_one_stays_nobody_is_contacted_twice_and_a_split_gives_each_their_row_back()
    {
        await using var desk = await CampaignDesk.StartAsync(engine, follow: true);
        var (first, _) = await IdentityCompliance.TwoAsync(desk.Desk);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "wait", 2, days: 1), CampaignDesk.Step(2, "task", 3), CampaignDesk.Step(3, "wait", 4, days: 1), CampaignDesk.Step(4, "list")]));
        await desk.LedAsync();
        var parties = await desk.Desk.RowsAsync("SELECT party_id FROM ocrm.campaign_target ORDER BY id");
        Assert.Equal([$"1 in waiting {parties[0]}", $"2 in waiting {parties[1]}"], await desk.Desk.RowsAsync(Targets));

        // The second one has come further: it is the one who stays.
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.campaign_target SET due_at = 0 WHERE id = 2"), CancellationToken.None);
        await desk.LedAsync();
        desk.Clock.Now = SetClock.At("2026-06-01 12:00");
        await IdentityCompliance.MergeAsync(desk.Desk);
        Assert.Equal([$"1 merged  {parties[0]}", $"2 in waiting {parties[0]}"], await desk.Desk.RowsAsync(Targets));
        Assert.Equal(["in 1", "merged 1"], await desk.SelectionAsync(id));
        desk.Clock.Now = SetClock.At("2026-06-03 09:00");
        await desk.LedAsync();
        Assert.Equal([$"1 {parties[0]}"], await desk.Desk.RowsAsync("SELECT count(*) || ' ' || min(party_id) FROM ocrm.task"));
        Assert.Equal(["1"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.campaign_contact WHERE step = 4"));

        await IdentityCompliance.SplitAsync(desk.Desk, first);
        var now = await desk.Desk.RowsAsync(Targets);
        Assert.Equal($"1 merged  {parties[0]}", now[0]);
        Assert.StartsWith("2 in done ", now[1], StringComparison.Ordinal);
        Assert.NotEqual($"2 in done {parties[0]}", now[1]);
    }

    [Fact, Trait("Case", "CAMP-15")]
    public async Task A_link_of_ones_own_leads_on_and_is_noted_once_as_opened_and_a_questionnaire_s_answers_are_a_response()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1), CampaignDesk.Customer(2)]);
        await desk.ConsentAsync(1, "sms");
        await desk.ConsentAsync(2, "sms");
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync(
            "INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version) VALUES ('', '', 'head', '需求', 'need', 0, 'published', 1, '{}', 'head', 0, 0, 1)"), CancellationToken.None);
        desk.Desk.As = CampaignDesk.Planner;
        var text = new { zh = "请看 {link}", en = "See {link}" };
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(),
        [
            new { id = 1, kind = "sms", next = 2, text, link = "https://bank.example/spring" }, new { id = 2, kind = "questionnaire", next = 3, title = text, text, channel = "sms", questionnaire = 1 },
            new { id = 3, kind = "qr", link = "https://bank.example/qr" },
        ]));
        await desk.LedAsync();
        var bodies = await desk.Desk.RowsAsync("SELECT body FROM ocrm.outgoing ORDER BY key");
        Assert.Equal(4, bodies.Distinct().Count());
        Assert.All(bodies, b => Assert.DoesNotContain("{link}", b, StringComparison.Ordinal));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Desk.Client.BaseAddress };
        var path = new Uri(bodies[0][bodies[0].IndexOf("/api/go/", StringComparison.Ordinal)..], UriKind.Relative);
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await client.GetAsync(path);
            Assert.Equal("https://bank.example/spring", response.Headers.Location!.ToString());
        }

        using var unknown = await client.GetAsync(new Uri($"/api/go/{new string('0', 32)}", UriKind.Relative));
        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(["1 opened 1"], await desk.Desk.RowsAsync("SELECT t.id || ' ' || t.response || ' ' || count(*) FROM ocrm.campaign_target t JOIN ocrm.campaign_response s ON s.target = t.id GROUP BY t.id, t.response"));
        var qr = await desk.GetAsync($"/campaigns/{id}/steps/3/qr");
        Assert.Equal((await desk.GetAsync($"/campaigns/{id}/steps/3/qr")).GetProperty("address").GetString(), qr.GetProperty("address").GetString());
        Assert.Contains("<svg", qr.GetProperty("svg").GetString(), StringComparison.Ordinal);
        Assert.Equal(["2"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.invitation WHERE campaign > 0"));

        var answered = new TakenResponse(77, null!, null!, null!, 2, 0, id, CampaignDesk.Entity, CampaignDesk.Outlet, "", "campaign", desk.Clock.Now.ToUnixTimeMilliseconds());
        var take = desk.Desk.Services.GetServices<IResponseTaken>().OfType<TakeAnswers>().Single();
        await desk.Desk.Database.WriteAsync(s => take.TakenAsync(s, answered), CancellationToken.None);
        await desk.Desk.Database.WriteAsync(s => take.TakenAsync(s, answered), CancellationToken.None);
        Assert.Equal(["1 opened 1", "2 answered 1"], await desk.Desk.RowsAsync(
            "SELECT t.id || ' ' || t.response || ' ' || count(*) FROM ocrm.campaign_target t JOIN ocrm.campaign_response s ON s.target = t.id GROUP BY t.id, t.response ORDER BY t.id"));
    }
}

public sealed class SqliteCampaignFollowing() : CampaignFollowingCompliance(new Engine.Sqlite());

public sealed class PostgresCampaignFollowing() : CampaignFollowingCompliance(new Engine.Postgres());
