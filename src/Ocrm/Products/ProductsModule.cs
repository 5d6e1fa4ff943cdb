using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Products;

/// <summary>What the catalogue brings, for customer management's own doors.</summary>
internal static class ProductsModule
{
    public static IServiceCollection AddProducts(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ProductList.Catalogue, s.GetRequiredService<OcrmDatabase>()) { SightOn = OpenTo.SeenAsync });
        services.AddSingleton(s => new ListSource(ProductList.Drafts, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton<EligibilityRule>();
        services.AddSingleton(new PartyRows("ocrm.suitability", "suitability", "assessed_at"));
        return services;
    }

    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        ShowProduct.Map(routes);
        EditProducts.Map(routes);
        PublishProduct.Map(routes);
        ShowSuitable.Map(routes);
        ProductFiles.Map(routes, routes.ServiceProvider.GetRequiredService<OcrmLimits>());
    }
}
