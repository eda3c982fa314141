using System.Collections.Frozen;
using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Domain.Cases;

/// <summary>Whom a deadline binds (期限约束的对象).</summary>
public enum DeadlineBinds
{
    /// <summary>执法人员: the officers who handle the case.</summary>
    [Term("执法人员")]
    Officer,

    /// <summary>本机关: the organ.</summary>
    [Term("本机关")]
    Organ,

    /// <summary>当事人: the party, by a duty or by a right that lapses.</summary>
    [Term("当事人")]
    Party,
}

/// <summary>What ends a deadline beside the act that it waits for: from then on, that act can no longer happen, or is no longer owed.</summary>
public enum DeadlineEnd
{
    /// <summary>Its last day is over: a right that was not used lapses, and nobody is late.</summary>
    LastDayOver,

    /// <summary>The case is decided or ended without a decision.</summary>
    CaseDecided,

    /// <summary>The investigation is taken up again: what was sent to the review is withdrawn.</summary>
    InvestigationReopened,

    /// <summary>The measure that it is about was lifted.</summary>
    MeasureLifted,

    /// <summary>The decision was revoked, struck down or found invalid.</summary>
    DecisionFell,

    /// <summary>The fine and its surcharge are paid, or no longer owed.</summary>
    MoneyPaid,

    /// <summary>Nothing that the decision asks for is owed any more.</summary>
    AllPerformed,

    /// <summary>The case is closed, archived, or was never filed.</summary>
    CaseClosed,

    /// <summary>The case is archived.</summary>
    CaseArchived,
}

/// <summary>Whom a kind of deadline binds, and what ends it beside the act that it waits for.</summary>
/// <param name="Binds">Whom it binds.</param>
/// <param name="Ends">What ends it.</param>
public sealed record DeadlineNature(DeadlineBinds Binds, params IReadOnlyList<DeadlineEnd> Ends)
{
    /// <summary>Kinds that lapse with their last day: past it they are over and never overdue.</summary>
    public static readonly IReadOnlyList<DeadlineKind> Lapsing =
    [
        .. Enum.GetValues<DeadlineKind>().Where(kind => Of(kind).Ends.Contains(DeadlineEnd.LastDayOver)),
    ];

    private static readonly FrozenSet<DeadlineKind> LapsingKinds = Lapsing.ToFrozenSet();

    /// <summary>The nature of a kind.</summary>
    public static DeadlineNature Of(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.ReportBack => new(DeadlineBinds.Officer, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.Payment => new(DeadlineBinds.Party, DeadlineEnd.MoneyPaid, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.Instalment => new(DeadlineBinds.Party, DeadlineEnd.MoneyPaid, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.Correction => new(DeadlineBinds.Party, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.Performance => new(DeadlineBinds.Party, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.Call => new(DeadlineBinds.Party, DeadlineEnd.AllPerformed, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.CourtApplication => new(
                DeadlineBinds.Organ,
                DeadlineEnd.AllPerformed,
                DeadlineEnd.DecisionFell,
                DeadlineEnd.CaseClosed
            ),
            DeadlineKind.RemitToOrgan => new(DeadlineBinds.Officer), // cash that is out has to come in, whatever became of the case
            DeadlineKind.RemitToBank => new(DeadlineBinds.Organ),
            DeadlineKind.Filing => new(DeadlineBinds.Organ, DeadlineEnd.CaseDecided, DeadlineEnd.CaseClosed),
            DeadlineKind.Decision => new(DeadlineBinds.Organ, DeadlineEnd.CaseDecided, DeadlineEnd.CaseClosed),
            DeadlineKind.Preservation => new(DeadlineBinds.Organ, DeadlineEnd.CaseClosed),
            DeadlineKind.Sealing => new(DeadlineBinds.Organ, DeadlineEnd.CaseClosed),
            DeadlineKind.SealingApproval => new(DeadlineBinds.Organ, DeadlineEnd.MeasureLifted, DeadlineEnd.CaseClosed),
            DeadlineKind.Defence => new(DeadlineBinds.Party, DeadlineEnd.LastDayOver, DeadlineEnd.CaseDecided, DeadlineEnd.CaseClosed),
            DeadlineKind.HearingRequest => new(
                DeadlineBinds.Party,
                DeadlineEnd.LastDayOver,
                DeadlineEnd.CaseDecided,
                DeadlineEnd.CaseClosed
            ),
            DeadlineKind.LegalReview => new(
                DeadlineBinds.Organ,
                DeadlineEnd.InvestigationReopened,
                DeadlineEnd.CaseDecided,
                DeadlineEnd.CaseClosed
            ),
            DeadlineKind.PlannedActReview => new(DeadlineBinds.Organ, DeadlineEnd.CaseClosed),
            DeadlineKind.Service => new(DeadlineBinds.Organ, DeadlineEnd.DecisionFell, DeadlineEnd.CaseClosed),
            DeadlineKind.ServiceOfCorrection => new(DeadlineBinds.Organ, DeadlineEnd.DecisionFell), // a closed case is corrected too
            DeadlineKind.CrimeDecision => new(DeadlineBinds.Organ), // a crime is reported and handed over at every stage
            DeadlineKind.CrimeTransfer => new(DeadlineBinds.Organ),
            DeadlineKind.Claim => new(DeadlineBinds.Organ, DeadlineEnd.CaseClosed), // the owner has until then; after it the organ disposes of the things,
            DeadlineKind.EvidenceFiles => new(DeadlineBinds.Officer, DeadlineEnd.CaseClosed),
            DeadlineKind.Archiving => new(DeadlineBinds.Organ, DeadlineEnd.DecisionFell, DeadlineEnd.CaseArchived),
        };

    /// <summary>Whether a running deadline of a kind is over by its last day alone.</summary>
    public static bool HasLapsed(DeadlineKind kind, DateOnly lastDay, DateOnly today) => lastDay < today && LapsingKinds.Contains(kind);

    /// <summary>Whether what a deadline waits for can no longer happen. The fall of the decision ends deadlines when it happens: what is started after it runs.</summary>
    internal static bool IsOver(EnforcementCase @case, CaseDeadline deadline, DateOnly today) =>
        Of(deadline.Kind).Ends.Any(end => Happened(end, @case, deadline, today));

    private static bool Happened(DeadlineEnd end, EnforcementCase @case, CaseDeadline deadline, DateOnly today) =>
        end switch
        {
            DeadlineEnd.LastDayOver => deadline.LastDay < today,
            DeadlineEnd.CaseDecided => @case.Procedure is CaseProcedure.Ordinary
                && @case.Stage
                    is not (CaseStage.Open or CaseStage.Registered or CaseStage.Investigating or CaseStage.Concluded or CaseStage.Told),
            DeadlineEnd.InvestigationReopened => @case.Stage is CaseStage.Investigating,
            DeadlineEnd.MeasureLifted => deadline.Reference is { } measure
                && @case.Deadlines.Any(d => d.Kind is DeadlineKind.Sealing && d.Reference == measure)
                && !@case.Deadlines.Any(d => d is { Kind: DeadlineKind.Sealing, IsOpen: true } && d.Reference == measure),
            DeadlineEnd.DecisionFell => false,
            DeadlineEnd.MoneyPaid => @case.PaymentOrder is { State: PaymentState.Paid },
            DeadlineEnd.AllPerformed => NothingIsOwed(@case),
            DeadlineEnd.CaseClosed => @case.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.NotFiled,
            DeadlineEnd.CaseArchived => @case.Stage is CaseStage.Archived,
        };

    private static bool NothingIsOwed(EnforcementCase @case) =>
        @case.PaymentOrder is null or { State: PaymentState.Paid }
        && (@case.Correction.CorrectedAt is not null || @case is { Procedure: CaseProcedure.Ordinary, Correction.Required: "" })
        && !@case.Deadlines.Any(d =>
            d
                is {
                    Kind: DeadlineKind.Correction or DeadlineKind.Performance or DeadlineKind.Payment or DeadlineKind.Instalment,
                    IsOpen: true
                }
        );
}
