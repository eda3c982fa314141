using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>A part of a form before it is filled.</summary>
internal abstract record FormBlock
{
    public virtual IEnumerable<FormEntry> Entries => [];

    /// <param name="values">The values given.</param>
    /// <param name="numbered">Puts the next Chinese numeral before a heading.</param>
    public abstract IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered);

    /// <summary>Placeholder for a mandatory field that is still empty in a draft.</summary>
    protected const string Open = "＿＿＿＿＿＿";

    protected static string? TextOf(FormEntry entry, FormValues values) =>
        entry.Field switch
        {
            OfficersField => values.Get<List<DecidingOfficer>>(entry.Field) is { } officers
                ? string.Join('、', officers.Select(o => $"{o.Name}（证号 {o.CertificateNumber}）"))
                : null,
            ChoiceField => values.Get<List<string>>(entry.Field) is { } ticked ? string.Join('、', ticked) : null,
            ListField => values.Get<List<string>>(entry.Field) is { } list ? string.Join('；', list) : null,
            _ => values.Get<string>(entry.Field),
        } ?? (entry.IsMissing(values) ? Open : null);

    /// <summary>Whether the entry is printed: given, or to be filled in by hand.</summary>
    protected static bool Shows(FormEntry entry, FormValues values) => values.CountOf(entry.Field) > 0 || entry.IsMissing(values);
}

/// <summary>The party the paper is addressed to.</summary>
internal sealed record Addressee(FormEntry Entry) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => [Entry];

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered) =>
        TextOf(Entry, values) is { } name ? [new AddresseePart(name)] : [];
}

/// <summary>Labelled lines in a ruled table; those not given are left out.</summary>
internal sealed record Grid(params IReadOnlyList<FormEntry> Fields) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => Fields;

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered)
    {
        var lines = Fields.SelectMany(e => LinesOf(e, values)).ToList();
        return lines.Count > 0 ? [new LinesPart(lines)] : [];
    }

    private static List<LabelledLine> LinesOf(FormEntry entry, FormValues values) =>
        entry.Field is LinesField && values.Get<List<LabelledLine>>(entry.Field) is { } lines ? lines
        : TextOf(entry, values) is { } text ? [new(entry.Label, text)]
        : [];
}

/// <summary>A piece of running text: a field, or a fixed text in which <c>{key}</c> is replaced by a field of the form.</summary>
/// <param name="Entry">The field; null for a fixed text.</param>
/// <param name="Text">The fixed text; null for a field.</param>
/// <param name="When">The fixed text is printed only if this field is given; null for always.</param>
internal sealed record Piece(FormEntry? Entry, string? Text, FormField? When)
{
    public static implicit operator Piece(FormEntry entry) => new(entry, null, null);
}

/// <summary>Running text under a numbered heading, or without one.</summary>
/// <param name="Heading">Without its numeral; null for none.</param>
/// <param name="Pieces">Its pieces; a section with nothing given is left out with its heading.</param>
internal sealed record Section(string? Heading, params IReadOnlyList<Piece> Pieces) : FormBlock
{
    /// <summary>Fields that only a fixed text of this section names.</summary>
    public IReadOnlyList<FormEntry> Inline { get; init; } = [];

    public override IEnumerable<FormEntry> Entries => Pieces.Select(p => p.Entry).OfType<FormEntry>().Concat(Inline);

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered)
    {
        var paragraphs = Pieces.SelectMany(p => Paragraphs(p, values)).ToList();
        return paragraphs.Count > 0 ? [new TextPart(Heading is null ? null : numbered(Heading), paragraphs)] : [];
    }

    private static IEnumerable<string> Paragraphs(Piece piece, FormValues values)
    {
        if (piece.Text is { } text)
            return piece.When is null || values.CountOf(piece.When) > 0 ? [Filled(text, values)] : [];
        var entry = piece.Entry!;
        if (entry.Field is ListField && values.Get<List<string>>(entry.Field) is { Count: > 1 } list)
            return list.Select((item, i) => $"{i + 1}．{item}");
        return TextOf(entry, values)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }

    private static string Filled(string text, FormValues values) =>
        DocumentForm
            .Place()
            .Replace(
                text,
                place =>
                    place.Groups["key"].Value switch
                    {
                        "organ" => values.OrganName,
                        var key => values.Given.FirstOrDefault(f => f.Key == key) is { } field
                            ? InSentence(field, TextOf(new(field, null), values)!)
                            : Open,
                    }
            );

    /// <summary>The sentence continues after it, so 案由 is printed without its last word (涉嫌…, …一案).</summary>
    private static string InSentence(FormField field, string text) =>
        field == FormFields.Cause ? text.TrimEnd('。', '案') : text.TrimEnd('。');
}

/// <summary>A list in rows and columns.</summary>
internal sealed record Items(FormEntry Entry) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => [Entry];

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered)
    {
        var columns = ((TableField)Entry.Field).Columns;
        return Shows(Entry, values)
            ?
            [
                new ItemsPart(
                    Entry.Label,
                    columns,
                    values.Get<List<IReadOnlyList<string>>>(Entry.Field)
                        ??
                        [
                            [.. columns.Select(_ => "")],
                        ]
                ),
            ]
            : [];
    }
}

/// <summary>Questions and answers.</summary>
internal sealed record Dialogue(FormEntry Entry) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => [Entry];

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered) =>
        Shows(Entry, values) ? [new DialoguePart(values.Get<List<QuestionAndAnswer>>(Entry.Field) ?? [new(Open, Open)])] : [];
}

/// <summary>Boxes to tick; all of them are printed.</summary>
internal sealed record Boxes(FormEntry Entry) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => [Entry];

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered)
    {
        var ticked = values.Get<List<string>>(Entry.Field) ?? [];
        return Shows(Entry, values)
            ? [new OptionsPart(Entry.Label, [.. ((ChoiceField)Entry.Field).Options.Select(o => new FormOption(o, ticked.Contains(o)))])]
            : [];
    }
}

/// <summary>Opinions of the approvers, one row each; also printed if the opinion is to be written by hand.</summary>
internal sealed record Opinions(params IReadOnlyList<FormEntry> Fields) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => Fields;

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered) =>
        [
            new OpinionsPart([
                .. Fields
                    .Where(e => !e.LeftOut || values.CountOf(e.Field) > 0)
                    .Select(e => new LabelledOpinion(e.Label, values.Get<Opinion>(e.Field))),
            ]),
        ];
}

/// <summary>Places to sign: one for each officer named, one for every other signer.</summary>
internal sealed record SignatureSpace(params IReadOnlyList<FormSigner> Signers) : FormBlock
{
    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered) =>
        [new SignaturesPart([.. Signers.SelectMany(s => Blocks(s, values))])];

    private static IEnumerable<SignatureBlock> Blocks(FormSigner signer, FormValues values) =>
        signer.Named switch
        {
            OfficersField field when values.Get<List<DecidingOfficer>>(field) is { } officers => officers.Select(o => new SignatureBlock(
                signer.Role,
                o.Name,
                o.CertificateNumber
            )),
            TextField field => [new(signer.Role, values.Get<string>(field))],
            _ => [new(signer.Role, null)],
        };
}

/// <summary>Fields that another block prints, such as the officers who sign.</summary>
internal sealed record HiddenFields(params IReadOnlyList<FormEntry> Fields) : FormBlock
{
    public override IEnumerable<FormEntry> Entries => Fields;

    public override IEnumerable<FormPart> Write(FormValues values, Func<string, string> numbered) => [];
}
