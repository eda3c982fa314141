using EnforcementCases.Api.Access;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Makes the demo streets adopt every violation that can be decided in Tianjin; does nothing if they have done so.</summary>
public sealed record AdoptDemoMattersCommand : IUnkeyedCommand<Unit>, IChangesSnapshot;

/// <summary>What the demo streets have adopted, and since when.</summary>
internal static class DemoCatalogue
{
    /// <summary>First day of the penalty law of 2021, whose article 24 is the basis of adoptions.</summary>
    public static readonly DateOnly AdoptedFrom = new(2021, 7, 15);

    public const string Instrument = "演示数据：街道承接行政处罚事项决定（不得作为执法依据）";
}

internal sealed class AdoptDemoMattersHandler(AppDbContext db, CatalogueDirectory directory, TimeProvider clock)
    : IRequestHandler<AdoptDemoMattersCommand, Unit>
{
    public async Task<Unit> Handle(AdoptDemoMattersCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var decidable = directory.Current.ViolationsOn(Domain.Law.LegalDate.Of(now)).Where(v => v.IsDecidable).ToList();
        var added = false;
        foreach (var path in (string[])[DemoOrganisations.HanguPath, DemoOrganisations.XincunPath])
        {
            var organ = await db.Organisations.SingleAsync(o => o.Path == path, cancellationToken);
            var adopted = await db
                .Adoptions.Where(a => a.OrganId == organ.Id)
                .Select(a => a.ViolationCode)
                .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
            foreach (var violation in decidable.Where(v => !adopted.Contains(v.Code) && v.Structure is not { TownOnly: true }))
            {
                db.Adoptions.Add(Adopt(organ, violation, now));
                added = true;
            }
        }
        if (added)
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, cancellationToken);
        return Unit.Value;
    }

    private static Adoption Adopt(Organisation organ, ViolationVersion violation, DateTimeOffset now) =>
        new(
            DemoIds.Of($"adoption:{organ.Path}:{violation.Code}"),
            organ,
            violation,
            DemoCatalogue.AdoptedFrom,
            to: null,
            DemoCatalogue.Instrument,
            areaCodes: [],
            isDemo: true,
            enteredBy: Guid.Empty,
            now
        );
}
