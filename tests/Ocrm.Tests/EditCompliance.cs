using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What people correct of customers, through the customer master (docs/cases.md, OCRM).</summary>
public abstract class EditCompliance(Engine engine)
{
    private const string ZhaoYue = "230183198603094823";
    private const string Outlet = "2305210102";

    [Fact, Trait("Case", "OCRM-40")]
    public async Task A_correction_is_sent_and_accepted_and_the_list_shows_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        Assert.Equal(202, (await EditAsync(desk, number, PartyAttribute.Mobile, "+86 139-0451-0009")).Status);
        var edit = await BecameAsync(desk, number, "accepted");
        Assert.Equal(("mobile", "13904510009", "李国强"), (edit.GetProperty("attribute").GetString(), edit.GetProperty("value")[0].GetString(), edit.GetProperty("by").GetString()));
        await desk.FollowedAsync();
        Assert.Equal(["赵玥"], await desk.NamesAsync(new { column = "mobile", op = "eq", value = "13904510009" }));
        Assert.DoesNotContain(await desk.TableAsync(), r => r.Contains("OCRM", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "OCRM-41")]
    public async Task A_system_that_hears_otherwise_later_overrules_a_correction_and_says_why()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        await EditAsync(desk, number, PartyAttribute.Mobile, "13904510009");
        await BecameAsync(desk, number, "accepted");
        await desk.HearAsync("CBS", "C1", Outlet, "赵玥", ZhaoYue, "13904510010", at: TimeProvider.System.GetUtcNow().AddMinutes(2));
        var edit = await BecameAsync(desk, number, "overruled");
        Assert.Equal(("CBS", "recent"), (edit.GetProperty("overruledBy").GetString(), edit.GetProperty("because").GetString()));
    }

    [Theory, Trait("Case", "OCRM-42")]
    [InlineData("mobile", "12345", "customer-edit-value")]
    [InlineData("mobile", "", "customer-edit-value")]
    [InlineData("mobile", "13904510009\u001E13904510010", "customer-edit-value")]
    [InlineData("email", "nobody", "customer-edit-value")]
    [InlineData("address.home", "哈尔滨\u001F230102\u001Fx", "customer-edit-value")]
    [InlineData("name", "王芳", "customer-edit-attribute")]
    [InlineData("document", "01", "customer-edit-attribute")]
    [InlineData("no-such", "x", "customer-edit-attribute")]
    public async Task A_correction_that_cannot_be_right_is_refused_by_name(string attribute, string value, string code)
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        var (status, body) = await EditAsync(desk, number, attribute, value);
        Assert.Equal((400, code), (status, body.GetProperty("code").GetString()));
        Assert.Empty(await desk.Database.ReadAsync(s => s.QueryAsync("SELECT id FROM ocrm.edit", r => r.GetInt64(0)), CancellationToken.None));
    }

    [Fact, Trait("Case", "OCRM-43")]
    public async Task Nobody_corrects_a_customer_out_of_sight_and_masks_hold()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await EditAsync(desk, number, PartyAttribute.Mobile, "13904510009")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/edits")).Status);
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] }, c2: FieldSight.Masked);
        await EditAsync(desk, number, PartyAttribute.Mobile, "13904510009");
        Assert.Equal("139****0009", (await BecameAsync(desk, number, "accepted")).GetProperty("value")[0].GetString());
        var audited = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT after FROM ocrm.audit WHERE act = 'customers.edit'", r => r.GetString(0)), CancellationToken.None);
        Assert.Equal(["mobile=139****0009"], audited);
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] }, c2: FieldSight.Hidden);
        Assert.Empty((await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/edits")).Body.EnumerateArray());
        Assert.Equal(400, (await EditAsync(desk, number, PartyAttribute.Mobile, "13904510010")).Status);
    }

    private static Task<string> KnownAsync(Desk desk) => desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "赵玥", ZhaoYue, "13904510001"));

    private static Task<(int Status, JsonElement Body)> EditAsync(Desk desk, string number, string attribute, string value) =>
        desk.SendAsync(HttpMethod.Post, $"/customers/{number}/edits", new { attributes = new Dictionary<string, string> { [attribute] = value } });

    /// <summary>Waits until the one correction is what it is to become.</summary>
    private static async Task<JsonElement> BecameAsync(Desk desk, string number, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var edits = (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/edits")).Body;
            if (edits.EnumerateArray().Any(e => e.GetProperty("state").GetString() == state))
            {
                return Assert.Single(edits.EnumerateArray());
            }

            await Task.Delay(10, patience.Token);
        }
    }
}

public sealed class SqliteEdits() : EditCompliance(new Engine.Sqlite());

public sealed class PostgresEdits() : EditCompliance(new Engine.Postgres());
