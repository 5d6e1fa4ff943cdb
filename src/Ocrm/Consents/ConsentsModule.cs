using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Consents;

/// <summary>What the consent register brings, for customer management's own doors.</summary>
internal static class ConsentsModule
{
    public static IServiceCollection AddConsents(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ConsentList.Definition, s.GetRequiredService<OcrmDatabase>()));
        // Given to one of two people while they were taken for one: a person says whose it is, and meanwhile it stays where it was written.
        services.AddSingleton(new PartyRows("ocrm.consent", "consent", At: "given_at"));
        return services;
    }

    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        ShowConsents.Map(routes);
        GiveConsent.Map(routes);
        WithdrawConsent.Map(routes);
        Wording.Map(routes);
    }
}
