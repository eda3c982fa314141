using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>Open duties of a case decided on the spot, and its closing with the last one (履行、结案).</summary>
public static class DutiesOfCase
{
    /// <summary>The case cannot be closed yet.</summary>
    public static readonly DomainError NotPerformed = new(
        "case.not-performed",
        "APL-72-END",
        ErrorKind.RuleBroken,
        "处罚决定尚未履行完毕，不能结案",
        PenaltyLaw.At("第六十六条第一款")
    );

    /// <summary>A closing before the last duty was done.</summary>
    public static readonly DomainError ClosedBeforePerformed = new(
        "case.closed-before-performed",
        null,
        ErrorKind.Unacceptable,
        "结案时间早于最后一项义务的完成时间"
    );

    /// <summary>Files that acts name have not arrived.</summary>
    internal const string UploadFiles = "上传证据文件";

    /// <summary>What to do about files that have not arrived.</summary>
    internal const string NextStepForFiles = "上传文件；确实无法上传的，由负责人说明理由";

    extension(EnforcementCase @case)
    {
        /// <summary>Whether everything the decision asks for is done: paid, put right, reported.</summary>
        public bool IsPerformed => @case.OpenDuties().Count == 0;

        /// <summary>The decision was revoked by the organ, and the party has not received its paper.</summary>
        internal bool AwaitsServiceOfRevocation =>
            @case.Stage is CaseStage.Revoked && @case.Deadlines.Any(d => d is { Kind: DeadlineKind.Service, IsOpen: true });

        /// <summary>A paper of the case was corrected, and the party has not received the correction.</summary>
        internal bool AwaitsServiceOfCorrection => @case.Deadlines.Any(d => d is { Kind: DeadlineKind.ServiceOfCorrection, IsOpen: true });

        /// <summary>When the latest duty so far was performed.</summary>
        private DateTimeOffset PerformedAt =>
            new[]
            {
                @case.OpenedAt,
                @case.DecidedAt,
                @case.ReportedAt,
                @case.Correction.CorrectedAt,
                @case.PaymentOrder?.PaidAt,
                @case.Effect.RevokedAt,
                @case.Effect.InvalidatedAt,
                @case.Refunds.Max(r => (DateTimeOffset?)r.RefundedAt),
                @case.Deadlines.Where(d => d.Kind is DeadlineKind.EvidenceFiles).Max(d => d.MetAt ?? d.EndedAt),
            }
                .OfType<DateTimeOffset>()
                .Max();
    }

    /// <summary>What still has to be done before the case can be closed, in Chinese.</summary>
    public static IReadOnlyList<string> OpenDuties(this EnforcementCase @case)
    {
        var duties = new List<string>();
        if (@case.Stage == CaseStage.Revoked)
        {
            if (@case.PaymentOrder is { } cancelled && cancelled.RefundedFen < cancelled.PaidFen)
                duties.Add("退还已缴罚款");
            if (@case.AwaitsServiceOfRevocation)
                duties.Add("送达撤销行政处罚决定书");
            if (@case.AwaitsFiles)
                duties.Add(UploadFiles);
            return duties;
        }
        if (@case.ReportedAt is null)
            duties.Add("报所属机关备案");
        if (@case.PaymentOrder is { State: not PaymentState.Paid })
            duties.Add("缴纳罚款");
        if (@case.Correction.CorrectedAt is null)
            duties.Add("改正违法行为并复查");
        if (@case.PaymentOrder is { State: PaymentState.Paid } paid && paid.Refundable > Money.Zero)
            duties.Add("退还多缴的款项");
        if (@case.AwaitsServiceOfCorrection)
            duties.Add("送达补正决定书");
        if (@case.AwaitsFiles)
            duties.Add(UploadFiles);
        return duties;
    }

    /// <summary>Closes the case (结案).</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="NotPerformed"/>, <see cref="ActsOfCase.BeforeDecision"/> or <see cref="ClosedBeforePerformed"/>.</exception>
    public static void Close(this EnforcementCase @case, DateTimeOffset at)
    {
        @case.EnsureOpen(CaseAct.Close);
        @case.EnsureAfterDecision(at);
        @case.EnsureAfterPerformed(at);
        var because = @case.Stage == CaseStage.Revoked ? ClosingReason.Revoked : ClosingReason.Performed;
        @case.MoveTo(CaseLifecycle.Take(@case.Procedure, @case.Stage, CaseAct.Close));
        @case.CloseBecause(because, at);
    }

    /// <summary>Closes a case decided on the spot whose fine was not paid: the court ended its execution, or the organ its own (结案).</summary>
    /// <param name="file">The file of what was done after the decision.</param>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="NotPerformed"/>, <see cref="CaseClosing.ReasonNotBorneOut"/> or
    /// <see cref="ActsOfCase.BeforeDecision"/>.</exception>
    public static void CloseUnpaid(this EnforcementCase @case, Ordinary.OrdinaryFile file, ClosingReason reason, DateTimeOffset at)
    {
        var next = CaseLifecycle.Take(@case.Procedure, @case.Stage, CaseAct.Close);
        if (@case.Stage is not CaseStage.Decided || reason is not (ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded))
            throw CaseClosing.ReasonNotBorneOut.With($"案件处于“{@case.Stage.Term()}”阶段，结案理由为“{reason.Term()}”");
        @case.EnsureAfterDecision(at);
        if (@case.ReportedAt is null)
            throw NotPerformed.With("尚未完成：报所属机关备案");
        if (@case.AwaitsFiles)
            throw NotPerformed.With($"尚未完成：{UploadFiles}", NextStepForFiles);
        CaseClosing.EnsureAllowed(
            new()
            {
                Reason = reason,
                ClosedOn = LegalDate.Of(at),
                OpenDuties = [],
                CourtEndedOn = file.Court.Progress?.EndedOn,
                EndGround = file.Execution.End?.Ground,
            }
        );
        @case.MoveTo(next);
        @case.CloseBecause(reason, at);
    }

    /// <summary>Closes the case for a reason (结案); the stage follows from the act.</summary>
    /// <exception cref="DomainException"><see cref="ClosedBeforePerformed"/>.</exception>
    internal static void CloseBecause(this EnforcementCase @case, ClosingReason reason, DateTimeOffset at)
    {
        @case.EnsureAfterPerformed(at);
        @case.SetClosing(CaseEnd.For(reason, at));
        @case.Record(
            "closed",
            at,
            new RecordFields()
                .Add("because", @case.Closing.Because)
                .Add("closedOn", @case.Closing.On)
                .Add("fineFen", @case.Penalty.FineFen),
            events: new CaseClosed(@case, at)
        );
    }

    /// <summary>Closes the case with the last duty. Duties may be entered in another order than they were done: the case closes when the last one was done.</summary>
    internal static void CloseWhenPerformed(this EnforcementCase @case)
    {
        if (@case.Procedure == CaseProcedure.Simple && @case.Stage != CaseStage.Closed && @case.IsPerformed)
            @case.Close(@case.PerformedAt);
    }

    private static void EnsureAfterPerformed(this EnforcementCase @case, DateTimeOffset at)
    {
        if (at < @case.PerformedAt)
            throw ClosedBeforePerformed.With($"最后一项于 {@case.PerformedAt.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm} 完成");
    }
}
