using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>How an investigated case is decided (处理结果); distinct values, because each has its own duties and is counted and published separately.</summary>
public enum CaseOutcome
{
    /// <summary>给予行政处罚 (第五十七条第一款第一项).</summary>
    [Term("给予行政处罚")]
    Penalty,

    /// <summary>只作出责令决定 (责令限期拆除、责令停止建设), without a penalty: served, executed and contested like one, and never counted as one. 城乡规划法
    /// 第六十四条、第六十五条.</summary>
    [Term("作出责令决定，不含处罚")]
    OrderAlone,

    /// <summary>违法行为轻微并及时改正，没有造成危害后果，不予处罚 (第二项, 第三十三条第一款): a duty.</summary>
    [Term("违法行为轻微，不予行政处罚")]
    NoPenaltySlight,

    /// <summary>初次违法且危害后果轻微并及时改正，可以不予处罚 (第二项, 第三十三条第一款): discretion.</summary>
    [Term("初次违法，不予行政处罚")]
    NoPenaltyFirstTime,

    /// <summary>没有主观过错，不予处罚 (第三十三条第二款): proved by the party.</summary>
    [Term("没有主观过错，不予行政处罚")]
    NoPenaltyNoFault,

    /// <summary>不满十四周岁，不予处罚 (第三十条).</summary>
    [Term("不满十四周岁，不予行政处罚")]
    NoPenaltyUnderAge,

    /// <summary>不能辨认或者不能控制自己行为，不予处罚 (第三十一条).</summary>
    [Term("不能辨认或者控制自己行为，不予行政处罚")]
    NoPenaltyIncapacity,

    /// <summary>超过处罚时效，不再给予处罚 (第三十六条).</summary>
    [Term("超过处罚时效，不再给予行政处罚")]
    NoPenaltyTimeBarred,

    /// <summary>违法事实不能成立，不予处罚 (第五十七条第一款第三项).</summary>
    [Term("违法事实不能成立，不予行政处罚")]
    NoPenaltyNotProved,

    /// <summary>涉嫌犯罪，移送司法机关 (第五十七条第一款第四项).</summary>
    [Term("涉嫌犯罪，移送司法机关")]
    CriminalTransfer,

    /// <summary>不属于本机关管辖，移送有管辖权的机关.</summary>
    [Term("移送有管辖权的机关")]
    TransferToOrgan,

    /// <summary>撤销案件.</summary>
    [Term("撤销案件")]
    Withdrawn,

    /// <summary>不予立案.</summary>
    [Term("不予立案")]
    NotFiled,
}

/// <summary>The closed list of outcomes. 行政处罚法 第五十七条第一款.</summary>
public static class CaseOutcomes
{
    /// <summary>A penalty without kinds, or kinds where no penalty is given.</summary>
    public static readonly DomainError DoesNotFit = new(
        "case-outcome.does-not-fit",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "处理结果与处罚内容不一致",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>The article that the outcome rests on.</summary>
    public static LegalBasis Basis(this CaseOutcome outcome) =>
        PenaltyLaw.At(
            outcome switch
            {
                CaseOutcome.Penalty => "第五十七条第一款第一项",
                CaseOutcome.OrderAlone => "第二十八条第一款",
                CaseOutcome.NoPenaltySlight or CaseOutcome.NoPenaltyFirstTime => "第三十三条第一款",
                CaseOutcome.NoPenaltyNoFault => "第三十三条第二款",
                CaseOutcome.NoPenaltyUnderAge => "第三十条",
                CaseOutcome.NoPenaltyIncapacity => "第三十一条",
                CaseOutcome.NoPenaltyTimeBarred => "第三十六条",
                CaseOutcome.NoPenaltyNotProved => "第五十七条第一款第三项",
                CaseOutcome.CriminalTransfer => "第五十七条第一款第四项",
                CaseOutcome.TransferToOrgan => "第二十五条",
                CaseOutcome.Withdrawn or CaseOutcome.NotFiled => "第五十四条",
            }
        );

    /// <summary>Whether it imposes something on the party: it takes a notice, a statement and, on its grounds, a hearing, and is served and executed.</summary>
    public static bool BindsParty(this CaseOutcome outcome) => outcome is CaseOutcome.Penalty or CaseOutcome.OrderAlone;

    /// <summary>Whether the party has to be educated because an offence is not punished (第三十三条第三款); a child is, beside what the guardian is ordered to do.</summary>
    public static bool NeedsEducation(this CaseOutcome outcome) =>
        outcome
            is CaseOutcome.NoPenaltySlight
                or CaseOutcome.NoPenaltyFirstTime
                or CaseOutcome.NoPenaltyNoFault
                or CaseOutcome.NoPenaltyUnderAge;

    /// <summary>Whether the guardian must be ordered to discipline, watch or treat (第三十条、第三十一条).</summary>
    public static bool NeedsGuardian(this CaseOutcome outcome) =>
        outcome is CaseOutcome.NoPenaltyUnderAge or CaseOutcome.NoPenaltyIncapacity;

    /// <summary>Refuses a penalty without kinds, and kinds where no penalty is given.</summary>
    /// <exception cref="DomainException"><see cref="DoesNotFit"/>.</exception>
    public static void EnsureFits(this CaseOutcome outcome, IReadOnlyCollection<PenaltyItem> items)
    {
        if (outcome is CaseOutcome.Penalty != items.Count > 0)
            throw DoesNotFit.With(items.Count == 0 ? "给予处罚而没有处罚种类" : $"“{outcome.Term()}”而列有处罚种类");
    }
}
