using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists what organs have adopted (承接事项), within the reader's scope.</summary>
/// <param name="OrganId">Only this street or town.</param>
/// <param name="Code">Only this violation.</param>
/// <param name="OnDate">Only what is in force on the day.</param>
/// <param name="Limit">1 to 200; 200 where nothing is said.</param>
public sealed record ListAdoptionsQuery(Guid? OrganId, string? Code, DateOnly? OnDate, int? Limit)
    : IRequest<IReadOnlyList<AdoptionDetail>>;

/// <summary>That an organ takes on a matter.</summary>
/// <param name="Id">Identity; what a case pins.</param>
/// <param name="Version">Version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it has none.</param>
/// <param name="Instrument">Decision that hands the power over (赋权文件).</param>
/// <param name="AreaCodes">Division codes, each a prefix; none means the whole area of the organ.</param>
/// <param name="IsDemo">Made for demonstration; never to be relied on.</param>
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

internal sealed class ListAdoptionsValidator : AbstractValidator<ListAdoptionsQuery>
{
    public ListAdoptionsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条");
}

internal sealed class ListAdoptionsHandler(AppDbContext db) : IRequestHandler<ListAdoptionsQuery, IReadOnlyList<AdoptionDetail>>
{
    public async Task<IReadOnlyList<AdoptionDetail>> Handle(ListAdoptionsQuery request, CancellationToken cancellationToken)
    {
        var found = await db
            .Adoptions.AsNoTracking()
            .Where(a =>
                (request.OrganId == null || a.OrganId == request.OrganId)
                && (request.Code == null || a.ViolationCode == request.Code)
                && (request.OnDate == null || (a.From <= request.OnDate && (a.To == null || a.To >= request.OnDate)))
            )
            .OrderBy(a => a.ViolationCode)
            .ThenBy(a => a.From)
            .Take(request.Limit ?? 200)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(AdoptionDetail.Of);
    }
}
