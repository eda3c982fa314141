using EnforcementCases.Domain.Discretion;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>Reads a discretion assessment (裁量评估).</summary>
/// <param name="AssessmentId">The assessment.</param>
public sealed record ReadAssessmentQuery(Guid AssessmentId) : IRequest<AssessmentView>;

internal sealed class ReadAssessmentHandler(AppDbContext db) : IRequestHandler<ReadAssessmentQuery, AssessmentView>
{
    public async Task<AssessmentView> Handle(ReadAssessmentQuery request, CancellationToken cancellationToken) =>
        AssessmentView.Of(
            await db.Assessments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.AssessmentId, cancellationToken)
                ?? throw StoredAssessment.NotFound.With($"评估 {request.AssessmentId}")
        );
}
