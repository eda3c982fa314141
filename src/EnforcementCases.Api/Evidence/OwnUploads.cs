using EnforcementCases.Domain;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Files;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Uploads;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>An upload and what became of it.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Offset">How many bytes are safely stored; the last one counts only once the whole file is stored.</param>
/// <param name="Length">Declared size in bytes.</param>
/// <param name="ExpiresAt">First instant at which it can no longer be continued.</param>
/// <param name="Receipt">The receipt; null while the file is not stored.</param>
public sealed record UploadView(Guid Id, long Offset, long Length, DateTimeOffset ExpiresAt, FileReceipt? Receipt);

/// <summary>The receipt of a stored file (回执): it is on the disk, its hash was compared, and its entry is in the record of the case. The device may erase its copy.</summary>
/// <param name="FileId">The file.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Sha256">SHA-256 of the stored bytes, 64 lower-case hex digits.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="MediaType">Media type by its content.</param>
/// <param name="Kind">Kind by its content.</param>
/// <param name="StoredAt">When it was stored.</param>
public sealed record FileReceipt(
    Guid FileId,
    Guid CaseId,
    string Sha256,
    long Bytes,
    string MediaType,
    FileKind Kind,
    DateTimeOffset StoredAt
);

/// <summary>The uploads of the present account; those of others are not found.</summary>
internal sealed class OwnUploads(AppDbContext db, CurrentUser user, StagedUploads staged, TimeProvider clock)
{
    /// <summary>An upload that is finished or can be continued.</summary>
    /// <exception cref="DomainException"><see cref="UploadErrors.NotFound"/> or <see cref="UploadErrors.Expired"/>.</exception>
    public async Task<Upload> FindAsync(Guid id, CancellationToken ct)
    {
        var upload =
            await db.Uploads.FirstOrDefaultAsync(u => u.Id == id && u.AccountId == user.AccountId, ct)
            ?? throw UploadErrors.NotFound.With($"上传 {id}");
        return upload.StoredAt is not null || upload.ExpiresAt > clock.GetUtcNow()
            ? upload
            : throw UploadErrors.Expired.With($"上传 {id}", "重新上传");
    }

    /// <summary>The same, as it is now: another request may have finished it since it was read.</summary>
    /// <exception cref="DomainException"><see cref="UploadErrors.NotFound"/> or <see cref="UploadErrors.Expired"/>.</exception>
    public Task<Upload> FindAgainAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(id, ct);
    }

    /// <summary>Where an upload has come to.</summary>
    public async Task<UploadView> ShowAsync(Upload upload, CancellationToken ct)
    {
        var receipt = upload.ResultId is { } fileId ? ReceiptOf((await db.CaseFiles.FindAsync([fileId], ct))!) : null;
        var offset = receipt is null ? StagedUploads.Acknowledged(staged.LengthOf(upload.Id), upload.Length) : upload.Length;
        return new(upload.Id, offset, upload.Length, upload.ExpiresAt, receipt);
    }

    private static FileReceipt ReceiptOf(CaseFile file) =>
        new(file.Id, file.CaseId, file.Sha256, file.Bytes, file.MediaType, file.Kind, file.ReceivedAt);
}
