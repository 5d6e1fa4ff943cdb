using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Dashboards;

/// <summary>Figures of what somebody sees, and the sums that a job keeps for them.</summary>
internal static class DashboardsModule
{
    public static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.AddSingleton<KeepStanding>();
        services.AddHostedService(s => s.GetRequiredService<KeepStanding>());
        services.AddSingleton<KeepTrend>();
        services.AddHostedService(s => s.GetRequiredService<KeepTrend>());
        return services;
    }

    public static IEndpointRouteBuilder MapDashboards(this IEndpointRouteBuilder routes)
    {
        ShowDashboard.Map(routes);
        ShowTrend.Map(routes);
        return routes;
    }
}
