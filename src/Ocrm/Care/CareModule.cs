using Granary.Ocrm.Customers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Care;

/// <summary>Tiers, early warnings, care: what is owed to customers without anybody asking for it.</summary>
internal static class CareModule
{
    public static IServiceCollection AddCare(this IServiceCollection services)
    {
        services.AddSingleton(new PartyRows("ocrm.wish", "wish", "at", "entity"));
        services.AddSingleton<RemindOfCare>();
        services.AddHostedService(s => s.GetRequiredService<RemindOfCare>());
        return services;
    }

    public static void MapCare(this IEndpointRouteBuilder routes)
    {
        Policies.Map(routes);
        Wishes.Map(routes);
    }
}
