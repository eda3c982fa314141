using System.Collections.Frozen;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The ordinary procedure (普通程序, 行政处罚法 第五十四条至第六十二条) as one table of acts. Each phase has its rows in a file of its own, beside what is said in its acts.</summary>
public static class OrdinaryProcedure
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static readonly IReadOnlyList<ActRow> Rows = Make();

    private static readonly FrozenDictionary<CaseAct, ActRow> ByAct = Rows.ToFrozenDictionary(row => row.Act);

    private static readonly FrozenDictionary<Type, ActRow> ByBody = Rows.Where(row => row.Body is not null)
        .ToFrozenDictionary(row => row.Body!);

    /// <summary>The table itself.</summary>
    internal static IReadOnlyList<ActRow> Make() =>
        [
            .. FilingRows.All,
            .. InvestigationRows.Evidence,
            .. InvestigationRows.Measures,
            .. InvestigationRows.Corrections,
            .. ServiceRows.Address,
            .. InvestigationRows.Course,
            .. NoticeRows.All,
            .. HearingRows.All,
            .. ReviewRows.Triggers,
            .. DecidingRows.Proposal,
            .. ReviewRows.OfTheDecision,
            .. DecidingRows.Decision,
            .. ServiceRows.Service,
            .. PayingRows.All,
            .. ExecutionRows.ByOrgan,
            .. ExecutionRows.ByCourt,
            .. ExecutionRows.Course,
            .. RemedyRows.All,
            .. ClosingRows.All,
            .. ReviewRows.OfPlannedActs,
            .. SharedRows.All,
        ];

    /// <summary>The row of an act; null where the ordinary procedure has no such act.</summary>
    public static ActRow? Of(CaseAct act) => ByAct.GetValueOrDefault(act);

    /// <summary>The row of what is said.</summary>
    public static ActRow Of(ActBody body) => ByBody[body.GetType()];
}
