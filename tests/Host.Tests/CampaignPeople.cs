using System.Net;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary>Somebody who has signed in and plans, approves or starts a campaign over the API.</summary>
internal sealed class CampaignPeople(Browser browser) : IDisposable
{
    public static async Task<CampaignPeople> SignedInAsync(ServedHub hub, string user)
    {
        var browser = hub.Browse();
        using var answer = await browser.SignInAsync(user, hub.Password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return new CampaignPeople(browser);
    }

    /// <summary>A campaign of the whole province for all people, with one mail and a few who are held out.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> PlanAsync()
    {
        var segment = await AskAsync(HttpMethod.Post, "segments", new { name = "个人客户", kind = "dynamic", shared = true, filter = new { column = "kind", op = "eq", value = "person" } });
        var words = new { zh = "尊敬的{salutation}：{outlet}的春耕贷已经开办。", en = "Dear {salutation}, the spring loan is here at {outlet}." };
        var campaign = await AskAsync(HttpMethod.Post, "campaigns", new
        {
            name = "春耕贷", unit = "00", fromDay = "2020-01-01", toDay = "2099-12-31",
            plan = new
            {
                goal = new { kind = "response", value = "interested", amount = 0, target = 10 }, purpose = "marketing", language = "zh-CN", holdOut = 5, tasksPerDay = 20,
                audience = new { how = "union", segments = new[] { segment!["id"]!.GetValue<string>() }, excluded = Array.Empty<string>() },
                steps = new[] { new { id = 1, kind = "mail", next = 0, title = words, text = words } },
            },
        });
        return campaign!["id"]!.GetValue<string>();
    }

    /// <summary>What one other person proposed.</summary>
    public async Task ApproveAsync()
    {
        var proposal = Assert.Single((await GetAsync("approvals")).AsArray(), p => p!["kind"]!.GetValue<string>() == "campaigns.start")!;
        var decided = await AskAsync(HttpMethod.Post, "approvals/decide", new { ids = new[] { proposal["id"]!.GetValue<long>() }, approve = true, note = "看过" });
        Assert.Equal("approved", Assert.Single(decided!.AsArray())!["outcome"]!.GetValue<string>());
    }

    public Task DoAsync(string act) => AskAsync(HttpMethod.Post, act, new { });

    public async Task<JsonNode> GetAsync(string path) => (await AskAsync(HttpMethod.Get, path, null))!;

    public void Dispose() => browser.Dispose();

    private async Task<JsonNode?> AskAsync(HttpMethod method, string path, object? body)
    {
        using var answer = await browser.SendAsync(method, $"/api/{path}", body);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {said}");
        return said.Length == 0 ? null : JsonNode.Parse(said);
    }
}
