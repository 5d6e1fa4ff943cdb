using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Products;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Segments;

/// <summary>What tags and segments bring, for customer management's own doors.</summary>
internal static class SegmentsModule
{
    public static IServiceCollection AddSegments(this IServiceCollection services)
    {
        services.AddSingleton(new PartyRows("ocrm.customer_tag", "tag", "at", "entity", "tag_id"));
        services.AddSingleton(new PartyRows("ocrm.segment_member", "segment", "at", "entity", "segment_id"));
        return services;
    }

    /// <summary>The list of customers, which knows segments by name.</summary>
    public static ListSource Customers(IServiceProvider services)
    {
        var database = services.GetRequiredService<OcrmDatabase>();
        var clock = services.GetRequiredService<TimeProvider>();
        return new ListSource(CustomerList.Definition, database)
        {
            Clock = clock,
            Stored = new Dictionary<string, Func<string, Granary.Access.Contracts.Caller, CancellationToken, Task<StoredFilter?>>>
            {
                ["segment"] = Segment.In(database), ["followed"] = FollowCustomers.MineAsync, ["product"] = ProductFilters.Held(database), ["eligible"] = ProductFilters.Eligible(database, clock),
            },
        };
    }

    public static void MapSegments(this IEndpointRouteBuilder routes)
    {
        Tags.Map(routes);
        Segments.Map(routes);
        FillFromFile.Map(routes, routes.ServiceProvider.GetRequiredService<OcrmLimits>());
    }
}
