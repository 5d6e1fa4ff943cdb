using Granary.Access.Auditing;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Analysis;
using Granary.Ocrm.Answers;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Calendar;
using Granary.Ocrm.Campaigns;
using Granary.Ocrm.Care;
using Granary.Ocrm.Consents;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Dashboards;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Imports;
using Granary.Ocrm.Knowledge;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Pool;
using Granary.Ocrm.Products;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Segments;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Granary.Ocrm;

/// <summary>What customer management needs to be told.</summary>
public sealed class OcrmOptions
{
    /// <summary>A PostgreSQL connection string (it names a host), or the path of a SQLite file.</summary>
    public required string Database { get; set; }

    /// <summary>Folder of the secrets that are kept outside the database; null: such as last as long as the process.</summary>
    public string? Secrets { get; set; }

    /// <summary>How customers reach this server, as "https://crm.example.org"; empty: links are paths.</summary>
    public string Address { get; set; } = "";

    public OcrmLimits Limits { get; set; } = new();

    /// <summary>What messages to customers are sent over.</summary>
    public SendingSettings Sending { get; set; } = new();

    /// <summary>With a catalogue of products, some articles, a filled board and an answered questionnaire to begin with.</summary>
    public bool Demo { get; set; }
}

/// <summary>The two doors of customer management. Needs AddAccess and AddEcif beside it; its lists are mapped with Access' routes.</summary>
public static class OcrmModule
{
    public static IServiceCollection AddOcrm(this IServiceCollection services, OcrmOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options.Limits);
        services.AddSingleton(options);
        services.AddSingleton(_ => new OcrmDatabase(options.Database));
        services.AddSingleton(s => new AuditedDatabase(s.GetRequiredService<OcrmDatabase>()));
        services.AddSingleton(SegmentsModule.Customers);
        services.AddAsking(new AskingOptions(options.Address, options.Secrets));
        services.AddConsents();
        services.AddDocuments();
        services.AddSegments();
        services.AddProspects();
        services.AddPool();
        services.AddProducts();
        services.AddKnowledge();
        services.AddImports();
        services.AddCampaigns();
        services.AddAnalysis();
        services.AddQuestionnaires();
        services.AddSending(options.Sending);
        services.AddSingleton(s => new InitialCustomers(s.GetRequiredService<OcrmDatabase>(), s.GetRequiredService<IChangeFeed>()));
        services.AddSingleton<IOwnership, Owners>();
        services.AddSingleton<IDependents, CountDependents>();
        services.AddSingleton(new HandoverRows("ocrm.reminder", "manager", "t.state = 'open'"));
        services.AddSingleton(new HandoverRows("ocrm.task", "assignee", "t.state = 'open'"));
        services.AddSingleton(Assistants.Rows);
        services.AddSingleton(FollowCustomers.Rows);
        services.AddSingleton<IProposalKind, HandoverApproval>();
        services.AddSingleton<RunHandovers>();
        services.AddHostedService(s => s.GetRequiredService<RunHandovers>());
        services.AddSingleton<TellEcif>();
        services.AddHostedService(s => s.GetRequiredService<TellEcif>());
        services.AddSingleton(new PartyRows("ocrm.edit", "edit"));
        services.AddSingleton(new PartyRows("ocrm.reminder", "reminder", "created_at", "entity", "kind", "ref", "due_on"));
        services.AddSingleton(new PartyRows("ocrm.activity", "activity") { Asked = "t.ref = '' AND t.person <> ''" }); // one with a reference goes where that goes
        services.AddWork();
        services.AddCalendar();
        services.AddCare();
        services.AddDashboards();
        services.AddOpportunities();
        services.AddAnswers();
        services.AddSingleton<FollowIdentity>();
        services.AddSingleton<IHoldings, TakeHoldings>();
        services.AddSingleton<GiveNewCustomers>();
        services.AddSingleton<FollowParties>();
        services.AddHostedService(s => s.GetRequiredService<FollowParties>());
        if (options.Demo)
        {
            services.AddSingleton<IDemoPart, DemoOpportunities>();
            services.AddSingleton<IDemoPart, DemoAnswers>();
            services.AddHostedService<FillDemo>();
        }

        return services;
    }

    /// <summary>Brings the schema up to date; to be awaited before anything listens.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static Task<int> MigrateOcrmAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<OcrmDatabase>().MigrateAsync(services.GetRequiredService<TimeProvider>(), cancellation);

    /// <summary>Questions and blocks that ship, in a bank of questions that has none of them yet.</summary>
    public static Task EnsureQuestionBankAsync(this IServiceProvider services, CancellationToken cancellation) => services.GetRequiredService<OcrmDatabase>().WriteAsync(
        session => ShippedQuestions.EnsureAsync(session, services.GetRequiredService<OcrmLimits>(), services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds()), cancellation);

    /// <summary>What only a demo has, where it is not there yet.</summary>
    public static Task EnsureCatalogueAsync(this IServiceProvider services, CancellationToken cancellation) => services.GetRequiredService<OcrmOptions>().Demo
        ? services.GetRequiredService<OcrmDatabase>().WriteAsync(session => DemoCatalogue.EnsureAsync(session, BankTime.Today(services.GetRequiredService<TimeProvider>())), cancellation)
        : Task.CompletedTask;

    public static IEndpointRouteBuilder MapOcrm(this IEndpointRouteBuilder routes)
    {
        SearchCustomers.Map(routes);
        EditCustomer.Map(routes);
        ShowEdits.Map(routes);
        ReviewSplits.Map(routes);
        ShowTimeline.Map(routes);
        routes.MapConsents();
        routes.MapDocuments(routes.ServiceProvider.GetRequiredService<OcrmLimits>());
        ShowCustomer.Map(routes);
        ShowHoldings.Map(routes);
        ShowCircle.Map(routes);
        MakeHandover.Map(routes);
        ShowHandovers.Map(routes);
        AssistCustomers.Map(routes);
        FollowCustomers.Map(routes);
        routes.MapCalendar();
        routes.MapCare();
        routes.MapSegments();
        routes.MapProspects();
        routes.MapPool();
        routes.MapProducts();
        routes.MapKnowledge();
        routes.MapImports();
        routes.MapCampaigns();
        routes.MapAnalysis();
        routes.MapQuestionnaires();
        routes.MapSending();
        routes.MapDashboards();
        routes.MapOpportunities();
        routes.MapAnswers();
        routes.MapAsking();
        return routes.MapWork();
    }

    /// <summary>The pages that are shown without a log-in, under /a beside the API.</summary>
    public static void MapAnswerPages(this IEndpointRouteBuilder routes)
    {
        AnswerRoutes.Map(routes, routes.ServiceProvider.GetRequiredService<OcrmLimits>());
        Unsubscribe.Map(routes);
    }
}
