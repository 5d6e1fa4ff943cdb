using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Questionnaires.Exchange;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Questionnaires;

/// <summary>What the library of questionnaires brings, for customer management's own doors.</summary>
internal static class QuestionnairesModule
{
    public static IServiceCollection AddQuestionnaires(this IServiceCollection services)
    {
        services.AddSingleton(QuestionnaireList.Source);
        services.AddSingleton(BankList.Source);
        return services;
    }

    public static void MapQuestionnaires(this IEndpointRouteBuilder routes)
    {
        AddQuestionnaire.Map(routes);
        ShowTemplates.Map(routes);
        ShowQuestionnaire.Map(routes);
        SaveDraft.Map(routes);
        CheckDocument.Map(routes);
        EvaluateDocument.Map(routes);
        PreviewDocument.Map(routes);
        PublishQuestionnaire.Map(routes);
        CloseQuestionnaire.Map(routes);
        ImportDocument.Map(routes, routes.ServiceProvider.GetRequiredService<OcrmLimits>());
        ExportDocument.Map(routes);
        EditBank.Map(routes);
        ShowBankItem.Map(routes);
        ShowAnswered.Map(routes);
    }
}
