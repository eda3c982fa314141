using EnforcementCases.Domain;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>Reads a file of a case, always as a download; parts of it by the header <c>Range</c>. Every viewing is an entry of the record of the case; parts that one person reads within a
/// quarter of an hour are one viewing.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="FileId">The file.</param>
/// <param name="Part">Only a part is read.</param>
/// <param name="From">First byte that is asked for, counted from 0; null if none is named.</param>
public sealed record ReadEvidenceFileCommand(Guid CaseId, Guid FileId, bool Part, long? From) : IUnkeyedCommand<EvidenceFileRead>;

/// <summary>A file that may be read.</summary>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="MediaType">Media type by its content.</param>
/// <param name="Name">Name on the device.</param>
/// <param name="ReceivedAt">When it was stored.</param>
public sealed record EvidenceFileRead(string Sha256, string MediaType, string Name, DateTimeOffset ReceivedAt);

internal sealed class ReadEvidenceFileHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ReadEvidenceFileCommand, EvidenceFileRead>
{
    /// <summary>The requested part begins after the end of the file.</summary>
    public static readonly DomainError OutOfRange = new("evidence.file-out-of-range", null, ErrorKind.OutOfRange, "请求的范围超出文件");

    public async Task<EvidenceFileRead> Handle(ReadEvidenceFileCommand request, CancellationToken cancellationToken)
    {
        var file =
            await db.CaseFiles.FirstOrDefaultAsync(f => f.Id == request.FileId && f.CaseId == request.CaseId, cancellationToken)
            ?? throw CaseFile.NotFound.With($"文件 {request.FileId}");
        if (request.From >= file.Bytes)
            throw OutOfRange.With($"文件为 {file.Bytes} 字节");
        var now = clock.GetUtcNow();
        var view = await db.CaseFileViews.FindAsync([file.Id, user.PersonId], cancellationToken);
        if (!(request.Part && view?.IsGoingOn(now) is true))
        {
            if (view is null)
                db.CaseFileViews.Add(new(file.Id, user.PersonId, now));
            else
                view.Again(now);
            file.View(now);
        }
        return new(file.Sha256, file.MediaType, file.Name, file.ReceivedAt);
    }
}
