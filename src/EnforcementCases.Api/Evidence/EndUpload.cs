using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Uploads;
using MediatR;

namespace EnforcementCases.Api.Evidence;

/// <summary>Gives up an upload: what arrived of it is removed. A stored file stays.</summary>
/// <param name="Id">The upload.</param>
public sealed record EndUploadCommand(Guid Id) : IUnkeyedCommand<Unit>;

internal sealed class EndUploadHandler(AppDbContext db, UnitOfWork unitOfWork, OwnUploads uploads, StagedUploads staged)
    : IRequestHandler<EndUploadCommand, Unit>
{
    public async Task<Unit> Handle(EndUploadCommand request, CancellationToken cancellationToken)
    {
        var upload = await uploads.FindAsync(request.Id, cancellationToken);
        if (upload.StoredAt is not null)
            throw UploadErrors.AlreadyStored.With($"上传 {upload.Id}");
        db.Uploads.Remove(upload);
        unitOfWork.AfterCommit(() => staged.Drop(upload.Id));
        return Unit.Value;
    }
}
