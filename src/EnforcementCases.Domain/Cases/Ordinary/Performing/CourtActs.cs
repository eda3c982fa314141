using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Asks the court to execute (申请人民法院强制执行, D44); the head signs. 行政强制法 第五十三条至第五十五条.</summary>
public sealed record ApplyToCourt : ActBody
{
    /// <summary>Name of the court.</summary>
    public required string CourtName { get; init; }

    /// <summary>Which court that is.</summary>
    public required CourtPlace Place { get; init; }

    /// <summary>The object is real estate (执行对象是不动产).</summary>
    public required bool RealEstate { get; init; }

    /// <summary>What is to be executed (申请强制执行标的情况).</summary>
    public required string ObjectOfExecution { get; init; }

    /// <summary>Papers of the package.</summary>
    public required IReadOnlyList<CourtPaper> Papers { get; init; }

    /// <summary>Sealed by the organ (加盖行政机关的印章).</summary>
    public required bool Sealed { get; init; }

    internal override void Do(ActInHand act)
    {
        var file = act.File;
        file.EnsureMayExecute(act.DoneOn);
        CourtApplying.EnsureAllowed(
            new()
            {
                AppliedOn = act.DoneOn,
                Court = CourtName,
                Place = Place,
                RealEstate = RealEstate,
                Papers = Papers,
                SignedByHead = act.Law.Roles.Contains(Role.Head),
                Sealed = Sealed,
            },
            new(
                file.WindowOfCourt(act.Law.Calendar)!,
                file.MoneyIsOverdue(act.DoneOn) ? file.MoneyCallServedOn : file.CallServedOn,
                file.RemedyRuns,
                !file.IsOwed
            ),
            act.Law.Calendar
        );
        act.Issue(DocumentKind.CourtApplication);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        (file.AppliedToCourtOn, file.Court) = (done.DoneOn, null);
        file.UseReview(PlannedAct.CourtApplication);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("realEstate", RealEstate).Add("papers", Papers.Select(p => p.ToString()));
}

/// <summary>A step of the court.</summary>
public enum CourtStep
{
    /// <summary>收到申请.</summary>
    Received,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>不予受理裁定送达.</summary>
    NotAccepted,

    /// <summary>准予执行裁定.</summary>
    Granted,

    /// <summary>不予执行裁定送达.</summary>
    NotGranted,

    /// <summary>执行完毕或者终结执行.</summary>
    Ended,
}

/// <summary>Enters what the court did (登记法院环节). The dates that follow are tracked in the file. 行政强制法 第五十六条至第五十八条.</summary>
public sealed record EnterCourtStep : ActBody
{
    /// <summary>Which step.</summary>
    public required CourtStep Step { get; init; }

    /// <summary>Its legal date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Number of the court's paper (案号、裁定书文号); null where there is none.</summary>
    public string? RulingNumber { get; init; }

    /// <summary>With the acceptance: the court finds the decision apparently unlawful (明显违法) and hears both sides.</summary>
    public bool ApparentlyUnlawful { get; init; }

    internal override void Do(ActInHand act)
    {
        if (On > act.DoneOn)
            throw OrdinaryFile.TooEarly.With("登记时间早于法院环节的日期");
        if (!Follows(act.File.Court) || On < act.File.AppliedToCourtOn)
            throw OrdinaryFile.CourtStepOutOfOrder.With($"{On:yyyy-MM-dd}");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.Court = Step switch
        {
            CourtStep.Received => new(On),
            CourtStep.Accepted => file.Court! with { AcceptedOn = On, NotAcceptedServedOn = null, ApparentlyUnlawful = ApparentlyUnlawful },
            CourtStep.NotAccepted => file.Court! with { NotAcceptedServedOn = On },
            CourtStep.Granted => file.Court! with { GrantedOn = On, NotGrantedServedOn = null },
            CourtStep.NotGranted => file.Court! with { NotGrantedServedOn = On },
            CourtStep.Ended => file.Court! with { EndedOn = On },
        };

    internal override RecordFields Clear() => new RecordFields().Add("step", Step).Add("on", On);

    /// <summary>A refusal can turn: the court above may order to accept or to execute (复议).</summary>
    private bool Follows(CourtProgress? court) =>
        Step switch
        {
            CourtStep.Received => court is null,
            CourtStep.Accepted or CourtStep.NotAccepted => court is { AcceptedOn: null } && On >= court.ReceivedOn,
            CourtStep.Granted or CourtStep.NotGranted => court is { AcceptedOn: { } accepted, GrantedOn: null } && On >= accepted,
            CourtStep.Ended => court is { GrantedOn: { } granted, EndedOn: null } && On >= granted,
        };
}

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
