using System.Collections.Frozen;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>Fills the forms of the ordinary procedure from the file; the text of each document is in the class of its phase. A value that the file does not have stays empty:
/// the form refuses it, with rule and article.</summary>
public static class PapersOfCase
{
    private static readonly FrozenDictionary<(Type Body, DocumentKind Kind), Func<PaperInHand, FormValues>> Forms = AllPapers()
        .ToFrozenDictionary(p => (p.Body, p.Kind), p => p.Fill);

    /// <summary>Every document that can be filled, by the act that issues it.</summary>
    public static IReadOnlyCollection<(Type Body, DocumentKind Kind)> Known => Forms.Keys;

    /// <summary>Content of a document that the act issues.</summary>
    public static FormValues ValuesOf(PaperInHand paper) => Forms[(paper.Done.Body.GetType(), paper.Kind)](paper);

    private static IEnumerable<PaperOfAct> AllPapers() =>
        [
            .. FilingPapers.All,
            .. InvestigationPapers.All,
            .. TakenThingsPapers.All,
            .. NoticePapers.All,
            .. HearingPapers.All,
            .. ReviewPapers.All,
            .. DecidingPapers.All,
            .. ServicePapers.All,
            .. PayingPapers.All,
            .. ExecutingPapers.All,
            .. ClosingPapers.All,
        ];
}
