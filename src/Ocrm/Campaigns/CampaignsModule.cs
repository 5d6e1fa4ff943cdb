using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Campaigns;

/// <summary>What campaigns bring, for customer management's own doors.</summary>
internal static class CampaignsModule
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(CampaignList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(s => new ListSource(TargetList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(new HandoverRows("ocrm.campaign_target", "manager", "t.outcome = 'in' AND t.state = 'waiting'"));
        // The targets before their contacts, as whoever leads them locks them. Of what a split leaves open nobody is asked: it stays.
        services.AddSingleton(new PartyRows("ocrm.campaign_target", "campaign-target", "at", "campaign", "outcome") { Asked = "1 = 0", MeetAsync = MeetingTargets.RunAsync });
        services.AddSingleton(new PartyRows("ocrm.campaign_contact", "campaign-contact") { Asked = "1 = 0" });
        services.AddSingleton<IProposalKind, CampaignApproval>();
        services.AddSingleton<FreezeAudience>();
        services.AddSingleton<ProposeCampaign>();
        services.AddSingleton<AskBranch>();
        services.AddSingleton<IStepWork, GiveTasks>();
        services.AddSingleton<IStepWork, PutOnList>();
        services.AddSingleton<CampaignLinks>();
        services.AddSingleton<Unsubscribe>();
        services.AddSingleton<IStepWork, SendMessages>();
        services.AddSingleton<IResponseTaken, TakeAnswers>();
        services.AddSingleton<LeadTargets>();
        services.AddSingleton<CollectOutcomes>();
        services.AddSingleton<MeasureGoals>();
        services.AddSingleton<EndTasks>();
        services.AddSingleton<RunCampaigns>();
        services.AddHostedService(s => s.GetRequiredService<RunCampaigns>());
        return services;
    }

    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        EditCampaigns.Map(routes);
        SubmitCampaign.Map(routes);
        ShowSelection.Map(routes);
        SteerCampaign.Map(routes);
        ShowDryRun.Map(routes);
        RecordResponse.Map(routes);
        SettleDoubt.Map(routes);
        ShowTarget.Map(routes);
        ShowProgress.Map(routes);
        ShowResults.Map(routes);
        MyCampaigns.Map(routes);
        CampaignLinks.Map(routes);
    }
}
