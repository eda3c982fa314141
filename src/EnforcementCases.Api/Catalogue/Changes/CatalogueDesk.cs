using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Shared by all operations on catalogue changes: owner, scope of the clerk, applying of rows.</summary>
internal sealed class CatalogueDesk(AppDbContext db, CurrentUser user)
{
    /// <summary>The organisation in whose name the clerk enters: the street or town, or for clerks above those their own organisation.</summary>
    public Guid OrganisationId => user.OrganId ?? user.OrganisationId;

    public Task<Organisation> OrganisationAsync(CancellationToken ct) => db.Organisations.SingleAsync(o => o.Id == OrganisationId, ct);

    /// <summary>The change, to settle it.</summary>
    /// <exception cref="Domain.DomainException">The change does not exist, or belongs to another organisation.</exception>
    public async Task<CatalogueChange> FindAsync(Guid id, CancellationToken ct)
    {
        var change =
            await db.CatalogueChanges.FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw CatalogueChange.NotFound.With($"目录变更 {id}");
        return change.OrganisationId == OrganisationId ? change : throw CurrentUser.NotAllowed.With("目录变更由录入机构的目录管理员办理");
    }

    /// <summary>Refuses rows that would apply to streets and towns outside the clerk's scope: texts of law and the calendar apply to everybody.</summary>
    /// <exception cref="Domain.DomainException"><see cref="CatalogueChange.ReachesFurther"/>.</exception>
    public async Task EnsureReachesAsync(IEnumerable<CatalogueRowKind> kinds, CancellationToken ct)
    {
        var everywhere = kinds.Where(k => k.HoldsEverywhere()).Distinct().ToList();
        if (everywhere.Count == 0)
            return;
        var organs = await db.Organisations.Where(o => o.OrganId == o.Id).Select(o => o.Path).ToListAsync(ct);
        if (organs.Exists(path => !user.Scope.Contains(path)))
            throw CatalogueChange.ReachesFurther.With(string.Join('、', everywhere.Select(k => k.Term())));
    }

    /// <summary>Applies the rows of a confirmed change.</summary>
    public async Task TakeOverAsync(CatalogueChange change, CataloguePlan plan, DateTimeOffset at, CancellationToken ct)
    {
        var number = await db.CatalogueDataSets.Where(s => s.Name == CatalogueDataSet.Change).MaxAsync(s => (int?)s.Number, ct) ?? 0;
        var over = new TakingOver(Guid.CreateVersion7(at), number + 1, change.EnteredBy, change.SettledBy!.Value, at);
        if (change.Rows.Any(r => r.Kind.HoldsEverywhere()))
        {
            var content = string.Join('\n', change.Rows.Select(r => r.Content));
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            db.CatalogueDataSets.Add(
                new(
                    over.DataSetId,
                    CatalogueDataSet.Change,
                    sha256,
                    LegalDate.Of(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    over.Number,
                    at
                )
            );
        }
        foreach (var row in plan.InOrder)
            row.Apply(over);
    }
}
