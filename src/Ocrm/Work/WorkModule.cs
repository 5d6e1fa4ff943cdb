using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work;

/// <summary>Tasks, visits and calls, daily reports.</summary>
internal static class WorkModule
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(TaskList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(new PartyRows("ocrm.task", "task", At: "created_at"));
        services.AddSingleton<Assignees>();
        services.AddSingleton<EscalateTasks>();
        services.AddHostedService(s => s.GetRequiredService<EscalateTasks>());
        return services;
    }

    public static IEndpointRouteBuilder MapWork(this IEndpointRouteBuilder routes)
    {
        CreateTask.Map(routes);
        ShowTask.Map(routes);
        FinishTask.Map(routes);
        PostponeTask.Map(routes);
        TransferTask.Map(routes);
        TickTask.Map(routes);
        CancelTask.Map(routes);
        Plans.Map(routes);
        return routes;
    }
}
