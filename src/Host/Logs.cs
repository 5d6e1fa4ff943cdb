using Microsoft.Extensions.Logging.Console;

namespace Granary.Host;

/// <summary>Lines for people on a terminal, JSON for machines everywhere else.</summary>
internal static class Logs
{
    private static volatile bool _silent;

    /// <summary>From now on only errors: while everything stops, every connection that ends would say so.</summary>
    public static void Quieten() => _silent = true;

    public static void AddLogs(this WebApplicationBuilder builder, HubOptions options)
    {
        builder.Logging.ClearProviders();
        if (options.JsonLogs)
        {
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                console.IncludeScopes = false;
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        }

        builder.Logging.SetMinimumLevel(options.Level);
        builder.Logging.AddFilter("Microsoft", options.Level > LogLevel.Warning ? options.Level : LogLevel.Warning);

        builder.Logging.AddFilter("Granary", level => level >= (_silent ? LogLevel.Error : options.Level));

        // Its errors reach us as exceptions.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);

        // It warns of what is meant so: answers with tokens are not cached, and the keys' folder is its owner's alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // On standard error, so that what a command prints can be piped.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
