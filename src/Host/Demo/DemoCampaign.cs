using System.Text.Json.Nodes;
using Granary.Access.People;

namespace Granary.Host.Demo;

/// <summary>
/// A campaign that runs from the demo's first minutes on, made as people make one: one person plans it, another approves it, the simulated
/// gateway takes its text messages, and some of whom it reached have answered. Once for a database; a start later goes on where it stopped.
/// </summary>
internal sealed class DemoCampaign(HubOptions options) : IDisposable
{
    /// <summary>So many customers have a manager before it is planned; so many are asked for their consent.</summary>
    private const int Fewest = 30, Asked = 120;

    private const string Name = "秋粮款定期存款";

    private const int CallStep = 2;

    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(3);

    private static readonly object WithManager = new { not = new { column = "manager", op = "empty" } };

    private static readonly (string Kind, string Note)[] Said =
    [
        ("interested", "想先存五万，下周来网点办"), ("not-interested", "刚在别处存了定期"), ("interested", "问能不能按月付息"), ("", ""), ("interested", "等粮食款到账再定"), ("not-interested", ""), ("", ""), ("wrong-contact", "号码已换人"),
    ];

    private readonly List<DemoPerson> _people = [];

    /// <summary>Until it runs and has been answered. What stands in its way ends it, and never the demo.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var maker = await SignInAsync("demo", cancellation);
        while (!await StepAsync(maker, cancellation))
        {
            await Task.Delay(LooksEvery, cancellation);
        }
    }

    public void Dispose() => _people.ForEach(person => person.Dispose());

    /// <returns>Whether there is nothing more to do.</returns>
    private async Task<bool> StepAsync(DemoPerson maker, CancellationToken cancellation)
    {
        if (await RowsAsync(maker, "campaigns", ["state"], Is("name", Name), cancellation) is not [var campaign])
        {
            var customers = await RowsAsync(maker, "customers", ["number"], WithManager, cancellation);
            return customers.Count >= Fewest && !await PlanAsync(maker, customers, cancellation);
        }

        var id = Text(campaign, "id");
        switch (Text(campaign["cells"]!, "state"))
        {
            case "freezing":
                return false;
            case "submitted":
                await ApproveAsync(await SignInAsync("admin", cancellation), id, cancellation);
                return false;
            case "approved":
                await maker.PostAsync($"campaigns/{id}/start", new { }, cancellation);
                return false;
            case "running":
                return await AnswerAsync(maker, id, cancellation);
            default:
                return true;
        }
    }

    /// <returns>Whether it was submitted.</returns>
    private async Task<bool> PlanAsync(DemoPerson maker, IReadOnlyList<JsonNode> customers, CancellationToken cancellation)
    {
        foreach (var (customer, i) in customers.Take(Asked).Select((c, i) => (c, i)))
        {
            // One in five did not agree.
            if (i % 5 > 0)
            {
                await ConsentAsync(maker, Text(customer["cells"]!, "number"), cancellation);
            }
        }

        var segment = await maker.PostAsync("segments", new { name = "个人客户", kind = "dynamic", shared = true, filter = new { column = "kind", op = "eq", value = "person" } }, cancellation);
        var today = TimeProvider.System.GetLocalNow().Date;
        var campaign = segment is null ? null : await maker.PostAsync("campaigns", new
        {
            name = Name, unit = "00", product = "DQ-CK", fromDay = $"{today:yyyy-MM-dd}", toDay = $"{today.AddDays(45):yyyy-MM-dd}",
            plan = new
            {
                goal = new { kind = "response", value = "interested", amount = 0, target = 20 }, purpose = "marketing", language = "zh-CN", holdOut = 10, tasksPerDay = 40,
                audience = new { how = "union", segments = new[] { Text(segment, "id") }, excluded = Array.Empty<string>() },
                steps = new object[]
                {
                    new { id = 1, kind = "sms", next = CallStep, text = Words("{salutation}您好：秋粮款存定期，{outlet}利率优惠，可联系客户经理{manager}。", "Dear {salutation}, put your harvest money into a time deposit at {outlet}. Ask {manager}.") },
                    new
                    {
                        id = CallStep, kind = "task", next = 3, channel = "phone", days = 3, title = Words("回访秋粮款存款意向", "Call about a time deposit"),
                        text = Words("您好{salutation}，我是{outlet}的{manager}。秋粮款打算怎么安排？三年期{product}随时可办。", "Good day {salutation}, this is {manager} of {outlet}. What are your plans for the harvest money? You can open a {product} at any time."),
                    },
                    new { id = 3, kind = "wait", next = 4, days = 5 },
                    new Dictionary<string, object> { ["id"] = 4, ["kind"] = "branch", ["next"] = 5, ["otherwise"] = 0, ["if"] = new { on = "response", value = "interested" } },
                    new { id = 5, kind = "inapp", next = 0, title = Words("有意向的客户该签约了", "Time to close with those who are interested"), text = Words("请联系有意向的客户办理{product}。", "Please call those who are interested in a {product}.") },
                },
            },
            costs = new[] { new { what = "短信", planned = 1_500, spent = 980 }, new { what = "宣传折页", planned = 80_000, spent = 62_000 } },
        }, cancellation);
        if (campaign is null)
        {
            return false;
        }

        await maker.PostAsync($"campaigns/{Text(campaign, "id")}/submit", new { }, cancellation);
        return true;
    }

    private static async Task ConsentAsync(DemoPerson maker, string number, CancellationToken cancellation)
    {
        var consents = await maker.GetAsync($"customers/{number}/consents", cancellation);
        foreach (var entity in consents?["entities"]!.AsArray() ?? [])
        {
            var wording = entity!["wordings"]!.AsArray().First(w => Text(w!, "purpose") == "marketing")!;
            await maker.PostAsync($"customers/{number}/consents",
                new { entity = Text(entity, "entity"), purpose = "marketing", channels = new[] { "sms", "phone" }, wording = Text(wording, "id"), evidenceKind = "paper", evidence = "开户申请书" }, cancellation);
        }
    }

    private static async Task ApproveAsync(DemoPerson admin, string campaign, CancellationToken cancellation)
    {
        var proposal = (await admin.GetAsync("approvals", cancellation))?.AsArray().FirstOrDefault(p => Text(p!, "kind") == "campaigns.start" && Text(p!, "subject") == campaign);
        if (proposal is not null)
        {
            await admin.PostAsync("approvals/decide", new { ids = new[] { proposal["id"]!.GetValue<long>() }, approve = true, note = "客群与话术已核对" }, cancellation);
        }
    }

    /// <returns>False while it is still on its way to its customers.</returns>
    private static async Task<bool> AnswerAsync(DemoPerson maker, string campaign, CancellationToken cancellation)
    {
        var targets = await RowsAsync(maker, "campaign-targets", ["step", "response"], new { and = new[] { Is("campaign", long.Parse(campaign, System.Globalization.CultureInfo.InvariantCulture)), Is("state", "waiting") } }, cancellation);
        if (targets.Any(t => (string?)t["cells"]!["response"] is { Length: > 0 }))
        {
            return true;
        }

        if (targets.Any(t => t["cells"]!["step"]!.GetValue<long>() is > 0 and <= CallStep))
        {
            return false;
        }

        foreach (var (target, (kind, note)) in targets.Take(targets.Count * 2 / 3).Select((t, i) => (Text(t, "id"), Said[i % Said.Length])).Where(t => t.Item2.Kind.Length > 0))
        {
            var call = (await maker.GetAsync($"campaigns/{campaign}/targets/{target}", cancellation))?["contacts"]!.AsArray().Select(c => (string?)c!["task"]).FirstOrDefault(t => t is not null);
            if (call is not null)
            {
                await maker.PostAsync($"tasks/{call}/done", new { result = note, reference = "" }, cancellation);
            }

            var opens = kind == "interested" && note.Length % 2 == 0 ? new { pipeline = "deposit", title = Name, amount = 5_000_000 } : null;
            await maker.PostAsync($"campaigns/{campaign}/targets/{target}/responses", new { kind, note, opportunity = opens }, cancellation);
        }

        return true;
    }

    private async Task<DemoPerson> SignInAsync(string user, CancellationToken cancellation)
    {
        using var trusted = options.IsHttps ? Certificate.For(options, TimeProvider.System.GetUtcNow()) : null;
        var person = await DemoPerson.SignInAsync(options.Urls.FirstOrDefault(u => u.Scheme == Uri.UriSchemeHttps) ?? options.Urls[0], trusted?.RawData, user, DemoPassword.Ensure(options.Data), cancellation);
        _people.Add(person);
        return person;
    }

    private static async Task<IReadOnlyList<JsonNode>> RowsAsync(DemoPerson person, string list, string[] columns, object? filter, CancellationToken cancellation) =>
        (await person.PostAsync($"lists/{list}/rows", new { columns, filter, limit = 200 }, cancellation))?["rows"]!.AsArray().OfType<JsonNode>().ToList() ?? [];

    private static object Is(string column, object value) => new { column, op = "eq", value };

    private static object Words(string zh, string en) => new { zh, en };

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();
}
