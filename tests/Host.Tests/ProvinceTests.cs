using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Host.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Host.Tests;

/// <summary>A province by bulk copy, and a hub that goes on from there.</summary>
public abstract class ProvinceCompliance(Engine engine)
{
    private const int Customers = 2500; // more than one part

    [Fact, Trait("Case", "HOST-92")]
    public async Task A_hub_goes_on_from_a_province_that_was_made_as_if_it_had_heard_of_everybody_itself()
    {
        await using var temporary = await engine.CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-province-").FullName;
        var steps = new List<FillProgress>();
        await FillProvince.RunAsync(Options(temporary.ConnectionString, data), Customers, steps.Add, CancellationToken.None);
        Assert.Equal(("customers", Customers), steps.Where(s => s.Step == "customers").Select(s => (s.Step, s.Done)).Last());

        await using var hub = await TestHub.StartAsync(database: temporary.ConnectionString, data: data);
        var records = hub.Services.GetRequiredService<IGoldenRecords>();
        var party = (await records.ReadAsync([7], CancellationToken.None))[0];
        using var browser = hub.Browse();
        (await browser.SignInAsync("demo", hub.Password)).Dispose();
        var deliveries = await browser.Http.GetFromJsonAsync<JsonElement>("/api/systems");
        Assert.All(deliveries.EnumerateArray(), s => Assert.Equal(0, s.GetProperty("backlog").GetInt64() + s.GetProperty("dead").GetInt64()));
        Assert.Equal(Customers, await CountAsync(browser));
        Assert.Equal(party.Number, (await FindAsync(browser, party.Number)).GetProperty("number").GetString());

        // Another system speaks of somebody by the document alone: it is the same party, and the list hears of it.
        var document = PartyAttribute.Part(party.Attributes[PartyAttribute.Document], 1);
        var system = hub.Services.GetServices<ISubscription>().Select(s => s.System).First(s => party.Keys.All(k => k.System != s));
        var verdict = await hub.Services.GetRequiredService<IIntake>().SubmitAsync(new SourceMessage(
            system, "HELLO0000001", SHA256.HashData(Encoding.UTF8.GetBytes("hello")), Operation.Upsert, PartyKind.Person, "NEWKEY1", TimeProvider.System.GetUtcNow(), "2305210102",
            new Dictionary<string, string> { [PartyAttribute.Name] = party.Attributes[PartyAttribute.Name], [PartyAttribute.Document] = $"01\u001F{document}\u001F" },
            TimeProvider.System.GetUtcNow(), ReadOnlyMemory<byte>.Empty), CancellationToken.None);
        Assert.Equal(party.Number, verdict.PartyNumber);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await browser.Http.GetFromJsonAsync<JsonElement>("/api/search?q=NEWKEY1")).GetProperty("customers").GetArrayLength() == 0)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    [Fact, Trait("Case", "HOST-93")]
    public async Task Two_provinces_of_one_size_are_the_same_and_a_database_with_customers_is_left_alone()
    {
        var made = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var temporary = await engine.CreateAsync();
            var data = Directory.CreateTempSubdirectory("granary-province-").FullName;
            await FillProvince.RunAsync(Options(temporary.ConnectionString, data), Customers, _ => { }, CancellationToken.None);
            await Assert.ThrowsAsync<UserError>(() => FillProvince.RunAsync(Options(temporary.ConnectionString, data), 10, _ => { }, CancellationToken.None));
            await using var hub = await TestHub.StartAsync(database: temporary.ConnectionString, data: data);
            var records = hub.Services.GetRequiredService<IGoldenRecords>();
            var parties = await records.ReadAsync(await records.PageAsync(0, Customers, CancellationToken.None), CancellationToken.None);
            made.Add(JsonSerializer.Serialize(parties.OrderBy(p => p.Id)));
        }

        Assert.Equal(made[0], made[1]);
        Assert.Equal(Customers, made[0].Split("\"Number\"").Length - 1);
    }

    private static HubOptions Options(string database, string data) =>
        new() { Database = database, Data = data, Interfaces = Repository.Interfaces, Web = "", Urls = [], Demo = true };

    /// <summary>Customers, each counted in the first of its legal entities.</summary>
    private static async Task<int> CountAsync(Browser browser)
    {
        using var response = await browser.SendAsync(HttpMethod.Post, "/api/lists/customers/count", new { exact = true, filter = new { column = "main", op = "eq", value = true } });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt32();
    }

    private static async Task<JsonElement> FindAsync(Browser browser, string q) =>
        (await browser.Http.GetFromJsonAsync<JsonElement>($"/api/search?q={q}")).GetProperty("customers")[0];

    public sealed class OnSqlite() : ProvinceCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : ProvinceCompliance(new Engine.Postgres());
}
