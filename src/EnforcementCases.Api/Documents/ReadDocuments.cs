using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Lists the documents (文书) of a case.</summary>
public sealed record ListCaseDocumentsQuery(Guid CaseId) : IRequest<IReadOnlyList<CaseDocumentView>>;

/// <summary>A document of a case.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Number">Its number; empty for kinds without one.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ContentSha256">SHA-256 of its content (64 lower-case hex digits), also stored in the record.</param>
/// <param name="VerificationCode">Code by which anyone can check the document.</param>
/// <param name="TemplateVersion">Version of its layout.</param>
/// <param name="Prints">Number of prints, by paper format.</param>
public sealed record CaseDocumentView(
    Guid Id,
    DocumentKind Kind,
    string Number,
    DateTimeOffset IssuedAt,
    string ContentSha256,
    string VerificationCode,
    string TemplateVersion,
    IReadOnlyDictionary<string, int> Prints
)
{
    /// <summary>Name of the document (文书名称).</summary>
    [Bilingual]
    public string Title => Kind.Term();

    /// <summary>The document whose slip this one corrects (补正); null for every other.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Documents that correct slips of this one, in their order; empty if none.</summary>
    public IReadOnlyList<Guid> CorrectedBy { get; init; } = [];
}

/// <summary>Reads the printed file of a document. It must have been printed in the format before.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Format">Paper format in which the document was printed.</param>
public sealed record ReadDocumentFileQuery(Guid CaseId, Guid DocumentId, PrintFormat Format) : IRequest<DocumentFile>;

/// <summary>A printed file.</summary>
/// <param name="Pdf">Its bytes.</param>
/// <param name="Name">Name for saving.</param>
/// <param name="Sha256">SHA-256 of the bytes.</param>
public sealed record DocumentFile(byte[] Pdf, string Name, string Sha256);

internal sealed class ListCaseDocumentsHandler(AppDbContext db) : IRequestHandler<ListCaseDocumentsQuery, IReadOnlyList<CaseDocumentView>>
{
    public async Task<IReadOnlyList<CaseDocumentView>> Handle(ListCaseDocumentsQuery request, CancellationToken cancellationToken)
    {
        if (!await db.Cases.AnyAsync(c => c.Id == request.CaseId, cancellationToken))
            throw EnforcementCase.NotFound.With($"案件 {request.CaseId}");
        var documents = await db
            .CaseDocuments.AsNoTracking()
            .Where(d => d.CaseId == request.CaseId)
            .OrderBy(d => d.IssuedAt)
            .ToListAsync(cancellationToken);
        var prints = await db
            .DocumentPrints.Where(p => p.CaseId == request.CaseId)
            .GroupBy(p => new { p.DocumentId, p.Format })
            .Select(g => new
            {
                g.Key.DocumentId,
                g.Key.Format,
                Count = g.Max(p => p.Count),
            })
            .ToListAsync(cancellationToken);
        return documents.ConvertAll(d => new CaseDocumentView(
            d.Id,
            d.Kind,
            d.Number,
            d.IssuedAt,
            d.ContentHash,
            d.VerificationCode,
            d.TemplateVersion,
            prints.Where(p => p.DocumentId == d.Id).ToDictionary(p => p.Format.ToString(), p => p.Count, StringComparer.Ordinal)
        )
        {
            Corrects = d.CorrectsId,
            CorrectedBy = [.. documents.Where(other => other.CorrectsId == d.Id).Select(other => other.Id)],
        });
    }
}

internal sealed class ReadDocumentFileHandler(AppDbContext db, FileStore files) : IRequestHandler<ReadDocumentFileQuery, DocumentFile>
{
    public async Task<DocumentFile> Handle(ReadDocumentFileQuery request, CancellationToken cancellationToken)
    {
        var paper =
            await db
                .CaseDocuments.Where(d => d.Id == request.DocumentId && d.CaseId == request.CaseId)
                .Select(d => new { d.Kind, d.Number })
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DocumentErrors.NotFound.With($"文书 {request.DocumentId}");
        var called = paper.Number.Length > 0 ? paper.Number : paper.Kind.Term();
        var name =
            await db
                .DocumentPrints.Where(p => p.DocumentId == request.DocumentId && p.Format == request.Format)
                .Select(p => p.FileSha256)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw DocumentErrors.NotPrinted.With(called, "先打印");
        return new(files.Read(name), $"{called}.pdf", name);
    }
}
