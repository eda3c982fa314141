using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Lists the snapshots of a year and of its quarters and months, each period with its newest revision first.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">Organisation whose snapshots are listed; default: the caller's own.</param>
public sealed record ListSnapshotsQuery(int Year, Guid? OrganisationId) : IRequest<IReadOnlyList<SnapshotSummary>>;

/// <summary>Reads a snapshot with its figures and the cases behind them.</summary>
/// <param name="Id">The snapshot.</param>
public sealed record ReadSnapshotQuery(Guid Id) : IRequest<SnapshotDetail>;

/// <summary>A snapshot (frozen figures of a year) with its figures.</summary>
/// <param name="Summary">The snapshot without its figures.</param>
/// <param name="Figures">The figures as they were frozen.</param>
/// <param name="Checks">The arithmetic identities that were checked.</param>
public sealed record SnapshotDetail(
    SnapshotSummary Summary,
    IReadOnlyList<SnapshotFigureView> Figures,
    IReadOnlyList<FigureCheckView> Checks
);

/// <summary>A frozen figure.</summary>
/// <param name="Key">Stable name of the figure.</param>
/// <param name="Name">Name of the figure at that time.</param>
/// <param name="Value">Value in its unit: a number of cases, or yuan.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="CountedBy">The date that determined the year of a case.</param>
/// <param name="DefinitionVersion">Version of the definition that was used.</param>
/// <param name="Cases">The cases behind it.</param>
public sealed record SnapshotFigureView(
    string Key,
    [property: Bilingual] string Name,
    decimal Value,
    FigureUnit Unit,
    CountingDate CountedBy,
    int DefinitionVersion,
    IReadOnlyList<SnapshotCaseView> Cases
);

/// <summary>A case behind a frozen figure.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Value">Its contribution, in the figure's unit.</param>
public sealed record SnapshotCaseView(Guid CaseId, decimal Value);

internal sealed class ListSnapshotsValidator : AbstractValidator<ListSnapshotsQuery>
{
    public ListSnapshotsValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ListSnapshotsHandler(AppDbContext db, OrganisationReader organisations)
    : IRequestHandler<ListSnapshotsQuery, IReadOnlyList<SnapshotSummary>>
{
    public async Task<IReadOnlyList<SnapshotSummary>> Handle(ListSnapshotsQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var snapshots = await db
            .StatisticsSnapshots.AsNoTracking()
            .Where(s => s.OrganisationId == organisation.Id && s.Year == request.Year)
            .OrderBy(s => s.Period)
            .ThenByDescending(s => s.Revision)
            .Take(200)
            .ToListAsync(cancellationToken);
        return snapshots.ConvertAll(SnapshotSummary.Of);
    }
}

internal sealed class ReadSnapshotHandler(AppDbContext db) : IRequestHandler<ReadSnapshotQuery, SnapshotDetail>
{
    public async Task<SnapshotDetail> Handle(ReadSnapshotQuery request, CancellationToken cancellationToken)
    {
        var snapshot =
            await db
                .StatisticsSnapshots.AsNoTracking()
                .Include(s => s.Figures.OrderBy(f => f.Place))
                .FirstOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
            ?? throw StatisticsSnapshot.NotFound.With($"快照 {request.Id}");
        snapshot.EnsureUnaltered();
        return new(
            SnapshotSummary.Of(snapshot),
            [
                .. snapshot.Figures.Select(f => new SnapshotFigureView(
                    f.Key,
                    f.Name,
                    f.Value,
                    f.Unit,
                    f.CountedBy,
                    f.DefinitionVersion,
                    [.. f.Cases.Select(c => new SnapshotCaseView(c.CaseId, f.Unit.ValueOf(c.Measure)))]
                )),
            ],
            [.. snapshot.Checks.Select(c => new FigureCheckView(c.Name, c.Holds))]
        );
    }
}
