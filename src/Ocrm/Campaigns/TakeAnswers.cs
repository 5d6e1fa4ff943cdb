using System.Globalization;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;

namespace Granary.Ocrm.Campaigns;

/// <summary>A questionnaire of a campaign was completed: its target has answered. Of anonymous answers nobody knows whose they are.</summary>
internal sealed class TakeAnswers : IResponseTaken
{
    public async Task TakenAsync(Session session, TakenResponse response)
    {
        if (response.Campaign == 0 || response.Party == 0
            || await session.QueryAsync($"SELECT {Target.Columns} FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.party_id = @party AND t.outcome = 'in' {session.ForUpdateOf("t")}", Target.Read,
                ("campaign", response.Campaign), ("party", response.Party)) is not [var target]
            || await session.QueryAsync($"SELECT {Campaign.Columns} FROM ocrm.campaign g WHERE g.id = @id", Campaign.Read, ("id", response.Campaign)) is not [var campaign])
        {
            return;
        }

        await TakeResponse.RunAsync(session, campaign, target, new TakenCampaignResponse(ResponseKind.Answered, "", "", string.Create(CultureInfo.InvariantCulture, $"response/{response.Id}"), response.At));
    }
}
