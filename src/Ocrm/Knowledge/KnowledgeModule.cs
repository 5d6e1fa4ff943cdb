using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Knowledge;

/// <summary>What the knowledge base brings, for customer management's own doors.</summary>
internal static class KnowledgeModule
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(s => new ListSource(ArticleList.Published, s.GetRequiredService<OcrmDatabase>()) { SightOn = OpenTo.SeenAsync });
        services.AddSingleton(s => new ListSource(ArticleList.Drafts, s.GetRequiredService<OcrmDatabase>()));
        return services;
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        SearchArticles.Map(routes);
        RelatedArticles.Map(routes);
        ShowArticle.Map(routes);
        EditArticles.Map(routes);
        PublishArticle.Map(routes);
    }
}
