using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Reads the check behind a code (扫码查验), so that the enterprise knows before it lets anybody in whether the check is approved, of what, and by whom.</summary>
/// <param name="Code">The code that the officers show, in any case and spacing.</param>
public sealed record ReadPublicCheckQuery(string Code) : IRequest<PublicCheck>;

/// <summary>An approved check as its object sees it.</summary>
/// <param name="Organ">Name of the street or town.</param>
/// <param name="ObjectName">Name of the object.</param>
/// <param name="TypeName">Name of the type of check, in the requested language.</param>
/// <param name="StateName">Name of its state, in the requested language.</param>
/// <param name="PlannedOn">The day for which it is planned.</param>
/// <param name="Matters">What is checked.</param>
/// <param name="Officers">The officers who may enter, with the numbers of their certificates.</param>
/// <param name="ApprovedOn">Legal date of the approval.</param>
public sealed record PublicCheck(
    string Organ,
    string ObjectName,
    [property: Bilingual] string TypeName,
    [property: Bilingual] string StateName,
    DateOnly PlannedOn,
    string Matters,
    IReadOnlyList<PublicCheckOfficer> Officers,
    DateOnly ApprovedOn
);

/// <summary>An officer who may enter.</summary>
/// <param name="Name">Name.</param>
/// <param name="CertificateNumber">Number of the certificate.</param>
public sealed record PublicCheckOfficer(string Name, string CertificateNumber);

/// <summary>Lists published results of checks, the one entered last first (检查结果公示).</summary>
/// <param name="OrganisationId">Only results of this street or town; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListPublicCheckResultsQuery(Guid? OrganisationId = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<PublicCheckResult>>;

/// <summary>The published result of a check.</summary>
/// <param name="Organ">Name of the street or town.</param>
/// <param name="ObjectName">Name of the object.</param>
/// <param name="Category">Its category.</param>
/// <param name="TypeName">Name of the type of check, in the requested language.</param>
/// <param name="ByDraw">Whether object and officers were drawn at random.</param>
/// <param name="CheckedOn">Day of the check.</param>
/// <param name="ResultName">Name of the result, in the requested language.</param>
/// <param name="PublishedOn">Legal date of the publication.</param>
public sealed record PublicCheckResult(
    string Organ,
    string ObjectName,
    string Category,
    [property: Bilingual] string TypeName,
    bool ByDraw,
    DateOnly CheckedOn,
    [property: Bilingual] string ResultName,
    DateOnly PublishedOn
);

internal sealed class PublicCheckHandler(AppDbContext db, OrganDirectory organs)
    : IRequestHandler<ReadPublicCheckQuery, PublicCheck>,
        IRequestHandler<ListPublicCheckResultsQuery, Page<PublicCheckResult>>
{
    private IQueryable<CheckTask> Checks => db.CheckTasks.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);

    public async Task<PublicCheck> Handle(ReadPublicCheckQuery request, CancellationToken cancellationToken)
    {
        var code = IdentityText.Compact(request.Code);
        var check =
            await Checks.FirstOrDefaultAsync(c => c.Code == code && CheckTask.TowardsCap.Contains(c.State), cancellationToken)
            ?? throw InspectionErrors.NotFound.With("没有已批准的检查使用该入企码");
        return new(
            (await organs.OrganAsync(check.OrganId, cancellationToken)).Name,
            check.ObjectName,
            check.Type.Term(),
            check.State.Term(),
            check.PlannedOn,
            check.Matters,
            [.. check.Officers.Select(o => new PublicCheckOfficer(o.Name, o.CertificateNumber))],
            LegalDate.Of(check.DecidedAt!.Value)
        );
    }

    public async Task<Page<PublicCheckResult>> Handle(ListPublicCheckResultsQuery request, CancellationToken cancellationToken)
    {
        var page = await InspectionDesk.PageAsync(
            Checks.Where(c => c.PublishedOn != null && (request.OrganisationId == null || c.OrganId == request.OrganisationId)),
            request.Cursor,
            request.Limit,
            c => c,
            cancellationToken
        );
        var shown = new List<PublicCheckResult>();
        foreach (var c in page.Items)
        {
            shown.Add(
                new(
                    (await organs.OrganAsync(c.OrganId, cancellationToken)).Name,
                    c.ObjectName,
                    c.Category,
                    c.Type.Term(),
                    c.DrawId is not null,
                    c.CheckedOn!.Value,
                    c.Result!.Value.Term(),
                    c.PublishedOn!.Value
                )
            );
        }
        return new(shown, page.Next);
    }
}
