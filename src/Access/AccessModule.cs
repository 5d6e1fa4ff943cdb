using Granary.Access.Approvals;
using Granary.Access.Auditing;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Organisation;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Granary.Access;

/// <summary>What people, rights and trust need to be told.</summary>
public sealed class AccessOptions
{
    /// <summary>A PostgreSQL connection string (it names a host), or the path of a SQLite file.</summary>
    public required string Database { get; set; }

    /// <summary>Folder for what is kept outside the database: one-time passwords, the local key, the audit heads.</summary>
    public required string Data { get; set; }

    /// <summary>Makes the demo's people, and says so on every page.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether the pages are served over HTTPS, so that cookies can insist on it.</summary>
    public bool Https { get; set; } = true;

    public AccessLimits Limits { get; set; } = new();
}

/// <summary>The two doors of people, rights and trust.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Limits);
        services.AddSingleton(_ => new AccessDatabase(options.Database));
        services.AddSingleton(s => new AuditedDatabase(s.GetRequiredService<AccessDatabase>()));
        services.AddSingleton<RightsBook>();
        services.AddSingleton<Callers>();
        services.AddSingleton<ICallers>(s => s.GetRequiredService<Callers>());
        services.AddSingleton<AuditWriter>();
        services.AddSingleton<IAudit>(s => s.GetRequiredService<AuditWriter>());
        services.AddSingleton<IRevealing, Revealing>();
        services.AddSingleton<IOrganisation, OrganisationDirectory>();
        services.AddSingleton<IStaff, StaffDirectory>();
        services.AddSingleton<IProposals, Proposing>();
        services.AddSingleton<IProposalKind, RoleChange>();
        services.AddSingleton<IProposalKind, PostChange>();
        services.AddSingleton<IProposalKind, UnitChange>();
        services.AddLists(options.Data);
        services.AddSingleton(s => UserList.Source(s.GetRequiredService<AccessDatabase>(), s.GetRequiredService<RightsBook>()));
        services.AddSingleton(s => AuditList.Source([.. s.GetServices<AuditedDatabase>().Select(a => a.Database)], s.GetRequiredService<RightsBook>()));
        services.AddSingleton<NotificationFeed>();
        services.AddSingleton<INotices, Notices>();
        services.AddSingleton<INotificationFeed>(s => s.GetRequiredService<NotificationFeed>());
        services.AddHostedService(s => s.GetRequiredService<NotificationFeed>());
        services.AddHostedService<AuditHeads>();
        services.AddSignIn(options);
        return services;
    }

    /// <summary>Brings the schema up to date, and makes nobody.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static Task<int> MigrateAccessAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<AccessDatabase>().MigrateAsync(services.GetRequiredService<TimeProvider>(), cancellation);

    /// <summary>Makes who has to be there: the demo's people, or the first administrator. After the migration.</summary>
    public static async Task EnsurePeopleAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstPeople>().EnsureAsync(cancellation);
    }

    /// <summary>Reads the audit trails of all modules and compares them with the heads kept outside the database.</summary>
    /// <param name="progress">Told the number of the last row read.</param>
    public static Task<AuditCheck> VerifyAuditAsync(this IServiceProvider services, Action<long>? progress, CancellationToken cancellation) =>
        VerifyAudit.VerifyAsync(services.GetRequiredService<AccessOptions>().Data, services.GetServices<AuditedDatabase>(), progress, cancellation);

    /// <summary>After routing: works out who asks, and refuses what they may not do.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<RightsGate>();

    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder routes)
    {
        Sessions.Map(routes);
        Profile.Map(routes);
        SecondFactor.Map(routes);
        Devices.Map(routes);
        ApiKeys.Map(routes);
        ShowOrganisation.Map(routes);
        ChangeOrganisation.Map(routes);
        Parameters.Map(routes);
        ShowUsers.Map(routes);
        ChangeUsers.Map(routes);
        ImportUsers.Map(routes);
        ShowRights.Map(routes);
        Roles.Map(routes);
        Proposals.Map(routes);
        VerifyAudit.Map(routes);
        KeptPlaces.Map(routes);
        Notifications.Map(routes);
        routes.MapLists();
        return routes;
    }
}
