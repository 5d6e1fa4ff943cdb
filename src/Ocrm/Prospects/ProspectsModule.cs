using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Prospects;

/// <summary>What prospects bring, for customer management's own doors.</summary>
internal static class ProspectsModule
{
    public static IServiceCollection AddProspects(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ProspectList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton<TellProspects>();
        services.AddHostedService(s => s.GetRequiredService<TellProspects>());
        return services;
    }

    public static void MapProspects(this IEndpointRouteBuilder routes)
    {
        EditProspects.Map(routes);
        CheckProspect.Map(routes);
        ConvertProspect.Map(routes);
    }
}
