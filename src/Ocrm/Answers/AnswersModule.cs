using Granary.Access.Lists;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Answers;

/// <summary>What comes of answers, for customer management's own doors.</summary>
internal static class AnswersModule
{
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ResponseList.Definition, s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton<IResponseTaken, ApplyRules>();
        services.AddSingleton<IResponseTaken, ProposeUpdates>();
        services.AddSingleton<CompareUpdates>();
        services.AddHostedService(s => s.GetRequiredService<CompareUpdates>());
        services.AddSingleton(new PartyRows("ocrm.response", "answer"));
        services.AddSingleton(new ProspectRows("ocrm.response"));
        services.AddSingleton(new PartyRows("ocrm.answer_update", "update") { Asked = "t.state IN ('new', 'proposed')" }); // what was decided is told already
        services.AddSingleton(new PartyRows("ocrm.tier_floor", "tier", "at", "entity"));
        return services;
    }

    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        AnswerRules.Map(routes);
        ShowResponses.Map(routes);
        DownloadAnswerFile.Map(routes);
        ShowUpdates.Map(routes);
        DecideUpdates.Map(routes);
    }
}
