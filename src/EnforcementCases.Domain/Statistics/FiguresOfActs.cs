using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Statistics;

/// <summary>A figure that counts how often an act was done.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Act">The act.</param>
public sealed record FigureOfAct(FigureDefinition Figure, CaseAct Act);

/// <summary>Acts in the files of ordinary cases, by the day on which they were done: measures, hearings, reviews, orders, execution, remedies.</summary>
[StatutoryRule("ST-1"), StatutoryRule("ST-9")]
public static class FiguresOfActs
{
    /// <summary>The figures, in the order of a report.</summary>
    public static IReadOnlyList<FigureOfAct> All { get; } =
    [
        Of("hearingsHeld", "举行听证", CaseAct.HoldHearing),
        Of("reviewOpinions", "重大执法决定法制审核", CaseAct.GiveReviewOpinion),
        Of("collectiveDiscussions", "集体讨论", CaseAct.DiscussCollectively),
        Of("ordersToCorrect", "责令改正", CaseAct.OrderToCorrect, "ST-9"),
        Of("evidencePreserved", "先行登记保存", CaseAct.PreserveEvidence),
        Of("thingsSealed", "查封、扣押", CaseAct.SealProperty, "ST-1"),
        Of("surchargesDecided", "加处罚款", CaseAct.DecideSurcharge, "ST-1"),
        Of("substitutePerformances", "代履行", CaseAct.CarryOutSubstitute, "ST-1"),
        Of("removalsAtOnce", "立即清除（立即代履行）", CaseAct.RemoveAtOnce, "ST-1"),
        Of("executionsCarriedOut", "自行强制执行", CaseAct.CarryOutExecution, "ST-1"),
        Of("courtApplications", "申请法院强制执行", CaseAct.ApplyToCourt, "ST-1"),
        Of("deferralsDecided", "延期、分期缴纳决定", CaseAct.DecideDeferral),
        Of("remediesSought", "申请行政复议、提起行政诉讼", CaseAct.EnterRemedy),
        Of("educations", "教育不予处罚的当事人", CaseAct.Educate),
    ];

    /// <summary>The act that a figure counts; null if it counts none.</summary>
    public static CaseAct? CountedBy(FigureDefinition figure) => All.FirstOrDefault(f => f.Figure == figure)?.Act;

    private static FigureOfAct Of(string key, string name, CaseAct act, params string[] rules) =>
        new(
            new(
                key,
                name,
                FigureUnit.Times,
                CountingDate.Act,
                $"本年度案卷中“{act.Term()}”的次数，按办理之日计；同一案件办理几次计几次",
                1,
                rules
            ),
            act
        );
}
