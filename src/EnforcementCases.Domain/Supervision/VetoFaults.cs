using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Faults of the base standard (一票否决) that the program finds.</summary>
internal static class VetoFaults
{
    private const int OfficersAtLeast = 2;

    public static IEnumerable<FileFinding> In(FileUnderReview file) =>
        [.. OfOfficers(file), .. OfFacts(file), .. OfNotice(file), .. OfReview(file), .. OfOrder(file), .. OfSteps(file)];

    private static IEnumerable<FileFinding> OfOfficers(FileUnderReview file)
    {
        foreach (var (act, body) in file.All<SceneActBody>())
        {
            if (body.Attendance.Officers.DistinctBy(o => o.OfficerId).Count() < OfficersAtLeast)
                yield return Veto("V-04", act, "现场环节的执法人员少于两人");
        }
        foreach (var (act, body) in file.All<ServeDocument>())
        {
            if (body.Return.Way is ServiceWay.Direct or ServiceWay.Left && body.Return.Servers.Distinct().Count() < OfficersAtLeast)
                yield return Veto("V-04", act, "直接送达或者留置送达的送达人少于两人");
        }
        if (file.Last<IdentifyParty>() is null)
            yield return Veto("V-05", null, "没有查明当事人身份的记录");
    }

    private static IEnumerable<FileFinding> OfFacts(FileUnderReview file)
    {
        if (file.Decided is null || file.Decision is not { } decision)
            yield break;
        var verified = file.All<VerifyEvidence>().SelectMany(v => v.Body.Items).Select(i => i.EvidenceId).ToHashSet();
        var excluded = file.All<ExcludeEvidence>().Select(e => e.Body.EvidenceId).ToHashSet();
        if (decision.FactElements.Count == 0 || decision.FactElements.Any(f => !f.EvidenceIds.Any(verified.Contains)))
            yield return Veto("V-07", file.Proposed, "认定的事实没有经查证属实的证据");
        if (decision.FactElements.SelectMany(f => f.EvidenceIds).Any(excluded.Contains))
            yield return Veto("V-09", file.Proposed, "认定事实所依据的证据已被排除");
        if (decision.Basis.Count == 0 || decision.Basis.Any(b => !b.Instrument.IsGiven() || !b.Article.IsGiven()))
            yield return Veto("V-11", file.Proposed, "处罚决定没有写明法律依据");
    }

    private static IEnumerable<FileFinding> OfNotice(FileUnderReview file)
    {
        if (file.Decided is not { } decided)
            yield break;
        var told = file.Acts.LastOrDefault(a => a.Body is TellPenalty && a.DoneAt <= decided.DoneAt);
        var served = file.ServiceOf(DocumentKind.PriorNotice);
        if (told is null || served is null || served.DoneAt > decided.DoneAt)
            yield return Veto("V-15", decided, "作出决定前没有向当事人送达事先告知书");
        if (told?.Body is not TellPenalty notice)
            yield break;
        if (notice is { TickedHearingGrounds.Count: > 0, HearingRightNotified: false })
            yield return Veto("V-16", told, "符合听证条件，没有告知要求听证的权利");
        if (
            file.Last<RequestHearing>() is { } asked
            && !file.Acts.Any(a =>
                a.Body is HoldHearing or WithdrawHearingRequest && a.DoneAt >= asked.DoneAt && a.DoneAt <= decided.DoneAt
            )
        )
            yield return Veto("V-16", asked, "当事人要求听证，作出决定前没有举行");
        if (file.Decision is { } decision && decision.Penalties.Sum(p => p.AmountFen) > notice.Penalties.Sum(p => p.AmountFen))
            yield return Veto("V-22", file.Proposed, "决定的数额高于告知的数额，没有重新告知");
    }

    private static IEnumerable<FileFinding> OfReview(FileUnderReview file)
    {
        if (file.Decided is not { } decided)
            yield break;
        var needed = file.Last<HoldHearing>() ?? file.Last<SubmitForReview>() ?? file.Last<GiveReviewOpinion>();
        if (needed is null)
            yield break;
        var opinion = file.Acts.LastOrDefault(a => a.Body is GiveReviewOpinion && a.DoneAt <= decided.DoneAt);
        if (opinion?.Body is not GiveReviewOpinion { Outcome: ReviewOutcome.Passed or ReviewOutcome.PassedAsAmended })
            yield return Veto("V-17", opinion ?? needed, "作出决定前没有法制审核通过的意见");
    }

    private static IEnumerable<FileFinding> OfOrder(FileUnderReview file)
    {
        if (Reversed<RegisterClue, FileCase>(file) is { } clue)
            yield return Veto("V-19", clue, "立案早于线索登记");
        if (Reversed<FileCase, ConcludeInvestigation>(file) is { } filed)
            yield return Veto("V-19", filed, "调查终结早于立案");
        if (Reversed<ConcludeInvestigation, Decide>(file) is { } concluded)
            yield return Veto("V-19", concluded, "作出决定早于调查终结");
        if (file.Decided is { } decided && file.ServiceOf(DocumentKind.PenaltyDecision) is { } served && served.DoneAt < decided.DoneAt)
            yield return Veto("V-19", served, "送达早于作出决定");
        if (Reversed<Decide, ApproveClosing>(file) is { } closed)
            yield return Veto("V-19", closed, "结案早于作出决定");
    }

    private static IEnumerable<FileFinding> OfSteps(FileUnderReview file)
    {
        if (file.Decided is null)
            yield break;
        if (file.Last<FileCase>() is null)
            yield return Veto("V-20", null, "没有立案审批");
        if (file.Last<ConcludeInvestigation>() is null)
            yield return Veto("V-20", null, "没有调查终结报告");
        if (file.Proposed is null)
            yield return Veto("V-20", null, "没有处罚决定审批");
        if (file.ServiceOf(DocumentKind.PenaltyDecision) is null)
            yield return Veto("V-25", file.Decided, "处罚决定书没有送达");
    }

    /// <summary>The later act, if the last of its kind was done before the first of the other.</summary>
    private static DoneAct? Reversed<TFirst, TThen>(FileUnderReview file)
        where TFirst : ActBody
        where TThen : ActBody =>
        file.All<TFirst>().Select(a => a.Act).FirstOrDefault() is { } first && file.Last<TThen>() is { } then && then.DoneAt < first.DoneAt
            ? then
            : null;

    private static FileFinding Veto(string item, DoneAct? act, string words) => new(item, 0, act?.Entry.Id, words);
}
