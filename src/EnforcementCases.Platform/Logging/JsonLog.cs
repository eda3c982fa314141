using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace EnforcementCases.Platform.Logging;

/// <summary>The log: a JSON object a line on standard output, written asynchronously. Levels come from <c>Logging:LogLevel</c>.</summary>
internal static class JsonLog
{
    public static ILoggingBuilder WriteJson(this ILoggingBuilder logging)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose() // what is written is decided by Logging:LogLevel alone
            .Enrich.FromLogContext()
            .WriteTo.Async(sinks => sinks.Console(new PrivateFormatter(new JsonFormatter(renderMessage: true))))
            .CreateLogger();
        logging.ClearProviders();
        // not by AddSerilog, which lets every level through to the provider
        logging.Services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(logger, dispose: true));
        return logging;
    }
}
