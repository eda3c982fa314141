using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Recording;
using MediatR;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Registers the log over the record, its anchors and the verification of the whole record.</summary>
internal static class LogRegistration
{
    /// <summary>What reads and checks the log; also for an operator's command.</summary>
    public static IServiceCollection AddLogReading(this IServiceCollection services) =>
        services
            .AddSingleton<LogMemory>()
            .AddSingleton<LogSalts>()
            .AddSingleton<ICheckpointSigner, KeyFileSigner>()
            .AddScoped<LogTiles>()
            .AddScoped<LogCheck>()
            .AddScoped<RowCheck>()
            .AddScoped<InstallationCheck>();

    /// <summary>What appends to the log, anchors it and verifies the record in the background.</summary>
    public static IServiceCollection AddLog(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddLogReading()
            .AddSingleton(LogSettings.From(configuration))
            .AddSingleton<LogGuard>()
            .AddSingleton<LogSequencer>()
            .AddSingleton<LogAnchors>()
            .AddHostedService<LogLoop>()
            .AddSingleton<RecordAuditor>()
            .AddHostedService(provider => provider.GetRequiredService<RecordAuditor>())
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(LogGuardBehavior<,>));
}
