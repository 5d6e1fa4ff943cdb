using Granary.Ocrm.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Sending;

/// <summary>What sending brings, for customer management's own doors.</summary>
internal static class SendingModule
{
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddSingleton<Outgoing>();
        // To whom it went is known: of what a split leaves open, nobody is asked.
        services.AddSingleton(new PartyRows("ocrm.outgoing", "outgoing", At: "created_at") { Asked = "1 = 0" });
        return services;
    }
}
