using Granary.Access.Contracts;
using Granary.Access.Lists.Exports;
using Granary.Access.Lists.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Granary.Access.Lists;

/// <param name="Data">The folder under which files of exports lie.</param>
internal sealed record ListOptions(string Data);

/// <summary>The doors of the list engine, for Access' own doors: every <see cref="ListSource"/> that is registered gets its routes.</summary>
internal static class ListsModule
{
    public static IServiceCollection AddLists(this IServiceCollection services, string data)
    {
        services.AddSingleton(new ListOptions(data));
        services.TryAddSingleton<ListLimits>();
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.AddSingleton<ExportRows>();
        services.AddSingleton<IProposalKind, ExportApproval>();
        services.AddHostedService<AgreedExports>();
        return services;
    }

    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<ListLimits>();
        foreach (var source in routes.ServiceProvider.GetServices<ListSource>())
        {
            DescribeList.Map(routes, source.List);
            ReadRows.Map(routes, source, limits);
            ChangeRows.Map(routes, source, limits);
            SavedViews.Map(routes, source.List, limits);
            if (source.List.ExportPermission is not null)
            {
                ExportRows.Map(routes, source);
            }
        }

        ShowJobs.Map(routes);
    }
}
