using Granary.Ocrm.Customers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Documents;

/// <summary>What files about customers bring, for customer management's own doors.</summary>
internal static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<CheckTurns>();
        services.AddSingleton(new PartyRows("ocrm.document", "document"));
        return services;
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes, OcrmLimits limits)
    {
        UploadDocument.Map(routes, limits);
        ShowDocuments.Map(routes);
        DownloadDocument.Map(routes);
        RemoveDocument.Map(routes);
    }
}
