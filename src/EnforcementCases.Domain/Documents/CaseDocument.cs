namespace EnforcementCases.Domain.Documents;

/// <summary>A document issued in a case (执法文书). Its content is fixed and hashed at issue; the PDF is rendered after the commit and kept as printed.</summary>
public sealed class CaseDocument : IOwnedByOrganisation
{
    private CaseDocument() { }

    /// <summary>Issues a document.</summary>
    /// <param name="contentSealed">The content, encrypted canonical JSON.</param>
    /// <param name="contentHash">SHA-256 of the content, hex; also contained in the record.</param>
    public CaseDocument(
        Guid id,
        Guid caseId,
        string organisationPath,
        DocumentKind kind,
        string number,
        string verificationCode,
        string templateVersion,
        byte[] contentSealed,
        string contentHash,
        DateTimeOffset issuedAt
    )
    {
        Id = id;
        CaseId = caseId;
        OrganisationPath = organisationPath;
        Kind = kind;
        Number = number;
        VerificationCode = verificationCode;
        TemplateVersion = templateVersion;
        ContentSealed = contentSealed;
        ContentHash = contentHash;
        IssuedAt = issuedAt;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Kind of document.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Its number as printed.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Random code in the QR code; confirms number, date, organ and content hash to anyone who holds the paper.</summary>
    public string VerificationCode { get; private set; } = "";

    /// <summary>Version of the layout; every print uses the same.</summary>
    public string TemplateVersion { get; private set; } = "";

    /// <summary>The content, encrypted.</summary>
    public byte[] ContentSealed { get; private set; } = [];

    /// <summary>SHA-256 of the content, hex.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>The legal date printed on it (落款日期).</summary>
    public required DateOnly DatedOn { get; init; }

    /// <summary>The act of the ordinary procedure that issued it, by its position in the file; null in a case decided on the spot.</summary>
    public int? ActPosition { get; init; }

    /// <summary>The document whose slip it corrects (补正); null for every other.</summary>
    public Guid? CorrectsId { get; init; }
}
