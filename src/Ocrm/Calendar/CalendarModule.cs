using Granary.Ocrm.Customers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Calendar;

/// <summary>Events with their series, guests and reminders; days; the feed and the import.</summary>
internal static class CalendarModule
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton(new PartyRows("ocrm.event", "event", At: "created_at"));
        services.AddSingleton<RemindOfEvents>();
        services.AddHostedService(s => s.GetRequiredService<RemindOfEvents>());
        return services;
    }

    public static IEndpointRouteBuilder MapCalendar(this IEndpointRouteBuilder routes)
    {
        ShowDays.Map(routes);
        ShowCalendar.Map(routes);
        AddEvent.Map(routes);
        ChangeEvent.Map(routes);
        Guests.Map(routes);
        FindConflicts.Map(routes);
        CalendarFeed.Map(routes);
        ImportEvents.Map(routes);
        return routes;
    }
}
