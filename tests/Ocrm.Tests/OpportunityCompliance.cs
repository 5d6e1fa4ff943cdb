using Granary.Ocrm.Opportunities;

namespace Granary.Ocrm.Tests;

/// <summary>What may be sold to whom, on each engine (docs/cases.md, OPP).</summary>
public abstract class OpportunityCompliance(WorkDesk work)
{
    [Fact, Trait("Case", "OPP-01")]
    public async Task The_same_origin_opens_one_opportunity_for_a_customer_in_a_pipeline_however_often_and_from_wherever_at_once()
    {
        var party = await PartyAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(party, "campaign/12")));
        Assert.Single(opened.Select(o => o!.Id).Distinct());
        Assert.Single(opened, o => o!.New);
        Assert.True((await OpenAsync(party, "campaign/13"))!.New);
        Assert.True((await OpenAsync(party, "campaign/12", pipeline: "loan"))!.New);
        Assert.True((await OpenAsync(party, "rule/1", cause: "holding/1"))!.New);
        Assert.True((await OpenAsync(party, "rule/1", cause: "holding/2"))!.New);
        Assert.Null(await OpenAsync(party, "campaign/12", pipeline: "none"));
        Assert.Equal(5, (await work.Desk.Database.ReadAsync(s => s.QueryAsync("SELECT count(*) FROM ocrm.opportunity", r => r.GetInt64(0)), CancellationToken.None))[0]);
    }

    private async Task<long> PartyAsync()
    {
        var desk = await work.BeginAsync();
        return (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", work.Number)), CancellationToken.None))[0];
    }

    private Task<OpenedOpportunity?> OpenAsync(long party, string origin, string pipeline = "deposit", string cause = "") => work.Desk.Database.WriteAsync(session => OpenOpportunity.AddAsync(
        session, null, new OpportunityDraft(pipeline, party, 0, WorkDesk.Entity, WorkDesk.Outlet, "manager", "定期存款到期", "", 500_000, origin) { Cause = cause }, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : OpportunityCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : OpportunityCompliance(work);
}
