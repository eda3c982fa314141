using System.Text.RegularExpressions;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>A field as a form uses it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Duty">The refusal when it is empty, with rule and article; null if it may be empty.</param>
public sealed record FormEntry(FormField Field, DomainError? Duty)
{
    /// <summary>Mandatory only if this field is given; null for always.</summary>
    public FormField? When { get; init; }

    /// <summary>Mandatory only where this box of <see cref="When"/> is ticked; null for any.</summary>
    public string? WhenTicked { get; init; }

    /// <summary>Least number of entries of a list, or of officers.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Left out if empty, with no open row: the opinion of a level that the paper need not pass.</summary>
    public bool LeftOut { get; init; }

    /// <summary>Label on this form; default: the label of the field.</summary>
    public string Label { get; init; } = Field.Label;

    internal bool IsMissing(FormValues values) => Duty is not null && IsDue(values) && values.CountOf(Field) < AtLeast;

    private bool IsDue(FormValues values) =>
        When is null || (WhenTicked is null ? values.CountOf(When) > 0 : values.Get<List<string>>(When)?.Contains(WhenTicked) == true);
}

/// <summary>Who signs a form (签名、盖章).</summary>
/// <param name="Role">Capacity of the signer, <c>被询问人</c>.</param>
/// <param name="Named">The field with the signer's name; null if it is written by hand.</param>
public sealed record FormSigner(string Role, FormField? Named = null);

/// <summary>A form of the catalogue (文书格式): its fields, fixed texts, signers and recipients of the copies. See <see cref="DocumentForms"/> for the table.</summary>
public sealed partial class DocumentForm
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    private readonly IReadOnlyList<FormBlock> blocks;

    internal DocumentForm(DocumentKind kind, string catalogueNumber, params IReadOnlyList<FormBlock> blocks)
    {
        Kind = kind;
        CatalogueNumber = catalogueNumber;
        this.blocks = blocks;
        Entries = [.. blocks.SelectMany(b => b.Entries).DistinctBy(e => e.Field.Key, StringComparer.Ordinal)];
    }

    /// <summary>Kind of document.</summary>
    public DocumentKind Kind { get; }

    /// <summary>Its number in the catalogue of documents, <c>D32</c>; papers with the same number are distinguished by a letter, <c>D39b</c>.</summary>
    public string CatalogueNumber { get; }

    /// <summary>Name of the document (文书名称).</summary>
    public string Title => Kind.Term();

    /// <summary>Document word (文种字) of its numbers; null for papers without a number of their own.</summary>
    public string? Word => DocumentWord.Of(Kind);

    /// <summary>Version of wording and layout.</summary>
    public string TemplateVersion => $"{CatalogueNumber}-{Edition}";

    /// <summary>Edition of wording and layout, <c>2026.1</c>; a change of either is a new one.</summary>
    internal string Edition { get; init; } = "2026.1";

    /// <summary>Whether its headings are numbered 一、二、三.</summary>
    internal bool NumbersHeadings { get; init; } = true;

    /// <summary>Whether the organ's seal (机关印章) belongs on it.</summary>
    public bool Sealed { get; internal init; }

    /// <summary>Whether it has a QR code by which anyone who holds the paper can verify it; true for papers that are handed out.</summary>
    public bool Verifiable { get; internal init; }

    /// <summary>Whether it has a payment QR code (缴款二维码).</summary>
    public bool Payable { get; internal init; }

    /// <summary>Who signs each page (逐页签名); empty for none.</summary>
    public IReadOnlyList<string> PageSigners { get; internal init; } = [];

    /// <summary>Recipients of the copies; empty for a single copy in the file.</summary>
    public IReadOnlyList<string> Copies { get; internal init; } = [];

    /// <summary>Paper formats it may be printed on.</summary>
    public IReadOnlyList<PrintFormat> Papers { get; internal init; } = [PrintFormat.A4];

    /// <summary>Whether officers edit a draft of it in a word processor (DOCX) before it is signed.</summary>
    public bool EditedAsDraft { get; internal init; }

    /// <summary>Its fields in order, each with the duty that makes it mandatory.</summary>
    public IReadOnlyList<FormEntry> Entries { get; }

    /// <summary>Who signs, once, at the end.</summary>
    public IReadOnlyList<FormSigner> Signers => [.. blocks.OfType<SignatureSpace>().SelectMany(s => s.Signers)];

    /// <summary>The texts that are the same on every copy: rights, remedies, standards.</summary>
    public IReadOnlyList<string> FixedTexts => [.. blocks.OfType<Section>().SelectMany(s => s.Pieces).Select(p => p.Text).OfType<string>()];

    /// <summary>One refusal for each missing item, with rule and article; empty if the paper is complete.</summary>
    public IReadOnlyList<DomainException> Missing(FormValues values) =>
        [
            .. Entries
                .Where(e => e.IsMissing(values))
                .GroupBy(e => e.Duty!)
                .Select(g => g.Key.With($"{Title}未填写：{string.Join('、', g.Select(Shortfall))}")),
        ];

    /// <summary>Fills the form for issue.</summary>
    /// <exception cref="DomainException">A mandatory field is empty: the error of <see cref="FormEntry.Duty"/>, with rule and article.</exception>
    /// <exception cref="ArgumentException">A value is given for a field that the form does not have, or a numbered paper has no number.</exception>
    public FormContent Fill(FormValues values)
    {
        if (Missing(values) is [var first, ..])
            throw first;
        if (string.IsNullOrWhiteSpace(values.Number) == (Word is not null))
            throw new ArgumentException($"{Title} {(Word is null ? "has no number of its own" : "needs its number")}.", nameof(values));
        return Written(values);
    }

    /// <summary>Fills the form as a draft (草稿): missing items stay open, to be completed by hand or in a word processor.</summary>
    /// <exception cref="ArgumentException">A value is given for a field that the form does not have.</exception>
    public FormContent Draft(FormValues values) => Written(values);

    private FormContent Written(FormValues values)
    {
        if (values.Given.Except(Entries.Select(e => e.Field)).ToList() is { Count: > 0 } strange)
            throw new ArgumentException($"{Title} has no field {string.Join(", ", strange.Select(f => f.Key))}.", nameof(values));
        var parts = new List<FormPart>();
        var headings = 0;
        foreach (var block in blocks)
            parts.AddRange(block.Write(values, title => NumbersHeadings ? $"{Numerals[headings++]}、{title}" : title));
        return new()
        {
            Kind = Kind,
            TemplateVersion = TemplateVersion,
            OrganName = values.OrganName,
            Title = Title,
            Number = values.Number,
            On = values.On,
            Sealed = Sealed,
            Parts = parts,
            PageSigners = PageSigners,
            Copies = Copies,
            VerificationText = Verifiable ? values.VerificationText : null,
            PaymentText = Payable ? values.PaymentText : null,
        };
    }

    private static string Shortfall(FormEntry entry) => entry.AtLeast > 1 ? $"{entry.Label}（至少{entry.AtLeast}项）" : entry.Label;

    [GeneratedRegex(@"\{(?<key>[a-z0-9-]+)\}", RegexOptions.ExplicitCapture)]
    internal static partial Regex Place();
}
