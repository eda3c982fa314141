using System.Diagnostics;
using System.Net;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Microsoft.Data.SqlClient;
using Npgsql;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Databases;

/// <summary>A database server that goes away while the program serves, and comes back.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private static readonly TimeSpan UpAgain = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("enforcement-cases-away-");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_that_is_away_is_503_with_a_time_to_come_back_and_never_500()
    {
        Assert.SkipWhen(database.ConnectionString is null, "SQLite has no server.");
        await using var proxy = ProxyTo(database, out var through);
        await using var api = await ApiFixture.StartAsync(
            ("Data:Directory", data.FullName),
            ("Database:Provider", database.Provider),
            ("ConnectionStrings:Default", through())
        );
        var officer = api.SignedInAs("hg-officer1");
        (await officer.GetJson("cases")).ShouldBe(HttpStatusCode.OK);
        var before = (await officer.PostJson("simple-cases", CaseSteps.ASimpleCase())).ShouldBe(HttpStatusCode.Created)["id"].GetString();

        proxy.Cut();
        var (another, key) = (CaseSteps.ASimpleCase(), Guid.NewGuid().ToString("N"));
        Func<Task<ApiAnswer>> decide = () => officer.PostJson("simple-cases", another, key);
        var first = await Task.WhenAll(
            decide(),
            officer.GetJson("cases"),
            officer.GetJson($"cases/{before}"),
            officer.GetJson($"cases/{before}/record"),
            api.Anonymous.PostJson("session", new { userName = "hg-officer2", password = ApiFixture.DemoPassword }),
            api.Anonymous.GetJson($"cases/{before}"),
            api.WithToken("no token").GetJson("cases")
        );
        foreach (var answer in first)
            ShouldBeAway(answer);
        first.ShouldContain(a => a.Status == 503 && a["code"].GetString() == "service.database-unavailable");
        (await api.Http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ApiAnswer closed;
        do // until the rights in memory are too old to be relied on
        {
            closed = await officer.GetJson("cases");
            ShouldBeAway(closed);
        } while (closed["code"].GetString() != "access.directory-stale");
        ShouldBeAway(await decide());

        proxy.Restore();
        var since = Stopwatch.StartNew();
        ApiAnswer decided;
        do
        {
            decided = await decide();
            if (decided.Status == 201)
                break;
            ShouldBeAway(decided);
        } while (since.Elapsed < UpAgain);
        decided.ShouldBe(HttpStatusCode.Created);
        (await officer.GetJson("cases")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(2);
        (await api.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        since.Elapsed.ShouldBeLessThan(UpAgain);
    }

    /// <summary>Away, or refused for a reason that needs no database; never a fault of the program.</summary>
    private static void ShouldBeAway(ApiAnswer answer)
    {
        if (answer.Status == 401)
            return;
        answer.Status.ShouldBe(503, answer.Body.ToString());
        answer.Headers.RetryAfter?.Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private static TcpProxy ProxyTo(TestDatabase database, out Func<string> through)
    {
        if (database.Provider == "PostgreSql")
        {
            var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            var proxy = new TcpProxy(server.Host!, server.Port);
            proxy.Restore();
            (server.Host, server.Port) = ("127.0.0.1", proxy.Port);
            through = () => server.ConnectionString;
            return proxy;
        }
        var sql = new SqlConnectionStringBuilder(database.ConnectionString);
        var address = sql.DataSource.Split(':')[^1].Split(',');
        var between = new TcpProxy(
            address[0],
            address.Length > 1 ? int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture) : 1433
        );
        between.Restore();
        sql.DataSource = $"127.0.0.1,{between.Port}";
        sql.TrustServerCertificate = true; // its name is another one here
        through = () => sql.ConnectionString;
        return between;
    }
}
