using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Asking;

/// <summary>What asking brings, for customer management's own doors.</summary>
internal static class AskingModule
{
    public static IServiceCollection AddAsking(this IServiceCollection services, AskingOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(_ => new SignedLinks(options.Folder));
        services.AddSingleton<AnswerLinks>();
        services.AddSingleton<Invite>();
        services.AddSingleton<AskedVersions>();
        services.AddSingleton<KeepAnswers>();
        services.AddSingleton<Guesses>();
        services.AddSingleton<OpenPages>();
        services.AddSingleton<AnswerRoutes>();
        services.AddSingleton<PartAnonymousAnswers>();
        services.AddHostedService(s => s.GetRequiredService<PartAnonymousAnswers>());
        services.AddSingleton<RemindOfQuestionnaires>();
        services.AddHostedService(s => s.GetRequiredService<RemindOfQuestionnaires>());
        services.AddSingleton(s => new ListSource(InvitationList.Definition, s.GetRequiredService<OcrmDatabase>()) { Clock = s.GetRequiredService<TimeProvider>() });
        // Whom a link was made for is known: of what a split leaves open, nobody is asked.
        services.AddSingleton(new PartyRows("ocrm.invitation", "invitation", At: "created_at") { Asked = "1 = 0" });
        services.AddSingleton(new ProspectRows("ocrm.invitation"));
        return services;
    }

    public static void MapAsking(this IEndpointRouteBuilder routes)
    {
        AskSomebody.Map(routes);
        ShowInvitation.Map(routes);
    }
}
