using System.Text.Json.Serialization;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Papers;

/// <summary>Content of a filled form, with the wording that is printed. Fixed at issue, hashed into the record, rendered later.</summary>
[Upcast(0, nameof(NameTheKind))]
public sealed partial record FormContent
{
    /// <summary>Kind of document.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Version of wording and layout, <c>D32-2026.1</c>.</summary>
    public required string TemplateVersion { get; init; }

    /// <summary>The organ (机关名称), as in the letterhead and above the date.</summary>
    public required string OrganName { get; init; }

    /// <summary>Name of the document (文书名称).</summary>
    public required string Title { get; init; }

    /// <summary>Number (文号); null for papers without one, and for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>The date of the document (日期), a legal date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether the organ's seal (机关印章) is printed over the date.</summary>
    public bool Sealed { get; init; }

    /// <summary>Its parts, in order.</summary>
    public required IReadOnlyList<FormPart> Parts { get; init; }

    /// <summary>Who signs at the foot of every page (逐页签名); empty for a paper signed once.</summary>
    public IReadOnlyList<string> PageSigners { get; init; } = [];

    /// <summary>Where the copies go (份数和去向); empty for a paper made once for the file.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Content of the verification QR code (文书查验二维码); null for papers that stay in the file.</summary>
    public string? VerificationText { get; init; }

    /// <summary>Content of the payment QR code (缴款二维码); null for papers that demand no money.</summary>
    public string? PaymentText { get; init; }

    /// <summary>Reads the stored content of a paper, of any version; also of a decision made on the spot that was stored before that paper became a form.</summary>
    /// <exception cref="DomainException"><see cref="StoredFormat.Newer"/> or <see cref="StoredFormat.Unreadable"/>.</exception>
    public static FormContent Read(ReadOnlySpan<byte> bytes) =>
        NamesItsKind(bytes) ? StoredFormat.Read<FormContent>(bytes) : StoredFormat.Read<OnTheSpotDecisionContent>(bytes).AsForm();
}

/// <summary>A part of a filled form.</summary>
[JsonDerivedType(typeof(AddresseePart), "addressee")]
[JsonDerivedType(typeof(LinesPart), "lines")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(ItemsPart), "items")]
[JsonDerivedType(typeof(DialoguePart), "dialogue")]
[JsonDerivedType(typeof(OptionsPart), "options")]
[JsonDerivedType(typeof(OpinionsPart), "opinions")]
[JsonDerivedType(typeof(SignaturesPart), "signatures")]
public abstract record FormPart;

/// <summary>Addressee (受文人), flush left with a colon.</summary>
/// <param name="Name">Name without the colon.</param>
public sealed record AddresseePart(string Name) : FormPart;

/// <summary>Labelled lines in a ruled table (表格栏).</summary>
/// <param name="Lines">The lines in order.</param>
public sealed record LinesPart(IReadOnlyList<LabelledLine> Lines) : FormPart;

/// <summary>Paragraphs, with a heading or without.</summary>
/// <param name="Heading">The heading with its number, <c>一、违法事实</c>; null for none.</param>
/// <param name="Paragraphs">The paragraphs; entries of a list carry their number.</param>
public sealed record TextPart(string? Heading, IReadOnlyList<string> Paragraphs) : FormPart;

/// <summary>A list in rows and columns (清单). Rows are numbered when printed.</summary>
/// <param name="Caption">Title of the list.</param>
/// <param name="Columns">The column heads, without the one for the number.</param>
/// <param name="Rows">The rows, each with a text for every column.</param>
public sealed record ItemsPart(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : FormPart;

/// <summary>Questions and answers (问、答), numbered when printed.</summary>
/// <param name="Entries">In the order they were put.</param>
public sealed record DialoguePart(IReadOnlyList<QuestionAndAnswer> Entries) : FormPart;

/// <summary>Boxes, some ticked.</summary>
/// <param name="Label">Label of the choice.</param>
/// <param name="Options">All of them, in the order of the form.</param>
public sealed record OptionsPart(string Label, IReadOnlyList<FormOption> Options) : FormPart;

/// <summary>Opinions of the approvers (审批意见).</summary>
/// <param name="Opinions">In the order of approval.</param>
public sealed record OpinionsPart(IReadOnlyList<LabelledOpinion> Opinions) : FormPart;

/// <summary>Places to sign (签名栏).</summary>
/// <param name="Blocks">One line each.</param>
public sealed record SignaturesPart(IReadOnlyList<SignatureBlock> Blocks) : FormPart;

/// <summary>A box.</summary>
/// <param name="Text">Label of the box.</param>
/// <param name="Ticked">Ticked or not.</param>
public sealed record FormOption(string Text, bool Ticked);

/// <summary>The opinion of an approver.</summary>
/// <param name="Text">What was written, <c>同意立案</c>.</param>
/// <param name="By">Name.</param>
/// <param name="On">Day; null if it is signed and dated by hand.</param>
public sealed record Opinion(string Text, string By, DateOnly? On = null);

/// <summary>An opinion with the office of its writer.</summary>
/// <param name="Label">Label, <c>机构负责人意见</c>.</param>
/// <param name="Opinion">What was written; null if the row is still to be filled in by hand.</param>
public sealed record LabelledOpinion(string Label, Opinion? Opinion);

/// <summary>A place to sign.</summary>
/// <param name="Role">Capacity of the signer, <c>被询问人</c>.</param>
/// <param name="Name">The expected signer; null if not known beforehand.</param>
/// <param name="CertificateNumber">Number of the enforcement certificate; for officers only.</param>
public sealed record SignatureBlock(string Role, string? Name, string? CertificateNumber = null);
