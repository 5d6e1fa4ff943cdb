using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Analysis;

/// <summary>What responses say in sums: packed by a worker, counted in memory.</summary>
internal static class AnalysisModule
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<OpenAnalysis>();
        services.AddSingleton<PackAnswers>();
        services.AddHostedService(s => s.GetRequiredService<PackAnswers>());
        return services;
    }

    public static void MapAnalysis(this IEndpointRouteBuilder routes)
    {
        ShowAnalysis.Map(routes);
        ShowCross.Map(routes);
        ShowRates.Map(routes);
        ShowTexts.Map(routes);
        ExportAnalysis.Map(routes);
    }
}
