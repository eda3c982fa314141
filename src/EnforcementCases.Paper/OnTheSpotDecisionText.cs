using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;

namespace EnforcementCases.Paper;

/// <summary>The decision made on the spot (当场行政处罚决定书) in the pieces that its layouts place: on A4, on a roll and on a line printer.</summary>
/// <remarks>☑ and ☐ represent check boxes; each layout prints them in its own way.</remarks>
internal static class OnTheSpotDecisionText
{
    /// <summary>Party, time and place: the lines of the form.</summary>
    public static IEnumerable<LabelledLine> Head(FormContent content) => content.Parts.OfType<LinesPart>().SelectMany(p => p.Lines);

    /// <summary>What the organ found and decided, in the order of the document.</summary>
    public static IEnumerable<LabelledLine> Sections(FormContent content) =>
        content
            .Parts.OfType<TextPart>()
            .Where(p => p.Heading is not null)
            .Select(p => new LabelledLine(p.Heading!, string.Join('\n', p.Paragraphs)));

    /// <summary>The officers by name, the party without.</summary>
    public static IReadOnlyList<SignatureBlock> Signers(FormContent content) =>
        [.. content.Parts.OfType<SignaturesPart>().SelectMany(p => p.Blocks)];

    /// <summary>Whether the party refused to sign, and the note on it; the text without a heading.</summary>
    public static string Refusal(FormContent content) =>
        string.Join('\n', content.Parts.OfType<TextPart>().Where(p => p.Heading is null).SelectMany(p => p.Paragraphs));
}
