using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Reads a change of the catalogue with its rows, field by field.</summary>
/// <param name="Id">The change.</param>
public sealed record ReadCatalogueChangeQuery(Guid Id) : IRequest<CatalogueChangeDetail>;

internal sealed class ReadCatalogueChangeHandler(AppDbContext db) : IRequestHandler<ReadCatalogueChangeQuery, CatalogueChangeDetail>
{
    public async Task<CatalogueChangeDetail> Handle(ReadCatalogueChangeQuery request, CancellationToken cancellationToken) =>
        CatalogueChangeDetail.Of(
            await db.CatalogueChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
                ?? throw CatalogueChange.NotFound.With($"目录变更 {request.Id}")
        );
}

/// <summary>Reads the effects that a pending change would have now on open cases, orders and deadlines.</summary>
/// <param name="Id">The change.</param>
public sealed record ReadCatalogueChangeEffectsQuery(Guid Id) : IRequest<CatalogueEffects>;

internal sealed class ReadCatalogueChangeEffectsHandler(AppDbContext db, CataloguePlanner planner, CatalogueEffectsReader effects)
    : IRequestHandler<ReadCatalogueChangeEffectsQuery, CatalogueEffects>
{
    public async Task<CatalogueEffects> Handle(ReadCatalogueChangeEffectsQuery request, CancellationToken cancellationToken)
    {
        var change =
            await db.CatalogueChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, cancellationToken)
            ?? throw CatalogueChange.NotFound.With($"目录变更 {request.Id}");
        if (change.State is not CatalogueChangeState.Pending)
            throw CatalogueChange.NotPending.With("影响只对待确认的变更计算；日历变动的期限见期限台账");
        var plan = await planner.PlanAsync(
            [.. change.Rows.Select(r => new CatalogueFileRow(r.Kind, r.Place, r.Content))],
            cancellationToken
        );
        return await effects.ReadAsync(plan, cancellationToken);
    }
}
