using EnforcementCases.Platform.Recording;
using MediatR;

namespace EnforcementCases.Api.Recording;

/// <summary>Verifies the process record of a case from its stored bytes.</summary>
public sealed record VerifyRecordQuery(Guid CaseId) : IRequest<RecordVerification>;

internal sealed class VerifyRecordHandler(RecordVerifier verifier) : IRequestHandler<VerifyRecordQuery, RecordVerification>
{
    public async Task<RecordVerification> Handle(VerifyRecordQuery request, CancellationToken cancellationToken) =>
        await verifier.VerifyAsync(request.CaseId, cancellationToken) ?? throw RecordErrors.NotFound.With($"案件 {request.CaseId}");
}
