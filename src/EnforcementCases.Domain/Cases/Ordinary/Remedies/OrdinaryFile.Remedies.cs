using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>No such remedy was entered.</summary>
    public static readonly DomainError RemedyUnknown = new("remedy.unknown", null, ErrorKind.Unacceptable, "没有登记该复议或者诉讼案件");

    /// <summary>The remedy has ended.</summary>
    public static readonly DomainError RemedyEnded = new("remedy.ended", null, ErrorKind.WrongStage, "该复议或者诉讼已经登记结果");

    /// <summary>The dates of the remedy contradict each other.</summary>
    public static readonly DomainError RemedyOutOfOrder = new(
        "remedy.out-of-order",
        null,
        ErrorKind.Unacceptable,
        "复议、诉讼的日期前后矛盾"
    );

    /// <summary>A changed fine where nothing was changed.</summary>
    public static readonly DomainError ChangeDoesNotFit = new(
        "remedy.change-does-not-fit",
        "ARL-63-65",
        ErrorKind.Unacceptable,
        "变更后的罚款与结果不一致"
    );

    private readonly List<RemedyOnFile> remedies = [];

    /// <summary>Remedies against the decision, in the order in which they were entered.</summary>
    public IReadOnlyList<RemedyOnFile> Remedies => remedies;

    /// <summary>A reconsideration or a suit is running.</summary>
    public bool RemedyRuns => remedies.Exists(r => r.Result is null);

    /// <summary>The result that struck the decision down; null where none did.</summary>
    public EnterRemedyResult? StruckDownBy =>
        remedies.FindLast(r => r.Result is { } result && RemedyResults.EffectOf(result.Result).CaseEndsAsRevoked)?.Result;

    /// <summary>Place of the act by which the case was last handled again (重新处理); what lies before it belongs to the decision that fell. Null where it never was.</summary>
    public int? ReopenedAt { get; private set; }

    internal RemedyOnFile? RemedyOf(string number) =>
        remedies.Find(r => string.Equals(r.Entered.RemedyNumber, number, StringComparison.Ordinal));

    internal void Enter(EnterRemedy remedy)
    {
        remedies.RemoveAll(r => string.Equals(r.Entered.RemedyNumber, remedy.RemedyNumber, StringComparison.Ordinal));
        remedies.Add(new(remedy, Result: null));
    }

    internal void Enter(EnterRemedyResult result)
    {
        var at = remedies.FindIndex(r => string.Equals(r.Entered.RemedyNumber, result.RemedyNumber, StringComparison.Ordinal));
        remedies[at] = remedies[at] with { Result = result };
    }

    /// <summary>Report, notice, hearing, review, discussion, decision and what was done to perform it are over: a new decision is told, heard, reviewed and discussed anew.
    /// Evidence stays.</summary>
    internal void StartAgain(DoneAct done)
    {
        ReopenedAt = done.Entry.Place;
        ForgetConclusion();
        NoticeBefore = null;
        exclusions.Clear();
        (Hearing, HearingReport, ReviewAssessment, Opinion, Discussion) = (null, null, null, null, null);
        (NoPenalty, EducationDone) = (null, false);
        deferrals.Clear();
        calls.Clear();
        remedies.Clear();
        ForgetReviewsOfPlannedActs();
        (DeferralRequest, Surcharge, CallAnswer, Substitute, Execution, Pause, ExecutionEnd) = (null, null, null, null, null, null, null);
        (PreservationApproval, SealingApproval) = (null, null);
        (AppliedToCourtOn, Court, Agreement, ClosingProposal, Decision) = (null, null, null, null, null);
    }
}
