using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Documents;

/// <summary>Paper format of a print.</summary>
public enum PrintFormat
{
    /// <summary>A4 paper.</summary>
    A4,

    /// <summary>80 mm thermal paper (热敏小票).</summary>
    Receipt80,

    /// <summary>58 mm thermal paper (热敏小票, 窄幅).</summary>
    Receipt58,
}

/// <summary>A print of a document (打印). Reprints have the same number and are counted; all use the same file.</summary>
public sealed class DocumentPrint : RecordedAggregate, IOwnedByOrganisation
{
    private DocumentPrint() { }

    /// <summary>Counts a print.</summary>
    /// <param name="count">Position of the print among those of the document in this format, from 1.</param>
    /// <param name="fileSha256">The stored file, hex.</param>
    /// <param name="missingGlyphs">Characters that had to be written by hand; empty for none.</param>
    public DocumentPrint(
        Guid id,
        CaseDocument document,
        PrintFormat format,
        int count,
        string fileSha256,
        string missingGlyphs,
        DateTimeOffset at
    )
    {
        Id = id;
        DocumentId = document.Id;
        CaseId = document.CaseId;
        OrganisationPath = document.OrganisationPath;
        Format = format;
        Count = count;
        FileSha256 = fileSha256;
        MissingGlyphs = missingGlyphs;
        PrintedAt = at;
        Record(
            new(
                "document-printed",
                at,
                new RecordFields()
                    .Add("number", document.Number)
                    .Add("format", format)
                    .Add("count", count)
                    .Add("fileSha256", fileSha256)
                    .Add("writtenByHand", missingGlyphs)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Paper format.</summary>
    public PrintFormat Format { get; private set; }

    /// <summary>Position of the print among those of the document in this format, from 1.</summary>
    public int Count { get; private set; }

    /// <summary>The stored file.</summary>
    public string FileSha256 { get; private set; } = "";

    /// <summary>Characters that had to be written by hand.</summary>
    public string MissingGlyphs { get; private set; } = "";

    /// <summary>When it was printed.</summary>
    public DateTimeOffset PrintedAt { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;
}
