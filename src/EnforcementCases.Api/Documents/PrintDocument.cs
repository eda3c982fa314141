using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Prints a document (打印): the first print of a format is rendered and stored, every later one is the same file and is counted.</summary>
/// <param name="Format">On what.</param>
public sealed record PrintDocumentCommand(PrintFormat Format) : ICommand<DocumentPrintAnswer>
{
    /// <summary>The case, from the route.</summary>
    [JsonIgnore]
    public Guid CaseId { get; init; }

    /// <summary>The document, from the route.</summary>
    [JsonIgnore]
    public Guid DocumentId { get; init; }

    /// <summary>The file, rendered and kept before the transaction.</summary>
    [JsonIgnore]
    public RenderedFile? File { get; init; }
}

/// <summary>A rendered and kept file.</summary>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="MissingGlyphs">Characters to be written by hand, separated by blanks.</param>
public sealed record RenderedFile(string Sha256, string MissingGlyphs);

/// <summary>A print.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Number">Its number.</param>
/// <param name="Format">On what.</param>
/// <param name="Count">Which print of this format it is, from 1.</param>
/// <param name="FileSha256">SHA-256 of the file.</param>
/// <param name="WriteByHand">Characters that no font has: they print as <c>〓[U+xxxx]</c> and must be written by hand.</param>
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

    /// <summary>Only short forms are printed on a roll.</summary>
    public static readonly DomainError FormatNotOffered = new(
        "document.format-not-offered",
        null,
        ErrorKind.Unacceptable,
        "该文书不能以这种纸张打印"
    );

    /// <summary>What is stored of the document is not what was hashed into the record when it was issued; nothing is printed from it.</summary>
    public static readonly DomainError ContentAltered = new(
        "document.content-altered",
        null,
        ErrorKind.Damaged,
        "文书内容与制发时留痕的哈希不一致，不得打印"
    );

    /// <summary>Only what officers edit before it is signed comes as a draft.</summary>
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
        var file = earlier is null ? request.File! : new(earlier.FileSha256, earlier.MissingGlyphs); // every later print is the first one's file
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
