using System.Security.Authentication;
using Microsoft.AspNetCore.HostFiltering;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif;
using Granary.Ecif.Contracts;
using Granary.Gateway;
using Granary.Host.Demo;
using Granary.Host.Web;
using Granary.Ocrm;

namespace Granary.Host;

/// <summary>The whole system on one screen: people and rights, customer master, customer management, gateway, web.</summary>
internal static class Hub
{
    /// <summary>The largest body of the API is a search or a reason: a few hundred bytes.</summary>
    private const long MaxRequestBody = 64 * 1024;

    public static WebApplication Build(HubOptions options)
    {
        options.Validate();
        Directory.CreateDirectory(options.Data);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.Data, EnvironmentName = Environments.Production });
        builder.Services.AddSingleton(Clock(options));
        builder.AddLogs(options);
        builder.Services.AddTelemetry();
        builder.Services.AddProblems();
        builder.Services.AddOpenApi();
        builder.Services.AddModules(options);
        builder.Services.AddRateLimits();
        builder.Services.AddGateway(new GatewayOptions { Interfaces = options.Interfaces, Endpoints = options.Endpoints, Data = options.Data });
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = AllowedHosts(options));
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        if (options.IsHttps)
        {
            app.UseHsts(); // leaves out localhost, where it would bind every other program of the developer too
            app.UseHttpsRedirection();
        }

        var files = WebFiles.Load(options.Web);
        app.Use(next => context => files.InvokeAsync(context, next));
        app.UseRouting();
        app.UseRateLimits();
        app.UseAuthentication();
        app.UseMiddleware<AntiforgeryGate>();
        app.UseAccess();
        app.MapHealth();
        var api = app.MapGroup("/api");
        api.MapAccess();
        api.MapEcif();
        api.MapOcrm();
        api.MapDemo(app.Lifetime, options);
        app.MapAnswerPages();
        app.MapOpenApi("/openapi/v1.json").ForEveryone();
        return app;
    }

    /// <summary>Migrations first, so that nothing is listened to before the tables are there.</summary>
    public static async Task StartHubAsync(this WebApplication app, CancellationToken cancellation)
    {
        await app.Services.MigrateAsync(cancellation);
        if (await app.Services.GetRequiredService<IFirstLoad>().StateAsync(null, cancellation) == FirstLoadState.Begun)
        {
            throw new UserError("a first load into this database was begun and has not ended; run granary import again, with the same files");
        }

        await app.Services.EnsurePeopleAsync(cancellation);
        await app.Services.EnsureQuestionBankAsync(cancellation);
        await app.Services.EnsureCatalogueAsync(cancellation);
        await app.StartAsync(cancellation);
    }

    private static TimeProvider Clock(HubOptions options) => options.Clock is { } start ? new ShiftedClock(start) : TimeProvider.System;

    private static void Listen(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, HubOptions options)
    {
        kestrel.UseGateway();
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
        var certificate = new Lazy<System.Security.Cryptography.X509Certificates.X509Certificate2>(() => Certificate.For(options, TimeProvider.System.GetUtcNow()));
        foreach (var url in options.Urls)
        {
            void Configure(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen)
            {
                if (url.Scheme == Uri.UriSchemeHttps)
                {
                    listen.UseHttps(certificate.Value, https =>
                        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
                }
            }

            if (url.Host == "localhost")
            {
                kestrel.ListenLocalhost(url.Port, Configure);
            }
            else
            {
                kestrel.Listen(System.Net.IPAddress.Parse(url.Host.Trim('[', ']')), url.Port, Configure);
            }
        }
    }

    /// <summary>Against a page elsewhere whose name was pointed at this machine (DNS rebinding): only the names that we were told to be.</summary>
    private static IList<string> AllowedHosts(HubOptions options) =>
        [.. options.Urls.Select(url => url.Host).Concat(["localhost", "127.0.0.1", "[::1]"]).Distinct(StringComparer.Ordinal)];
}
