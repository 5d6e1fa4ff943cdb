using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Granary.Host;

/// <summary>
/// Metrics and traces by OTLP, only where OTEL_EXPORTER_OTLP_ENDPOINT names a collector; its other variables
/// (protocol, headers, interval) mean what the OpenTelemetry specification says.
/// </summary>
internal static class Telemetry
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            services.AddHostedService<Exporter>();
        }
    }

    private sealed class Exporter : IHostedService, IDisposable
    {
        private MeterProvider? _metrics;
        private TracerProvider? _traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("granary").AddEnvironmentVariableDetector();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Granary.*", "Microsoft.AspNetCore.*", "System.Runtime", "Npgsql")
                .AddOtlpExporter()
                .Build();
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Granary.*", "Microsoft.AspNetCore", "Npgsql")
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            // Bounded: a collector that is gone must not hold up the end of the process.
            const int milliseconds = 3_000;
            _traces?.ForceFlush(milliseconds);
            _metrics?.ForceFlush(milliseconds);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
