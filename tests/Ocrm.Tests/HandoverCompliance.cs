using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Ownership;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>Customers that go to another manager, on each engine (docs/cases.md, OWN).</summary>
public abstract class HandoverCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";
    private static readonly string[] Documents = ["230183197703035738", "230521198506211246", "230183198603094823"];

    [Fact, Trait("Case", "OWN-01")]
    public async Task A_handover_says_in_numbers_what_it_moves_before_it_moves_anything()
    {
        await using var desk = await Desk.StartAsync(engine);
        var numbers = await OwnedAsync(desk);
        var today = BankTime.Today(TimeProvider.System);
        await HoldingCompliance.TakeAsync(desk,
            HoldingCompliance.Report("C0", "A1", 100_00),
            HoldingCompliance.Report("C1", "H1", 30_00) with { Kind = Ecif.Contracts.HoldingKind.Loan, Matures = today.AddDays(20) },
            HoldingCompliance.Report("C1", "H2", 40_00) with { Kind = Ecif.Contracts.HoldingKind.Loan, Matures = today.AddDays(200) });
        await RemindAsync(desk, numbers[0], "p1");
        var (status, preview) = await ProposeAsync(desk, preview: true);
        Assert.Equal(200, status);
        Assert.Equal((2, 1, 1, 10000L, 7000L), (preview.GetProperty("customers").GetInt32(), preview.GetProperty("openTasks").GetInt32(), preview.GetProperty("dueLoans").GetInt32(), preview.GetProperty("deposits").GetInt64(), preview.GetProperty("loans").GetInt64()));
        Assert.Equal(["p1", "p1", "p9"], await ManagersAsync(desk));
        Assert.Empty(await HandoversAsync(desk));
    }

    [Fact, Trait("Case", "OWN-02")]
    public async Task A_handover_waits_for_a_second_person_and_then_moves_customers_and_what_is_open_and_the_old_manager_reads_on()
    {
        await using var desk = await Desk.StartAsync(engine);
        var numbers = await OwnedAsync(desk);
        await RemindAsync(desk, numbers[0], "p1");
        var id = await MadeAsync(desk);
        Assert.Equal("proposed", await StateAsync(desk, id));
        Assert.Equal(["p1", "p1", "p9"], await ManagersAsync(desk));
        await DoneAsync(desk, id);

        Assert.Equal(["manager", "manager", "p9"], await ManagersAsync(desk));
        Assert.Equal(["manager"], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT manager FROM ocrm.reminder", r => r.GetString(0)), CancellationToken.None));
        desk.As = Desk.Caller(new Sight { Managers = ["p1"] });
        Assert.Equal(["客户0", "客户1"], await desk.NamesAsync());
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Get, $"/customers/{numbers[0]}")).Status);
        Assert.False((await desk.SendAsync(HttpMethod.Get, $"/parties/{numbers[0]}")).Body.GetProperty("beyond").GetBoolean());
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/customers/{numbers[0]}/edits", new { attributes = new { mobile = "13900001111" } })).Status);
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.owner SET former_until = 20200101 WHERE former_until > 0"), CancellationToken.None);
        await UntilAsync(async () => (await desk.NamesAsync()).Count == 0);
    }

    [Fact, Trait("Case", "OWN-03")]
    public async Task A_handover_that_is_undone_gives_back_who_is_still_with_the_new_manager()
    {
        await using var desk = await Desk.StartAsync(engine);
        var numbers = await OwnedAsync(desk);
        await RemindAsync(desk, numbers[0], "p1");
        var id = await MadeAsync(desk);
        await DoneAsync(desk, id);
        await desk.OwnAsync(numbers[1], "p7");
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/handovers/{id}/undo")).Status);
        await UntilAsync(async () => await StateAsync(desk, id) == "undone");

        Assert.Equal(["p1", "p7", "p9"], await ManagersAsync(desk));
        Assert.Equal(["p1"], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT manager FROM ocrm.reminder", r => r.GetString(0)), CancellationToken.None));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/handovers/{id}/undo")).Status);
    }

    [Fact, Trait("Case", "OWN-04")]
    public async Task A_handover_for_a_later_day_waits_and_one_that_is_refused_never_moves_anybody()
    {
        await using var desk = await Desk.StartAsync(engine);
        await OwnedAsync(desk);
        var later = await MadeAsync(desk, BankTime.Today(TimeProvider.System).AddDays(30));
        var refused = await MadeAsync(desk);
        await DecideAsync(desk, later);
        await Approval(desk).ClosedAsync(Proposed(refused), "rejected", CancellationToken.None);
        Assert.NotNull(await Approval(desk).ApplyAsync(null!, Proposed(refused), CancellationToken.None));
        Assert.Equal(("approved", "rejected"), (await StateAsync(desk, later), await StateAsync(desk, refused)));
        await desk.Services.GetRequiredService<RunHandovers>().StepAsync(CancellationToken.None);
        Assert.Equal(["p1", "p1", "p9"], await ManagersAsync(desk));
    }

    [Theory, Trait("Case", "OWN-05")]
    [InlineData("{\"entity\":\"230521\",\"from\":\"p1\"}", "handover-incomplete")]
    [InlineData("{\"entity\":\"230521\",\"from\":\"p1\",\"customers\":[1],\"to\":\"manager\"}", "handover-incomplete")]
    [InlineData("{\"entity\":\"230521\",\"from\":\"p1\",\"to\":\"manager\",\"effectiveOn\":\"2020-01-01\"}", "handover-days")]
    [InlineData("{\"entity\":\"230521\",\"from\":\"p1\",\"to\":\"manager\",\"readDays\":4000}", "handover-days")]
    [InlineData("{\"entity\":\"230183\",\"from\":\"p1\",\"to\":\"manager\"}", "handover-elsewhere")]
    [InlineData("{\"entity\":\"230521\",\"from\":\"p5\",\"to\":\"manager\"}", "handover-empty")]
    public async Task A_handover_that_cannot_be_is_refused_by_name(string request, string code)
    {
        await using var desk = await Desk.StartAsync(engine);
        await OwnedAsync(desk);
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/handovers", JsonSerializer.Deserialize<JsonElement>(request));
        Assert.Equal((400, code), (status, body.GetProperty("code").GetString()));
        Assert.Empty(await HandoversAsync(desk));
    }

    [Fact, Trait("Case", "OWN-06")]
    public async Task Nobody_hands_over_customers_out_of_sight_or_sees_others_handovers()
    {
        await using var desk = await Desk.StartAsync(engine);
        await OwnedAsync(desk);
        var id = await MadeAsync(desk);
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(400, (await ProposeAsync(desk, preview: true)).Status);
        Assert.Empty(await HandoversAsync(desk));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/handovers/{id}/undo")).Status);
    }

    [Fact, Trait("Case", "OWN-07")]
    public async Task Who_gets_another_manager_while_a_handover_moves_them_stays_there_and_nothing_of_theirs_moves()
    {
        await using var desk = await Desk.StartAsync(engine);
        var numbers = await OwnedAsync(desk);
        await RemindAsync(desk, numbers[0], "p1");
        var id = await MadeAsync(desk);
        await desk.HoldAsync(
            $"UPDATE ocrm.owner SET manager = 'p7' WHERE party_id = (SELECT c.party_id FROM ocrm.customer c WHERE c.number = '{numbers[0]}')", () => DoneAsync(desk, id));

        Assert.Equal(["p7", "manager", "p9"], await ManagersAsync(desk));
        Assert.Equal(["p1"], await desk.RowsAsync("SELECT manager FROM ocrm.reminder"));
        Assert.Equal([numbers[1]], await desk.RowsAsync("SELECT c.number FROM ocrm.activity a JOIN ocrm.customer c ON c.party_id = a.party_id WHERE a.kind = 'handover'"));
    }

    [Fact, Trait("Case", "OWN-08")]
    public async Task Who_begins_to_read_on_while_the_days_of_another_end_reads_on()
    {
        var clock = new SetClock("2026-06-15 08:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await OwnedAsync(desk);
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.owner SET former = 'p3', former_until = 20260615"), CancellationToken.None);
        await desk.HoldAsync("UPDATE ocrm.owner SET former = 'p4', former_until = 20260716 WHERE manager = 'p9'", () =>
        {
            clock.Now = SetClock.At("2026-06-16 08:00");
            return desk.Services.GetRequiredService<RunHandovers>().StepAsync(CancellationToken.None);
        });
        Assert.Equal(["", "", "p4"], await desk.RowsAsync("SELECT former FROM ocrm.owner ORDER BY former"));
    }

    /// <summary>Two customers of p1's and one of p9's.</summary>
    private static async Task<string[]> OwnedAsync(Desk desk)
    {
        var numbers = new string[3];
        for (var i = 0; i < 3; i++)
        {
            numbers[i] = await desk.HearAsync("CBS", $"C{i}", Outlet, $"客户{i}", Documents[i]);
        }

        await desk.FollowedAsync();
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.owner SET manager = CASE WHEN party_id = (SELECT c.party_id FROM ocrm.customer c WHERE c.number = @last) THEN 'p9' ELSE 'p1' END", ("last", numbers[2])), CancellationToken.None);
        return numbers;
    }

    private static Task<(int Status, JsonElement Body)> ProposeAsync(Desk desk, bool preview, DateOnly? effective = null) =>
        desk.SendAsync(HttpMethod.Post, "/handovers", new { entity = Entity, from = "p1", to = "manager", readDays = 30, note = "休产假", preview, effectiveOn = effective?.ToString("yyyy-MM-dd") });

    private static async Task<long> MadeAsync(Desk desk, DateOnly? effective = null)
    {
        var (status, made) = await ProposeAsync(desk, preview: false, effective);
        Assert.Equal(200, status);
        return made.GetProperty("id").GetInt64();
    }

    private static IProposalKind Approval(Desk desk) => desk.Services.GetServices<IProposalKind>().Single(k => k.Name == HandoverApproval.Kind);

    private static Proposed Proposed(long id) => new(HandoverApproval.Kind, $"{id}", Entity, "", "", "", "head");

    private static async Task DecideAsync(Desk desk, long id) => Assert.Null(await Approval(desk).ApplyAsync(null!, Proposed(id), CancellationToken.None));

    private static async Task DoneAsync(Desk desk, long id)
    {
        await DecideAsync(desk, id);
        await UntilAsync(async () => await StateAsync(desk, id) == "done");
    }

    private static async Task UntilAsync(Func<Task<bool>> state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await state())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static Task RemindAsync(Desk desk, string number, string manager) => desk.Database.WriteAsync(s => s.ExecuteAsync(
        """
        INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
        SELECT c.party_id, c.party_id, c.entity, c.unit, @manager, 'birthday', 20260701, '', '', '{}', 'open', '', 0 FROM ocrm.customer c WHERE c.number = @number
        """, ("number", number), ("manager", manager)), CancellationToken.None);

    private static Task<List<string>> ManagersAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync("SELECT o.manager FROM ocrm.customer c JOIN ocrm.owner o ON o.party_id = c.party_id AND o.entity = c.entity ORDER BY c.name", r => r.GetString(0)), CancellationToken.None);

    private static async Task<List<JsonElement>> HandoversAsync(Desk desk)
    {
        var (status, handovers) = await desk.SendAsync(HttpMethod.Get, "/handovers");
        Assert.Equal(200, status);
        return [.. handovers.EnumerateArray()];
    }

    private static async Task<string?> StateAsync(Desk desk, long id) =>
        (await HandoversAsync(desk)).Single(h => h.GetProperty("id").GetInt64() == id).GetProperty("state").GetString();
}

public sealed class SqliteHandover() : HandoverCompliance(new Engine.Sqlite());

public sealed class PostgresHandover() : HandoverCompliance(new Engine.Postgres());
