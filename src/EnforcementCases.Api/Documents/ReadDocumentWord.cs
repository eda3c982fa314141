using EnforcementCases.Domain.Papers;
using EnforcementCases.Paper;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Reads a document for a word processor (DOCX), of the kinds that officers edit before they are signed; the issued document itself is not changed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentId">The document.</param>
public sealed record ReadDocumentWordQuery(Guid CaseId, Guid DocumentId) : IRequest<DocumentWordFile>;

/// <summary>A document for a word processor.</summary>
/// <param name="Docx">Its bytes.</param>
/// <param name="Name">Name for saving.</param>
public sealed record DocumentWordFile(byte[] Docx, string Name);

internal sealed class ReadDocumentWordHandler(AppDbContext db, DocumentIssue documents)
    : IRequestHandler<ReadDocumentWordQuery, DocumentWordFile>
{
    public async Task<DocumentWordFile> Handle(ReadDocumentWordQuery request, CancellationToken cancellationToken)
    {
        var document =
            await db
                .CaseDocuments.AsNoTracking()
                .FirstOrDefaultAsync(d => d.Id == request.DocumentId && d.CaseId == request.CaseId, cancellationToken)
            ?? throw DocumentErrors.NotFound.With($"文书 {request.DocumentId}");
        if (DocumentForms.All.FirstOrDefault(f => f.Kind == document.Kind) is not { EditedAsDraft: true } form)
            throw DocumentErrors.NoDraft.With("该文书以打印件为准");
        return new(FormWord.Write(documents.OpenForm(document)), $"{form.Title} {document.Number}.docx");
    }
}
