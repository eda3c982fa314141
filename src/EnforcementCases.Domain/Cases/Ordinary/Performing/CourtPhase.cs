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
        (
            file.Case is { Procedure: CaseProcedure.Simple, ServedAt: { } handedOver }
                ? LegalDate.Of(handedOver)
                : file.Service.DecisionServedOn
        )
            is { } served
        && file.Case.DecidedOn is { } decided // a case opened again has none
            ? new()
            {
                KnownOn = served,
                Informed = true, // no decision is issued without its remedies (APL-59)
                DecidedOn = decided,
            }
            : null;

    /// <summary>The party must seek reconsideration before it may sue (复议前置).</summary>
    internal bool ReconsiderationFirst =>
        file.Case is { Procedure: CaseProcedure.Simple, DecidedOn: { } on } && on >= RemedyAdvice.ReconsiderationFirstSince;

    /// <summary>The days on which the court may be asked, by what is on file; null before the decision was served.</summary>
    /// <param name="deferral">A deferral that is being approved; null for those in the file.</param>
    /// <param name="after">A remedy whose result is being entered; null for the last that has one.</param>
    /// <param name="reading">When the period of a decision on the spot ends, by the parameter of the place.</param>
    public CourtWindow? Window(
        WorkingCalendar calendar,
        DeferredTerm? deferral = null,
        RemedyOnFile? after = null,
        SimpleDecisionReading reading = SimpleDecisionReading.Reconsideration
    ) => PeriodEnd(calendar, after, reading) is { } end ? CourtWindow.From(end, deferral ?? file.Paying.LastDeferral, calendar) : null;

    /// <summary>The end of the statutory period (法定期限届满), after the last remedy that ended; null before the decision was served. Forced removal and the court wait
    /// for it.</summary>
    /// <param name="after">A remedy whose result is being confirmed; null for the last that has one.</param>
    /// <param name="reading">When the period of a decision on the spot ends, by the parameter of the place.</param>
    public Deadline? PeriodEnd(
        WorkingCalendar calendar,
        RemedyOnFile? after = null,
        SimpleDecisionReading reading = SimpleDecisionReading.Reconsideration
    )
    {
        if (Clock is not { } clock)
            return null;
        var unused = Unused(clock, calendar, reading);
        if ((after ?? file.Remedies.LastEnded) is not { Result: { } result } ended)
            return unused;
        var effective = ended.EffectiveOn(calendar)!.Value;
        return result.Result switch
        {
            RemedyResult.Withdrawn => CourtWindow.EndOfPeriodAsIfNone(unused, effective),
            // not heard: the party may still sue, within fifteen days or in what is left of the original period
            RemedyResult.NotAccepted or RemedyResult.ApplicationDismissed => CourtWindow.Later(AfterResult(ended, calendar), unused),
            _ => AfterResult(ended, calendar),
        };
    }

    /// <summary>The end of the period without remedy; after a decision on the spot reconsideration comes first since 2024, and what ends the period is disputed.</summary>
    private Deadline Unused(RemedyClock clock, WorkingCalendar calendar, SimpleDecisionReading reading) =>
        !ReconsiderationFirst ? CourtWindow.EndOfPeriod(clock, calendar)
        : reading is SimpleDecisionReading.Suit ? RemedyPeriod.Suit(clock, calendar)
        : RemedyPeriod.Reconsideration(clock, calendar);

    private static Deadline AfterResult(RemedyOnFile ended, WorkingCalendar calendar) =>
        ended.Entered.Kind is RemedyKind.Reconsideration
            ? RemedyPeriod.SuitAfterReconsideration(ended.Result!.ResultServedOn, calendar)
            : ended.LastAppeal(calendar) ?? Deadline.From(JudgmentEffect.AppealAgainstJudgment, ended.Result!.ResultServedOn, calendar);

    /// <summary>The dates of the court that are open now (ACL-56-58).</summary>
    public IReadOnlyList<Deadline> OpenDates(WorkingCalendar calendar) => Progress is { } court ? CourtSteps.Open(court, calendar) : [];

    /// <summary>Warning if a call served on the day would leave the court's window too short; null if there is time (ACL-54).</summary>
    public DomainException? WarningOfCall(DateOnly servedOn, WorkingCalendar calendar) =>
        Window(calendar) is { } window ? CourtApplying.WarningOfCall(window, servedOn, calendar) : null;

    internal void Apply(ApplyToCourt _, DoneAct done) => (AppliedOn, Progress) = (done.DoneOn, null);

    internal void Apply(EnterCourtStep step) => Progress = step.After(Progress);
}
