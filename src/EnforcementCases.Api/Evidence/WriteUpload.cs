using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Files;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Uploads;
using MediatR;

namespace EnforcementCases.Api.Evidence;

/// <summary>Uploads a part of a file. <c>Upload-Offset</c> states where it begins and must be the number of bytes already stored; <c>Upload-Checksum</c> (<c>sha1</c> or <c>sha256</c>, a
/// space, Base64) is optional. The answer comes once the part is on the disk. With the last part the whole file is compared with its declared SHA-256 and type and entered into the
/// case; the answer then has the id of the file in <c>Upload-Receipt</c>, and the device may erase its copy.</summary>
/// <param name="Id">The upload.</param>
public sealed record WriteUploadCommand(Guid Id) : IUnkeyedCommand<UploadView>
{
    /// <summary>What the file is, read before the transaction.</summary>
    [JsonIgnore]
    public FileContent? Content { get; init; }
}

internal sealed class WriteUploadHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    OwnUploads uploads,
    UploadTarget target,
    AwaitedFiles awaited,
    CaseLoader cases,
    StagedUploads staged,
    FileStore files,
    CurrentUser user,
    TimeProvider clock
) : IRequestHandler<WriteUploadCommand, UploadView>
{
    public async Task<UploadView> Handle(WriteUploadCommand request, CancellationToken cancellationToken)
    {
        var upload = await uploads.FindAsync(request.Id, cancellationToken);
        if (upload.StoredAt is not null)
            throw UploadErrors.AlreadyStored.With($"上传 {upload.Id}");
        var purpose = UploadPurpose.Read(upload.Metadata);
        await cases.HoldAsync(purpose.CaseId, cancellationToken); // of the last two files one sees the other
        var (@case, parent) = await target.FindAsync(purpose, cancellationToken);
        var now = clock.GetUtcNow();
        var file = CaseFile.Receive(
            @case,
            new()
            {
                Id = Guid.CreateVersion7(now),
                Sha256 = upload.Sha256,
                Bytes = upload.Length,
                Content = request.Content!,
                Name = purpose.Name,
                Device = purpose.Device,
                PersonId = user.PersonId,
                At = now,
                Parent = parent,
                Copy = purpose.Copy,
                Reason = purpose.Reason,
            }
        );
        db.CaseFiles.Add(file);
        upload.Store(file.Id, now);
        await awaited.SettleAsync(@case, file, cancellationToken);
        files.Adopt(staged.PathOf(upload.Id), upload.Sha256); // last: whatever is refused leaves nothing in the store
        unitOfWork.AfterCommit(() => staged.Drop(upload.Id));
        return await uploads.ShowAsync(upload, cancellationToken);
    }
}

/// <summary>Takes in the parts of an upload, and with the last one the file.</summary>
internal sealed class UploadIntake(IMediator mediator, OwnUploads uploads, StagedUploads staged)
{
    /// <summary>Takes a part.</summary>
    /// <exception cref="DomainException">A rule of <see cref="UploadErrors"/>, or what the case refuses.</exception>
    public async Task<UploadView> TakeAsync(Guid id, PartHeaders part, Stream body, CancellationToken ct)
    {
        await uploads.FindAsync(id, ct); // nobody takes the turn of an upload that is not his own
        using var turn = await staged.EnterAsync(id, ct); // until the file is in the case: nobody writes to what is about to be stored
        var upload = await uploads.FindAgainAsync(id, ct);
        if (upload.StoredAt is not null)
        {
            staged.Drop(id); // what taking the turn left
            throw UploadErrors.AlreadyStored.With($"上传 {id}");
        }
        var there = await staged.AppendAsync(turn, upload.Length, part, body, ct);
        return there == upload.Length
            ? await FinishAsync(upload) // a client that went away gets its receipt when it asks again
            : new(id, there, upload.Length, upload.ExpiresAt, Receipt: null);
    }

    private async Task<UploadView> FinishAsync(Upload upload)
    {
        try
        {
            var content = await CheckAsync(upload);
            return await mediator.Send(new WriteUploadCommand(upload.Id) { Content = content }, CancellationToken.None);
        }
        catch (DomainException refusal) when (IsFinal(refusal.Error.Kind))
        {
            await mediator.Send(new EndUploadCommand(upload.Id), CancellationToken.None);
            throw;
        }
    }

    /// <summary>The file itself is refused: trying again with the same bytes would not help.</summary>
    private static bool IsFinal(ErrorKind kind) =>
        kind
            is ErrorKind.Unacceptable
                or ErrorKind.WrongMediaType
                or ErrorKind.TooLarge
                or ErrorKind.Conflict
                or ErrorKind.WrongStage
                or ErrorKind.NotFound
                or ErrorKind.RuleBroken;

    private async Task<FileContent> CheckAsync(Upload upload)
    {
        if (await staged.HashAsync(upload.Id, CancellationToken.None) != upload.Sha256)
            throw UploadErrors.HashDiffers.With("收到的内容已经删除", "重新上传");
        await using var file = staged.OpenRead(upload.Id);
        var content = ContentReader.Read(file) ?? throw UploadErrors.TypeNotTaken.With("接收照片、录音、录像和 PDF");
        if (UploadPurpose.Read(upload.Metadata).MediaType is { } declared && !ContentReader.IsSame(declared, content.MediaType))
            throw UploadErrors.TypeDiffers.With($"内容为 {content.MediaType}");
        return content;
    }
}
