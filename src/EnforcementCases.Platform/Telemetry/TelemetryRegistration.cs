using System.Globalization;
using EnforcementCases.Persistence.Databases;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EnforcementCases.Platform.Telemetry;

/// <summary>Sends measures and traces by OTLP over HTTP to the collector in <c>OpenTelemetry:Endpoint</c> or <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; default: none.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        services.AddSingleton<Measures>();
        if ((configuration["OpenTelemetry:Endpoint"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) is not { Length: > 0 } address)
            return;
        var endpoint = new Uri(address.TrimEnd('/') + '/');
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("enforcement-cases", serviceInstanceId: installation.Node.ToString(CultureInfo.InvariantCulture))
            )
            .WithMetrics(meters =>
                meters
                    .AddMeter(
                        Measured.Name,
                        "Microsoft.AspNetCore.Hosting",
                        "Microsoft.AspNetCore.Server.Kestrel",
                        "Microsoft.EntityFrameworkCore",
                        "System.Runtime"
                    )
                    .AddOtlpExporter(options => Send(options, new(endpoint, "v1/metrics")))
            )
            .WithTracing(tracers =>
                tracers
                    .AddSource(Measured.Name, "Microsoft.AspNetCore")
                    .AddProcessor(new PrivateSpans()) // before the exporter's own
                    .AddOtlpExporter(options => Send(options, new(endpoint, "v1/traces")))
            );
        services.AddHostedService<LastSend>();
        services.AddSingleton<LedgerGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerGauges>());
    }

    /// <summary>Sends what is left while all measures still exist: the container disposes them before their exporter.</summary>
    private sealed class LastSend(MeterProvider meters, TracerProvider tracers) : IHostedService
    {
        private const int Milliseconds = 5_000;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters.ForceFlush(Milliseconds);
            tracers.ForceFlush(Milliseconds);
            return Task.CompletedTask;
        }
    }

    private static void Send(OtlpExporterOptions options, Uri endpoint)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = endpoint;
    }
}
