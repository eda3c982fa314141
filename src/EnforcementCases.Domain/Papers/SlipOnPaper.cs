using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Papers;

/// <summary>What the file knows for certain and a correction must not take off a paper.</summary>
/// <param name="PartyName">Name of the party.</param>
/// <param name="Representative">Legal representative or operator; null if none.</param>
/// <param name="PlaceText">Place of the offence.</param>
/// <param name="DayText">Day of the offence as papers print it; null if unknown.</param>
public sealed record FixedWords(string PartyName, string? Representative, string PlaceText, string? DayText = null);

/// <summary>A slip on a paper of the organ (补正): a character, or a figure that the file shows right. Whatever the decision rests on or states (party, time and place, law,
/// kinds, sums, orders, remedies) is never a slip: it needs a revocation and a new decision (CORR-SLIP).</summary>
public static partial class SlipOnPaper
{
    /// <summary>The paper is not one of the organ that a correction can put right: a record that people signed, an internal paper, a receipt.</summary>
    public static readonly DomainError NotOfOrgan = new(
        "slip.paper-not-correctable",
        "CORR-SLIP",
        ErrorKind.RuleBroken,
        "补正只适用于本机关对外作出的文书",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>The passage is not printed on the paper, or in several places.</summary>
    public static readonly DomainError NotPrinted = new("slip.not-printed", null, ErrorKind.Unacceptable, "原文与所补正的文书不一致");

    /// <summary>The correction changes something on which the decision rests, or that it states.</summary>
    public static readonly DomainError Substance = new(
        "slip.substance",
        "CORR-SLIP",
        ErrorKind.RuleBroken,
        "补正不得变更当事人、事实、依据和处理内容",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>Nothing in the file shows the text as it is corrected.</summary>
    public static readonly DomainError NotShown = new(
        "slip.not-shown",
        "CORR-SLIP",
        ErrorKind.RuleBroken,
        "案卷材料没有载明更正后的内容",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>Characters that evidence alone can show, inclusive (design).</summary>
    public const int CharactersAtMost = 2;

    private const string Lawful = "撤销原决定，查清后重新作出决定";

    /// <summary>Judges a correction against the paper.</summary>
    /// <param name="printed">The passage as printed.</param>
    /// <param name="corrected">The passage as it should read.</param>
    /// <param name="known">Words that must stay.</param>
    /// <returns>What kind of slip it is.</returns>
    /// <exception cref="DomainException"><see cref="NotOfOrgan"/>, <see cref="NotPrinted"/> or <see cref="Substance"/>.</exception>
    public static SlipKind Judge(FormContent paper, string printed, string corrected, FixedWords known)
    {
        if (!paper.Sealed)
            throw NotOfOrgan.With($"文书为“{paper.Kind.Term()}”", "由原制作人、签名人另行说明").At("/documentId");
        var (heading, text) = PlaceOf(paper, printed);
        if (!Array.Exists(SlipWords.Telling, t => heading.Contains(t, StringComparison.Ordinal)))
            throw Substance.With($"原文在“{heading}”一栏", Lawful).At("/corrected");
        var after = text.Replace(printed, corrected, StringComparison.Ordinal);
        if (ChangedElement(text, after, known) is { } element)
            throw Substance.With($"更正前后{element}不同", Lawful).At("/corrected");
        return
            Same(Figures().Matches(text), Figures().Matches(after))
            && !Array.Exists(SlipWords.Measures, m => Count(text, m) != Count(after, m))
            ? SlipKind.Writing
            : SlipKind.Figure;
    }

    /// <summary>The passage with the words around it, from one punctuation mark to the next: what another paper has to contain to show it, and where the facts repeat it.</summary>
    /// <returns>The clause as printed, and as it should read.</returns>
    /// <exception cref="DomainException"><see cref="NotPrinted"/>.</exception>
    public static (string Printed, string Corrected) ClauseOf(FormContent paper, string printed, string corrected)
    {
        var text = PlaceOf(paper, printed).Text;
        var at = text.IndexOf(printed, StringComparison.Ordinal);
        var start = at == 0 ? 0 : text.LastIndexOfAny(SlipWords.Marks, at - 1) + 1;
        var end = text.IndexOfAny(SlipWords.Marks, at + printed.Length);
        var (before, after) = (text[start..at], text[(at + printed.Length)..(end < 0 ? text.Length : end)]);
        return (before + printed + after, before + corrected + after);
    }

    /// <summary>Refuses a correction that another paper of the file does not show: it must be another one, not later, and contain the passage.</summary>
    /// <param name="content">Content of the paper that shows it.</param>
    /// <param name="proof">The paper that shows it.</param>
    /// <param name="paper">The paper that is corrected.</param>
    /// <param name="corrected">The passage as it should read, with the words around it (<see cref="ClauseOf"/>).</param>
    /// <exception cref="DomainException"><see cref="NotShown"/>.</exception>
    public static void EnsureShown(FormContent content, CaseDocument proof, CaseDocument paper, string corrected)
    {
        if (proof.Id == paper.Id || proof.DatedOn > paper.DatedOn)
            throw NotShown.With("作为依据的文书应当是本案在此之前的另一份文书").At("/shownBy/documentId");
        if (!Texts(content).Any(t => t.Text.Contains(corrected, StringComparison.Ordinal)))
            throw NotShown
                .With($"“{proof.Kind.Term()}”中没有更正后的文字", "写明载有更正后文字的文书；没有的，撤销原决定")
                .At("/shownBy/documentId");
    }

    /// <summary>Refuses a correction that evidence of the case does not show. Evidence is no text to compare with: it shows a character or two, and a figure is shown by a paper
    /// only, in which it can be read.</summary>
    /// <param name="onFile">The evidence of the case, by the hashes of its files.</param>
    /// <param name="named">The evidence that shows it.</param>
    /// <param name="printed">The passage as printed.</param>
    /// <param name="corrected">The passage as it should read.</param>
    /// <exception cref="DomainException"><see cref="NotShown"/>.</exception>
    public static void EnsureShown(IEnumerable<string> onFile, string named, SlipKind kind, string printed, string corrected)
    {
        if (!onFile.Contains(named, StringComparer.Ordinal))
            throw NotShown.With($"本案没有证据 {named}").At("/shownBy/evidenceSha256");
        if (kind is SlipKind.Figure)
            throw NotShown.With("更正数字应当以本案文书为依据", "写明载有该数字的文书；没有的，撤销原决定").At("/shownBy/evidenceSha256");
        if (Changed(printed, corrected) > CharactersAtMost || Changed(corrected, printed) > CharactersAtMost)
            throw NotShown
                .With($"以证据为依据的，只更正不超过 {CharactersAtMost} 个字", "写明载有更正后文字的文书；没有的，撤销原决定")
                .At("/shownBy/evidenceSha256");
    }

    /// <summary>Characters of a text that lie between the beginning and the end which it shares with another.</summary>
    private static int Changed(string text, string other)
    {
        var shortest = Math.Min(text.Length, other.Length);
        var start = 0;
        while (start < shortest && text[start] == other[start])
            start++;
        var end = 0;
        while (end < shortest - start && text[^(end + 1)] == other[^(end + 1)])
            end++;
        return text.Length - start - end;
    }

    private static (string Heading, string Text) PlaceOf(FormContent paper, string printed)
    {
        var places = Texts(paper).Where(t => t.Text.Contains(printed, StringComparison.Ordinal)).ToList();
        if (places.Count == 0)
            throw NotPrinted.With("文书中没有该段文字", "照录文书中的原文").At("/printed");
        var (heading, text) = places[0];
        return places.Count == 1 && text.IndexOf(printed, StringComparison.Ordinal) == text.LastIndexOf(printed, StringComparison.Ordinal)
            ? (heading, text)
            : throw NotPrinted.With("文书中多处有该段文字", "多录前后文字，使其只有一处").At("/printed");
    }

    /// <summary>The element of the decision that differs; null if none does. Words that the file knows may come in, and may not go.</summary>
    private static string? ChangedElement(string before, string after, FixedWords known)
    {
        return !Same(Citations().Matches(before), Citations().Matches(after)) ? "依据的法律条款"
            : !Same(Sums().Matches(before), Sums().Matches(after)) ? "数额"
            : Array.Exists(SlipWords.Kinds, k => Count(before, k) != Count(after, k)) ? "处理的种类"
            : Array.Exists(SlipWords.Gravity, g => Count(before, g) != Count(after, g)) ? "裁量情节"
            : Array.Exists(SlipWords.Denials, d => Count(before, d) != Count(after, d)) ? "有无、是否的表述"
            : Loses(known.PartyName) || Loses(known.Representative) ? "当事人"
            : Loses(known.PlaceText) ? "违法地点"
            : Loses(known.DayText) ? "违法时间"
            : null;

        bool Loses(string? word) => word is { Length: > 0 } && Count(after, word) < Count(before, word);
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static bool Same(MatchCollection before, MatchCollection after) =>
        before.Select(m => m.Value).SequenceEqual(after.Select(m => m.Value), StringComparer.Ordinal);

    private static IEnumerable<(string Heading, string Text)> Texts(FormContent paper) =>
        paper.Parts.SelectMany(part =>
            part switch
            {
                AddresseePart a => [(SlipWords.Addressee, a.Name)],
                LinesPart l => l.Lines.Select(line => (line.Label, line.Value)),
                TextPart t => t.Paragraphs.Select(p => (t.Heading ?? SlipWords.Text, p)),
                ItemsPart i => i.Rows.SelectMany(r => r).Select(cell => (i.Caption, cell)),
                DialoguePart d => d.Entries.SelectMany(e => new[] { (SlipWords.Question, e.Question), (SlipWords.Answer, e.Answer) }),
                _ => Enumerable.Empty<(string, string)>(),
            }
        );

    [GeneratedRegex(SlipWords.CitationPattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Citations();

    [GeneratedRegex(SlipWords.SumPattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Sums();

    [GeneratedRegex(SlipWords.FigurePattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Figures();
}
