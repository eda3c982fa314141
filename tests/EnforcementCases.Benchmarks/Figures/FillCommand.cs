using System.Globalization;
using System.Text.Json;
using EnforcementCases.Api;
using EnforcementCases.Api.Cases;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Benchmarks.Bulk;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using EnforcementCases.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary><c>fill --api DIR --data DIR --cases N [--seed N] [--provider PostgreSql --connection STRING]</c>: a demo installation with many cases.</summary>
internal static class FillCommand
{
    private const string OrderFile = "bulk-load.json";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var data = Directory.CreateDirectory(arguments.Required("data")).FullName;
        var provider = Enum.Parse<DatabaseProvider>(arguments["provider"] ?? nameof(DatabaseProvider.Sqlite));
        var connection = arguments["connection"] ?? Installation.EmbeddedConnection(data);
        var result = await FillAsync(
            arguments.Required("api"),
            data,
            new(provider, connection),
            int.Parse(arguments.Required("cases"), CultureInfo.InvariantCulture),
            int.Parse(arguments["seed"] ?? "1", CultureInfo.InvariantCulture),
            CancellationToken.None
        );
        Console.WriteLine(Describe(result));
        return 0;
    }

    public static string Describe(BulkResult result) =>
        result.Cases == 0
            ? "已全部装入，没有新增 | all of it was there"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Cases} cases, {result.Rows} rows in {result.Elapsed.TotalSeconds:0} s: {result.Rows / result.Elapsed.TotalSeconds:0} rows/s, {result.Cases / result.Elapsed.TotalSeconds:0} cases/s"
            );

    /// <summary>Fills an installation; what an earlier run has done stays.</summary>
    public static async Task<BulkResult> FillAsync(
        string api,
        string data,
        TestDatabase database,
        int cases,
        int seed,
        CancellationToken ct
    )
    {
        await using (var program = await DemoServer.StartAsync(api, data, database, Path.Combine(data, "fill.log"), [], ct))
            await program.StopAsync(); // schema, catalogue and demo organisations are its business
        var order = OrderOf(data, cases, seed);
        await using var services = Services(data, database);
        foreach (var snapshot in services.GetServices<ISnapshotDirectory>())
            await snapshot.RefreshAsync(ct);
        var bar = new ProgressBar(order.Cases);
        return await new BulkLoad(services, order).RunAsync(done => bar.Show(done, "cases"), ct);
    }

    /// <summary>A run that goes on with another has its order: another one would make the same parties twice.</summary>
    private static BulkOrder OrderOf(string data, int cases, int seed)
    {
        var file = Path.Combine(data, OrderFile);
        if (!File.Exists(file))
        {
            var order = new BulkOrder(cases, seed, LegalDate.Of(TimeProvider.System.GetUtcNow()).AddDays(-1));
            File.WriteAllText(file, JsonSerializer.Serialize(order));
            return order;
        }
        var begun = JsonSerializer.Deserialize<BulkOrder>(File.ReadAllText(file))!;
        return begun.Cases == cases && begun.Seed == seed
            ? begun
            : throw new ArgumentException($"{data} was filled with --cases {begun.Cases} --seed {begun.Seed}");
    }

    /// <summary>What the program consists of, as far as cases are made with it; nothing listens.</summary>
    private static ServiceProvider Services(string data, TestDatabase database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Data:Directory"] = data,
                    ["Demo"] = "true",
                    ["Database:Provider"] = database.Provider.ToString(),
                    ["ConnectionStrings:Default"] = database.ConnectionString,
                }
            )
            .AddEnvironmentVariables()
            .Build();
        var installation = Installation.From(configuration);
        var services = new ServiceCollection();
        services.AddMetrics();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(installation);
        services.AddSingleton(new KeyRing(configuration, installation.KeyDirectory));
        services.AddSingleton<PersonalDataVault>();
        services.AddSingleton(new SequenceSource(TimeProvider.System, installation.Node));
        services.AddScoped<CurrentUser>();
        services.AddDatabase(installation.Provider, installation.ConnectionString);
        services.AddPipeline(Capabilities.Assemblies);
        services.AddParties();
        services.AddSnapshot<OrganDirectory>();
        services.AddPersonnel();
        services.AddDocuments(installation);
        services.AddCatalogue();
        services.AddCases();
        return services.BuildServiceProvider(validateScopes: true);
    }
}
