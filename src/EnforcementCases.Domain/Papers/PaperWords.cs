using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Papers;

/// <summary>Wording that papers of several phases share.</summary>
internal static class PaperWords
{
    /// <summary>A text as the beginning of a longer one.</summary>
    public static string Ended(string text) => text.TrimEnd('。', '；', ' ') + "。";

    /// <summary>Where the offence was committed, with coordinates if they were taken.</summary>
    public static string PlaceOf(OffencePlace place) =>
        place.Longitude is null ? place.Text : $"{place.Text}（坐标 {place.Longitude},{place.Latitude} {place.Datum}）";

    /// <summary>The penalty, item by item, amounts in capitals and figures.</summary>
    public static IEnumerable<string> InWords(IEnumerable<PenaltyItem> penalties) =>
        penalties.Select(p =>
            p.Kind.Term()
            + (
                PenaltyItems.HasAmount(p.Kind)
                    ? $"{ChineseAmount.InCapitals(Money.OfFen(p.AmountFen))}（￥{Money.OfFen(p.AmountFen).InYuan}）"
                    : ""
            )
            + (p.TermDays is { } days ? $"，期限{days}日" : "")
        );

    public static IEnumerable<string> InWords(IEnumerable<ThingConfiscated> things) =>
        things.Select(t =>
            $"没收{t.Name}{t.Quantity}，"
            + (
                t.ValueFen > 0
                    ? $"价值{ChineseAmount.InCapitals(Money.OfFen(t.ValueFen))}（￥{Money.OfFen(t.ValueFen).InYuan}，{t.ValueSource}）"
                    : $"没有价值（{t.WorthlessBecause}）"
            )
        );

    public static IEnumerable<string> InWords(IEnumerable<EvidenceItem> evidence) =>
        evidence.Select(e =>
            $"{e.Kind.Term()}：{e.Description.TrimEnd('。')}（来源：{e.Source}；{ChineseDate.Day(LegalDate.Of(e.TakenAt))}取得）"
        );

    public static string? RequirementOf(ProposeDecision proposal) => RequirementOf(proposal.Orders);

    public static string? RequirementOf(IReadOnlyList<DecisionOrder> orders) =>
        orders.Count == 0
            ? null
            : string.Concat(
                orders.Select(order =>
                    order.DaysAfterService is { } days
                        ? $"责令当事人自收到本决定书之日起{ChineseNumber.Of(days)}日内改正：{Ended(InPlace(order))}"
                        : RequirementOf(InPlace(order), order.DueOn)
                )
            );

    private static string InPlace(DecisionOrder order) => order.Place is { } place ? $"{place}：{order.What}" : order.What;

    public static string? RequirementOf(string? correction, DateOnly? dueOn) =>
        correction is not { } required ? null
        : dueOn is { } day ? $"责令当事人于{ChineseDate.Day(day)}前（含当日）改正：{Ended(required)}"
        : $"责令当事人立即改正：{Ended(required)}";

    /// <summary>第四十五条、第六十四条: the answer of the party, the result of the re-check, whether a hearing was held.</summary>
    public static string HeardOf(PaperInHand paper) => string.Concat(WhatWasHeard(paper));

    private static IEnumerable<string> WhatWasHeard(PaperInHand paper)
    {
        var file = paper.File;
        if (file.Notice.Served is not { } notice)
            yield break;
        var said = file.Notice.Statements.Where(s => s.At >= notice.ServedAt).ToList();
        foreach (var statement in said)
        {
            yield return $"当事人于{ChineseDate.Day(LegalDate.Of(statement.At))}提出陈述、申辩。";
            foreach (var point in statement.Points)
                yield return $"当事人提出：{point.Words.TrimEnd('。')}；经复核，{point.Recheck.TrimEnd('。')}，{(point.Accepted ? "予以采纳" : "不予采纳")}。";
        }
        if (file.Notice.Waiver is { } waiver)
        {
            var given = string.Join(
                "和",
                new[] { waiver.Statement ? "陈述、申辩" : null, waiver.Hearing ? "要求听证" : null }.OfType<string>()
            );
            yield return $"当事人于{ChineseDate.Day(LegalDate.Of(waiver.At))}明确放弃{given}的权利（“{waiver.Words.TrimEnd('。')}”）。";
        }
        else if (said.Count == 0)
        {
            yield return "当事人在规定期限内未提出陈述、申辩。";
        }
        if (file.Hearing.Held is { } hearing)
        {
            yield return hearing.Attendance is HearingAttendance.Attended
                ? $"当事人要求听证，本机关于{ChineseDate.Day(LegalDate.Of(hearing.At))}举行听证，本决定根据听证笔录作出。"
                : "当事人要求听证后未出席或者中途退出，视为放弃听证权利。";
        }
        else if (notice.HearingRightNotified && file.Notice.Waiver is not { Hearing: true })
        {
            yield return "当事人在规定期限内未要求听证。";
        }
    }

    /// <summary>The same remedies as against the decision, worded for another paper.</summary>
    public static string RemediesOf(PaperInHand paper) =>
        RemedyAdvice
            .ForOrdinary(paper.Law.Organ.Profile.ReconsiderationOrgan)
            .Text.Replace("本处罚决定", "本决定", StringComparison.Ordinal);
}
