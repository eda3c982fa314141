using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Api.Documents;

/// <summary>A document for readers of English (译文对照本): every label in both languages, the English under each standard text, and a note that only
/// the Chinese is valid. It has neither seal nor code, and
/// is not signed.</summary>
internal static class ReadingCopy
{
    private const string Note = "译文仅供参考，以中文文本为准";

    public static FormContent Of(FormContent paper) =>
        paper with
        {
            Kind = DocumentKind.FileCheckSheet, // laid out as a sheet: a cover and a slip have no room for two languages
            Title = $"{paper.Title} {English.Word(paper.Title)}",
            Sealed = false,
            VerificationText = null,
            PageSigners = [],
            Copies = [],
            Parts = [new TextPart(null, [Note, English.Of(Note)]), .. paper.Parts.Select(Of)],
        };

    private static FormPart Of(FormPart part) =>
        part switch
        {
            LinesPart lines => new LinesPart([.. lines.Lines.Select(l => new LabelledLine(Label(l.Label), Text(l.Value)))]),
            TextPart text => new TextPart(
                text.Heading is { } heading ? Heading(heading) : null,
                [.. text.Paragraphs.SelectMany(Paragraphs)]
            ),
            ItemsPart items => new ItemsPart(
                Label(items.Caption),
                [.. items.Columns.Select(Label)],
                [.. items.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Text)])]
            ),
            OptionsPart options => new OptionsPart(Label(options.Label), [.. options.Options.Select(o => o with { Text = Label(o.Text) })]),
            OpinionsPart opinions => new OpinionsPart([.. opinions.Opinions.Select(o => o with { Label = Label(o.Label) })]),
            SignaturesPart signatures => new SignaturesPart([.. signatures.Blocks.Select(b => b with { Role = Label(b.Role) })]),
            _ => part, // names, questions and answers: people's own words, not translated
        };

    private static string Label(string chinese) =>
        English.Word(chinese) is var english && english == chinese ? chinese : $"{chinese} {english}";

    /// <summary><c>一、违法事实</c>: the numeral is kept in front.</summary>
    private static string Heading(string chinese) =>
        chinese.Split('、', 2) is [{ Length: <= 2 } numeral, var title] ? $"{numeral}、{Label(title)}" : Label(chinese);

    private static string Text(string chinese) => string.Join('\n', Paragraphs(chinese));

    private static IEnumerable<string> Paragraphs(string chinese) =>
        English.Of(chinese) is var english && english == chinese ? [chinese] : [chinese, english];
}
