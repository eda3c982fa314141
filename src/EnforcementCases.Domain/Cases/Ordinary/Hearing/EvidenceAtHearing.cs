using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The evidence of the hearing: what was not shown there carries no fact of the decision (举证、质证). 行政处罚法 第六十四条第七项、第六十五条.</summary>
public static class EvidenceAtHearing
{
    /// <summary>A fact rests on evidence that the party could not examine.</summary>
    public static readonly DomainError NotHeard = new(
        "hearing.evidence-not-heard",
        "APL-65",
        ErrorKind.RuleBroken,
        "听证后收集的或者听证时没有出示的证据，未重新告知听证权利，不得作为认定事实的根据",
        PenaltyLaw.At("第六十五条")
    );

    /// <summary>The investigators presented their case, and no evidence is named.</summary>
    public static readonly DomainError NotShown = new(
        "hearing.evidence-not-shown",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证时，调查人员应当提出违法的事实、证据，笔录应当逐项写明出示的证据",
        PenaltyLaw.At("第六十四条第七项")
    );

    /// <summary>Why a fact of the decision rests on evidence that was not heard; null if each item was shown at the hearing, or the party was notified of it afterwards with the
    /// right to another hearing.</summary>
    public static DomainException? ObstacleUnlessHeard(DecisionDossier dossier, HearingRecord hearing)
    {
        if (HearingConduct.EndOf(hearing) is HearingEnd.Postponed)
            return null;
        var toldAgain = dossier.Notice is { HearingRightNotified: true } notice && notice.ServedAt > hearing.At ? dossier.Told : null;
        var unheard = dossier.Evidence.FirstOrDefault(item =>
            dossier.Facts.Any(f => f.EvidenceIds.Contains(item.Id))
            && !WasShown(dossier, hearing, item)
            && toldAgain?.FactElements.Any(f => f.EvidenceIds.Contains(item.Id)) is not true
        );
        return unheard is null
            ? null
            : NotHeard.With(
                $"证据 {unheard.Id} 取得于 {InWords(unheard.TakenAt)}，听证于 {InWords(hearing.At)}，听证时没有出示",
                "重新告知，写明要求听证的权利"
            );
    }

    /// <summary>Where the party stayed away or left, nobody could be shown anything more: what lay in the file then counts.</summary>
    private static bool WasShown(DecisionDossier dossier, HearingRecord hearing, EvidenceItem item) =>
        dossier.EvidenceShown is { Count: > 0 } shown && HearingConduct.EndOf(hearing) is HearingEnd.Held
            ? shown.Contains(item.Id)
            : item.TakenAt <= hearing.At;

    private static string InWords(DateTimeOffset at) =>
        at.ToOffset(LegalDate.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
