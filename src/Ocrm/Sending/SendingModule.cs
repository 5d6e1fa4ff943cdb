using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Sending;

/// <summary>What sending brings, for customer management's own doors.</summary>
internal static class SendingModule
{
    public static IServiceCollection AddSending(this IServiceCollection services, SendingSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Outgoing>();
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<SenderName>();
        services.AddSingleton<DoubtUnheard>();
        services.AddHostedService(s => s.GetRequiredService<DoubtUnheard>());
        services.AddSingleton<RunSending>();
        services.AddHostedService(s => s.GetRequiredService<RunSending>());
        services.AddSingleton(s => new ListSource(OutgoingList.Definition, s.GetRequiredService<OcrmDatabase>()));
        // To whom it went is known: of what a split leaves open, nobody is asked.
        services.AddSingleton(new PartyRows("ocrm.outgoing", "outgoing", At: "created_at") { Asked = "1 = 0" });
        return services;
    }

    public static void MapSending(this IEndpointRouteBuilder routes) => ShowChannels.Map(routes);
}
