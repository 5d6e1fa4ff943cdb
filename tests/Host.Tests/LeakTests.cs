using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Host.Tests;

/// <summary>Secrets are seeded into every field of two customers, and every answer of every route to every role is searched for them.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    /// <summary>A customer of the demo people's own outlet, and one of another legal entity.</summary>
    private const string Home = "2305210102";
    private const string Abroad = "2302230101";

    private static readonly string[] Numbers = ["230521198603094812", "230223197705111019"];

    private TestHub _hub = null!;
    private readonly Dictionary<string, (string Number, Dictionary<string, string> Secrets)> _customers = [];

    public async ValueTask InitializeAsync()
    {
        _hub = await TestHub.StartAsync();
        foreach (var (unit, i) in new[] { (Home, 0), (Abroad, 1) })
        {
            var secrets = new Dictionary<string, string>
            {
                [PartyAttribute.Name] = i == 0 ? "欧阳泄露甲" : "司徒泄露乙",
                [PartyAttribute.Document] = $"01\u001F{Numbers[i]}\u001F2036-01-01",
                [PartyAttribute.Birth] = i == 0 ? "1986-03-09" : "1977-05-11",
                [PartyAttribute.Mobile] = i == 0 ? "13845678901" : "13998765432",
                [PartyAttribute.Email] = $"leak{i}@secret.example",
                [PartyAttribute.HomeAddress] = $"黑龙江省秘密县泄漏乡{i}村八十八号\u001F23",
                [PartyAttribute.Employer] = $"绝密{i}合作社总部",
                [PartyAttribute.Card] = $"622848012345678901{i}",
            };
            var verdict = await _hub.Services.GetRequiredService<IIntake>().SubmitAsync(new SourceMessage(
                "CBS", $"LEAK{i}", SHA256.HashData([(byte)i]), Operation.Upsert, PartyKind.Person, $"KEY{i}", TimeProvider.System.GetUtcNow(), unit, secrets, TimeProvider.System.GetUtcNow(), default), CancellationToken.None);
            _customers[unit] = (verdict.PartyNumber!, secrets);
        }

        // By the demo's rule the customer at home goes to the customer manager there.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var manager = await _hub.SignedInAsync("manager");
        while (!(await manager.Http.GetFromJsonAsync<JsonObject>($"/api/parties/{_customers[Home].Number}/why", patience.Token))!["sources"]!.AsArray().Any())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    /// <summary>What must not be found in clear: the telling part of each value.</summary>
    private static IEnumerable<(DataClass Class, string Secret)> Telling(Dictionary<string, string> secrets) => secrets.Select(s => (Classified.ClassOf(s.Key), s.Key switch
    {
        PartyAttribute.Document => s.Value.Split('\u001F')[1],
        PartyAttribute.HomeAddress => "泄漏乡",
        PartyAttribute.Name => s.Value[1..],
        _ => s.Value,
    }));

    [Theory, Trait("Case", "HOST-79")]
    [MemberData(nameof(TestHub.People), MemberType = typeof(TestHub))]
    public async Task No_route_tells_a_role_a_secret_that_it_must_not_have(string user)
    {
        using var browser = await _hub.SignedInAsync(user);
        var session = (await browser.Http.GetFromJsonAsync<JsonObject>("/api/session"))!;
        var fields = Enum.GetValues<DataClass>().ToDictionary(c => c, c => session["fields"]![c.ToString()]!.GetValue<string>());
        var may = session["permissions"]!.AsArray().Select(p => p!.GetValue<string>()).ToHashSet();
        var read = 0;
        foreach (var (unit, (number, secrets)) in _customers)
        {
            var own = user is "steward" || (unit == Home && user is "head" or "marketing" or "manager");
            var hidden = Telling(secrets).Where(s => !(own && fields[s.Class] == "clear")).Select(s => s.Secret).ToList();
            foreach (var path in Paths(number, secrets))
            {
                using var response = await Browser.PatientlyAsync(() => browser.Http.GetAsync(path));
                var text = await response.Content.ReadAsStringAsync();
                read += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
                foreach (var secret in hidden)
                {
                    Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{user} reads a secret of {unit} at {path.Split('?')[0]}: {text}");
                }
            }

            foreach (var (list, text) in await ListsAsync(browser, secrets))
            {
                read++;
                Assert.All(hidden, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{user} reads a secret of {unit} in the list {list}: {text}"));
            }

            if (!own && may.Contains(Permission.CustomersRead))
            {
                var stranger = JsonNode.Parse(await (await Browser.PatientlyAsync(() => browser.Http.GetAsync($"/api/parties/{number}"))).Content.ReadAsStringAsync())!;
                Assert.True(stranger["beyond"]!.GetValue<bool>());
                Assert.Empty(stranger["records"]!.AsArray());
                Assert.Empty(stranger["history"]!.AsArray());
            }
        }

        Assert.True(read > 4, $"only {read} answers were read");
    }

    [Fact, Trait("Case", "HOST-80")]
    public async Task A_masked_value_is_shown_for_a_reason_within_the_day_s_quota_and_the_trail_knows()
    {
        using var browser = await _hub.SignedInAsync("head");
        var (number, secrets) = _customers[Home];
        using var without = await browser.SendAsync(HttpMethod.Post, $"/api/parties/{number}/reveal", new { attributes = new[] { "mobile" } });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var asked = await browser.SendAsync(HttpMethod.Post, $"/api/parties/{number}/reveal", new { attributes = new[] { "mobile" }, reason = "回访客户" });
        var body = JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;
        Assert.Equal(secrets["mobile"], body["attributes"]![0]!["value"]![0]![0]!.GetValue<string>());
        Assert.Equal((1, 50), (body["quota"]!["used"]!.GetValue<int>(), body["quota"]!["limit"]!.GetValue<int>()));
        using var foreign = await browser.SendAsync(HttpMethod.Post, $"/api/parties/{_customers[Abroad].Number}/reveal", new { attributes = new[] { "mobile" }, reason = "回访客户" });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        for (var i = 1; i < 50; i++)
        {
            (await browser.SendAsync(HttpMethod.Post, $"/api/parties/{number}/reveal", new { attributes = new[] { "mobile" }, reason = "again" })).Dispose();
        }

        using var tooMany = await browser.SendAsync(HttpMethod.Post, $"/api/parties/{number}/reveal", new { attributes = new[] { "mobile" }, reason = "again" });
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);

        using var auditor = await _hub.SignedInAsync("auditor");
        var filter = new { and = new[] { new { column = "subject", op = "eq", value = number }, new { column = "act", op = "eq", value = "customers.reveal" } } };
        using var audited = await auditor.SendAsync(HttpMethod.Post, "/api/lists/audit/rows", new { filter, columns = new[] { "reason", "before", "after" }, limit = 200 });
        var rows = JsonNode.Parse(await audited.Content.ReadAsStringAsync())!["rows"]!.AsArray();
        Assert.Equal(50, rows.Count);
        Assert.Equal("回访客户", rows[^1]!["cells"]!["reason"]!.GetValue<string>());
        Assert.DoesNotContain(secrets["mobile"], rows.ToJsonString());
    }

    [Fact, Trait("Case", "HOST-81")]
    public async Task Why_can_I_see_this_names_the_post_and_the_unit()
    {
        using var browser = await _hub.SignedInAsync("head");
        var why = (await browser.Http.GetFromJsonAsync<JsonObject>($"/api/parties/{_customers[Home].Number}/why"))!["sources"]!.AsArray();
        Assert.Equal(("outlet-head", "unit", Home), (why[0]!["role"]!.GetValue<string>(), why[0]!["because"]!.GetValue<string>(), why[0]!["value"]!.GetValue<string>()));
        Assert.Empty((await browser.Http.GetFromJsonAsync<JsonObject>($"/api/parties/{_customers[Abroad].Number}/why"))!["sources"]!.AsArray());
    }

    /// <summary>The rows of every list with all columns that it tells of, and those found by a secret in whatever column can be asked for a part.</summary>
    private async Task<List<(string List, string Text)>> ListsAsync(Browser browser, Dictionary<string, string> secrets)
    {
        var answers = new List<(string, string)>();
        foreach (var list in _hub.Services.GetServices<ListSource>().Select(s => s.List.Name))
        {
            using var described = await Browser.PatientlyAsync(() => browser.Http.GetAsync($"/api/lists/{list}"));
            if (described.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var told = JsonNode.Parse(await described.Content.ReadAsStringAsync())!["columns"]!.AsArray();
            var columns = told.Where(c => !c!["filterOnly"]!.GetValue<bool>()).Select(c => c!["name"]!.GetValue<string>()).ToArray();
            var asked = told.Where(c => c!["filters"]!.AsArray().Any(f => f!.GetValue<string>() == "contains")).Select(c => c!["name"]!.GetValue<string>());
            object?[] filters = [null, .. asked.SelectMany(column => Telling(secrets).Select(s => new { column, op = "contains", value = s.Secret }))];
            foreach (var filter in filters)
            {
                using var rows = await Browser.PatientlyAsync(() => browser.SendAsync(HttpMethod.Post, $"/api/lists/{list}/rows", new { filter, columns, limit = 200 }));
                Assert.Equal(HttpStatusCode.OK, rows.StatusCode);
                answers.Add((list, await rows.Content.ReadAsStringAsync()));
            }
        }

        return answers;
    }

    /// <summary>Every GET route with what is known of the customer in its places, and searches by each secret.</summary>
    private IEnumerable<string> Paths(string number, Dictionary<string, string> secrets)
    {
        foreach (var (endpoint, _) in _hub.Routes().Where(route => route.Method == "GET"))
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (pattern is not "/api/live")
            {
                yield return pattern.Replace("{number}", number).Replace("{direction}", "in").Replace("{system}", "CBS").Replace("{id}", number == _customers[Home].Number ? "LEAK0" : "LEAK1")
                    .Replace("{list}", "customers").Replace("{id:long}", "1").Replace("{userName}", "manager");
            }
        }

        foreach (var (_, secret) in Telling(secrets))
        {
            foreach (var search in new[] { "/api/parties?q=", "/api/search?q=", "/api/messages?q=" })
            {
                yield return search + Uri.EscapeDataString(secret);
            }
        }

        yield return $"/api/messages?q={number}";
    }
}
