using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>A response as it is written.</summary>
/// <param name="Person">Who wrote it down, by id; '' where it came by itself.</param>
/// <param name="Ref">What it came by; the same brings one response to a target. '' where a person says it.</param>
internal sealed record TakenCampaignResponse(string Kind, string Note, string Person, string Ref, long At);

/// <summary>Writes down what came back from a target, with what follows of it: the goal, and after a complaint or a wrong contact that nothing more is sent.</summary>
internal static class TakeResponse
{
    /// <param name="target">Locked by the session.</param>
    /// <returns>False where it was there already.</returns>
    public static async Task<bool> RunAsync(Session session, Campaign campaign, Target target, TakenCampaignResponse response)
    {
        if (await session.ExecuteAsync(
            "INSERT INTO ocrm.campaign_response (campaign, target, kind, note, person, ref, at) VALUES (@campaign, @target, @kind, @note, @person, @ref, @at) ON CONFLICT (target, ref) WHERE ref <> '' DO NOTHING",
            ("campaign", campaign.Id), ("target", target.Id), ("kind", response.Kind), ("note", response.Note), ("person", response.Person), ("ref", response.Ref), ("at", response.At)) == 0)
        {
            return false;
        }

        var kind = ResponseKind.Weight(response.Kind) >= ResponseKind.Weight(target.Response) ? response.Kind : target.Response;
        var won = campaign.Plan.Goal is { Kind: CampaignGoal.Response, Value: var wanted } && wanted == response.Kind;
        var stops = ResponseKind.Stops(response.Kind) && target.State == Target.Waiting;
        await session.ExecuteAsync(
            """
            UPDATE ocrm.campaign_target SET response = @kind, responded_at = CASE WHEN responded_at = 0 THEN @at ELSE responded_at END, won_at = CASE WHEN @won = 1 AND won_at = 0 THEN @at ELSE won_at END,
                state = CASE WHEN @stops = 1 THEN 'stopped' ELSE state END, version = version + 1
            WHERE id = @id
            """, ("kind", kind), ("at", response.At), ("won", won ? 1 : 0), ("stops", stops ? 1 : 0), ("id", target.Id));
        if (ResponseKind.Stops(response.Kind))
        {
            await HandedOver.CancelAsync(session, target, response.At);
        }

        await Activity.RecordAsync(session, new Activity(target.Party, target.Entity, target.Unit, response.Person, response.At, ActivityKind.Campaign, campaign.Name,
            WorkJson.Write(new { response = response.Kind }), campaign.Ref));
        return true;
    }
}
