using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Prints a document (打印). The first print of a format is rendered and stored; every later print is the same file and is counted.</summary>
/// <param name="Format">Paper format.</param>
public sealed record PrintDocumentCommand(PrintFormat Format) : ICommand<DocumentPrintAnswer>
{
    /// <summary>The case, from the route.</summary>
    [JsonIgnore]
    public Guid CaseId { get; init; }

    /// <summary>The document, from the route.</summary>
    [JsonIgnore]
    public Guid DocumentId { get; init; }

    /// <summary>The file, rendered and stored before the transaction.</summary>
    [JsonIgnore]
    public RenderedFile? File { get; init; }
}

/// <summary>A rendered and stored file.</summary>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="MissingGlyphs">Characters to be written by hand, separated by blanks.</param>
public sealed record RenderedFile(string Sha256, string MissingGlyphs);

/// <summary>A print of a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Format">Paper format.</param>
/// <param name="Count">Ordinal of this print among the prints of this format, from 1.</param>
/// <param name="FileSha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="WriteByHand">Characters that no font contains: they are printed as <c>〓[U+xxxx]</c> and must be written by hand. Empty if none.</param>
public sealed record DocumentPrintAnswer(
    Guid DocumentId,
    string Number,
    PrintFormat Format,
    int Count,
    string FileSha256,
    IReadOnlyList<string> WriteByHand
);

/// <summary>Refusals of documents.</summary>
internal static class DocumentErrors
{
    public static readonly DomainError NotFound = new("document.not-found", null, ErrorKind.NotFound, "没有找到该文书");

    /// <summary>Only short forms can be printed on a paper roll.</summary>
    public static readonly DomainError FormatNotOffered = new(
        "document.format-not-offered",
        null,
        ErrorKind.Unacceptable,
        "该文书不能以这种纸张打印"
    );

    /// <summary>The stored content differs from what was hashed into the record at issue; it cannot be printed.</summary>
    public static readonly DomainError ContentAltered = new(
        "document.content-altered",
        null,
        ErrorKind.Damaged,
        "文书内容与制发时留痕的哈希不一致，不得打印"
    );

    /// <summary>Only documents that officers edit before they are signed have a draft.</summary>
    public static readonly DomainError NoDraft = new("document.no-draft", null, ErrorKind.Unacceptable, "该文书没有可编辑的草稿");

    public static readonly DomainError NotPrinted = new("document.not-printed", null, ErrorKind.Conflict, "该文书尚未以该格式打印");
}

internal sealed class PrintDocumentHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<PrintDocumentCommand, DocumentPrintAnswer>
{
    public async Task<DocumentPrintAnswer> Handle(PrintDocumentCommand request, CancellationToken cancellationToken)
    {
        var document =
            await db.CaseDocuments.FirstOrDefaultAsync(d => d.Id == request.DocumentId && d.CaseId == request.CaseId, cancellationToken)
            ?? throw DocumentErrors.NotFound.With($"文书 {request.DocumentId}");
        user.EnsureActsFor(await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.OrganId).SingleAsync(cancellationToken));
        var earlier = await db
            .DocumentPrints.Where(p => p.DocumentId == document.Id && p.Format == request.Format)
            .OrderByDescending(p => p.Count)
            .FirstOrDefaultAsync(cancellationToken);
        var file = earlier is null ? request.File! : new(earlier.FileSha256, earlier.MissingGlyphs); // every later print uses the file of the first
        var now = clock.GetUtcNow();
        var print = new DocumentPrint(
            Guid.CreateVersion7(now),
            document,
            request.Format,
            (earlier?.Count ?? 0) + 1,
            file.Sha256,
            file.MissingGlyphs,
            now
        );
        db.DocumentPrints.Add(print);
        return new(
            document.Id,
            document.Number,
            print.Format,
            print.Count,
            file.Sha256,
            file.MissingGlyphs.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
