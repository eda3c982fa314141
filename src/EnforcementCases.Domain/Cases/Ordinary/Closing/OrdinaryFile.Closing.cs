using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>The closing as it was proposed last; null before.</summary>
    public ProposeClosing? ClosingProposal { get; internal set; }

    internal bool ConfiscatesAnything =>
        Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGains or PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>Everything that stands in the way of the closing: reason, things not dealt with, duties (APL-72-END, APL-33-3).</summary>
    internal IEnumerable<DomainException> WhyNotClosable(ProposeClosing proposal, DateOnly on)
    {
        if (!Fits(proposal.Reason))
            yield return CaseClosing.ReasonNotBorneOut.With(
                $"案件处于“{CaseLifecycle.Name(Case.Stage)}”阶段，处理结果为“{Case.Outcome?.Name() ?? "无"}”"
            );
        if (Undisposed().ToList() is { Count: > 0 } things)
            yield return EnforcementCase.NotPerformed.With($"尚未完成：{string.Join('、', things)}");
        foreach (var obstacle in CaseClosing.Obstacles(FactsFor(proposal, on)))
            yield return obstacle;
    }

    /// <summary>Refuses closing while a stage has no record (APL-47).</summary>
    internal DomainException? WhyNotRecorded()
    {
        if (ClosingProposal is not { } proposal || Case.Outcome is not { } outcome)
            return null;
        var recorded = acts.Select(a => OrdinaryProcedure.Of(a.Act)!.Recording.Stage).Concat(NotGoneThrough(proposal.Reason)).ToHashSet();
        return ProcessStages.WithoutRecord(outcome, recorded) is { Count: > 0 } missing
            ? ProcessStages.Missing.With($"缺少记录的环节：{string.Join('、', missing.Select(m => m.Name()))}")
            : null;
    }

    /// <summary>Stages that a case closed for this reason need not have gone through: it ended before a decision, or the decision fell, perhaps before its service.</summary>
    private static ProcessStage[] NotGoneThrough(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Withdrawn or ClosingReason.Transferred => [ProcessStage.Review, ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Revoked => [ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Performed or ClosingReason.NoPenalty or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => [],
        };

    private bool Fits(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Performed or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => Case.Stage == CaseStage.Served,
            ClosingReason.Revoked => Case.Stage == CaseStage.Revoked,
            ClosingReason.Withdrawn => Case is { Stage: CaseStage.Ended, Outcome: CaseOutcome.Withdrawn },
            ClosingReason.Transferred => Case
                is { Stage: CaseStage.Ended, Outcome: CaseOutcome.CriminalTransfer or CaseOutcome.TransferToOrgan },
            ClosingReason.NoPenalty => Case.Stage == CaseStage.Ended
                && Case.Outcome
                    is not (
                        null
                        or CaseOutcome.Penalty
                        or CaseOutcome.CriminalTransfer
                        or CaseOutcome.TransferToOrgan
                        or CaseOutcome.Withdrawn
                        or CaseOutcome.NotFiled
                    ),
        };

    private ClosingFacts FactsFor(ProposeClosing proposal, DateOnly on) =>
        new()
        {
            Reason = proposal.Reason,
            ClosedOn = on,
            OpenDuties = OpenDuties(),
            CourtEndedOn = Court?.EndedOn,
            EndGround = ExecutionEnd?.Ground,
            EducatedOn = EducationDue ? Last(CaseAct.Educate)?.DoneOn : on, // nothing to educate about where no breach stays without penalty
            WithdrawalReason = Last(CaseAct.WithdrawCase) is { } withdrawn ? $"{withdrawn.DoneOn:yyyy-MM-dd} 批准撤案" : null,
            TransferReceipt = proposal.TransferReceipt,
            RevokedOn = (Case.RevokedAt ?? Case.InvalidatedAt) is { } at ? LegalDate.Of(at) : null,
            RefundOwedFen = Case.PaymentOrder?.Refundable.Fen ?? 0,
        };
}
