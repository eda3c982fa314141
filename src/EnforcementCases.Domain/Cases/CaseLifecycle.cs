using System.Collections.Frozen;

namespace EnforcementCases.Domain.Cases;

/// <summary>From which stage an act leads to which: the whole simple procedure, and of the ordinary one the acts that the case itself does (money, slips of the pen, revocation).
/// All other acts of the ordinary procedure are done in the file of the case, which has a table of its own.</summary>
public static class CaseLifecycle
{
    /// <summary>The stage does not allow the act.</summary>
    public static readonly DomainError ActNotOpen = new("case.act-not-open", null, ErrorKind.WrongStage, "当前阶段不能办理该环节");

    private static readonly FrozenDictionary<(CaseStage At, CaseAct Act), CaseStage> Moves = new Dictionary<(CaseStage, CaseAct), CaseStage>
    {
        [(CaseStage.Open, CaseAct.DecideOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReportBack)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CollectOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReceivePayment)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToOrgan)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToBank)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RecheckCorrection)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CorrectError)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.Revoke)] = CaseStage.Revoked,
        [(CaseStage.Decided, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Revoked, CaseAct.RemitToOrgan)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.RemitToBank)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Refund)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToOrgan)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToBank)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.CorrectError)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.Revoke)] = CaseStage.Revoked,
    }.ToFrozenDictionary();

    private static readonly IReadOnlyList<(CaseAct Act, IReadOnlyList<CaseStage> From, CaseStage? To)> Shared =
    [
        (CaseAct.ReceivePayment, [CaseStage.Served], null),
        (CaseAct.CollectOnTheSpot, [CaseStage.Served], null),
        (CaseAct.RemitToOrgan, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed], null),
        (CaseAct.RemitToBank, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed], null),
        (CaseAct.RecheckCorrection, [CaseStage.Served, CaseStage.Ended], null),
        (CaseAct.CorrectError, [CaseStage.Decided, CaseStage.Served, CaseStage.Closed], null),
        (CaseAct.Revoke, [CaseStage.Decided, CaseStage.Served, CaseStage.Closed], CaseStage.Revoked),
        (CaseAct.Refund, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed, CaseStage.Archived], null),
    ];

    /// <summary>The stage after the act.</summary>
    /// <exception cref="DomainException"><see cref="ActNotOpen"/>.</exception>
    public static CaseStage Take(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) ?? throw NotOpen(at, act);

    /// <summary>The refusal of an act that the stage does not allow.</summary>
    internal static DomainException NotOpen(CaseStage at, CaseAct act) =>
        ActNotOpen.With($"案件处于“{at.Term()}”阶段，不能办理“{act.Term()}”");

    /// <summary>Whether the stage allows the act; in the ordinary procedure asked only of what the case itself does.</summary>
    public static bool Allows(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) is not null;

    /// <summary>The acts of the simple procedure, in its order.</summary>
    public static IEnumerable<CaseAct> ActsOnTheSpot => Enum.GetValues<CaseAct>().Where(act => Moves.Keys.Any(k => k.Act == act));

    /// <summary>Whether the case itself does an act; the file of the case does all others.</summary>
    internal static bool IsOfTheCase(CaseAct act) => Shared.Any(s => s.Act == act) || Moves.Keys.Any(k => k.Act == act);

    /// <summary>The stages of the ordinary procedure at which the case itself does an act.</summary>
    internal static IReadOnlyList<CaseStage> StagesOfOrdinary(CaseAct act) => Shared.Single(s => s.Act == act).From;

    private static CaseStage? Next(CaseProcedure procedure, CaseStage at, CaseAct act) =>
        procedure switch
        {
            CaseProcedure.Simple => Moves.TryGetValue((at, act), out var next) ? next : null,
            CaseProcedure.Ordinary => Shared.FirstOrDefault(s => s.Act == act) is { From: { } from, To: var to } && from.Contains(at)
                ? to ?? at
                : null,
        };
}
