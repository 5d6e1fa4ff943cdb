using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>The customer's page as its routes give it, on each engine (docs/cases.md, OCRM-60 to 66).</summary>
public abstract class Customer360Compliance(Engine engine)
{
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211246";
    private const string Li = "230183198603094823";
    private const string Outlet = "2305210102";
    private const string Other = "2301830201";

    [Fact, Trait("Case", "OCRM-60")]
    public async Task A_customer_s_holdings_are_those_of_the_legal_entities_in_which_one_sees_them_with_their_past()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await TwoEntitiesAsync(desk);
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "6223190100012345678", 100_00, ago: 1), HoldingCompliance.Report("C1", "6223190100012345678", 120_00));
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("L1", "H1", 30_00) with { System = "CLMS", Kind = HoldingKind.Loan, Branch = Other, Matures = new(2027, 3, 1) });

        Assert.Equal(["deposit 6223190100012345678 12000 [10000,12000]", "loan H1 3000 [3000]"], await HoldingsAsync(desk, number));
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] }, c3: FieldSight.Masked);
        Assert.Equal(["deposit 6223***********5678 12000 [10000,12000]"], await HoldingsAsync(desk, number));
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] }, c2: FieldSight.Hidden);
        Assert.Empty(await HoldingsAsync(desk, number));
        desk.As = Desk.Caller(new Sight { Entities = ["230129"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/holdings")).Status);
    }

    [Fact, Trait("Case", "OCRM-61")]
    public async Task A_customer_is_shown_as_what_they_are_to_each_legal_entity_and_with_what_is_to_be_done_next()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await TwoEntitiesAsync(desk);
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 120_00));
        await RemindAsync(desk, number, "230521", 20260620, "done");
        await RemindAsync(desk, number, "230521", 20260701, "open");
        await RemindAsync(desk, number, "230183", 20260625, "open");

        var (_, whole) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}");
        Assert.Equal(["230521 12000", "230183 0"], whole.GetProperty("in").EnumerateArray().Select(e => $"{e.GetProperty("entity").GetString()} {e.GetProperty("deposits").GetInt64()}"));
        Assert.Equal("2026-06-25", whole.GetProperty("next").GetProperty("dueOn").GetString());
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        var (_, part) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}");
        Assert.Equal(("230521", "2026-07-01"), (Assert.Single(part.GetProperty("in").EnumerateArray()).GetProperty("entity").GetString(), part.GetProperty("next").GetProperty("dueOn").GetString()));
    }

    [Fact, Trait("Case", "OCRM-62")]
    public async Task A_household_is_found_from_every_side_and_sums_what_one_sees_of_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        var wife = await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        var husband = await desk.HearAsync("CLMS", "L2", Outlet, "张伟", Zhang, also: ("relation.spouse", $"L1\u001F王芳\u001F01\u001F{Wang}"));
        var child = await desk.HearAsync("CLMS", "L3", Other, "李雷", Li, also: ("relation.parent", $"L2\u001F张伟\u001F01\u001F{Zhang}"));
        await desk.FollowedAsync();
        await HoldingCompliance.TakeAsync(desk, Loan("L1", 10_00, Outlet), Loan("L2", 5_00, Outlet), Loan("L3", 1_00, Other));

        foreach (var number in new[] { wife, husband, child })
        {
            var circle = await CircleAsync(desk, number);
            Assert.Equal((3, 1600L, 0), (circle.GetProperty("household").GetProperty("customers").GetInt32(), circle.GetProperty("household").GetProperty("loans").GetInt64(), circle.GetProperty("beyond").GetInt32()));
            Assert.Equal(number, circle.GetProperty("people")[0].GetProperty("number").GetString());
            Assert.Equal([$"{husband} {wife} spouse", $"{child} {husband} parent"], Ties(circle));
        }

        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        var seen = await CircleAsync(desk, wife);
        Assert.Equal((2, 1500L, 1), (seen.GetProperty("household").GetProperty("customers").GetInt32(), seen.GetProperty("household").GetProperty("loans").GetInt64(), seen.GetProperty("beyond").GetInt32()));
        Assert.Equal([$"{husband} {wife} spouse"], Ties(seen));
    }

    [Fact, Trait("Case", "OCRM-63")]
    public async Task Who_stands_as_guarantor_is_a_tie_and_the_guaranteed_loans_are_summed_on_the_guarantor_s_side()
    {
        await using var desk = await Desk.StartAsync(engine);
        var guarantor = await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L4", Outlet, "李雷", Li, also: ("relation.spouse", $"L1\u001F王芳\u001F01\u001F{Wang}"));
        var borrower = await desk.HearAsync("CLMS", "L2", Outlet, "张伟", Zhang, also: ("relation.guarantor", $"L1\u001F王芳\u001F01\u001F{Wang}"));
        await desk.FollowedAsync();
        await HoldingCompliance.TakeAsync(desk, Loan("L2", 5_00, Outlet));

        var circle = await CircleAsync(desk, guarantor);
        Assert.Equal((500L, 0L), (circle.GetProperty("household").GetProperty("guaranteed").GetInt64(), circle.GetProperty("household").GetProperty("loans").GetInt64()));
        Assert.Contains($"{borrower} {guarantor} guarantor", Ties(circle));
        Assert.Equal(JsonValueKind.Null, (await CircleAsync(desk, borrower)).GetProperty("household").ValueKind);
    }

    private static HoldingReport Loan(string key, long balance, string branch) =>
        HoldingCompliance.Report(key, "H" + key, balance) with { System = "CLMS", Kind = HoldingKind.Loan, Branch = branch };

    private static async Task<string> TwoEntitiesAsync(Desk desk)
    {
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", Other, "王芳", Wang);
        await desk.FollowedAsync();
        return number;
    }

    private static Task RemindAsync(Desk desk, string number, string entity, int due, string state) => desk.Database.WriteAsync(s => s.ExecuteAsync(
        """
        INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
        SELECT c.party_id, c.party_id, c.entity, c.unit, o.manager, 'birthday', @due, '', '', '{}', @state, '', 0 FROM ocrm.customer c JOIN ocrm.owner o ON o.party_id = c.party_id AND o.entity = c.entity WHERE c.number = @number AND c.entity = @entity
        """, ("number", number), ("entity", entity), ("due", due), ("state", state)), CancellationToken.None);

    private static async Task<List<string>> HoldingsAsync(Desk desk, string number)
    {
        var (status, holdings) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/holdings");
        Assert.Equal(200, status);
        return [.. holdings.EnumerateArray().Select(h =>
            $"{h.GetProperty("kind").GetString()} {h.GetProperty("account").GetString()} {h.GetProperty("balance").GetInt64()} [{string.Join(',', h.GetProperty("days").EnumerateArray().Select(d => d.GetProperty("balance").GetInt64()))}]")];
    }

    private static async Task<JsonElement> CircleAsync(Desk desk, string number)
    {
        var (status, circle) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/circle");
        Assert.Equal(200, status);
        return circle;
    }

    private static IEnumerable<string> Ties(JsonElement circle) =>
        circle.GetProperty("ties").EnumerateArray().Select(t => $"{t.GetProperty("from").GetString()} {t.GetProperty("to").GetString()} {t.GetProperty("relation").GetString()}");
}

public sealed class SqliteCustomer360() : Customer360Compliance(new Engine.Sqlite());

public sealed class PostgresCustomer360() : Customer360Compliance(new Engine.Postgres());
