using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Operations;

/// <summary>How the program begins and ends, seen from outside the process.</summary>
public sealed class StartAndStopTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-start-");
    private TestDatabase database = null!;

    private bool IsSqlite => database.ConnectionString is null;

    private string[] Settings =>
        IsSqlite ? [] : [$"--Database:Provider={database.Provider}", $"--ConnectionStrings:Default={database.ConnectionString}"];

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_what_runs_takes_nothing_new_and_leaves_one_whole_file()
    {
        var (program, address) = await ProgramProcess.ServeAsync(
            data.FullName,
            ["--Demo=true", "--Database:MigrateAtStart=true", .. Settings]
        );
        await using var _ = program;
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) })
        {
            BaseAddress = address,
        };
        using var session = await http.PostAsJsonAsync(
            "/api/v1/session",
            new { userName = "hg-officer1", password = ApiFixture.DemoPassword }
        );
        var token = (await session.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        using var body = new HeldBody(TheProgram.DecideOnTheSpot().ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/simple-cases") { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.ExpectContinue = true; // the body is asked for by the operation itself: then it runs

        var running = http.SendAsync(request);
        await body.Asked;
        await program.TerminateAsync();
        while (await Answers(address))
            await Task.Yield();
        running.IsCompleted.ShouldBeFalse();
        body.Release();
        using var answer = await running;

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        (await program.ExitAsync()).ShouldBe(ExitCodes.Done);
        if (IsSqlite)
            Directory.EnumerateFiles(data.FullName, "*.db-*").Where(f => new FileInfo(f).Length > 0).ShouldBeEmpty();
        (await ProgramProcess.RunAsync(["verify", $"--Data:Directory={data.FullName}", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
        data.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Where(f => (f.UnixFileMode & ~Folders.OwnerOnly) != UnixFileMode.None)
            .Select(f => $"{f.FullName} {f.UnixFileMode}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_lacks_migrations_is_not_served_and_the_command_that_helps_is_named()
    {
        Assert.SkipWhen(IsSqlite, "SQLite migrates at the start.");

        var (code, said) = await ProgramProcess.RunAsync([$"--Data:Directory={data.FullName}", .. Settings]);
        code.ShouldBe(ExitCodes.SchemaOlder, said);
        said.ShouldContain("scripts/migrate");
        said.ShouldContain("_Initial");

        (await ProgramProcess.RunAsync(["migrate", $"--Data:Directory={data.FullName}", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done);
        (await ProgramProcess.RunAsync(["migrate", $"--Data:Directory={data.FullName}", .. Settings])).ExitCode.ShouldBe(ExitCodes.Done); // and nothing twice
        var (program, address) = await ProgramProcess.ServeAsync(data.FullName, Settings);
        await using var _ = program;
        using var http = new HttpClient { BaseAddress = address };
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_by_name()
    {
        string[] settings = [$"--Data:Directory={data.FullName}", .. Settings];
        (await ProgramProcess.RunAsync(["migrate", .. settings])).ExitCode.ShouldBe(ExitCodes.Done);
        var options = new DbContextOptionsBuilder<Persistence.AppDbContext>();
        options.UseDatabase(
            Enum.Parse<DatabaseProvider>(database.Provider),
            database.ConnectionString ?? EnforcementCases.Platform.Installation.EmbeddedConnection(data.FullName)
        );
        await using (var db = new Persistence.AppDbContext(options.Options))
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29991231235959_FromTheFuture', '99.0')"
            );
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        foreach (
            var command in (string[][])
                [
                    [],
                    ["migrate"],
                    ["verify"],
                ]
        )
        {
            var (code, said) = await ProgramProcess.RunAsync([.. command, .. settings, "--Database:MigrateAtStart=true"]);
            code.ShouldBe(ExitCodes.SchemaNewer, said);
            said.ShouldContain("29991231235959_FromTheFuture");
            said.ShouldNotContain("Unhandled");
        }
    }

    private static async Task<bool> Answers(Uri address)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A body that is sent when the test says so.</summary>
    private sealed class HeldBody(string json) : HttpContent
    {
        private readonly byte[] bytes = System.Text.Encoding.UTF8.GetBytes(json);
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The server wants it.</summary>
        public Task Asked => asked.Task;

        public void Release() => released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            asked.SetResult();
            await released.Task;
            await stream.WriteAsync(bytes);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            Headers.ContentType = new("application/json");
            return true;
        }
    }
}
