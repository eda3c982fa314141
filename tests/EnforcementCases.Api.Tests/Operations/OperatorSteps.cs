using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Operations;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>What an operator types.</summary>
internal static class OperatorSteps
{
    /// <summary>Runs a command of the program in this process.</summary>
    public static async Task<(int ExitCode, string Said)> Operate(params string[] arguments)
    {
        await using var said = new StringWriter();
        var code = await OperatorCommands.RunAsync(arguments, said, said, CancellationToken.None);
        return (code, said.ToString());
    }

    /// <summary>Runs a command on the data of a running program.</summary>
    public static Task<(int ExitCode, string Said)> Operate(this ApiFixture api, params string[] arguments) =>
        Operate([.. arguments, .. api.DatabaseSettings]);
}
