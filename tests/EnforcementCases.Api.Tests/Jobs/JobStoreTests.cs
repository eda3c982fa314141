using System.Globalization;
using System.Net;
using System.Text;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Operations;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Operations;
using Hangfire.SqlServer;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Jobs;

/// <summary>The store of the job engine on a database server: made by <c>migrate</c> or by a reviewed script, never by what serves; what an earlier version's scheduler left is removed.
/// The file beside an embedded database: <see cref="Operations.BaseInstallationTests"/>.</summary>
public sealed class JobStoreTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-store-");
    private TestDatabase database = null!;

    private string[] Settings =>
        [
            $"--Data:Directory={data.FullName}",
            $"--Database:Provider={database.Provider}",
            $"--ConnectionStrings:Default={database.ConnectionString}",
        ];

    private Installation Installation => Installation.From(new ConfigurationBuilder().AddCommandLine(Settings).Build());

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public void The_scripts_for_whoever_makes_the_schema_by_hand_are_those_of_the_package()
    {
        var postgres = new StringBuilder(
            "-- The schema of the recurring jobs, for a login that may create it; the command `migrate` makes the same.\n"
                + "-- Written from Hangfire.PostgreSql (LGPL-3.0) by a test; for an empty database: psql -v ON_ERROR_STOP=1 -f hangfire.sql\nBEGIN;\n"
        );
        foreach (var (number, sql) in JobStore.PostgreSqlScripts.All())
            postgres.Append(
                CultureInfo.InvariantCulture,
                $"\n-- {number}\n{Lines(sql)}\nUPDATE {JobStore.SchemaName}.schema SET version = {number};\n"
            );
        postgres.Append("\nCOMMIT;\n");
        var sqlServer =
            "-- The schema of the recurring jobs, for a login that may create it, after create.sql; the command `migrate` makes the same.\n"
            + "-- Written from Hangfire.SqlServer (LGPL-3.0) by a test: sqlcmd -I -b -i hangfire.sql\nSET QUOTED_IDENTIFIER ON;\nSET XACT_ABORT ON;\nGO\n\n"
            + Lines(SqlServerObjectsInstaller.GetInstallScript(JobStore.SchemaName, enableHeavyMigrations: true))
            + "\nGO\n";

        Snapshot.ShouldMatch(postgres.ToString(), "src/EnforcementCases.Migrations.PostgreSql/hangfire.sql");
        Snapshot.ShouldMatch(sqlServer, "src/EnforcementCases.Migrations.SqlServer/hangfire.sql");
    }

    [Fact]
    public async Task Without_it_nothing_is_served_and_the_command_that_helps_is_named()
    {
        OnPostgreSql();
        (await OperatorSteps.Operate(["migrate", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
        await Run($"DROP SCHEMA {JobStore.SchemaName} CASCADE");

        var (code, said) = await ProgramProcess.RunAsync(Settings);

        code.ShouldBe(ExitCodes.SchemaOlder, said);
        said.ShouldContain("scripts/migrate");
        said.ShouldContain(JobStore.SchemaName);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("script")]
    public async Task A_login_that_may_only_read_and_write_rows_starts_and_runs_the_jobs(string made)
    {
        OnPostgreSql();
        if (made == "script")
            await Run(await File.ReadAllTextAsync(Path.Combine(Snapshot.Root, "src/EnforcementCases.Migrations.PostgreSql/hangfire.sql")));
        (await OperatorSteps.Operate(["migrate", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
        var login = $"ec_{Guid.NewGuid():N}";
        await Run(
            $"""
            CREATE ROLE {login} LOGIN PASSWORD '{login}';
            GRANT USAGE ON SCHEMA public, {JobStore.SchemaName} TO {login};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, {JobStore.SchemaName} TO {login};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, {JobStore.SchemaName} TO {login};
            """
        );
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = login, Password = login };
            string[] served = [.. Settings[1..^1], $"--ConnectionStrings:Default={connection}", "--Jobs:PollSeconds=1"];
            var (program, address) = await ProgramProcess.ServeAsync(data.FullName, served);
            await using (program)
            {
                using var http = new HttpClient { BaseAddress = address };
                await Patience.UntilAsync(async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
                await Patience.UntilAsync(async () => await Count($"{JobStore.SchemaName}.job WHERE statename = 'Succeeded'") > 0); // a worker has worked
                program.Lines.ShouldNotContain(line => line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal));
            }
        }
        finally
        {
            await Run($"DROP OWNED BY {login}; DROP ROLE {login}");
        }
    }

    [Fact]
    public async Task What_the_scheduler_of_an_earlier_version_left_is_removed_by_migrating_and_nothing_else()
    {
        OnPostgreSql();
        (await OperatorSteps.Operate(["migrate", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
        await Run(
            """
            CREATE TABLE qrtz_job_details (sched_name text, job_name text, job_group text, PRIMARY KEY (sched_name, job_name, job_group));
            CREATE TABLE qrtz_triggers (sched_name text, trigger_name text, job_name text, job_group text, PRIMARY KEY (sched_name, trigger_name),
                FOREIGN KEY (sched_name, job_name, job_group) REFERENCES qrtz_job_details);
            CREATE TABLE qrtz_cron_triggers (sched_name text, trigger_name text, FOREIGN KEY (sched_name, trigger_name) REFERENCES qrtz_triggers ON DELETE CASCADE);
            CREATE TABLE qrtzlike (id int);
            INSERT INTO qrtz_job_details VALUES ('EnforcementCases', 'yearly-snapshots', 'DEFAULT');
            """
        );
        var tables = await Count("pg_tables WHERE schemaname = 'public'");

        (await OperatorSteps.Operate(["migrate", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);

        (await Count("pg_tables WHERE schemaname = 'public'")).ShouldBe(tables - 3);
        (await JobStore.EnsureFitsAsync(Installation, migrate: true, CancellationToken.None)).ShouldBeFalse(); // nothing is left to do
    }

    [Fact]
    public async Task Processes_that_migrate_at_once_make_it_once()
    {
        OnPostgreSql();

        await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => JobStore.EnsureFitsAsync(Installation, migrate: true, CancellationToken.None))
        );

        (await Count($"{JobStore.SchemaName}.schema")).ShouldBe(1);
        (await JobStore.EnsureFitsAsync(Installation, migrate: false, CancellationToken.None)).ShouldBeFalse();
    }

    private void OnPostgreSql() =>
        Assert.SkipUnless(database.Provider == nameof(DatabaseProvider.PostgreSql), "Here the store is a schema of PostgreSQL.");

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> Count(string from)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {from}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Lines(string sql) => sql.ReplaceLineEndings("\n").TrimStart('\uFEFF').Trim('\n');
}
