using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Lists service records (执法人员名册) within the caller's scope, newest entry first.</summary>
/// <param name="OrganisationId">Only persons of exactly this organisation, not of those below it; all within the caller's scope if omitted.</param>
/// <param name="Kind">Only permanent staff, or only auxiliary staff; both if omitted.</param>
/// <param name="Name">Only persons whose name begins with this text; all if omitted.</param>
/// <param name="CertificateNumber">Only the person with exactly this certificate number; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListOfficersQuery(
    Guid? OrganisationId,
    StaffKind? Kind,
    string? Name,
    string? CertificateNumber,
    string? Cursor,
    int? Limit
) : IRequest<Page<OfficerDetail>>;

internal sealed class ListOfficersHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListOfficersQuery, Page<OfficerDetail>>
{
    public async Task<Page<OfficerDetail>> Handle(ListOfficersQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var name = request.Name is { } typed ? TextRules.Name(typed) : null;
        var found =
            from officer in db.Officers.AsNoTracking()
            join person in db.Persons.AsNoTracking() on officer.Id equals person.Id
            where
                (request.OrganisationId == null || officer.OrganisationId == request.OrganisationId)
                && (request.Kind == null || officer.Kind == request.Kind)
                && (name == null || person.Name.StartsWith(name))
                && (
                    request.CertificateNumber == null
                    || db.OfficerCertificates.Any(c => c.OfficerId == officer.Id && c.Number == request.CertificateNumber)
                )
            select new { officer, person };
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            found = found.Where(f => f.officer.EnteredAt < at || (f.officer.EnteredAt == at && f.officer.Seq < cursor.Seq));
        }
        var rows = await found
            .OrderByDescending(f => f.officer.EnteredAt)
            .ThenByDescending(f => f.officer.Seq)
            .Take(limit + 1)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var today = LegalDate.Of(clock.GetUtcNow());
        var items = rows.Take(limit).Select(f => OfficerDetail.Of(f.officer, f.person, today)).ToList();
        return rows.Count <= limit
            ? new(items, null)
            : new(items, new Cursor(rows[limit - 1].officer.EnteredAt.ToUnixTimeMilliseconds(), rows[limit - 1].officer.Seq).ToString());
    }
}
