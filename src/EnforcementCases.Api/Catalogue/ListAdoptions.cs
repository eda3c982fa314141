using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists the violations that organs have adopted (承接事项), within the caller's scope, by code.</summary>
/// <param name="OrganisationId">Only adoptions of this street or town; all if omitted.</param>
/// <param name="Code">Only adoptions of this violation; all if omitted.</param>
/// <param name="OnDate">Only adoptions in force on this day; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListAdoptionsQuery(Guid? OrganisationId, string? Code, DateOnly? OnDate, string? Cursor, int? Limit)
    : IRequest<Page<AdoptionDetail>>;

/// <summary>An adoption (承接): an organ takes on the power to punish a violation.</summary>
/// <param name="Id">Identity; a case refers to it.</param>
/// <param name="Version">Version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null if open-ended.</param>
/// <param name="Instrument">Decision that transfers the power (赋权文件).</param>
/// <param name="AreaCodes">Division codes, each a prefix; empty means the whole area of the organ.</param>
/// <param name="IsDemo">Made for demonstration; no penalty may be based on it.</param>
public sealed record AdoptionDetail(
    Guid Id,
    int Version,
    Guid OrganId,
    string ViolationCode,
    DateOnly From,
    DateOnly? To,
    string Instrument,
    IReadOnlyList<string> AreaCodes,
    bool IsDemo
) : IVersioned
{
    internal static AdoptionDetail Of(Adoption a) =>
        new(a.Id, a.Version, a.OrganId, a.ViolationCode, a.From, a.To, a.Instrument, a.AreaCodes, a.IsDemo);
}

internal sealed class ListAdoptionsHandler(AppDbContext db) : IRequestHandler<ListAdoptionsQuery, Page<AdoptionDetail>>
{
    public async Task<Page<AdoptionDetail>> Handle(ListAdoptionsQuery request, CancellationToken cancellationToken)
    {
        var found = await db
            .Adoptions.AsNoTracking()
            .Where(a =>
                (request.OrganisationId == null || a.OrganId == request.OrganisationId)
                && (request.Code == null || a.ViolationCode == request.Code)
                && (request.OnDate == null || (a.From <= request.OnDate && (a.To == null || a.To >= request.OnDate)))
            )
            .OrderBy(a => a.ViolationCode)
            .ThenBy(a => a.From)
            .ThenBy(a => a.Id)
            .ToPageAsync(request.Cursor, request.Limit, cancellationToken);
        return found.ConvertAll(AdoptionDetail.Of);
    }
}
