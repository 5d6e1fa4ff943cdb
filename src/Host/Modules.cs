using Granary.Access;
using Granary.Ecif;
using Granary.Ocrm;
using Granary.Ocrm.Sending;

namespace Granary.Host;

/// <summary>The modules that keep something in a database, put together once: for the hub, and for commands that open the database without one.</summary>
internal static class Modules
{
    public static IServiceCollection AddModules(this IServiceCollection services, HubOptions options) => services
        .AddAccess(new AccessOptions { Database = options.DatabaseOf("access"), Data = options.Data, Demo = options.Demo, Https = options.IsHttps })
        .AddEcif(new EcifOptions { Database = options.Database, SurvivorshipFile = options.Survivorship })
        .AddOcrm(new OcrmOptions { Database = options.DatabaseOf("ocrm"), Demo = options.Demo, Sending = SendingOf(options), Secrets = Path.Combine(options.Data, "keys"), Address = options.LinksBeginWith });

    /// <summary>Where no gateway for SMS is configured, a simulated bank has one.</summary>
    private static SendingSettings SendingOf(HubOptions options)
    {
        var settings = options.Sending ?? new SendingSettings();
        return options.Simulator is { } simulator ? settings.OrSms(new Uri(simulator, "sms")) : settings;
    }

    /// <summary>Brings every schema up to date, and makes nobody.</summary>
    /// <returns>How many migrations were applied.</returns>
    public static async Task<int> MigrateAsync(this IServiceProvider services, CancellationToken cancellation) =>
        await services.MigrateAccessAsync(cancellation) + await services.MigrateEcifAsync(cancellation) + await services.MigrateOcrmAsync(cancellation);
}
