using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>Something that happened to a case (案件事件). Capabilities that have to do something about it follow it up in the same transaction; the case does not know them.</summary>
/// <param name="Case">The case, as it is after the act.</param>
/// <param name="At">When it happened, as claimed.</param>
public abstract record CaseEvent(EnforcementCase Case, DateTimeOffset At) : IHappened;

/// <summary>The case was filed (立案).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When the filing was approved.</param>
public sealed record CaseFiled(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>A penalty was decided (作出处罚决定), on the spot or in the ordinary procedure.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was decided.</param>
public sealed record PenaltyDecided(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>It was decided that no penalty is imposed (作出不予处罚决定).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Outcome">On which ground.</param>
/// <param name="AssessmentId">The discretion assessment that it rests on; null if the ground needs none.</param>
public sealed record NoPenaltyDecided(EnforcementCase Case, DateTimeOffset At, CaseOutcome Outcome, Guid? AssessmentId)
    : CaseEvent(Case, At);

/// <summary>Orders were decided without a penalty (作出责令决定).</summary>
public sealed record OrderDecided(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>The decision on the penalty was served (送达处罚决定).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was received.</param>
public sealed record DecisionServed(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>The decision fell (处罚决定被撤销或者确认无效): the organ revoked it, a remedy struck it down, or it was found invalid. Every road to it raises this event.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When the decision ceased to apply.</param>
/// <param name="Validity">Revoked, or invalid from the beginning.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record DecisionFell(EnforcementCase Case, DateTimeOffset At, DecisionValidity Validity, string Reason) : CaseEvent(Case, At);

/// <summary>The decision was found unlawful and still applies (确认违法).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When the result took effect.</param>
public sealed record DecisionFoundUnlawful(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>A remedy changed the fine (变更罚款数额).</summary>
/// <param name="Case">The case, with the fine as it is now.</param>
/// <param name="At">When the result took effect.</param>
public sealed record FineChanged(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>The case is handled again after its decision fell (重新处理).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When.</param>
public sealed record CaseReopened(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>Money was paid on the fine (缴款).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was paid.</param>
/// <param name="Payment">The payment.</param>
public sealed record FinePaid(EnforcementCase Case, DateTimeOffset At, Payment Payment) : CaseEvent(Case, At);

/// <summary>Money was given back to the party (退款).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was given back.</param>
/// <param name="Refund">The refund.</param>
public sealed record FineRefunded(EnforcementCase Case, DateTimeOffset At, Refund Refund) : CaseEvent(Case, At);

/// <summary>The case was closed (结案).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When.</param>
public sealed record CaseClosed(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>The closed case was put into the archive (归档).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When.</param>
public sealed record CaseArchived(EnforcementCase Case, DateTimeOffset At) : CaseEvent(Case, At);

/// <summary>A running deadline was counted again and moved (期限重新计算).</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When it was counted again.</param>
/// <param name="Deadline">The deadline, with the day before and the day now.</param>
public sealed record DeadlineMoved(EnforcementCase Case, DateTimeOffset At, CaseDeadline Deadline) : CaseEvent(Case, At);

/// <summary>An act of the ordinary procedure was done (普通程序环节); raised after the events of the act itself.</summary>
/// <param name="File">The file of the case, with the act.</param>
/// <param name="Act">The act.</param>
public sealed record OrdinaryActDone(OrdinaryFile File, DoneAct Act) : CaseEvent(File.Case, Act.DoneAt);
