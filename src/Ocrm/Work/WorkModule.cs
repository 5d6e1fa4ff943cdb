using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work.Log;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work;

/// <summary>Tasks and plans of tasks, visits and calls, and the page of the day.</summary>
internal static class WorkModule
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(TaskList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(s => new ListSource(VisitList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(new PartyRows("ocrm.task", "task", At: "created_at"));
        services.AddSingleton(new PartyRows("ocrm.visit_customer", "visit", At: "created_at", "visit_id") { RefBy = "visit_id" });
        services.AddSingleton<Assignees>();
        services.AddSingleton<EscalateTasks>();
        services.AddHostedService(s => s.GetRequiredService<EscalateTasks>());
        return services.AddLog();
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
        PlanVisit.Map(routes);
        ShowVisit.Map(routes);
        FinishVisit.Map(routes);
        MoveVisit.Map(routes);
        ShowToday.Map(routes);
        SettleReminder.Map(routes);
        return routes.MapLog();
    }
}
