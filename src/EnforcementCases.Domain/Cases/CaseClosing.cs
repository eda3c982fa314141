using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>The facts that a closing (结案) is checked against, whatever its reason.</summary>
public sealed record ClosingFacts
{
    /// <summary>Why it is to be closed.</summary>
    public required ClosingReason Reason { get; init; }

    /// <summary>Legal date of the closing.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>Duties of the decision that are not done, in Chinese: 罚款未缴清, 违法行为未改正, 没收物品未处理. A surcharge that was decided and not paid is one too.</summary>
    public required IReadOnlyList<string> OpenDuties { get; init; }

    /// <summary>Day on which the court ended its execution, done or not; null if it did not.</summary>
    public DateOnly? CourtEndedOn { get; init; }

    /// <summary>Ground of ending the execution (终结执行); null if none.</summary>
    public ExecutionEndGround? EndGround { get; init; }

    /// <summary>Day on which the party was educated (教育); null if no record shows it.</summary>
    public DateOnly? EducatedOn { get; init; }

    /// <summary>Why the case was withdrawn (撤案理由), as approved; null if it was not.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>To whom it was transferred, with the receipt (移送回执); null if it was not.</summary>
    public string? TransferReceipt { get; init; }

    /// <summary>Day on which the decision was revoked or declared invalid; null if it is in force.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>Money of the party that is still to be given back, in fen.</summary>
    public long RefundOwedFen { get; init; }
}

/// <summary>When a case may be closed, and why (结案条件). An unpaid fine alone is no reason to close.</summary>
public static class CaseClosing
{
    /// <summary>The file does not support the reason.</summary>
    public static readonly DomainError ReasonNotBorneOut = new(
        "closing.reason-not-borne-out",
        "APL-72-END",
        ErrorKind.RuleBroken,
        "案卷中没有与结案理由相应的材料",
        PenaltyLaw.At("第六十六条第一款")
    );

    /// <summary>No penalty was given and the party was not educated.</summary>
    public static readonly DomainError NotEducated = new(
        "closing.not-educated",
        "APL-33-3",
        ErrorKind.RuleBroken,
        "对当事人的违法行为依法不予行政处罚的，应当对当事人进行教育",
        PenaltyLaw.At("第三十三条第三款")
    );

    /// <summary>Money of the party has not been given back.</summary>
    public static readonly DomainError RefundOwed = new(
        "closing.refund-owed",
        "APL-72-END",
        ErrorKind.RuleBroken,
        "决定撤销后应当退还的款项尚未退还，不能结案",
        CompensationLaw.At("第三十六条第一项")
    );

    /// <summary>Every obstacle to closing for this reason.</summary>
    public static IReadOnlyList<DomainException> Obstacles(ClosingFacts facts) => [.. FindObstacles(facts)];

    /// <summary>Refuses a closing whose reason the file does not support.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(ClosingFacts facts) => FindObstacles(facts).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(ClosingFacts facts)
    {
        IEnumerable<DomainException> NotBorneOut(bool missing, string what) => missing ? [ReasonNotBorneOut.With(what)] : [];
        return facts.Reason switch
        {
            ClosingReason.Performed => facts.OpenDuties.Count > 0
                ? [DutiesOfCase.NotPerformed.With($"尚未完成：{string.Join('、', facts.OpenDuties)}")]
                : [],
            ClosingReason.ExecutedByCourt => NotBorneOut(!(facts.CourtEndedOn <= facts.ClosedOn), "没有法院执行完毕或者终结执行的日期"),
            ClosingReason.ExecutionEnded => NotBorneOut(facts.EndGround is null, "没有终结执行的法定情形"),
            ClosingReason.NoPenalty => !(facts.EducatedOn <= facts.ClosedOn) ? [NotEducated.With("没有教育记录")]
            : facts.OpenDuties.Count > 0 ? [DutiesOfCase.NotPerformed.With($"尚未完成：{string.Join('、', facts.OpenDuties)}")]
            : [],
            ClosingReason.Withdrawn => NotBorneOut(string.IsNullOrWhiteSpace(facts.WithdrawalReason), "没有撤案理由"),
            ClosingReason.Transferred => NotBorneOut(string.IsNullOrWhiteSpace(facts.TransferReceipt), "没有移送回执"),
            ClosingReason.Revoked => !(facts.RevokedOn <= facts.ClosedOn) ? NotBorneOut(missing: true, "决定没有撤销")
            : facts.RefundOwedFen > 0 ? [RefundOwed.With($"尚应退还 {Money.OfFen(facts.RefundOwedFen).InYuan} 元")]
            : [],
        };
    }
}
