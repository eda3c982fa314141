using System.Collections.Concurrent;
using System.Diagnostics;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>What a load came to.</summary>
/// <param name="Cases">Cases written by this run; the rest was there.</param>
/// <param name="Rows">Rows written by this run.</param>
internal sealed record BulkResult(int Cases, long Rows, TimeSpan Elapsed);

/// <summary>Fills the migrated database of a demo installation with cases, sealed with the installation's own keys, so that the program reads them as its own.</summary>
/// <remarks>The order is divided into batches, each one transaction. A run that was broken off is gone on with: what was planned before is planned again, which costs
/// seconds, and the first batch that is not there is the next.</remarks>
internal sealed class BulkLoad(IServiceProvider services, BulkOrder order)
{
    private const int CasesOfABatch = 2_000;

    public async Task<BulkResult> RunAsync(Action<int> progress, CancellationToken ct)
    {
        var streets = await new BulkTown(services).FoundAsync(BulkTown.StreetsFor(order.Cases), ct);
        var law = LawOf(streets);
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var shapes = RowShape.AllOf(db);
        var desks = await DesksOf(streets, db, ct);
        var installation = services.GetRequiredService<Installation>();
        await using var writer = await BulkWriter.OpenAsync(installation.Provider, installation.ConnectionString, ct);

        var planner = new BulkPlanner(order, streets.Count);
        var (written, rows) = (0, 0L);
        var clock = Stopwatch.StartNew();
        var writing = Task.CompletedTask;
        var there = true;
        for (var begun = 0; begun < order.Cases; begun += CasesOfABatch)
        {
            var plans = Enumerable.Range(0, Math.Min(CasesOfABatch, order.Cases - begun)).Select(_ => planner.Next()).ToList();
            there = there && await IsThereAsync(db, plans[^1], ct);
            if (there)
                continue;
            if (written == 0)
                clock.Restart();
            List<TableRows> tables;
            try
            {
                tables = Make(plans, streets, desks, law, shapes);
            }
            catch
            {
                await Task.WhenAny(writing); // what is under way is finished before the connection is closed
                throw;
            }
            var counters = plans.Select(p => p.Street).Distinct().SelectMany(s => desks[s].Numbers.Counters).ToList();
            await writing; // the batch before is written while this one is made
            progress(begun);
            writing = Task.Run(() => writer.WriteAsync(tables, counters, ct), ct);
            written += plans.Count;
            rows += tables.Sum(t => (long)t.Rows.Count);
        }
        await writing;
        progress(order.Cases);
        var elapsed = clock.Elapsed;
        if (written > 0)
            await writer.FinishAsync(ct);
        return new(written, rows, elapsed);
    }

    private BulkLaw LawOf(IReadOnlyList<BulkStreet> streets)
    {
        var catalogue = services.GetRequiredService<CatalogueDirectory>().Current;
        var roster = services.GetRequiredService<OfficerDirectory>().Current;
        var tried = Enumerable.Range(BulkOrder.From.Year, order.Until.Year - BulkOrder.From.Year).Select(y => new DateOnly(y, 7, 4));
        var matters = new BulkMatters(catalogue, roster, streets[^1], [BulkOrder.From, .. tried, order.Until]);
        return new(catalogue, roster, matters, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    /// <summary>A batch is written whole: its last case says whether it is there.</summary>
    private static Task<bool> IsThereAsync(AppDbContext db, CasePlan last, CancellationToken ct) =>
        db.Cases.AnyAsync(c => c.OpenedAt == last.At && c.Entry.Device!.StartsWith(CaseRows.Device), ct);

    private async Task<IReadOnlyList<StreetDesk>> DesksOf(IReadOnlyList<BulkStreet> streets, AppDbContext db, CancellationToken ct)
    {
        var books = await db.CashBooks.ToDictionaryAsync(b => b.OrganId, ct);
        foreach (var street in streets.Where(s => !books.ContainsKey(s.Organ.Id)))
            db.CashBooks.Add(books[street.Organ.Id] = new(street.Organ));
        await db.SaveChangesAsync(ct);
        var counters = (await db.NumberCounters.AsNoTracking().ToListAsync(ct)).ToLookup(c => c.OrganId);
        return
        [
            .. streets.Select(street =>
            {
                var numbers = new StreetNumbers(street.Organ);
                foreach (var counter in counters[street.Organ.Id])
                    numbers.Continue(counter);
                return new StreetDesk(street, numbers, books[street.Organ.Id]);
            }),
        ];
    }

    /// <summary>Streets side by side, the cases of one street in their order: that is also the order of its numbers.</summary>
    private List<TableRows> Make(
        List<CasePlan> plans,
        IReadOnlyList<BulkStreet> streets,
        IReadOnlyList<StreetDesk> desks,
        BulkLaw law,
        IReadOnlyDictionary<Type, RowShape> shapes
    )
    {
        var made = new ConcurrentDictionary<int, IReadOnlyList<object>>();
        Parallel.ForEach(
            plans.GroupBy(p => p.Street),
            () => new Makers(services, law, order.Seed),
            (street, _, makers) =>
            {
                var desk = desks[street.Key];
                foreach (var plan in street)
                    made[plan.Index] = makers.Make(plan, streets[street.Key], desk).Rows;
                return makers;
            },
            makers => makers.Dispose()
        );
        return
        [
            .. plans
                .SelectMany(p => made[p.Index])
                .GroupBy(row => row.GetType())
                .Select(g => new TableRows(shapes[g.Key], [.. g.Select(shapes[g.Key].RowOf)])),
        ];
    }

    private sealed record StreetDesk(BulkStreet Street, StreetNumbers Numbers, CashBook Book);

    /// <summary>What one thread makes cases with.</summary>
    private sealed class Makers : IDisposable
    {
        private readonly IServiceScope scope;
        private readonly SimpleCaseMaker simple;
        private readonly OrdinaryCaseMaker ordinary;

        public Makers(IServiceProvider services, BulkLaw law, int seed)
        {
            scope = services.CreateScope();
            var vault = services.GetRequiredService<PersonalDataVault>();
            var tools = new MakerTools(
                law,
                new(scope.ServiceProvider.GetRequiredService<PartyDesk>(), vault, seed),
                new(vault, services.GetRequiredService<PublicAddress>()),
                vault,
                services.GetRequiredService<RecordScribe>(),
                seed
            );
            (simple, ordinary) = (new(tools), new(tools));
        }

        public CaseRows Make(CasePlan plan, BulkStreet street, StreetDesk desk) =>
            plan.Ordinary ? ordinary.Make(plan, street, desk.Numbers, desk.Book) : simple.Make(plan, street, desk.Numbers, desk.Book);

        public void Dispose() => scope.Dispose();
    }
}
