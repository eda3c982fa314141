using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The closing of the case (结案), as its acts left it, and the obstacles to it.</summary>
public sealed class ClosingPhase
{
    private readonly OrdinaryFile file;

    internal ClosingPhase(OrdinaryFile file) => this.file = file;

    /// <summary>The closing as it was proposed last; null before.</summary>
    public ProposeClosing? Proposal { get; private set; }

    /// <summary>Every obstacle to the closing: reason, things not dealt with, duties (APL-72-END, APL-33-3).</summary>
    internal IEnumerable<DomainException> ObstacleUnlessClosable(ProposeClosing proposal, DateOnly on)
    {
        if (!Fits(proposal.Reason))
            yield return CaseClosing.ReasonNotBorneOut.With(
                $"案件处于“{file.Case.Stage.Term()}”阶段，处理结果为“{file.Case.Outcome?.Term() ?? "无"}”"
            );
        if (file.Duties.Undisposed().ToList() is { Count: > 0 } things)
            yield return DutiesOfCase.NotPerformed.With($"尚未完成：{string.Join('、', things)}");
        if (file.Case.AwaitsServiceOfRevocation)
            yield return DutiesOfCase.NotPerformed.With("尚未完成：送达撤销行政处罚决定书");
        if (file.Case.AwaitsServiceOfCorrection)
            yield return DutiesOfCase.NotPerformed.With("尚未完成：送达补正决定书");
        if (file.Case.AwaitsFiles)
            yield return DutiesOfCase.NotPerformed.With($"尚未完成：{DutiesOfCase.UploadFiles}", DutiesOfCase.NextStepForFiles);
        foreach (var obstacle in CaseClosing.Obstacles(FactsFor(proposal, on)))
            yield return obstacle;
    }

    internal void Apply(ProposeClosing proposal, DoneAct done)
    {
        Proposal = proposal;
        file.Approvals.Propose(ApprovalPaper.Closing, done);
    }

    private bool Fits(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Performed or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => file.Case.Stage == CaseStage.Served,
            ClosingReason.Revoked => file.Case.Stage == CaseStage.Revoked,
            ClosingReason.Withdrawn => file.Case is { Stage: CaseStage.Ended, Outcome: CaseOutcome.Withdrawn },
            ClosingReason.Transferred => file.Case
                is { Stage: CaseStage.Ended, Outcome: CaseOutcome.CriminalTransfer or CaseOutcome.TransferToOrgan },
            ClosingReason.NoPenalty => file.Case.Stage == CaseStage.Ended
                && file.Case.Outcome
                    is not (
                        null
                        or CaseOutcome.Penalty
                        or CaseOutcome.OrderAlone
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
            OpenDuties = file.Duties.Open(),
            CourtEndedOn = file.Court.Progress?.EndedOn,
            EndGround = file.Execution.End?.Ground,
            EducatedOn = file.Duties.EducationDue ? file.Last(CaseAct.Educate)?.DoneOn : on, // nothing to educate about if no offence stays without penalty
            WithdrawalReason = file.Last(CaseAct.WithdrawCase) is { } withdrawn ? $"{withdrawn.DoneOn:yyyy-MM-dd} 批准撤案" : null,
            TransferReceipt = proposal.TransferReceipt,
            RevokedOn = (file.Case.Effect.RevokedAt ?? file.Case.Effect.InvalidatedAt) is { } at ? LegalDate.Of(at) : null,
            RefundOwedFen = file.Case.PaymentOrder?.Refundable.Fen ?? 0,
        };
}
