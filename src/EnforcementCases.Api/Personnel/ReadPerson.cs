using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Reads a person (人员), whether with a service record or only with an account.</summary>
/// <param name="Id">The person.</param>
public sealed record ReadPersonQuery(Guid Id) : IRequest<PersonDetail>;

/// <summary>A person.</summary>
/// <param name="Id">The person.</param>
/// <param name="Version">Version; goes into <c>If-Match</c> of a change.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="StaffNumber">Number within the organisation (工号).</param>
/// <param name="Kind">On the establishment or auxiliary.</param>
/// <param name="OrganisationId">Where the person works.</param>
/// <param name="OrganisationPath">Its path.</param>
/// <param name="LegalQualifiedOn">Date of the national legal profession qualification (法律职业资格).</param>
/// <param name="LegalQualificationNumber">Its number.</param>
/// <param name="FirstReviewOn">Date of the first legal review of a penalty ever.</param>
public sealed record PersonDetail(
    Guid Id,
    int Version,
    string Name,
    string? StaffNumber,
    StaffKind Kind,
    Guid OrganisationId,
    string OrganisationPath,
    DateOnly? LegalQualifiedOn,
    string? LegalQualificationNumber,
    DateOnly? FirstReviewOn
) : IVersioned
{
    internal static PersonDetail Of(Person p) =>
        new(
            p.Id,
            p.Version,
            p.Name,
            p.StaffNumber,
            p.Kind,
            p.OrganisationId,
            p.OrganisationPath,
            p.LegalQualifiedOn,
            p.LegalQualificationNumber,
            p.FirstReviewOn
        );
}

internal sealed class ReadPersonHandler(AppDbContext db) : IRequestHandler<ReadPersonQuery, PersonDetail>
{
    public async Task<PersonDetail> Handle(ReadPersonQuery request, CancellationToken cancellationToken) =>
        PersonDetail.Of(
            await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id, cancellationToken)
                ?? throw Person.NotFound.With($"人员 {request.Id}")
        );
}
