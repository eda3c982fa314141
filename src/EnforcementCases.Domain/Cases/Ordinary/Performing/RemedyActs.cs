using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Kind of remedy against the decision (救济方式).</summary>
public enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼.</summary>
    Suit,
}

/// <summary>Enters a reconsideration or a suit against the decision (登记复议、诉讼), or enters it anew with what has changed, as a stay of execution. No surcharge counts while it runs (APL-73-3). 行政处罚法 第七十三条.</summary>
public sealed record EnterRemedy : ActBody
{
    /// <summary>Reconsideration or suit.</summary>
    public required RemedyKind Kind { get; init; }

    /// <summary>Number of its case (复议、诉讼案号); entered again, it takes the place of what was entered before.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>The reconsideration organ or the court.</summary>
    public required string Before { get; init; }

    /// <summary>Day on which the party applied or sued.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>Day on which it was accepted (受理、立案).</summary>
    public required DateOnly AcceptedOn { get; init; }

    /// <summary>Orders to stop the execution, also those that fell away.</summary>
    public IReadOnlyList<StayOrder> Stays { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (AcceptedOn < AppliedOn || act.DoneOn < AcceptedOn || AppliedOn < act.Case.DecidedOn)
            throw OrdinaryFile.RemedyOutOfOrder.With($"申请 {AppliedOn:yyyy-MM-dd}，受理 {AcceptedOn:yyyy-MM-dd}");
        if (act.File.RemedyOf(RemedyNumber)?.Result is not null)
            throw OrdinaryFile.RemedyEnded.With(RemedyNumber);
        act.Drop(DeadlineKind.CourtApplication);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Enter(this);

    internal override RecordFields Clear() =>
        new RecordFields().Add("kind", Kind).Add("appliedOn", AppliedOn).Add("acceptedOn", AcceptedOn).Add("stays", (long)Stays.Count);
}

/// <summary>Enters how a remedy ended and does to the decision what that says (登记复议、诉讼结果). 行政复议法 第六十三条至第六十九条.</summary>
public sealed record EnterRemedyResult : ActBody
{
    /// <summary>Number of the remedy's case.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>How it ended.</summary>
    public required RemedyResult Result { get; init; }

    /// <summary>Number of the decision or judgment (复议决定书、判决书文号).</summary>
    public required string ResultNumber { get; init; }

    /// <summary>Day on which the decision or judgment was served; it takes effect then.</summary>
    public required DateOnly ResultServedOn { get; init; }

    /// <summary>What it says, in short.</summary>
    public required string Summary { get; init; }

    /// <summary>The decision fell for breaking procedure alone (以违反法定程序为由).</summary>
    public bool ForProcedureOnly { get; init; }

    /// <summary>Ground of invalidity; required where the decision was found invalid, otherwise null.</summary>
    public InvalidityGround? Ground { get; init; }

    /// <summary>The fine as changed, in fen; null where the fine was not changed.</summary>
    public long? ChangedFineFen { get; init; }

    internal override void Do(ActInHand act)
    {
        var remedy = act.File.RemedyOf(RemedyNumber) ?? throw OrdinaryFile.RemedyUnknown.With(RemedyNumber);
        if (remedy.Result is not null)
            throw OrdinaryFile.RemedyEnded.With(RemedyNumber);
        if (ResultServedOn < remedy.Entered.AcceptedOn || act.DoneOn < ResultServedOn)
            throw OrdinaryFile.RemedyOutOfOrder.With($"结果于 {ResultServedOn:yyyy-MM-dd} 送达");
        if (ChangedFineFen is not null && (Result is not RemedyResult.Changed || ChangedFineFen < 0))
            throw OrdinaryFile.ChangeDoesNotFit.With($"“{RemedyResults.Name(Result)}”而写有变更后的罚款");
        Affect(act, remedy);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Enter(this);

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("result", Result)
            .Add("servedOn", ResultServedOn)
            .Add("forProcedureOnly", ForProcedureOnly)
            .Add("changedFineFen", ChangedFineFen);

    private void Affect(ActInHand act, RemedyOnFile remedy)
    {
        var (@case, at, why) = (act.Case, LegalDate.StartOf(ResultServedOn), $"{ResultNumber}：{RemedyResults.Name(Result)}");
        switch (Result)
        {
            case RemedyResult.Revoked:
                @case.Validity.EnsureMayBecome(DecisionValidity.Revoked, Ground);
                @case.TakeBack(why, at);
                break;
            case RemedyResult.Invalid:
                @case.Validity.EnsureMayBecome(DecisionValidity.Invalid, Ground);
                @case.Invalidate(Ground!.Value, why, at);
                break;
            case RemedyResult.Unlawful when @case.Validity is DecisionValidity.InForce:
                @case.Validity.EnsureMayBecome(DecisionValidity.Unlawful, Ground);
                @case.FindUnlawful();
                break;
            case RemedyResult.Changed when ChangedFineFen is { } fine:
                @case.ChangeFine(Money.OfFen(fine));
                break;
        }
        if (RemedyResults.EffectOf(Result).CaseEndsAsRevoked)
            act.MoveTo(CaseStage.Revoked);
        else if (
            @case.Stage == CaseStage.Served
            && act.File.IsOwed
            && act.File.WindowOfCourt(act.Law.Calendar, after: remedy with { Result = this }) is { } window
        )
            act.RestartCourtWindow(window);
    }
}

/// <summary>Finds that the decision never held (确认决定无效); not the same as revoking it. 行政处罚法 第三十八条.</summary>
public sealed record Invalidate : ActBody
{
    /// <summary>Which of the three grounds.</summary>
    public required InvalidityGround Ground { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act) => act.Case.Invalidate(Ground, Reason, DoneAt);

    internal override RecordFields Clear() => new RecordFields().Add("ground", Ground);
}

/// <summary>Handles the case again after its decision was struck down (重新处理). 行政复议法 第六十四条第二款.</summary>
public sealed record Reopen : ActBody
{
    /// <summary>Why, and by whose order.</summary>
    public required string Reason { get; init; }

    /// <summary>It is to be decided again on the same facts and reasons (同一事实和理由).</summary>
    public required bool SameFactsAndReasons { get; init; }

    /// <summary>What is new; required where facts or reasons are not the same.</summary>
    public string? NewFactsOrReasons { get; init; }

    internal override void Do(ActInHand act)
    {
        if (!SameFactsAndReasons && !NewFactsOrReasons.IsGiven())
            throw OrdinaryFile.Incomplete.With("没有写明新的事实或者理由");
        var struckDown = act.File.StruckDownBy;
        RemedyResults.EnsureNotSameAgain(struckDown?.Result, SameFactsAndReasons, struckDown?.ForProcedureOnly ?? false);
        act.Case.OpenAgain();
        act.Start(DeadlineKind.Decision, DecisionTerm.From(act.DoneOn, act.Law.Calendar));
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.StartAgain(done);

    internal override RecordFields Clear() => new RecordFields().Add("sameFactsAndReasons", SameFactsAndReasons);
}

/// <summary>A remedy in the file.</summary>
/// <param name="Entered">As it was entered last.</param>
/// <param name="Result">How it ended; null while it runs.</param>
public sealed record RemedyOnFile(EnterRemedy Entered, EnterRemedyResult? Result)
{
    internal RemedyPause AsPause => new(Entered.RemedyNumber, Entered.AppliedOn, Entered.AcceptedOn, Result?.ResultServedOn);
}

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
