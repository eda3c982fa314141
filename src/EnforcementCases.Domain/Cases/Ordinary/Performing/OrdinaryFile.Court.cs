using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
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

    /// <summary>Legal date of the last application to the court; null where there is none.</summary>
    public DateOnly? AppliedToCourtOn { get; internal set; }

    /// <summary>How the court has dealt with it so far; null before it received it.</summary>
    public CourtProgress? Court { get; internal set; }

    /// <summary>Whether an application lies with the court: neither refused nor ended.</summary>
    public bool IsWithCourt =>
        AppliedToCourtOn is not null
        && Court is not ({ NotAcceptedServedOn: not null } or { NotGrantedServedOn: not null } or { EndedOn: not null });

    /// <summary>What the periods for remedies run from; null before the decision was served.</summary>
    public RemedyClock? Clock =>
        DecisionServedOn is { } served && Case.DecidedOn is { } decided // a case opened again has none
            ? new()
            {
                KnownOn = served,
                Told = true, // no decision is issued without its remedies (APL-59)
                DecidedOn = decided,
            }
            : null;

    /// <summary>The days on which the court may be asked, as the file stands; null before the decision was served.</summary>
    /// <param name="deferral">A deferral that is being approved; null for those in the file.</param>
    /// <param name="after">A remedy whose result is being entered; null for the last that has one.</param>
    public CourtWindow? WindowOfCourt(WorkingCalendar calendar, DeferredTerm? deferral = null, RemedyOnFile? after = null)
    {
        if (Clock is not { } clock)
            return null;
        var term = deferral ?? deferrals.LastOrDefault();
        return (after ?? remedies.FindLast(r => r.Result is not null)) switch
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
    public IReadOnlyList<Deadline> OpenCourtDates(WorkingCalendar calendar) => Court is { } court ? CourtSteps.Open(court, calendar) : [];

    /// <summary>Warns where a call served on the day would leave the court's window too short; null where there is time (ACL-54).</summary>
    public DomainException? WarningOfCall(DateOnly servedOn, WorkingCalendar calendar) =>
        WindowOfCourt(calendar) is { } window ? CourtApplying.WarningOfCall(window, servedOn, calendar) : null;
}
