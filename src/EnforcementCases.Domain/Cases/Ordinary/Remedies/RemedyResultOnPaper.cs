using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the entry of a result is compared with: the paper, the remedy it ends, and who enters it.</summary>
internal static class RemedyResultOnPaper
{
    /// <summary>Somebody who handled the case enters or confirms what became of it.</summary>
    public static readonly DomainError ByHandler = new(
        "remedy.result-by-handler",
        null,
        ErrorKind.Forbidden,
        "复议、诉讼结果由未参与办案的人员登记和确认"
    );

    /// <summary>The paper is of another organ than the one before which the remedy runs.</summary>
    public static readonly DomainError OtherOrgan = new(
        "remedy.result-of-another-organ",
        "ARL-63-65",
        ErrorKind.Unacceptable,
        "结果文书的机关不是受理的机关"
    );

    /// <summary>The result cannot be in a paper of this kind.</summary>
    public static readonly DomainError PaperDoesNotFit = new(
        "remedy.paper-does-not-fit",
        "ARL-63-65",
        ErrorKind.Unacceptable,
        "结果与文书的种类不一致"
    );

    /// <summary>Results without a look at the decision itself.</summary>
    private static bool IsRuling(RemedyResult result) =>
        result is RemedyResult.NotAccepted or RemedyResult.ApplicationDismissed or RemedyResult.Withdrawn;

    /// <exception cref="DomainException"><see cref="ByHandler"/>.</exception>
    public static void EnsureByOutsider(ActExecution act)
    {
        if (act.File.Investigators.Contains(act.Law.PersonId))
            throw ByHandler.With("当前人员参与过本案的调查", "由未参与办案的人员办理");
    }

    /// <summary>Refuses an entry that is not a paper: without number, day, organ and service, or of another organ, kind or side than the remedy has.</summary>
    public static void EnsureReadFrom(EnterRemedyResult result, RemedyOnFile remedy)
    {
        if (result.Paper is not { } paper)
            throw OrdinaryFile.Incomplete.With("没有写明结果文书的种类").At("/paper");
        if (!result.IssuedBy.IsGiven())
            throw OrdinaryFile.Incomplete.With("没有写明结果文书的机关").At("/issuedBy");
        if (result.IssuedOn is not { } issuedOn)
            throw OrdinaryFile.Incomplete.With("没有写明结果文书的日期").At("/issuedOn");
        if (!result.ResultNumber.IsGiven())
            throw OrdinaryFile.Incomplete.With("没有写明结果文书的文号").At("/resultNumber");
        if (issuedOn < remedy.Entered.AcceptedOn || issuedOn > result.ResultServedOn)
        {
            throw RemedyPhase
                .RemedyOutOfOrder.With(
                    $"受理 {remedy.Entered.AcceptedOn:yyyy-MM-dd}，文书 {issuedOn:yyyy-MM-dd}，送达 {result.ResultServedOn:yyyy-MM-dd}"
                )
                .At("/issuedOn");
        }
        EnsureKind(result, paper, remedy);
        if (!string.Equals(result.IssuedBy!.Trim(), remedy.Court.Trim(), StringComparison.Ordinal))
            throw OtherOrgan.With($"文书机关为“{result.IssuedBy}”，受理机关为“{remedy.Court}”").At("/issuedBy");
        EnsureServed(result, paper, remedy.Entered.ThirdPersons);
    }

    private static void EnsureKind(EnterRemedyResult result, RemedyPaper paper, RemedyOnFile remedy)
    {
        if (result.Result is RemedyResult.Dismissed)
            throw PaperDoesNotFit.With("“驳回”应当写明是驳回申请还是驳回请求").At("/result");
        if (remedy.Entered.Kind is RemedyKind.Reconsideration != paper is RemedyPaper.Reconsideration)
            throw PaperDoesNotFit.With($"{Kind(remedy.Entered.Kind)}而文书为“{paper.Term()}”").At("/paper");
        if (remedy.Appeal is { } appeal && paper is not RemedyPaper.Final)
            throw PaperDoesNotFit.With($"已于 {appeal.FiledOn:yyyy-MM-dd} 上诉，而文书为“{paper.Term()}”").At("/paper");
        var fits = paper switch
        {
            RemedyPaper.FirstJudgment => !IsRuling(result.Result) && result.Result is not RemedyResult.Mediated,
            RemedyPaper.FirstRuling => result.Result is RemedyResult.NotAccepted or RemedyResult.ApplicationDismissed,
            // without an appeal a suit ends finally only if it is withdrawn or settled
            RemedyPaper.Final => remedy.Appeal is not null || result.Result is RemedyResult.Withdrawn or RemedyResult.Mediated,
            RemedyPaper.Reconsideration => true,
        };
        if (!fits)
            throw PaperDoesNotFit.With($"结果为“{result.Result.Term()}”而文书为“{paper.Term()}”").At("/paper");
    }

    private static string Kind(RemedyKind kind) => kind is RemedyKind.Reconsideration ? "行政复议" : "行政诉讼";

    private static void EnsureServed(EnterRemedyResult result, RemedyPaper paper, IReadOnlyList<string> thirdPersons)
    {
        if (JudgmentEffect.AppealAgainst(paper) is null)
            return;
        if (On(LitigantSide.Organ) is null)
            throw JudgmentEffect.ServiceMissing.With("没有送达本机关的日期").At("/services");
        if (On(LitigantSide.Party) is not { } party)
            throw JudgmentEffect.ServiceMissing.With("没有送达当事人的日期").At("/services");
        if (party.ServedOn != result.ResultServedOn)
            throw RemedyPhase
                .RemedyOutOfOrder.With($"送达当事人 {party.ServedOn:yyyy-MM-dd}，结果的送达 {result.ResultServedOn:yyyy-MM-dd}")
                .At("/resultServedOn");
        var served = result
            .Services.Where(s => s.Side is LitigantSide.ThirdPerson)
            .Select(s => s.Name ?? "")
            .ToHashSet(StringComparer.Ordinal);
        if (thirdPersons.FirstOrDefault(name => !served.Contains(name)) is { } missing)
            throw JudgmentEffect.ServiceMissing.With($"没有送达第三人“{missing}”的日期").At("/services");
        if (served.FirstOrDefault(name => !thirdPersons.Contains(name, StringComparer.Ordinal)) is { } stranger)
            throw RemedyPhase
                .ThirdPersonUnknown.With($"送达的第三人为“{stranger}”，登记的第三人：{EnterRemedy.InWords(thirdPersons)}")
                .At("/services");
        if (result.Services.FirstOrDefault(s => s.ServedOn < result.IssuedOn) is { } early)
            throw RemedyPhase
                .RemedyOutOfOrder.With($"文书 {result.IssuedOn:yyyy-MM-dd}，送达{early.Side.Term()} {early.ServedOn:yyyy-MM-dd}")
                .At("/services");

        CourtService? On(LitigantSide side) => result.Services.FirstOrDefault(s => s.Side == side);
    }
}
