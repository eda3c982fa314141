using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

public sealed partial class EnforcementCase
{
    /// <summary>Longest volume number (卷号).</summary>
    public const int ArchiveVolumeMaxLength = 60;

    /// <summary>Whether the decision holds in law (效力); invalid is kept apart from revoked (CANCEL).</summary>
    public DecisionValidity Validity { get; private set; }

    /// <summary>When the decision was found never to have held (确认无效); null otherwise.</summary>
    public DateTimeOffset? InvalidatedAt { get; private set; }

    /// <summary>Why it never held (第三十八条); null where it held.</summary>
    public InvalidityGround? InvalidBecause { get; private set; }

    /// <summary>Legal date of the archiving (归档日期); null before.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>Number of the volume (卷号); null before archiving.</summary>
    public string? ArchiveVolume { get; private set; }

    /// <summary>How long the file is kept (保管期限的类别); null before archiving.</summary>
    public RetentionClass? Retention { get; private set; }

    /// <summary>Last day on which the file must be kept; null before archiving and for ever (永久).</summary>
    public DateOnly? KeepUntil { get; private set; }

    /// <summary>Posts the surcharge that was decided (加处罚款), in place of any before.</summary>
    internal void PostSurcharge(Money surcharge)
    {
        PaymentOrder!.SurchargeFen = surcharge.Fen;
        PaymentOrder.Settle(LastPaidAt);
    }

    /// <summary>A remedy changed the fine (变更): the order to pay follows, and the surcharge is never more than the fine.</summary>
    internal void ChangeFine(Money fine)
    {
        FineFen = fine.Fen;
        if (PaymentOrder is not { } order)
            return;
        order.AmountFen = fine.Fen;
        order.SurchargeFen = Math.Min(order.SurchargeFen, fine.Fen);
        order.Settle(LastPaidAt);
    }

    /// <summary>The decision is taken back (撤销): it held until now.</summary>
    internal void TakeBack(string reason, DateTimeOffset at)
    {
        Validity = DecisionValidity.Revoked;
        RevokedAt = at;
        RevocationReason = reason;
        UndoDecision(at);
        RecordUndone("decision-revoked", at, reason);
    }

    /// <summary>The decision is found never to have held (无效).</summary>
    internal void Invalidate(InvalidityGround ground, string reason, DateTimeOffset at)
    {
        Validity = DecisionValidity.Invalid;
        InvalidatedAt = at;
        InvalidBecause = ground;
        UndoDecision(at);
        RecordUndone("decision-invalidated", at, reason);
    }

    /// <summary>The decision is found unlawful and stands (确认违法).</summary>
    internal void FindUnlawful() => Validity = DecisionValidity.Unlawful;

    /// <summary>Closes the case for a reason (结案); the stage follows from the act.</summary>
    /// <exception cref="DomainException"><see cref="ClosedBeforePerformed"/>.</exception>
    internal void CloseBecause(ClosingReason reason, DateTimeOffset at)
    {
        EnsureAfterPerformed(at);
        ClosedBecause = reason;
        ClosedAt = at;
        ClosedOn = LegalDate.Of(at);
        ClosedYear = ClosedOn.Value.Year;
        Record("closed", at, new RecordFields().Add("because", ClosedBecause).Add("closedOn", ClosedOn).Add("fineFen", FineFen));
    }

    /// <summary>The case is handled again after its decision was struck down (重新处理): it has no decision any more. What was decided stays in acts, documents and record.</summary>
    internal void OpenAgain()
    {
        (Outcome, OutcomeYear) = (null, null);
        (HeaviestKind, Warned, FineFen, ReasonsForAmount) = (null, false, 0, "");
        (DecidedAt, DecidedOn, DecidedYear, DecisionNumber, ServedAt, CorrectedAt) = (null, null, null, null, null, null);
        (Validity, RevokedAt, RevocationReason, InvalidatedAt, InvalidBecause) = (DecisionValidity.InForce, null, null, null, null);
    }

    /// <summary>Puts the closed case into the archive (归档).</summary>
    internal void PutIntoArchive(string volume, RetentionClass retention, DateOnly? keepUntil, DateOnly on) =>
        (ArchiveVolume, Retention, KeepUntil, ArchivedOn) = (volume, retention, keepUntil, on);

    private DateOnly? NextPartDueOn =>
        deadlines.Where(d => d is { Kind: DeadlineKind.Instalment, IsOpen: true }).Min(d => (DateOnly?)d.LastDay);

    private DateTimeOffset? LastPaidAt => payments.Max(p => (DateTimeOffset?)p.PaidAt);

    private void UndoDecision(DateTimeOffset at)
    {
        FinedActKey = null;
        SameDayKey = null;
        (ClosedAt, ClosedOn, ClosedYear, ClosedBecause) = (null, null, null, null);
        if (PaymentOrder is { } order)
            order.State = PaymentState.Cancelled;
        foreach (var deadline in deadlines.Where(d => HangsOnDecision(d.Kind) || IsReviewOfExecution(d)))
            deadline.End(at);
    }

    /// <summary>A review of how the decision is to be executed.</summary>
    private static bool IsReviewOfExecution(CaseDeadline deadline) =>
        deadline is { Kind: DeadlineKind.PlannedActReview, Reference: { } key } && PlannedActs.ExecutesDecision(key);

    private static bool HangsOnDecision(DeadlineKind kind) =>
        kind
            is DeadlineKind.Payment
                or DeadlineKind.Correction
                or DeadlineKind.ReportBack
                or DeadlineKind.Service
                or DeadlineKind.Instalment
                or DeadlineKind.Call
                or DeadlineKind.CourtApplication
                or DeadlineKind.Archiving;

    private void RecordUndone(string type, DateTimeOffset at, string reason) =>
        Record(
            type,
            at,
            new RecordFields().Add("number", DecisionNumber).Add("fineFen", FineFen).Add("toRefundFen", PaymentOrder?.Kept ?? 0),
            new RecordFields().Add("reason", reason)
        );

    private void EnsureAfterPerformed(DateTimeOffset at)
    {
        if (at < PerformedAt)
            throw ClosedBeforePerformed.With($"最后一项于 {PerformedAt.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 完成");
    }
}
