using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Execution by the court (申请人民法院强制执行), as the acts left it, and the days on which the court may be asked.</summary>
public sealed class CourtPhase
{
    /// <summary>A step of the court that does not follow from the one before.</summary>
    public static readonly DomainError CourtStepOutOfOrder = new(
        "court-step.out-of-order",
        null,
        ErrorKind.Unacceptable,
        "法院环节的次序或者日期不对"
    );

    /// <summary>Fifteen calendar days to appeal against a judgment; the statutory period after a suit ends with them.</summary>
    private static readonly DeadlineRule Appeal = new(
        "ACL-53",
        "对一审判决提起上诉",
        LitigationLaw.Days(15),
        LitigationLaw.At("第八十五条"),
        DeadlineFor.Party,
        "判决书送达"
    );

    private readonly OrdinaryFile file;

    internal CourtPhase(OrdinaryFile file) => this.file = file;

    /// <summary>Legal date of the last application to the court; null if none.</summary>
    public DateOnly? AppliedOn { get; private set; }

    /// <summary>How the court has dealt with it so far; null before it received it.</summary>
    public CourtProgress? Progress { get; private set; }

    /// <summary>Whether an application is with the court: neither refused nor ended.</summary>
    public bool IsRunning =>
        AppliedOn is not null
        && Progress is not ({ NotAcceptedServedOn: not null } or { NotGrantedServedOn: not null } or { EndedOn: not null });

    /// <summary>What the periods for remedies run from; null before the decision was served.</summary>
    public RemedyClock? Clock =>
        file.Service.DecisionServedOn is { } served && file.Case.DecidedOn is { } decided // a case opened again has none
            ? new()
            {
                KnownOn = served,
                Informed = true, // no decision is issued without its remedies (APL-59)
                DecidedOn = decided,
            }
            : null;

    /// <summary>The days on which the court may be asked, by what is on file; null before the decision was served.</summary>
    /// <param name="deferral">A deferral that is being approved; null for those in the file.</param>
    /// <param name="after">A remedy whose result is being entered; null for the last that has one.</param>
    public CourtWindow? Window(WorkingCalendar calendar, DeferredTerm? deferral = null, RemedyOnFile? after = null)
    {
        if (Clock is not { } clock)
            return null;
        var term = deferral ?? file.Paying.LastDeferral;
        return (after ?? file.Remedies.LastEnded) switch
        {
            { Entered.Kind: RemedyKind.Reconsideration, Result: { } result } => CourtWindow.AfterReconsideration(
                result.ResultServedOn,
                calendar,
                term
            ),
            { Result: { } result } => CourtWindow.From(Deadline.From(Appeal, result.ResultServedOn, calendar), term, calendar),
            _ => CourtWindow.After(clock, calendar, term),
        };
    }

    /// <summary>The dates of the court that are open now (ACL-56-58).</summary>
    public IReadOnlyList<Deadline> OpenDates(WorkingCalendar calendar) => Progress is { } court ? CourtSteps.Open(court, calendar) : [];

    /// <summary>Warning if a call served on the day would leave the court's window too short; null if there is time (ACL-54).</summary>
    public DomainException? WarningOfCall(DateOnly servedOn, WorkingCalendar calendar) =>
        Window(calendar) is { } window ? CourtApplying.WarningOfCall(window, servedOn, calendar) : null;

    internal void Apply(ApplyToCourt _, DoneAct done) => (AppliedOn, Progress) = (done.DoneOn, null);

    internal void Apply(EnterCourtStep step) => Progress = step.After(Progress);
}
