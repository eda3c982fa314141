using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

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

/// <summary>Enters a step of the court (登记法院环节). The dates that follow from it are tracked as deadlines. 行政强制法 第五十六条至第五十八条.</summary>
public sealed record EnterCourtStep : ActBody
{
    /// <summary>The step.</summary>
    public required CourtStep Step { get; init; }

    /// <summary>Legal date of the step.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Number of the court's document (案号、裁定书文号); null if none.</summary>
    public string? RulingNumber { get; init; }

    /// <summary>Only with <c>Accepted</c>: the court finds the decision apparently unlawful (明显违法) and hears both sides.</summary>
    public bool ApparentlyUnlawful { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (!Follows(act.File.Court.Progress))
            throw CourtPhase.CourtStepOutOfOrder.With($"{On:yyyy-MM-dd}");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Court.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("step", Step).Add("on", On);

    /// <summary>A refusal can be reversed: the court above may order to accept or to execute (复议).</summary>
    private bool Follows(CourtProgress? court) =>
        Step switch
        {
            CourtStep.Received => court is null,
            CourtStep.Accepted or CourtStep.NotAccepted => court is { AcceptedOn: null } && On >= court.ReceivedOn,
            CourtStep.Granted or CourtStep.NotGranted => court is { AcceptedOn: { } accepted, GrantedOn: null } && On >= accepted,
            CourtStep.Ended => court is { GrantedOn: { } granted, EndedOn: null } && On >= granted,
        };

    /// <summary>Progress of the court after this step.</summary>
    internal CourtProgress After(CourtProgress? court) =>
        Step switch
        {
            CourtStep.Received => new(On),
            CourtStep.Accepted => court! with { AcceptedOn = On, NotAcceptedServedOn = null, ApparentlyUnlawful = ApparentlyUnlawful },
            CourtStep.NotAccepted => court! with { NotAcceptedServedOn = On },
            CourtStep.Granted => court! with { GrantedOn = On, NotGrantedServedOn = null },
            CourtStep.NotGranted => court! with { NotGrantedServedOn = On },
            CourtStep.Ended => court! with { EndedOn = On },
        };
}
