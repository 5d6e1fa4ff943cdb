using Granary.Access.Auditing;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.FirstLoad;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Live;
using Granary.Ecif.Resolution;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Stewardship;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Granary.Ecif;

/// <summary>What the customer master needs to be told.</summary>
public sealed class EcifOptions
{
    /// <summary>A PostgreSQL connection string (it names a host), or the path of a SQLite file.</summary>
    public required string Database { get; set; }

    /// <summary>The survivorship rules; rules/survivorship.yaml.</summary>
    public required string SurvivorshipFile { get; set; }

    /// <summary>The legal entity of a customer of whom nothing says where it belongs: the provincial union itself.</summary>
    public string DefaultUnit { get; set; } = UnitCode.Province;

    public EcifLimits Limits { get; set; } = new();
}

/// <summary>The two doors of the customer master.</summary>
public static class EcifModule
{
    public static IServiceCollection AddEcif(this IServiceCollection services, EcifOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Limits);
        services.AddSingleton(_ => new EcifDatabase(options.Database));
        services.AddSingleton(s => new AuditedDatabase(s.GetRequiredService<EcifDatabase>()));
        services.AddSingleton<PartyGate>();
        services.AddSingleton(_ => SurvivorshipRules.Load(options.SurvivorshipFile));
        services.AddSingleton<ActiveModel>();
        services.AddSingleton(s => new IntakeRules(
            s.GetRequiredService<ActiveModel>(),
            s.GetRequiredService<SurvivorshipRules>(),
            s.GetServices<ISubscription>().ToDictionary(x => x.System),
            options.DefaultUnit,
            options.Limits));
        services.AddSingleton(s => new IdBlocks(s.GetRequiredService<EcifDatabase>()));
        services.AddSingleton(s => new IntakeBatch(s.GetRequiredService<EcifDatabase>(), s.GetRequiredService<IntakeRules>(), s.GetRequiredService<IdBlocks>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Wakeups>();
        services.AddSingleton<DayClose>();
        services.AddSingleton<EcifMetrics>();
        services.AddSingleton<IntakeService>();
        services.AddSingleton<IIntake>(s => s.GetRequiredService<IntakeService>());
        services.AddSingleton<IInquiry, FindByDocument>();
        services.AddSingleton<IFileRegister, FileRegister>();
        services.AddSingleton<IInitialLoad, InitialLoad>();
        services.AddSingleton<IFirstLoad, FirstLoader>();
        services.AddSingleton<FollowChanges>();
        services.AddSingleton<IChangeFeed>(s => s.GetRequiredService<FollowChanges>());
        services.AddSingleton<IGoldenRecords>(s => s.GetRequiredService<FollowChanges>());
        services.AddHostedService(s => s.GetRequiredService<IntakeService>());
        services.AddSingleton<BaseWork>();
        services.AddSingleton<IProposalKind, GoingLive>();
        services.AddHostedService(s => s.GetRequiredService<BaseWork>());
        services.AddHostedService<DistributionService>();
        services.AddSingleton<ShowSuspect>();
        services.AddSingleton<DecideSuspect>();
        services.AddSingleton<SplitRecord>();
        services.AddSingleton<ProposeDecision>();
        services.AddSingleton<CarryOut>();
        foreach (var kind in new[] { IdentityApproval.Merge, IdentityApproval.Exclude, IdentityApproval.Split })
        {
            services.AddSingleton<IProposalKind>(s => new IdentityApproval(kind, s.GetRequiredService<CarryOut>()));
        }

        services.AddSingleton(s => SuspectList.Source(s.GetRequiredService<EcifDatabase>()));
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<SystemsBoard>();
        services.AddHostedService(s => s.GetRequiredService<SystemsBoard>());
        services.AddHostedService<ChangeFollower>();
        return services;
    }

    /// <summary>Brings the schema up to date; to be awaited before anything listens.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static Task<int> MigrateEcifAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<EcifDatabase>().MigrateAsync(services.GetRequiredService<TimeProvider>(), cancellation);

    /// <summary>Whether the database answers.</summary>
    public static Task<bool> IsEcifReadyAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<EcifDatabase>().ReadAsync(async s => (await s.QueryAsync("SELECT 1", r => r.GetInt32(0))).Count == 1, cancellation);

    /// <summary>How much, and how fast, since this process started.</summary>
    public static Task<FiguresView> ReadEcifFiguresAsync(this IServiceProvider services, CancellationToken cancellation) =>
        ShowFigures.ReadAsync(services.GetRequiredService<EcifDatabase>(), services.GetRequiredService<EcifMetrics>(), cancellation);

    public static IEndpointRouteBuilder MapEcif(this IEndpointRouteBuilder routes)
    {
        SystemsBoard.Map(routes);
        LiveFeed.Map(routes);
        ShowFigures.Map(routes);
        ChangeLog.Map(routes);
        FindParties.Map(routes);
        ShowParty.Map(routes);
        RevealParty.Map(routes);
        FindRelatives.Map(routes);
        WhyParty.Map(routes);
        WhyLinked.Map(routes);
        ListMessages.Map(routes);
        DeadLetters.Map(routes);
        ListProjections.Map(routes);
        CloseDay.Map(routes);
        SplitRecord.Map(routes);
        ShowSuspect.Map(routes);
        RevealSuspect.Map(routes);
        DecideSuspect.Map(routes);
        ManageModels.Map(routes);
        return routes;
    }
}
