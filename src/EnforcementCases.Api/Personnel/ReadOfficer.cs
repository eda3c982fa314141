using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>Reads a service record (人员信息).</summary>
/// <param name="Id">The person.</param>
public sealed record ReadOfficerQuery(Guid Id) : IRequest<OfficerDetail>;

internal sealed class ReadOfficerHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ReadOfficerQuery, OfficerDetail>
{
    public async Task<OfficerDetail> Handle(ReadOfficerQuery request, CancellationToken cancellationToken)
    {
        var officer =
            await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.Id, cancellationToken)
            ?? throw Officer.NotFound.With($"人员 {request.Id}");
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == request.Id, cancellationToken);
        return OfficerDetail.Of(officer, person, LegalDate.Of(clock.GetUtcNow()));
    }
}
