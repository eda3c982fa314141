using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Files;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Uploads;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>Begins the upload of a file of a case in parts (tus 1.0.0). The header <c>Upload-Length</c> states the size in bytes. <c>Upload-Metadata</c> holds names with values in Base64:
/// <c>case</c> (id of the case), <c>sha256</c> (of the whole file, 64 lower-case hex digits) and <c>filename</c> (without a path) are required; <c>filetype</c> (media type),
/// <c>device</c> (its number), <c>parent</c>, <c>copy</c> and <c>reason</c> (for a thumbnail or a redacted copy) are optional.</summary>
/// <param name="Length">Declared size in bytes.</param>
/// <param name="Metadata">The header <c>Upload-Metadata</c> as it was sent.</param>
public sealed record CreateUploadCommand(long Length, string Metadata) : IUnkeyedCommand<UploadView>;

internal sealed class CreateUploadHandler(
    AppDbContext db,
    CurrentUser user,
    UploadTarget target,
    OwnUploads uploads,
    UploadSettings settings,
    TimeProvider clock
) : IRequestHandler<CreateUploadCommand, UploadView>
{
    public async Task<UploadView> Handle(CreateUploadCommand request, CancellationToken cancellationToken)
    {
        var purpose = UploadPurpose.Read(request.Metadata);
        if (request.Length == 0)
            throw UploadErrors.Empty.With("Upload-Length 为 0");
        if (request.Length > settings.LargestFile)
            throw UploadErrors.TooLarge.With($"不超过 {settings.LargestFile} 字节");
        await target.FindAsync(purpose, cancellationToken);
        var now = clock.GetUtcNow();
        await EnsureWithinQuotaAsync(request.Length, now, cancellationToken);
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(now),
            OrganisationPath = user.OrganisationPath,
            AccountId = user.AccountId,
            Length = request.Length,
            Sha256 = purpose.Sha256,
            Metadata = request.Metadata,
            CreatedAt = now,
            ExpiresAt = now.AddHours(settings.KeptHours),
        };
        db.Uploads.Add(upload);
        return await uploads.ShowAsync(upload, cancellationToken);
    }

    private async Task EnsureWithinQuotaAsync(long length, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db
            .Uploads.Where(u => u.AccountId == user.AccountId && u.StoredAt == null && u.ExpiresAt > now)
            .Select(u => u.Length)
            .ToListAsync(ct);
        if (open.Count >= settings.OpenPerAccount || open.Sum() + length > settings.OpenBytesPerAccount)
            throw UploadErrors.QuotaExceeded.With(
                $"尚未完成的上传 {open.Count} 个、{open.Sum()} 字节；限额 {settings.OpenPerAccount} 个、{settings.OpenBytesPerAccount} 字节",
                "完成或者放弃已经开始的上传"
            );
    }
}
