using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(ApiFixture))]

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>The program, listening on a port of its own over a database of its own, with the demo organisations and accounts.</summary>
/// <remarks>One serves all tests. A test that moves the clock, breaks the database or needs other settings starts one for itself:
/// <c>await using var api = await ApiFixture.StartAsync(...)</c>.</remarks>
public class ApiFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string DemoPassword = "Demo-2026-pass";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-test-");
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal)
    {
        ["Demo"] = "true",
        ["Database:MigrateAtStart"] = "true",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        ["Jobs:Enabled"] = "false", // a test runs a job when it wants it to run
        ["Transparency:Enabled"] = "false", // and continues the log when it wants to
        ["Webhooks:Enabled"] = "false", // and sends events when it wants to
        ["RateLimits:Enabled"] = "false", // the tests of the limits switch them on
        ["Identity:PasswordIterations"] = "1000", // a thousand sign-ins in a test run need not cost a minute
    };
    private bool asFirst;
    private bool keeps;
    private TestDatabase? database;
    private Keychain? keychain;
    private HttpClient? http;

    /// <summary>The clock of the program; moved only by a test that started the program for itself.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>What makes the program's writes fail on demand.</summary>
    public BreakingInterceptor Breaking { get; } = new();

    /// <summary>The disk under the program's files, which a test breaks.</summary>
    internal BreakableDisk Disk { get; } = new();

    /// <summary>What hears the statements of the program on demand.</summary>
    public SqlCapture Sql { get; } = new();

    /// <summary>What refuses what follows from an act on demand.</summary>
    internal RefusingFollowUp Refusing { get; } = new();

    /// <summary>What sees the requests of those who are signed in; null: nobody does.</summary>
    public IRequestWatch? Watch { get; set; }

    /// <summary>Where keys and files lie.</summary>
    public string DataDirectory => data.FullName;

    /// <summary>The database as a process beside the program is told of it.</summary>
    public string[] DatabaseSettings =>
        database?.ConnectionString is { } connection
            ? ["--Data:Directory", DataDirectory, "--Database:Provider", database.Provider, "--ConnectionStrings:Default", connection]
            : ["--Data:Directory", DataDirectory];

    /// <summary>A client that keeps nothing and is nobody.</summary>
    public ApiClient Anonymous => new(Http, () => Task.FromResult<string?>(null));

    /// <summary>For what <see cref="ApiClient"/> does not do.</summary>
    public HttpClient Http => http ?? throw new InvalidOperationException("The program was not started.");

    /// <summary>Starts the program once more, for one test alone.</summary>
    public static async Task<ApiFixture> StartAsync(params (string Key, string Value)[] settings)
    {
        var own = new ApiFixture();
        foreach (var (key, value) in settings)
            own.settings[key] = value;
        own.asFirst = settings.Any(s => FirstStart.Changes(s.Key));
        await own.InitializeAsync();
        return own;
    }

    /// <summary>Starts the program for the first time and stops it again.</summary>
    internal static async Task<FirstStart.Left> StartOnceAsync()
    {
        var first = new ApiFixture { asFirst = true };
        await first.InitializeAsync();
        first.keeps = true;
        await first.DisposeAsync();
        first.keeps = false;
        return new(first, first.database!, first.data);
    }

    /// <summary>Starts a second process over the same database and keys, as a replica.</summary>
    public async Task<ApiFixture> StartReplicaAsync()
    {
        var replica = new ApiFixture();
        foreach (var (key, value) in settings)
            replica.settings[key] = value;
        replica.settings["Node"] = "1";
        await replica.InitializeAsync();
        return replica;
    }

    public async ValueTask InitializeAsync()
    {
        if (!settings.TryGetValue("Data:Directory", out var directory))
        {
            database = asFirst ? await TestDatabase.CreateAsync() : await FirstStart.CopyAsync(data);
            settings["Data:Directory"] = directory = data.FullName;
            settings["Database:Provider"] = database.Provider;
            settings["ConnectionStrings:Default"] = database.ConnectionString;
        }
        keychain = Keychain.Of(directory!);
        UseKestrel(0);
        StartServer();
        http = new(new ContractCheck()) { BaseAddress = ClientOptions.BaseAddress };
    }

    public override async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (keeps)
            return;
        if (database is not null)
            await database.DisposeAsync();
        DeleteData();
        GC.SuppressFinalize(this);
    }

    /// <summary>A replica that ends may still drop a file of the database's while the folder goes.</summary>
    private void DeleteData()
    {
        try
        {
            data.Delete(recursive: true);
        }
        catch (IOException) when (data.Exists)
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>A client signed in as an account of the demo, <c>hg-officer1</c>; signs in again by itself when the clock has moved too far.</summary>
    /// <remarks>Answers the challenge of a second factor, sets one where a role owes it, and gives a fresh one where an act asks for it.</remarks>
    public ApiClient SignedInAs(string userName, string password = DemoPassword) =>
        new(Http, async () => (await SessionOf(userName, password)).AccessToken, () => StepUp(userName, password), userName, Watch);

    /// <summary>A client with a token as it stands.</summary>
    public ApiClient WithToken(string token) => new(Http, () => Task.FromResult<string?>(token));

    /// <summary>Reads the directory of sessions now, as it does by itself every two seconds.</summary>
    public Task ReadSessionDirectory() => Services.GetRequiredService<SessionDirectory>().ReadAsync(CancellationToken.None);

    /// <summary>Signs in anew. With a second factor it works twice in half a minute, since no code is good twice.</summary>
    public async Task<SignedIn> SignIn(string userName, string password = DemoPassword)
    {
        var answer = await Anonymous.PostJson("session", new { userName, password });
        answer.Status.ShouldBe(200, $"{userName}: {answer.Body}");
        if (answer["step"].GetString() == "SecondFactor")
        {
            var challenge = answer["challenge"].GetString();
            answer = await Anonymous.PostJson("session/challenge", new { challenge, code = CodeOf(userName) });
            answer.Status.ShouldBe(200, $"{userName}: {answer.Body}");
        }
        var now = Clock.GetUtcNow();
        var session = new SignedIn(
            answer["accessToken"].GetString()!,
            answer["refreshToken"].GetString()!,
            now,
            now.AddSeconds(answer["expiresInSeconds"].GetInt32() - 60)
        );
        if (answer["mustSetSecondFactor"].GetBoolean() && !answer["mustChangePassword"].GetBoolean())
            await SetSecondFactor(userName, session.AccessToken);
        return session;
    }

    /// <summary>Sets a second factor for an account; answers with its recovery codes.</summary>
    public async Task<List<string>> SetSecondFactor(string userName, string accessToken)
    {
        var client = WithToken(accessToken);
        var handed = await client.PostJson("session/second-factor");
        handed.Status.ShouldBe(200, $"{userName}: {handed.Body}");
        keychain!.Keep(userName, Base32.Read(handed["secret"].GetString()!));
        var confirmed = await client.PostJson("session/second-factor/confirm", new { code = CodeOf(userName) });
        confirmed.Status.ShouldBe(200, $"{userName}: {confirmed.Body}");
        return [.. confirmed["codes"].EnumerateArray().Select(c => c.GetString()!)];
    }

    /// <summary>The next code of an account's authenticator app that was not used.</summary>
    public string CodeOf(string userName) => keychain!.CodeOf(userName, Clock.GetUtcNow());

    /// <summary>Gives the session of <see cref="SignedInAs"/> a fresh second factor, once where several tests ask together.</summary>
    private async Task StepUp(string userName, string password)
    {
        var gate = keychain!.GateOf(userName);
        await gate.WaitAsync();
        try
        {
            var client = WithToken((await SessionOf(userName, password)).AccessToken);
            if ((await client.GetJson("session"))["secondFactor"].GetProperty("stepUpUntil").ValueKind != JsonValueKind.Null)
                return;
            var answer = await client.PostJson("session/step-up", new { code = CodeOf(userName) });
            answer.Status.ShouldBe(200, $"{userName}: {answer.Body}");
        }
        finally
        {
            gate.Release();
        }
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings.Where(s => s.Value is not null)));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        );
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<Platform.Files.DiskFlush>(Disk);
            services.AddSingleton<IFollowUp<DecisionFell>>(Refusing);
            services.ConfigureDbContext<Persistence.AppDbContext>(options => options.AddInterceptors(Breaking, Sql));
        });
    }

    /// <summary>The token of an account, signed in once for all who ask.</summary>
    public async Task<string> TokenOf(string userName) => (await SessionOf(userName, DemoPassword)).AccessToken;

    private Task<SignedIn> SessionOf(string userName, string password)
    {
        var key = $"{userName}\n{password}";
        var signedIn = keychain!.SignedIn;
        var session = signedIn.GetOrAdd(key, _ => new(() => SignIn(userName, password)));
        if (session.Value is { IsCompletedSuccessfully: true, Result: var held } && !held.IsGoodAt(Clock.GetUtcNow()))
        {
            signedIn.TryRemove(new(key, session));
            session = signedIn.GetOrAdd(key, _ => new(() => SignIn(userName, password)));
        }
        return session.Value;
    }
}

/// <summary>The tokens of a session.</summary>
public sealed record SignedIn(string AccessToken, string RefreshToken, DateTimeOffset From, DateTimeOffset Until)
{
    public bool IsGoodAt(DateTimeOffset now) => From <= now && now < Until;
}
