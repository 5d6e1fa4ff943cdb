using System.Globalization;
using System.Security.Cryptography;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using QRCoder;

namespace Granary.Ocrm.Campaigns;

/// <param name="Address">Where it leads.</param>
/// <param name="Svg">The QR code as a picture.</param>
/// <param name="Opened">How often it was opened; null where the questionnaire counts.</param>
public sealed record CampaignQr(string Address, string Svg, long? Opened);

/// <summary>Addresses that say nothing but a random token: GET /api/go/{token} leads on to where the campaign's step says, and notes that it was opened. GET /api/campaigns/{id}/steps/{step}/qr draws the one of a QR code.</summary>
internal sealed class CampaignLinks(Invite invite, AskingOptions options)
{
    private const int TokenBytes = 16;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/go/{token}", async Task<Results<RedirectHttpResult, NotFound>> (string token, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                token.Length == TokenBytes * 2 && await database.WriteAsync(session => OpenAsync(session, token, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) is { } address
                    ? TypedResults.Redirect(address)
                    : TypedResults.NotFound())
            .ForEveryone().WithName("FollowCampaignLink").WithSummary("Leads on to where a campaign's link says");
        routes.MapGet("/campaigns/{id:long}/steps/{step:int}/qr", async Task<Results<Ok<CampaignQr>, ProblemHttpResult>> (
                long id, int step, Caller caller, OcrmDatabase database, CampaignLinks links, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(async session => await Campaign.ReadableAsync(session, caller, id) is { StartedAt: > 0 } campaign && campaign.Plan.Step(step) is { Kind: StepKind.Qr } known
                    ? await links.DrawAsync(session, campaign, known, clock.GetUtcNow().ToUnixTimeMilliseconds())
                    : null, cancellation) is { } qr ? TypedResults.Ok(qr) : Campaign.Unknown)
            .Requires(Permission.CampaignsRead).WithName("ShowCampaignQr").WithSummary("The QR code of a step of a campaign that has started");
    }

    /// <summary>The addresses of a step's link, one for each target.</summary>
    public async Task<IReadOnlyDictionary<long, string>> OfAsync(Session session, Campaign campaign, CampaignStep step, IReadOnlyList<Target> targets)
    {
        var made = targets.Select(t => (Target: t.Id, Token: Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)))).ToList();
        await session.InsertAsync(Rows(campaign.Id, step.Id), made);
        return made.ToDictionary(m => m.Target, m => AddressOf(m.Token));
    }

    private string AddressOf(string token) => $"{options.Address.TrimEnd('/')}/api/go/{token}";

    private async Task<CampaignQr> DrawAsync(Session session, Campaign campaign, CampaignStep step, long now)
    {
        var (address, opened) = step.Questionnaire > 0 ? (await AskedAsync(session, campaign, step, now), (long?)null) : await OfEverybodyAsync(session, campaign, step);
        using var drawn = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(drawn);
        return new CampaignQr(address, svg.GetGraphic(4), opened);
    }

    private async Task<string> AskedAsync(Session session, Campaign campaign, CampaignStep step, long now) => (await invite.AddAsync(session, new InvitationDraft(
        string.Create(CultureInfo.InvariantCulture, $"{campaign.Ref}/qr/{step.Id}"), step.Questionnaire, campaign.Entity, campaign.Unit, campaign.Owner, Via.Qr, now, SendMessages.Ends(campaign)) { Campaign = campaign.Id, Uses = 0 })).Address;

    private async Task<(string Address, long? Opened)> OfEverybodyAsync(Session session, Campaign campaign, CampaignStep step)
    {
        await session.InsertAsync(Rows(campaign.Id, step.Id), [(0L, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)))]);
        var (token, opened) = (await session.QueryAsync("SELECT l.token, l.opened FROM ocrm.campaign_link l WHERE l.campaign = @campaign AND l.step = @step AND l.target = 0",
            r => (r.GetString(0), r.GetInt64(1)), ("campaign", campaign.Id), ("step", (long)step.Id)))[0];
        return (AddressOf(token), opened);
    }

    private static Insert<(long Target, string Token)> Rows(long campaign, int step) => new("ocrm.campaign_link", "ON CONFLICT (campaign, step, target) DO NOTHING",
        new("campaign", ColumnType.Long, _ => campaign), new("step", ColumnType.Long, _ => (long)step), new("target", ColumnType.Long, l => l.Target), new("token", ColumnType.Text, l => l.Token),
        new("opened", ColumnType.Long, _ => 0L), new("opened_at", ColumnType.Long, _ => 0L));

    /// <returns>Null for a token that is none of ours.</returns>
    private static async Task<string?> OpenAsync(Session session, string token, long now)
    {
        if (await session.QueryAsync(
            "UPDATE ocrm.campaign_link SET opened = opened + 1, opened_at = CASE WHEN opened_at = 0 THEN @now ELSE opened_at END WHERE token = @token RETURNING id, campaign, step, target",
            r => (Id: r.GetInt64(0), Campaign: r.GetInt64(1), Step: r.GetInt64(2), Target: r.GetInt64(3)), ("now", now), ("token", token)) is not [var link]
            || (await session.QueryAsync($"SELECT {Campaign.Columns} FROM ocrm.campaign g WHERE g.id = @id", Campaign.Read, ("id", link.Campaign))) is not [var campaign] || campaign.Plan.Step(link.Step) is not { Link.Length: > 0 } step)
        {
            return null;
        }

        if (await session.QueryAsync($"SELECT {Target.Columns} FROM ocrm.campaign_target t WHERE t.id = @id {session.ForUpdateOf("t")}", Target.Read, ("id", link.Target)) is [var target])
        {
            await TakeResponse.RunAsync(session, campaign, target, new TakenCampaignResponse(ResponseKind.Opened, "", "", string.Create(CultureInfo.InvariantCulture, $"link/{link.Id}"), now));
        }

        return step.Link;
    }
}
