using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>What can be corrected by a recorded act; amounts and kinds cannot: those need a new decision.</summary>
public enum CorrectableField
{
    /// <summary>当事人姓名或者名称 (a slip of the pen, not another party).</summary>
    PartyName,

    /// <summary>违法地点.</summary>
    PlaceText,

    /// <summary>违法事实.</summary>
    Facts,

    /// <summary>法定代表人或者经营者.</summary>
    Representative,
}

public sealed partial class EnforcementCase
{
    /// <summary>The case was reported already.</summary>
    public static readonly DomainError AlreadyReported = new("case.already-reported", null, ErrorKind.WrongStage, "该案件已经报备案");

    /// <summary>No correction is due.</summary>
    public static readonly DomainError NothingToRecheck = new(
        "case.nothing-to-recheck",
        null,
        ErrorKind.WrongStage,
        "没有待复查的改正要求"
    );

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

    /// <summary>The decision was revoked before.</summary>
    public static readonly DomainError AlreadyRevoked = new("case.already-revoked", null, ErrorKind.WrongStage, "处罚决定已经撤销");

    /// <summary>The corrected text is the one that stands.</summary>
    public static readonly DomainError NothingCorrected = new(
        "case.nothing-corrected",
        null,
        ErrorKind.Unacceptable,
        "补正内容与原内容相同"
    );

    /// <summary>Whether everything the decision asks for is done: paid, put right, reported.</summary>
    public bool IsPerformed => OpenDuties().Count == 0;

    /// <summary>What still has to be done before the case can be closed, in Chinese.</summary>
    public IReadOnlyList<string> OpenDuties()
    {
        var duties = new List<string>();
        if (Stage == CaseStage.Revoked)
        {
            if (PaymentOrder is { } cancelled && cancelled.RefundedFen < cancelled.PaidFen)
                duties.Add("退还已缴罚款");
            return duties;
        }
        if (ReportedAt is null)
            duties.Add("报所属机关备案");
        if (PaymentOrder is { State: not PaymentState.Paid })
            duties.Add("缴纳罚款");
        if (CorrectedAt is null)
            duties.Add("改正违法行为并复查");
        return duties;
    }

    /// <summary>Reports the decision back to the organ for the record (报所属行政机关备案), APL-52-4.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="AlreadyReported"/> or <see cref="BeforeDecision"/>.</exception>
    public void ReportBack(DateTimeOffset at)
    {
        EnsureOpen(CaseAct.ReportBack);
        EnsureAfterDecision(at);
        ReportedAt = at;
        Meet(DeadlineKind.ReportBack, at);
        Record("reported-back", at, new RecordFields().Add("inTime", !IsLate(DeadlineKind.ReportBack, at)));
        CloseWhenPerformed();
    }

    /// <summary>Re-checks whether the violation was put right (复查).</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="NothingToRecheck"/> or <see cref="BeforeDecision"/>.</exception>
    public void RecheckCorrection(RecheckResult result, string note, DateTimeOffset at)
    {
        EnsureOpen(CaseAct.RecheckCorrection);
        EnsureAfterDecision(at);
        if (
            deadlines.Find(d => d is { Kind: DeadlineKind.Correction, IsOpen: true }) is { Explanation.Start: var ordered }
            && LegalDate.Of(at) < ordered
        )
            throw BeforeDecision.With($"决定于 {ordered:yyyy-MM-dd} 作出"); // a decision without penalty orders a correction, too
        Record(
            "correction-rechecked",
            at,
            new RecordFields().Add("result", result).Add("inTime", !IsLate(DeadlineKind.Correction, at)),
            new RecordFields().Add("note", note)
        );
        if (result != RecheckResult.Corrected)
            return;
        CorrectedAt = at;
        Meet(DeadlineKind.Correction, at);
        CloseWhenPerformed();
    }

    /// <summary>Corrects a slip in what was entered (补正). The paper already handed over stays as it is.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="BeforeDecision"/> or <see cref="NothingCorrected"/>.</exception>
    public void CorrectError(CorrectableField field, string corrected, string reason, DateTimeOffset at)
    {
        EnsureOpen(CaseAct.CorrectError);
        EnsureAfterDecision(at);
        var before = field switch
        {
            CorrectableField.PartyName => Party.Name,
            CorrectableField.PlaceText => PlaceText,
            CorrectableField.Facts => Facts,
            CorrectableField.Representative => Party.Representative,
        };
        if (string.Equals(before, corrected, StringComparison.Ordinal))
            throw NothingCorrected.With("没有改动");
        switch (field)
        {
            case CorrectableField.PartyName:
                Party = Party.With(name: corrected);
                break;
            case CorrectableField.PlaceText:
                PlaceText = corrected;
                break;
            case CorrectableField.Facts:
                Facts = corrected;
                break;
            case CorrectableField.Representative:
                Party = Party.With(representative: corrected);
                break;
        }
        Record(
            "error-corrected",
            at,
            new RecordFields().Add("field", field),
            new RecordFields().Add("before", before).Add("after", corrected).Add("reason", reason)
        );
    }

    /// <summary>Revokes the decision (撤销处罚决定); what was paid is to be refunded.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="AlreadyRevoked"/> or <see cref="BeforeDecision"/>.</exception>
    public void Revoke(string reason, DateTimeOffset at)
    {
        EnsureOpen(CaseAct.Revoke);
        EnsureAfterDecision(at);
        Stage = CaseLifecycle.Take(Procedure, Stage, CaseAct.Revoke);
        TakeBack(reason, at);
    }

    /// <summary>Voids the number of the revoked decision (文号作废), CN-3.</summary>
    /// <param name="approver">The head who approves.</param>
    /// <exception cref="DomainException"><see cref="DocumentNumber.AlreadyVoided"/> or <see cref="DocumentNumber.StillInForce"/>.</exception>
    public void VoidNumber(DocumentNumber number, string reason, Guid approver, DateTimeOffset at)
    {
        if (number.State == NumberState.Voided)
            throw DocumentNumber.AlreadyVoided.With($"{number.Text} 已经作废");
        if ((RevokedAt ?? InvalidatedAt) is null || number.CaseId != Id)
            throw DocumentNumber.StillInForce.With($"文号 {number.Text}", "先撤销处罚决定");
        number.Void(reason, approver, at);
        Record(
            "number-voided",
            at,
            new RecordFields().Add("number", number.Text).Add("approver", approver),
            new RecordFields().Add("reason", reason)
        );
    }

    /// <summary>Records a paper that no act issues by itself (责令改正通知书现场版、缴款通知书).</summary>
    /// <exception cref="DomainException"><see cref="BeforeDecision"/>.</exception>
    public void IssuePaper(CaseDocument paper, DateTimeOffset at)
    {
        EnsureAfterDecision(at);
        Record(
            "paper-issued",
            at,
            new RecordFields().Add("kind", paper.Kind).Add("number", paper.Number).Add("contentSha256", paper.ContentHash)
        );
    }

    /// <summary>Closes the case (结案).</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="NotPerformed"/>, <see cref="BeforeDecision"/> or <see cref="ClosedBeforePerformed"/>.</exception>
    public void Close(DateTimeOffset at)
    {
        EnsureOpen(CaseAct.Close);
        EnsureAfterDecision(at);
        EnsureAfterPerformed(at);
        var because = Stage == CaseStage.Revoked ? ClosingReason.Revoked : ClosingReason.Performed;
        Stage = CaseLifecycle.Take(Procedure, Stage, CaseAct.Close);
        CloseBecause(because, at);
    }

    /// <summary>Closes the case with the last duty. Duties may be entered in another order than they were done: the case closes when the last one was done.</summary>
    private void CloseWhenPerformed()
    {
        if (Procedure == CaseProcedure.Simple && Stage != CaseStage.Closed && IsPerformed)
            Close(PerformedAt);
    }

    /// <summary>When the last of what was done so far was done.</summary>
    private DateTimeOffset PerformedAt =>
        new[]
        {
            OpenedAt,
            DecidedAt,
            ReportedAt,
            CorrectedAt,
            PaymentOrder?.PaidAt,
            RevokedAt,
            InvalidatedAt,
            refunds.Max(r => (DateTimeOffset?)r.RefundedAt),
        }
            .OfType<DateTimeOffset>()
            .Max();

    private void EnsureAfterDecision(DateTimeOffset at)
    {
        if (at < DecidedAt)
            throw BeforeDecision.With($"决定于 {DecidedOn:yyyy-MM-dd} 作出");
    }

    private bool IsLate(DeadlineKind kind, DateTimeOffset at) =>
        deadlines.Find(d => d.Kind == kind) is { } deadline && LegalDate.Of(at) > deadline.LastDay;

    private void Meet(DeadlineKind kind, DateTimeOffset at, string? reference = null)
    {
        foreach (var deadline in deadlines.Where(d => d.Kind == kind && (reference is null || d.Reference == reference)))
            deadline.Meet(at);
    }

    private void Record(string type, DateTimeOffset at, RecordFields clear, RecordFields? @sealed = null)
    {
        Version++;
        Record(new(type, at, clear, @sealed));
    }
}
