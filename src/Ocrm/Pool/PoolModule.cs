using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Pool;

/// <summary>The public pool, for customer management's own doors.</summary>
internal static class PoolModule
{
    public static IServiceCollection AddPool(this IServiceCollection services)
    {
        services.AddSingleton(PoolMove.Rows);
        services.AddSingleton(s => new ListSource(PoolList.Definition, s.GetRequiredService<OcrmDatabase>()));
        return services;
    }

    public static void MapPool(this IEndpointRouteBuilder routes) => ShowPool.Map(routes);
}
