using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Ownership;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Opportunities;

/// <summary>What may be sold to whom: pipelines, the board, the list, the forecast, and rules that open opportunities by themselves.</summary>
internal static class OpportunitiesModule
{
    public static IServiceCollection AddOpportunities(this IServiceCollection services)
    {
        services.AddSingleton(new PartyRows("ocrm.opportunity", "opportunity", "created_at"));
        services.AddSingleton(new ProspectRows("ocrm.opportunity"));
        services.AddSingleton(new HandoverRows("ocrm.opportunity", "owner", "t.state = 'open'"));
        services.AddSingleton(OpportunityList.Source);
        services.AddSingleton<PipelineEntities>();
        services.AddSingleton<RunOpportunityRules>();
        services.AddHostedService(s => s.GetRequiredService<RunOpportunityRules>());
        return services;
    }

    public static void MapOpportunities(this IEndpointRouteBuilder routes)
    {
        EditPipelines.Map(routes);
        AddOpportunity.Map(routes);
        ShowOpportunity.Map(routes);
        ShowOpportunities.Map(routes);
        EditOpportunity.Map(routes);
        MoveOpportunity.Map(routes);
        ShowBoard.Map(routes);
        ShowForecast.Map(routes);
        EditOpportunityRules.Map(routes);
    }
}
