using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The engine's log in ours. The engine has one for the whole process; a host that has ended must not break another one's (two in one process: the tests).</summary>
internal sealed class JobEngineLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider provider = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return provider.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Nowhere();
        }
    }

    private sealed class Nowhere : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
