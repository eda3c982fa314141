using System.Globalization;
using System.Text.Json;
using EnforcementCases.Api.Tests.Databases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Operations;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>Globalization is on, because SqlClient needs it, and the culture of the program is the invariant one all the same.</summary>
public sealed class CultureTests(ApiFixture api)
{
    [Fact]
    public void The_program_ships_with_globalization_whatever_the_machine_says()
    {
        using var shipped = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "EnforcementCases.Api.runtimeconfig.json"))
        );

        shipped
            .RootElement.GetProperty("runtimeOptions")
            .GetProperty("configProperties")
            .GetProperty("System.Globalization.Invariant")
            .GetBoolean()
            .ShouldBeFalse();
    }

    [Fact]
    public async Task The_program_as_it_ships_calls_a_SQL_Server()
    {
        var data = Directory.CreateTempSubdirectory("enforcement-cases-culture-");
        try
        {
            var server =
                $"Server=127.0.0.1,{DatabaseFaultTests.ClosedPort()};Database=x;User Id=a;Password=b;ConnectRetryCount=0;Connect Timeout=5";

            var (code, said) = await ProgramProcess.RunAsync(
                "migrate",
                $"--Data:Directory={data.FullName}",
                "--Database:Provider=SqlServer",
                $"--ConnectionStrings:Default={server}"
            );

            code.ShouldBe(ExitCodes.Wrong, said);
            said.ShouldContain("TCP Provider"); // it has tried to connect
            said.ShouldNotContain("Unhandled");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_culture_of_the_program_is_the_invariant_one()
    {
        _ = api.Services;

        (await Task.Run(() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture))).ShouldBe(
            (CultureInfo.InvariantCulture, CultureInfo.InvariantCulture)
        );
        CultureInfo.DefaultThreadCurrentCulture.ShouldBe(CultureInfo.InvariantCulture);
    }
}
