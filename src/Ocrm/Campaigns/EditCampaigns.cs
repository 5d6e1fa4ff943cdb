using System.Security.Cryptography;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>POST /api/campaigns, GET, PUT and DELETE /api/campaigns/{id}: a campaign as it is planned. A draft changes as a whole, one that was submitted only in what it costs.</summary>
internal static class EditCampaigns
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/campaigns", async Task<Results<Ok<CampaignView>, ProblemHttpResult>> (
                CampaignDraft draft, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (UnitOf(draft.Unit, caller) is not { } unit)
                {
                    return Problems.BadRequest("campaign-unit", "For which of your units is it?");
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var campaign = draft.On(new Campaign(0, "", UnitCode.EntityOf(unit), unit, caller.PersonId, Campaign.Draft, "", 0, 0, CampaignPlan.Empty, [],
                    RandomNumberGenerator.GetInt32(int.MaxValue), 0, 0, "", "", 0, 0, 0, at, at, 1));
                if (CampaignDraft.Wrong(campaign, limits) is { } wrong)
                {
                    return wrong;
                }

                var made = await database.WriteAsync(async session =>
                {
                    var id = await session.AddAsync(Rows, campaign);
                    await AuditAsync(session, caller, Campaign.RefOf(id), at, "", campaign.Name);
                    return campaign with { Id = id };
                }, cancellation);
                return TypedResults.Ok(await CampaignView.OfAsync(made, caller, organisation, cancellation));
            })
            .Requires(Permission.CampaignsEdit).WithName("AddCampaign").WithSummary("A new campaign, as a draft");
        routes.MapGet("/campaigns/{id:long}", async Task<Results<Ok<CampaignView>, ProblemHttpResult>> (long id, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
                await database.ReadAsync(session => Campaign.ReadableAsync(session, caller, id), cancellation) is { } found
                    ? TypedResults.Ok(await CampaignView.OfAsync(found, caller, organisation, cancellation))
                    : Campaign.Unknown)
            .Requires(Permission.CampaignsRead).WithName("ShowCampaign").WithSummary("One campaign with its plan");
        routes.MapPut("/campaigns/{id:long}", async Task<Results<Ok<CampaignView>, ProblemHttpResult>> (
                long id, CampaignDraft draft, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var (changed, problem) = await database.WriteAsync(session => SaveAsync(session, id, draft, caller, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
                return problem is null ? TypedResults.Ok(await CampaignView.OfAsync(changed!, caller, organisation, cancellation)) : problem;
            })
            .Requires(Permission.CampaignsEdit).WithName("SaveCampaign").WithSummary("Changes a draft, or what a campaign costs");
        routes.MapDelete("/campaigns/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (long id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(session => RemoveAsync(session, id, caller, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) is { } problem ? problem : TypedResults.NoContent())
            .Requires(Permission.CampaignsEdit).WithName("RemoveCampaign").WithSummary("Takes away a draft that was never submitted");
    }

    public static ProblemHttpResult NotNow => Problems.Conflict("campaign-state", "The campaign is not in a state in which this can be done.");

    public static Task AuditAsync(Session session, Caller caller, string subject, long at, string before, string after, string reason = "") =>
        AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.CampaignsEdit, subject, reason, before, after));

    private static async Task<(Campaign?, ProblemHttpResult?)> SaveAsync(Session session, long id, CampaignDraft draft, Caller caller, OcrmLimits limits, long at)
    {
        if (await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is not { } known)
        {
            return (null, Campaign.Unknown);
        }

        if (draft.Version is { } version && version != known.Version)
        {
            return (null, Problems.Conflict("campaign-changed", "Somebody changed the campaign meanwhile."));
        }

        var change = known.State == Campaign.Draft ? draft : new CampaignDraft(null, null, null, null, null, null, null, draft.Costs, null);
        if (known.State != Campaign.Draft && draft with { Costs = null, Version = null } != new CampaignDraft(null, null, null, null, null, null, null, null, null))
        {
            return (null, NotNow);
        }

        var after = change.On(known) with { ChangedAt = at, Version = known.Version + 1 };
        if (draft.Unit is { } said && known.State == Campaign.Draft)
        {
            if (UnitOf(said, caller) is not { } unit)
            {
                return (null, Problems.BadRequest("campaign-unit", "For which of your units is it?"));
            }

            after = after with { Unit = unit, Entity = UnitCode.EntityOf(unit) };
        }

        if (CampaignDraft.Wrong(after, limits) is { } wrong)
        {
            return (null, wrong);
        }

        await session.ExecuteAsync(
            $"UPDATE ocrm.campaign SET {string.Join(", ", Rows.Columns.Where(c => c.Name is not ("created_at" or "seed")).Select(c => $"{c.Name} = @{c.Name}"))} WHERE id = @id",
            [.. Rows.Columns.Where(c => c.Name is not ("created_at" or "seed")).Select(c => (c.Name, c.Value(after))), ("id", id)]);
        await AuditAsync(session, caller, known.Ref, at, known.Name, $"{after.Name} {after.State}");
        return (after, null);
    }

    private static async Task<ProblemHttpResult?> RemoveAsync(Session session, long id, Caller caller, long at)
    {
        if (await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is not { } known)
        {
            return Campaign.Unknown;
        }

        if (known is not { State: Campaign.Draft, FrozenAt: 0, Looked: 0 })
        {
            return NotNow;
        }

        await session.ExecuteAsync("DELETE FROM ocrm.campaign WHERE id = @id", ("id", id));
        await AuditAsync(session, caller, known.Ref, at, known.Name, "removed");
        return null;
    }

    /// <summary>A unit in which the caller plans campaigns; their own post where none is said.</summary>
    private static string? UnitOf(string? said, Caller caller)
    {
        var unit = said ?? caller.Rights.Sources.FirstOrDefault(s => s.Permission == Permission.CampaignsEdit)?.Unit ?? "";
        return unit.Length >= UnitCode.Province.Length && unit.All(char.IsAsciiDigit) && caller.SightOf(Permission.CampaignsEdit).Sees(UnitCode.EntityOf(unit), unit) ? unit : null;
    }

    private static readonly Insert<Campaign> Rows = new("ocrm.campaign", "",
        new("name", ColumnType.Text, g => g.Name), new("entity", ColumnType.Text, g => g.Entity), new("unit", ColumnType.Text, g => g.Unit), new("owner", ColumnType.Text, g => g.Owner),
        new("state", ColumnType.Text, g => g.State), new("product", ColumnType.Text, g => g.Product), new("from_day", ColumnType.Int, g => g.FromDay), new("to_day", ColumnType.Int, g => g.ToDay),
        new("plan", ColumnType.Text, g => g.Plan.Json), new("costs", ColumnType.Text, g => WorkJson.Write(g.Costs)), new("seed", ColumnType.Long, g => g.Seed), new("cursor", ColumnType.Long, g => g.Cursor),
        new("looked", ColumnType.Long, g => g.Looked), new("acting", ColumnType.Text, g => g.Acting), new("problem", ColumnType.Text, g => g.Problem), new("frozen_at", ColumnType.Long, g => g.FrozenAt),
        new("started_at", ColumnType.Long, g => g.StartedAt), new("ended_at", ColumnType.Long, g => g.EndedAt), new("created_at", ColumnType.Long, g => g.CreatedAt),
        new("changed_at", ColumnType.Long, g => g.ChangedAt), new("version", ColumnType.Long, g => g.Version));
}
