using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>Acts after the decision that the case itself does, in both procedures: report, re-check, slips of the pen, revocation (备案、复查、补正、撤销).</summary>
public static class ActsOfCase
{
    /// <summary>An act is dated before the decision.</summary>
    public static readonly DomainError BeforeDecision = new("case.before-decision", null, ErrorKind.Unacceptable, "办理时间早于处罚决定");

    /// <summary>The case was reported already.</summary>
    public static readonly DomainError AlreadyReported = new("case.already-reported", null, ErrorKind.WrongStage, "该案件已经报备案");

    /// <summary>No correction is due.</summary>
    public static readonly DomainError NothingToRecheck = new(
        "case.nothing-to-recheck",
        null,
        ErrorKind.WrongStage,
        "没有待复查的改正要求"
    );

    /// <summary>Several orders are open, and the re-check does not name the one that it is about.</summary>
    public static readonly DomainError WhichOrder = new(
        "case.which-order",
        "APL-28",
        ErrorKind.RuleBroken,
        "有多项待复查的责令事项，应当写明复查的是哪一项",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>The decision was revoked before.</summary>
    public static readonly DomainError AlreadyRevoked = new("case.already-revoked", null, ErrorKind.WrongStage, "处罚决定已经撤销");

    /// <summary>A correction is dated before the paper that it corrects.</summary>
    public static readonly DomainError BeforePaper = new("slip.before-paper", null, ErrorKind.Unacceptable, "补正时间早于所补正的文书");

    /// <summary>The person named as proposing a correction is no officer of the case.</summary>
    public static readonly DomainError ProposerNotOfficer = new(
        "slip.proposer-not-officer",
        "CORR-SLIP",
        ErrorKind.RuleBroken,
        "补正应当由本案承办人员提出、负责人批准",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>The corrected text equals the present one.</summary>
    public static readonly DomainError NothingCorrected = new(
        "case.nothing-corrected",
        null,
        ErrorKind.Unacceptable,
        "补正内容与原内容相同"
    );

    /// <summary>Reports the decision back to the organ for the record (报所属行政机关备案), APL-52-4.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="AlreadyReported"/> or <see cref="BeforeDecision"/>.</exception>
    public static void ReportBack(this EnforcementCase @case, DateTimeOffset at)
    {
        @case.EnsureOpen(CaseAct.ReportBack);
        @case.EnsureAfterDecision(at);
        @case.SetReported(at);
        @case.MeetDeadlines(DeadlineKind.ReportBack, at);
        @case.Record("reported-back", at, new RecordFields().Add("inTime", !@case.IsLate(DeadlineKind.ReportBack, at)));
        @case.CloseWhenPerformed();
    }

    /// <summary>Re-checks whether the violation was put right (复查).</summary>
    /// <param name="order">The order, by the reference of its deadline; null if only one is open.</param>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="NothingToRecheck"/>, <see cref="WhichOrder"/> or <see cref="BeforeDecision"/>.</exception>
    public static void RecheckCorrection(
        this EnforcementCase @case,
        RecheckResult result,
        string note,
        DateTimeOffset at,
        string? order = null
    )
    {
        @case.EnsureOpen(CaseAct.RecheckCorrection);
        @case.EnsureAfterDecision(at);
        order = @case.OrderToRecheck(order);
        @case.EnsureAfterOrder(at);
        @case.Record(
            "correction-rechecked",
            at,
            new RecordFields().Add("result", result).Add("inTime", !@case.IsLate(DeadlineKind.Correction, at)),
            new RecordFields().Add("note", note)
        );
        if (result != RecheckResult.Corrected)
            return;
        @case.MeetDeadlines(DeadlineKind.Correction, at, order);
        if (!@case.Deadlines.Any(IsOpenOrder))
            @case.SetCorrection(@case.Correction with { CorrectedAt = at });
        @case.CloseWhenPerformed();
    }

    private static bool IsOpenOrder(CaseDeadline deadline) => deadline is { Kind: DeadlineKind.Correction, IsOpen: true };

    /// <summary>The reference of the order that is re-checked; null for the only one, which has none.</summary>
    private static string? OrderToRecheck(this EnforcementCase @case, string? order)
    {
        var open = @case.Deadlines.Where(IsOpenOrder).Select(d => d.Reference).ToList();
        if (order is null)
            return open.Count <= 1 ? open.FirstOrDefault() : throw WhichOrder.With($"待复查：{string.Join('、', open)}").At("/order");
        return open.Contains(order)
            ? order
            : throw NothingToRecheck.With($"复查的是“{order}”，待复查：{(open.Count > 0 ? string.Join('、', open) : "无")}").At("/order");
    }

    /// <summary>Corrects a slip on a paper of the case (补正): its paper is issued and has to be served on the party. What the decision rests on stays as it was; facts that repeat the
    /// passage are put right, so that later papers do not repeat the slip.</summary>
    /// <param name="paper">The paper of the correction (补正决定书).</param>
    /// <param name="corrected">The paper that is corrected.</param>
    /// <param name="id">Identity of the deadline for the service.</param>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="BeforeDecision"/>, <see cref="BeforePaper"/> or <see cref="NothingCorrected"/>.</exception>
    public static void CorrectError(
        this EnforcementCase @case,
        CaseDocument paper,
        CaseDocument corrected,
        CorrectedSlip slip,
        Guid id,
        DateTimeOffset at,
        WorkingCalendar calendar
    )
    {
        @case.EnsureCorrectable(corrected, slip.Printed, slip.Corrected, at);
        if (FactsWith(@case.Facts, slip) is { } facts)
            @case.SetFacts(facts);
        @case.AddDeadline(id, DeadlineKind.ServiceOfCorrection, HandingOver.Due(LegalDate.Of(at), calendar), paper.Number);
        @case.Record(
            "slip-corrected",
            at,
            new RecordFields()
                .Add("slip", slip.Kind)
                .Add("document", corrected.Id.ToString())
                .Add("proposedBy", slip.ProposedBy)
                .Add("number", paper.Number)
                .Add("contentSha256", paper.ContentHash),
            new RecordFields().Add("before", slip.Printed).Add("after", slip.Corrected).Add("reason", slip.Reason)
        );
    }

    /// <summary>The facts with the one passage put right that the paper repeats; null if they do not contain it, or in several places that the words around it do not distinguish.</summary>
    private static string? FactsWith(string facts, CorrectedSlip slip)
    {
        var (printed, corrected) = slip.Clause is { } clause && IsOnce(clause.Printed) ? clause : (slip.Printed, slip.Corrected);
        return IsOnce(printed) ? facts.Replace(printed, corrected, StringComparison.Ordinal) : null;

        bool IsOnce(string words) =>
            facts.IndexOf(words, StringComparison.Ordinal) is >= 0 and var first
            && first == facts.LastIndexOf(words, StringComparison.Ordinal);
    }

    /// <summary>Refuses a correction that is not open, is dated before the paper, changes nothing, or was not proposed by an officer of the case.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="BeforeDecision"/>, <see cref="BeforePaper"/> or <see cref="NothingCorrected"/>.</exception>
    public static void EnsureCorrectable(this EnforcementCase @case, CaseDocument corrected, string printed, string text, DateTimeOffset at)
    {
        @case.EnsureOpen(CaseAct.CorrectError);
        @case.EnsureAfterDecision(at);
        if (LegalDate.Of(at) < corrected.DatedOn)
            throw BeforePaper.With($"文书日期为 {corrected.DatedOn:yyyy-MM-dd}").At("/doneAt");
        if (string.Equals(printed, text, StringComparison.Ordinal))
            throw NothingCorrected.With("没有改动").At("/corrected");
    }

    /// <summary>The officer of the case who proposes a correction; approving it is another's.</summary>
    /// <exception cref="DomainException"><see cref="ProposerNotOfficer"/>.</exception>
    public static CaseOfficer ProposerOfCorrection(this EnforcementCase @case, Guid personId) =>
        @case.Officers.FirstOrDefault(o => o.PersonId == personId)
        ?? throw ProposerNotOfficer.With($"本案承办人员：{string.Join('、', @case.Officers.Select(o => o.Name))}").At("/proposedBy");

    /// <summary>Revokes the decision (撤销处罚决定); what was paid is to be refunded.</summary>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="AlreadyRevoked"/> or <see cref="BeforeDecision"/>.</exception>
    public static void Revoke(this EnforcementCase @case, string reason, DateTimeOffset at)
    {
        @case.EnsureOpen(CaseAct.Revoke);
        @case.EnsureAfterDecision(at);
        @case.MoveTo(CaseLifecycle.Take(@case.Procedure, @case.Stage, CaseAct.Revoke));
        @case.TakeBack(reason, at);
    }

    /// <summary>The paper of the revocation is to be served on the party (REV-PAPER); the case is not closed before.</summary>
    /// <param name="id">Identity of the deadline.</param>
    public static void AwaitServiceOfRevocation(
        this EnforcementCase @case,
        CaseDocument paper,
        Guid id,
        DateTimeOffset at,
        WorkingCalendar calendar
    )
    {
        @case.IssuePaper(paper, at);
        @case.AddDeadline(id, DeadlineKind.Service, HandingOver.Due(LegalDate.Of(at), calendar), paper.Number);
    }

    /// <summary>Voids the number of the revoked decision (文号作废), CN-3.</summary>
    /// <param name="approver">The head who approves.</param>
    /// <exception cref="DomainException"><see cref="DocumentNumber.AlreadyVoided"/> or <see cref="DocumentNumber.StillInForce"/>.</exception>
    public static void VoidNumber(this EnforcementCase @case, DocumentNumber number, string reason, Guid approver, DateTimeOffset at)
    {
        if (number.State == NumberState.Voided)
            throw DocumentNumber.AlreadyVoided.With($"{number.Text} 已经作废");
        if (@case.Effect.FellAt is null || number.CaseId != @case.Id)
            throw DocumentNumber.StillInForce.With($"文号 {number.Text}", "先撤销处罚决定");
        number.Void(reason, approver, at);
        @case.Record(
            "number-voided",
            at,
            new RecordFields().Add("number", number.Text).Add("approver", approver),
            new RecordFields().Add("reason", reason)
        );
    }

    /// <summary>Records a paper that no act issues by itself (责令改正通知书现场版、缴款通知书).</summary>
    /// <exception cref="DomainException"><see cref="BeforeDecision"/>.</exception>
    public static void IssuePaper(this EnforcementCase @case, CaseDocument paper, DateTimeOffset at)
    {
        @case.EnsureAfterDecision(at);
        @case.Record(
            "paper-issued",
            at,
            new RecordFields().Add("kind", paper.Kind).Add("number", paper.Number).Add("contentSha256", paper.ContentHash)
        );
    }

    /// <summary>Refuses an act that is dated before the decision.</summary>
    /// <exception cref="DomainException"><see cref="BeforeDecision"/>.</exception>
    public static void EnsureAfterDecision(this EnforcementCase @case, DateTimeOffset at)
    {
        if (at < @case.DecidedAt)
            throw BeforeDecision.With($"决定于 {@case.DecidedOn:yyyy-MM-dd} 作出");
    }

    /// <summary>The same, for a decision on the spot, which no act in the file makes.</summary>
    internal static void EnsureAfterOnTheSpotDecision(this EnforcementCase @case, DateTimeOffset at)
    {
        if (@case.Procedure is CaseProcedure.Simple)
            @case.EnsureAfterDecision(at);
    }

    /// <summary>A decision without penalty orders a correction, too: a re-check is not dated before it.</summary>
    private static void EnsureAfterOrder(this EnforcementCase @case, DateTimeOffset at)
    {
        var order = @case.Deadlines.FirstOrDefault(d => d is { Kind: DeadlineKind.Correction, IsOpen: true });
        if (order is { Explanation.Start: var ordered } && LegalDate.Of(at) < ordered)
            throw BeforeDecision.With($"决定于 {ordered:yyyy-MM-dd} 作出");
    }
}
