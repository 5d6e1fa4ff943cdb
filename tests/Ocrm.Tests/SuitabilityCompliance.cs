using System.Text.Json;
using Granary.Kernel;
using Granary.Ocrm.Products;
using Granary.Tests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Tests;

/// <summary>The rule alone (docs/cases.md, PROD-10).</summary>
public sealed class SuitabilityRuleTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Theory, Trait("Case", "PROD-10")]
    [InlineData("", null, null)]
    [InlineData("R1", null, "not-assessed")]
    [InlineData("R1", "C1", null)]
    [InlineData("R2", "C1", "risk")]
    [InlineData("R2", "C3", null)]
    [InlineData("R5", "C5", null)]
    [InlineData("R5", "C4", "risk")]
    public void A_risk_suits_who_bears_as_much(string risk, string? level, string? against) =>
        Assert.Equal(against, Suitability.Against(risk, level is null ? null : new RiskAssessment(level, Day, Day), Day));

    [Fact, Trait("Case", "PROD-10")]
    public void An_assessment_counts_on_its_last_day_and_not_on_the_next()
    {
        var assessment = new RiskAssessment("C5", Day, Day);
        Assert.Equal((null, "expired", null), (Suitability.Against("R2", assessment, Day), Suitability.Against("R2", assessment, Day.AddDays(1)), Suitability.Against("", assessment, Day.AddDays(1))));
    }
}

/// <summary>What suits a customer, on each engine (docs/cases.md, PROD).</summary>
public abstract class SuitabilityCompliance(Engine engine)
{
    private const string County = "230521";
    private const string Outlet = "2305210102";
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211242";

    [Fact, Trait("Case", "PROD-11")]
    public async Task A_product_is_refused_by_name_to_who_bears_less_risk_or_of_whom_it_is_not_known_and_shown_with_the_reason()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await desk.AddProductAsync("LC-2", Desk.Terms() with { Risk = "R2" }, kind: "wealth", holds: ["wealth"]);
        await desk.AddProductAsync("OTHER", entity: "230183");
        Assert.Equal("product-not-on-sale", await CheckAsync(desk, number, "LC-2"));
        await desk.PublishProductAsync("LC-2");
        await desk.PublishProductAsync("OTHER");
        Assert.Equal("product-not-on-sale", await CheckAsync(desk, number, "OTHER"));
        Assert.Null(await CheckAsync(desk, number, ""));
        Assert.Equal(("suitability-not-assessed", "not-assessed"), (await CheckAsync(desk, number, "LC-2"), await AgainstAsync(desk, number)));
        await AssessAsync(desk, number, "C1", "answer/1", Now);
        Assert.Equal(("suitability-risk", "risk"), (await CheckAsync(desk, number, "LC-2"), await AgainstAsync(desk, number)));
        await AssessAsync(desk, number, "C3", "answer/2", Now + 1);
        Assert.Equal((null, null), (await CheckAsync(desk, number, "LC-2"), await AgainstAsync(desk, number)));
        Assert.Equal("suitability-expired", await CheckAsync(desk, number, "LC-2", BankTime.Ms(BankTime.Day(Now).AddYears(1))));

        // The same answer again assesses nobody again; an older one that comes late changes nothing.
        await AssessAsync(desk, number, "C1", "answer/1", Now + 5);
        await AssessAsync(desk, number, "C1", "answer/3", Now - 5);
        Assert.Null(await CheckAsync(desk, number, "LC-2"));
    }

    [Fact, Trait("Case", "PROD-12")]
    public async Task Assessments_follow_their_customer_through_a_merge_where_the_latest_counts_and_back_through_a_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        var second = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang));
        // After the desk knows them: a split gives back what was written of a record since it was somebody's.
        var since = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await AssessAsync(desk, first, "C4", "answer/1", since);
        await AssessAsync(desk, second, "C2", "answer/2", since + 1);
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.Equal("C2", await LevelAsync(desk, first));
        await desk.SplitAsync(first);
        await desk.FollowedAsync();
        Assert.Equal("C4", await LevelAsync(desk, first));
        Assert.Equal(["C2", "C4"], (await desk.Database.ReadAsync(s => s.QueryAsync(
            "SELECT s.level FROM ocrm.suitability s JOIN ocrm.customer c ON c.party_id = s.party_id", r => r.GetString(0)), CancellationToken.None)).Order(StringComparer.Ordinal));
    }

    private static readonly long Now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static Task<long> PartyAsync(Desk desk, string number) => desk.Database.ReadAsync(async s =>
        (await s.QueryAsync("SELECT c.party_id FROM ocrm.customer c WHERE c.number = @number", r => r.GetInt64(0), ("number", number)))[0], CancellationToken.None);

    private static async Task AssessAsync(Desk desk, string number, string level, string origin, long at)
    {
        var party = await PartyAsync(desk, number);
        await desk.Database.WriteAsync(session => Suitability.AssessAsync(session, party, County, level, origin, at), CancellationToken.None);
    }

    private static async Task<string?> CheckAsync(Desk desk, string number, string code, long? at = null)
    {
        var party = await PartyAsync(desk, number);
        return await desk.Database.ReadAsync(session => Suitability.CheckAsync(session, party, County, code, at ?? Now), CancellationToken.None) is { } problem ? CodeOf(problem) : null;
    }

    private static string? CodeOf(ProblemHttpResult problem) => problem.ProblemDetails.Extensions["code"] as string;

    private static async Task<string?> AgainstAsync(Desk desk, string number) =>
        Assert.Single((await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/products")).Body.GetProperty("products").EnumerateArray()).GetProperty("against").GetString();

    private static async Task<string?> LevelAsync(Desk desk, string number) => (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/products")).Body.GetProperty("risk").GetProperty("level").GetString();
}

public sealed class SqliteSuitability() : SuitabilityCompliance(new Engine.Sqlite());

public sealed class PostgresSuitability() : SuitabilityCompliance(new Engine.Postgres());
