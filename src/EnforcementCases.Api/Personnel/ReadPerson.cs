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
/// <param name="Version">Version, also in the <c>ETag</c>; send it as <c>If-Match</c> with a change.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="StaffNumber">Number within the organisation (工号); null if none.</param>
/// <param name="Kind">On the establishment or auxiliary.</param>
/// <param name="OrganisationId">The organisation in which the person works.</param>
/// <param name="OrganisationPath">Path of that organisation.</param>
/// <param name="LegalQualifiedOn">Date of the national legal profession qualification (法律职业资格); null if none.</param>
/// <param name="LegalQualificationNumber">Number of that qualification; null if none.</param>
/// <param name="FirstReviewOn">Date of the person's first legal review of a penalty ever; null if there was none yet.</param>
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
