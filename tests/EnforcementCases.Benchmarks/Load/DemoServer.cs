using EnforcementCases.Benchmarks.Databases;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>The published program with the demo's organisations and officers and without limits of rate.</summary>
internal static class DemoServer
{
    public const string Assembly = "EnforcementCases.Api.dll";

    public static Task<ServerProcess> StartAsync(
        string api,
        string data,
        TestDatabase database,
        string log,
        IEnumerable<string> more,
        CancellationToken ct
    ) =>
        ServerProcess.StartAsync(
            Path.Combine(api, Assembly),
            [
                "--contentRoot",
                api,
                "--Data:Directory",
                data,
                "--Demo",
                "true",
                "--RateLimits:Enabled",
                "false",
                .. database.Arguments,
                .. more,
            ],
            "/health/live",
            log,
            ct
        );
}
