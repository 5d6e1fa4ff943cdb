using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work.Log;

/// <summary>Daily reports, what heads do with them, and days on which none is owed.</summary>
internal static class LogModule
{
    public static IServiceCollection AddLog(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ReportList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton<Reporters>();
        services.AddSingleton<ShowReport.Reading>();
        return services;
    }

    public static IEndpointRouteBuilder MapLog(this IEndpointRouteBuilder routes)
    {
        ShowReport.Map(routes);
        SubmitReport.Map(routes);
        ReviewReport.Map(routes);
        ShowReview.Map(routes);
        RollUpReports.Map(routes);
        RecordAbsence.Map(routes);
        WithdrawAbsence.Map(routes);
        ShowAbsences.Map(routes);
        return routes;
    }
}
