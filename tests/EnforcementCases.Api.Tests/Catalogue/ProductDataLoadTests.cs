using System.Text;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Persistence.Snapshots;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Catalogue;

/// <summary>What start-up does to the database, on one of its own.</summary>
public sealed class ProductDataLoadTests : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("enforcement-cases-test-");
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddMetrics()
            .AddDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(directory.FullName, "test.db")}")
            .AddScoped<ProductData>()
            .BuildServiceProvider();
        await With(db => db.Database.MigrateAsync());
        await Load(ProductFile.Shipped);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Same_files_again_change_nothing()
    {
        var before = await State();

        await Load(ProductFile.Shipped);

        (await State()).ShouldBe(before);
        before.ShouldBe((128, 0, 36, 6, 6, 2)); // the migration begins at 1
    }

    [Fact]
    public async Task Changed_row_makes_a_new_version_and_closes_the_old_one_and_all_others_stay()
    {
        var before = await Rows();

        await Load([Changed("\"name\": \"擅自占用城市道路\"", "\"name\": \"擅自占用、挖掘城市道路\"")]);

        var after = await Rows();
        after.Count.ShouldBe(129);
        var old = after.Single(r => r.Id == before.Single(b => b.Code == "GJ-ZD-01").Id);
        var corrected = after.Single(r => r.Code == "GJ-ZD-01" && r.Id != old.Id);
        (old.Name, old.ClosedAt is null).ShouldBe(("擅自占用城市道路", false));
        (corrected.Name, corrected.ClosedAt, corrected.Version).ShouldBe(("擅自占用、挖掘城市道路", null, "2026-11.2"));
        after
            .Where(r => r.Code != "GJ-ZD-01")
            .Select(r => (r.Id, r.ClosedAt))
            .ShouldBe(before.Where(r => r.Code != "GJ-ZD-01").Select(r => (r.Id, r.ClosedAt)), ignoreOrder: true);
    }

    [Fact]
    public async Task Amended_provision_ends_the_old_version_the_day_before_it_begins()
    {
        await Load([Changed("\"effective_from\": \"1996-10-01\"", "\"effective_from\": \"2027-03-01\"")]);

        var versions = (await Rows()).Where(r => r.Code == "GJ-ZD-01").OrderBy(r => r.ValidFrom).ToList();
        versions
            .Select(v => (v.ValidFrom, v.ValidTo, v.ClosedAt))
            .ShouldBe([(new(1996, 10, 1), new(2027, 2, 28), null), (new(2027, 3, 1), null, null)]);
    }

    [Fact]
    public async Task Wrong_file_stops_the_load_and_leaves_the_catalogue_as_it_was()
    {
        var before = await State();

        await Should.ThrowAsync<InvalidDataException>(() => Load([Changed("\"罚款\"", "\"罚金\"")]));

        (await State()).ShouldBe(before);
    }

    /// <summary>The shipped violations with the first place of a text changed.</summary>
    private static ProductFile Changed(string text, string instead)
    {
        var content = Encoding.UTF8.GetString(ProductFile.Shipped.Single(f => f.Name == ProductFile.Violations).Content);
        var at = content.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return new(ProductFile.Violations, Encoding.UTF8.GetBytes(content[..at] + instead + content[(at + text.Length)..]));
    }

    private async Task Load(IReadOnlyList<ProductFile> files)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProductData>().LoadAsync(files, CancellationToken.None);
    }

    private Task<List<ViolationVersion>> Rows() => With(db => db.Violations.AsNoTracking().ToListAsync());

    private Task<(int Violations, int Closed, int Powers, int Years, int Sets, long Version)> State() =>
        With(async db =>
            (
                await db.Violations.CountAsync(),
                await db.Violations.CountAsync(v => v.ClosedAt != null),
                await db.PowerList.CountAsync(),
                await db.CalendarYears.CountAsync(),
                await db.CatalogueDataSets.CountAsync(),
                await db.SnapshotVersions.ReadAsync(SnapshotVersion.Catalogue, CancellationToken.None)
            )
        );

    private async Task<T> With<T>(Func<AppDbContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return await ask(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    private Task With(Func<AppDbContext, Task> act) =>
        With(async db =>
        {
            await act(db);
            return 0;
        });
}
