using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Renders documents from their fixed content and stores the files.</summary>
internal sealed class DocumentPress(AppDbContext db, DocumentIssue documents, FileStore files, FontSet fonts)
{
    private const string PartyCopy = "当事人联";
    private const string FileCopy = "存卷联";

    /// <summary>The file of a document, obtained before the transaction that counts the print: the stored one, or rendered and stored now. Rendering is deterministic.</summary>
    /// <exception cref="DomainException"><see cref="DocumentErrors.NotFound"/>, <see cref="DocumentErrors.FormatNotOffered"/> or <see cref="DocumentErrors.ContentAltered"/>.</exception>
    public async Task<RenderedFile> FileAsync(Guid caseId, Guid documentId, PrintFormat format, CancellationToken ct)
    {
        var document =
            await db.CaseDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == documentId && d.CaseId == caseId, ct)
            ?? throw DocumentErrors.NotFound.With($"文书 {documentId}");
        documents.EnsureUnaltered(document); // checked also for a reprint, which is the file of the first print
        var printed = await db
            .DocumentPrints.Where(p => p.CaseId == caseId && p.DocumentId == documentId && p.Format == format)
            .OrderBy(p => p.Count)
            .Select(p => new RenderedFile(p.FileSha256, p.MissingGlyphs))
            .FirstOrDefaultAsync(ct);
        if (printed is not null)
            return printed;
        var copy = new PrintedCopy(PartyCopy, PrintNumber: 1) { Fonts = fonts, Seal = await SealOfAsync(document, ct) };
        var rendered = Render(documents, document, format, copy);
        return new(files.Keep(rendered.Pdf), string.Join(' ', rendered.MissingGlyphs.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The copy of a document for the case file, neither counted as a print nor stored: the file of the first print byte for byte, or rendered now.</summary>
    /// <exception cref="DomainException"><see cref="DocumentErrors.ContentAltered"/>, <see cref="FileStore.Changed"/> or <see cref="FileStore.Gone"/>.</exception>
    public async Task<RenderedDocument> FiledAsync(CaseDocument document, CancellationToken ct)
    {
        documents.EnsureUnaltered(document);
        var offered = DocumentForms.Of(document.Kind).Papers;
        var format = offered.Contains(PrintFormat.A4) ? PrintFormat.A4 : offered[0];
        var printed = await db
            .DocumentPrints.Where(p => p.DocumentId == document.Id && p.Format == format)
            .OrderBy(p => p.Count)
            .Select(p => p.FileSha256)
            .FirstOrDefaultAsync(ct);
        if (printed is null)
            return Render(documents, document, format, new(FileCopy, 1) { Fonts = fonts, Seal = await SealOfAsync(document, ct) });
        var file = files.Read(printed);
        return new(file, [], PdfDocument.PagesIn(file));
    }

    /// <summary>Lays a document out by its kind.</summary>
    /// <exception cref="DomainException"><see cref="DocumentErrors.FormatNotOffered"/>.</exception>
    internal static RenderedDocument Render(DocumentIssue documents, CaseDocument document, PrintFormat format, PrintedCopy copy)
    {
        var form = DocumentForms.Of(document.Kind);
        if (!form.Papers.Contains(format))
            throw DocumentErrors.FormatNotOffered.With($"{form.Title}只能打印为 {string.Join('、', form.Papers)}");
        return format switch
        {
            PrintFormat.A4 => FormLayout.RenderA4(documents.OpenForm(document), copy),
            PrintFormat.Receipt80 => FormSlip.Render(documents.OpenForm(document), copy),
            PrintFormat.Receipt58 => FormSlip.Render(documents.OpenForm(document), copy, LayoutParts.NarrowRoll),
        };
    }

    private async Task<PdfImage?> SealOfAsync(CaseDocument document, CancellationToken ct)
    {
        var name = await db
            .Cases.Where(c => c.Id == document.CaseId)
            .Join(db.Organisations, c => c.OrganId, o => o.Id, (_, o) => o.Profile.SealSha256)
            .SingleAsync(ct);
        return name is null ? null : PdfImage.Load(files.Read(name)); // a paper is not printed without its seal because the file is gone
    }
}
