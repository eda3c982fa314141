using EnforcementCases.Domain;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Reads a document with its labels in Chinese and English (译文对照本). Made anew each time, and neither counted as a print nor stored; only the Chinese
/// document is valid.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentId">The document.</param>
public sealed record ReadReadingCopyQuery(Guid CaseId, Guid DocumentId) : IRequest<ReadingCopyFile>;

/// <summary>A reading copy.</summary>
/// <param name="Pdf">Its bytes.</param>
/// <param name="Name">Name for saving.</param>
public sealed record ReadingCopyFile(byte[] Pdf, string Name);

internal sealed class ReadReadingCopyHandler(AppDbContext db, DocumentIssue documents, FontSet fonts)
    : IRequestHandler<ReadReadingCopyQuery, ReadingCopyFile>
{
    public async Task<ReadingCopyFile> Handle(ReadReadingCopyQuery request, CancellationToken cancellationToken)
    {
        var document =
            await db
                .CaseDocuments.AsNoTracking()
                .FirstOrDefaultAsync(d => d.Id == request.DocumentId && d.CaseId == request.CaseId, cancellationToken)
            ?? throw DocumentErrors.NotFound.With($"文书 {request.DocumentId}");
        var copy = ReadingCopy.Of(documents.OpenForm(document));
        var called = document.Number.Length > 0 ? document.Number : document.Kind.Term();
        return new(FormLayout.RenderA4(copy, new(CopyLabel: "", PrintNumber: 1) { Fonts = fonts }).Pdf, $"{called} reading copy.pdf");
    }
}
