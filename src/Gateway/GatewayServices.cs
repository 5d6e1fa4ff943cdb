using Granary.Ecif.Contracts;
using Granary.Gateway.Calling;
using Granary.Gateway.Files;
using Granary.Gateway.Listening;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway;

/// <summary>The gateway's two doors.</summary>
public static class GatewayServices
{
    /// <summary>
    /// Adds the links, subscriptions, file inboxes and status of every system that has an interface file.
    /// Needs <see cref="IIntake"/>, <see cref="IInquiry"/> and <see cref="IFileRegister"/>, which the customer master registers, and
    /// <see cref="IHoldings"/>, which customer management does.
    /// </summary>
    /// <exception cref="GatewayOptionsException">A limit, folder or the endpoints file is wrong.</exception>
    /// <exception cref="InterfaceException">An interface file is wrong; names file, line and reason.</exception>
    public static IServiceCollection AddGateway(this IServiceCollection services, GatewayOptions options)
    {
        options.Check();
        var formats = Interface.LoadAll(options.Interfaces);
        var extracts = Directory.Exists(options.Extracts) ? Interface.LoadAll(options.Extracts) : [];
        var endpoints = Endpoints.Load(options.Endpoints);

        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton(options.Limits);
        services.AddSingleton(provider => new BankSystems(formats, endpoints, options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<Connector>();
        services.AddSingleton<CallServices>();
        services.AddSingleton<InboundServices>();
        services.AddSingleton<FileServices>();
        services.AddSingleton<Listeners>();
        services.AddSingleton<ISystemStatusSource, GatewayStatus>();
        foreach (var format in formats)
        {
            services.AddSingleton<ISubscription>(new Subscription(format));
            if (format.Connection.Kind == ConnectionKind.Files)
            {
                services.AddSingleton<ISystemFileLink>(provider => new FileLink(Of(provider, format), provider.GetRequiredService<FileServices>()));
                services.AddSingleton(provider => new FileInbox(Of(provider, format), provider.GetRequiredService<FileServices>()));
                continue;
            }

            // Several services of one type cannot be told apart by type: the link is made once, under its system's code.
            services.AddKeyedSingleton(format.System, (provider, _) => Link(provider, format));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<SystemLink>(format.System));
            services.AddSingleton<ISystemLink>(provider => provider.GetRequiredKeyedService<SystemLink>(format.System));
        }

        foreach (var extract in extracts)
        {
            services.AddSingleton(provider => new FileInbox(
                new BankSystem(extract, null, options, provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<FileServices>()));
        }

        services.AddHostedService<GatewayWorker>();
        return services;
    }

    /// <summary>
    /// Listens for every online system on this server. Endpoints that are listened to in code take the place of --urls:
    /// the web's own endpoint has to be listened to in code as well.
    /// </summary>
    public static KestrelServerOptions UseGateway(this KestrelServerOptions kestrel)
    {
        kestrel.ApplicationServices.GetRequiredService<Listeners>().Configure(kestrel);
        return kestrel;
    }

    private static BankSystem Of(IServiceProvider provider, Interface format) =>
        provider.GetRequiredService<BankSystems>().All.Single(system => system.Code == format.System);

    private static SystemLink Link(IServiceProvider provider, Interface format) => format.Connection.Kind == ConnectionKind.Short
        ? new ShortLink(Of(provider, format), provider.GetRequiredService<CallServices>())
        : new LongLink(Of(provider, format), provider.GetRequiredService<CallServices>());
}

/// <summary>Keeps the links open and looks into the directories, as long as the host runs.</summary>
internal sealed class GatewayWorker(IEnumerable<SystemLink> links, IEnumerable<FileInbox> inboxes) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. links.Select(link => link.RunAsync(stoppingToken)), .. inboxes.Select(inbox => inbox.RunAsync(stoppingToken))]);
}
