using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Questionnaires;

/// <summary>What the library of questionnaires brings, for customer management's own doors.</summary>
internal static class QuestionnairesModule
{
    public static IServiceCollection AddQuestionnaires(this IServiceCollection services)
    {
        services.AddSingleton(QuestionnaireList.Source);
        return services;
    }

    public static void MapQuestionnaires(this IEndpointRouteBuilder routes)
    {
        AddQuestionnaire.Map(routes);
        ShowQuestionnaire.Map(routes);
        SaveDraft.Map(routes);
        CheckDocument.Map(routes);
        EvaluateDocument.Map(routes);
        PublishQuestionnaire.Map(routes);
        CloseQuestionnaire.Map(routes);
    }
}
