using System.Globalization;
using EnforcementCases.Persistence.Databases;
using OpenTelemetry;
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
        if ((configuration["OpenTelemetry:Endpoint"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) is not { Length: > 0 } endpoint)
            return;
        services.AddSingleton<IHostedService>(_ => new Export(new(endpoint.TrimEnd('/') + '/'), installation.Node));
        services.AddSingleton<LedgerGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerGauges>());
    }

    /// <summary>Lives as long as the program; what is left is sent at its end.</summary>
    private sealed class Export(Uri endpoint, int node) : IHostedService, IDisposable
    {
        private const int LastSendMilliseconds = 5_000;

        private MeterProvider? meters;
        private TracerProvider? tracers;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder
                .CreateDefault()
                .AddService("enforcement-cases", serviceInstanceId: node.ToString(CultureInfo.InvariantCulture));
            meters = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(
                    Measured.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "Microsoft.EntityFrameworkCore",
                    "System.Runtime"
                )
                .AddOtlpExporter(options => Send(options, "v1/metrics"))
                .Build();
            tracers = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Measured.Name, "Microsoft.AspNetCore")
                .AddProcessor(new PrivateSpans()) // before the exporter's own
                .AddOtlpExporter(options => Send(options, "v1/traces"))
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters?.ForceFlush(LastSendMilliseconds);
            tracers?.ForceFlush(LastSendMilliseconds);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            meters?.Dispose();
            tracers?.Dispose();
        }

        private void Send(OtlpExporterOptions options, string path)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new(endpoint, path);
        }
    }
}
