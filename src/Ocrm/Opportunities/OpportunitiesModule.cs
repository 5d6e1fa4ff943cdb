using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
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
        return services;
    }

    public static void MapOpportunities(this IEndpointRouteBuilder routes)
    {
    }
}
