using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Imports;

/// <summary>What imports bring, for customer management's own doors.</summary>
internal static class ImportsModule
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportKind, ProspectImport>();
        services.AddSingleton<ImportKind, RegisterImport>();
        services.AddSingleton<ImportKind, HoldingImport>();
        services.AddSingleton<ImportKind, CustomerImport>();
        services.AddSingleton(new PartyRows("ocrm.holding", "holding") { Only = "t.import_id <> 0" }); // the systems' own follow their source records
        services.AddSingleton<ImportViews>();
        services.AddSingleton<RunImports>();
        services.AddHostedService(s => s.GetRequiredService<RunImports>());
        services.AddSingleton(s => new ListSource(ImportList.Definition([.. s.GetServices<ImportKind>().Select(k => k.Name)]), s.GetRequiredService<OcrmDatabase>()));
        return services;
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        StartImport.Map(routes, routes.ServiceProvider.GetRequiredService<OcrmLimits>());
        ChangeImport.Map(routes);
        ShowImport.Map(routes);
        ErrorFile.Map(routes);
    }
}
