namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>An outcome that is not proposed by the report but done by an act of its own.</summary>
    public static readonly DomainError OutcomeHasItsOwnAct = new(
        "investigation.outcome-has-its-own-act",
        null,
        ErrorKind.Unacceptable,
        "该处理结果另有专门环节，不在调查终结报告中提出"
    );

    /// <summary>The report and everything that was built on it is off the way to a decision; all of it stays in the file.</summary>
    internal void ForgetConclusion()
    {
        Conclusion = null;
        (Told, Notice, Waiver) = (null, null, null);
        (HearingRequested, HearingCalled, HearingNoticeServedOn) = (null, null, null);
        StatementToReview = null;
        ReviewIsOpen = false;
        ForgetDecision();
    }
}
