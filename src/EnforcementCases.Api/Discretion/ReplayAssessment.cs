using EnforcementCases.Domain.Discretion;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>Computes a stored assessment again from its stored input (裁量评估重演).</summary>
/// <param name="AssessmentId">The assessment.</param>
public sealed record ReplayAssessmentQuery(Guid AssessmentId) : IRequest<AssessmentReplay>;

internal sealed class ReplayAssessmentHandler(AppDbContext db) : IRequestHandler<ReplayAssessmentQuery, AssessmentReplay>
{
    public async Task<AssessmentReplay> Handle(ReplayAssessmentQuery request, CancellationToken cancellationToken)
    {
        var assessment =
            await db.Assessments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.AssessmentId, cancellationToken)
            ?? throw StoredAssessment.NotFound.With($"评估 {request.AssessmentId}");
        return assessment.Replay();
    }
}
