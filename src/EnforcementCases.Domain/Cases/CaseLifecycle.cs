namespace EnforcementCases.Domain.Cases;

/// <summary>The stage to which an act leads from each stage: all acts of the simple procedure, and those of the ordinary one that the case itself does (money, slips, revocation).
/// All other acts of the ordinary procedure are done in the file of the case, which has a table of its own.</summary>
public static class CaseLifecycle
{
    /// <summary>The stage does not allow the act.</summary>
    public static readonly DomainError ActNotOpen = new("case.act-not-open", null, ErrorKind.WrongStage, "当前阶段不能办理该环节");

    /// <summary>The case follows a procedure that does not have the act.</summary>
    public static readonly DomainError OfAnotherProcedure = new(
        "case.act-of-another-procedure",
        null,
        ErrorKind.WrongStage,
        "案件所适用的程序没有该环节"
    );

    /// <summary>The stage after the act.</summary>
    /// <exception cref="DomainException"><see cref="ActNotOpen"/>.</exception>
    public static CaseStage Take(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) ?? throw NotOpen(at, act);

    /// <summary>The refusal of an act that the stage does not allow.</summary>
    internal static DomainException NotOpen(CaseStage at, CaseAct act) =>
        ActNotOpen.With($"案件处于“{at.Term()}”阶段，不能办理“{act.Term()}”");

    /// <summary>The refusal of an act that the procedure of the case does not have.</summary>
    internal static DomainException NotOf(CaseProcedure procedure, CaseAct act) =>
        procedure is CaseProcedure.Simple
            ? OfAnotherProcedure.With($"案件适用简易程序，不能办理“{act.Term()}”")
            : OfAnotherProcedure.With($"案件适用普通程序，不能办理“{act.Term()}”");

    /// <summary>Whether the stage allows the act; in the ordinary procedure only for acts that the case itself does.</summary>
    public static bool Allows(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) is not null;

    /// <summary>The acts of the simple procedure, in its order.</summary>
    public static IEnumerable<CaseAct> ActsOnTheSpot =>
        Enum.GetValues<CaseAct>().Where(act => CaseMoves.OnTheSpot.Keys.Any(k => k.Act == act));

    /// <summary>Whether the case itself does an act; the file of the case does all others.</summary>
    internal static bool IsOfTheCase(CaseAct act) =>
        CaseMoves.OfOrdinary.Any(m => m.Act == act) || CaseMoves.OnTheSpot.Keys.Any(k => k.Act == act);

    private static CaseStage? Next(CaseProcedure procedure, CaseStage at, CaseAct act) =>
        procedure switch
        {
            CaseProcedure.Simple => CaseMoves.OnTheSpot.TryGetValue((at, act), out var next) ? next : null,
            CaseProcedure.Ordinary => CaseMoves.OfOrdinary.FirstOrDefault(m => m.Act == act) is { From: { } from, To: var to }
            && from.Contains(at)
                ? to ?? at
                : null,
        };
}
