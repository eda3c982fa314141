using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>How the days of what lies in the file are read and named.</summary>
internal static partial class Grounds
{
    private static Ground Proposed(ApprovalPaper paper) => new($"{paper}Proposed", file => Named(file.Approvals.ProposalOf(paper)));

    private static Ground Endorsed(ApprovalPaper paper) =>
        new(
            $"{paper}Endorsed",
            (file, _, _) => Each(Opinion(file, paper, ApprovalLevel.TeamLead), Opinion(file, paper, ApprovalLevel.DeputyHead))
        );

    private static IEnumerable<Rest> Each(params IEnumerable<Dated?> days) => days.OfType<Dated>().Select(day => new Rest(day));

    private static Dated? Named(DoneAct? act) => act is null ? null : new($"第 {act.Entry.Place} 项“{act.Act.Term()}”", act.DoneAt);

    private static Dated? Opinion(OrdinaryFile file, ApprovalPaper paper, ApprovalLevel level) =>
        file.Approvals.EndorsementOf(paper, level) is { } opinion
            ? new(level is ApprovalLevel.TeamLead ? "中队、大队负责人的审批意见" : "分管负责人的审批意见", opinion.DoneAt)
            : null;

    private static Dated? Recheck(DateOnly? day) => day is { } rechecked ? Dated.On("责令改正的复查", rechecked) : null;

    private static Dated? Service(PriorNotice? notice) => notice is null ? null : new("事先告知书的送达", notice.ServedAt);

    private static IEnumerable<Rest> Taken(OrdinaryFile file, IEnumerable<Guid> evidenceIds) =>
        evidenceIds
            .Distinct()
            .Select(id => file.Evidence.Items.FirstOrDefault(e => e.Id == id))
            .OfType<EvidenceItem>()
            .SelectMany(e => Each(new($"证据 {e.Id} 的取得", e.TakenAt), Named(file.Acts.FirstOrDefault(a => Brings(a.Body, e.Id)))));

    private static IEnumerable<Rest> Proved(
        OrdinaryFile file,
        IEnumerable<FactElement> facts,
        CapacityFinding? capacity,
        params IEnumerable<Guid> others
    )
    {
        var ids = facts.SelectMany(fact => fact.EvidenceIds).Concat(capacity?.EvidenceId is { } id ? [id] : []).Concat(others).ToHashSet();
        return Taken(file, ids)
            .Concat(
                Each(
                    file.Evidence.Items.Where(e => ids.Contains(e.Id))
                        .Select(e => e.Verification is { } verified ? new Dated($"证据 {e.Id} 的查证", verified.At) : null)
                )
            );
    }

    private static bool Brings(ActBody body, Guid evidenceId) =>
        body switch
        {
            RecordScene scene => scene.EvidenceId == evidenceId,
            RecordInquiry inquiry => inquiry.EvidenceId == evidenceId,
            CollectEvidence taken => taken.Items.Any(item => item.Id == evidenceId),
            _ => false,
        };

    private static IEnumerable<Rest> Sealed(OrdinaryFile file, Guid measureId) =>
        file.Measures.Sealed.Where(s => s.Id == measureId).Select(s => new Rest(new(CaseAct.SealProperty.Term(), s.AppliedAt)));

    private static string? KeyOf(ActBody body) =>
        body switch
        {
            TakePlannedReview taken => taken.Planned.Key(taken.MeasureId),
            GivePlannedReviewOpinion given => given.Planned.Key(given.MeasureId),
            _ => null,
        };

    /// <summary>When a document went to its addressee: sent, announced, left, signed for, and each attempt that failed before.</summary>
    private static IEnumerable<Dated> Handed(ServiceReturn service)
    {
        if (service.NoticeIssuedOn is { } announced)
            yield return Dated.On("发出公告", announced);
        if (service.SentAt is { } sent)
            yield return new("发出", sent);
        if (service.ArrivedAt is { } arrived)
            yield return new("送达", arrived);
        if (service.SignedAt is { } signed)
            yield return new("送达", signed);
        foreach (var failed in service.FailedBefore ?? [])
            yield return Dated.On("未成功的送达", failed.TriedOn);
    }

    /// <summary>When a document was made: with its act, to the minute.</summary>
    private static Dated Made(OrdinaryFile file, IssuedPaper paper)
    {
        Sentence name = paper.Number.Length > 0 ? $"文书 {paper.Number} 的制作" : $"{paper.Kind.Term()}的制作";
        return file.Acts.FirstOrDefault(a => a.Entry.Place == paper.ActPosition && OrdinaryProcedure.Of(a.Body).Issues.Contains(paper.Kind))
                is { } act
                ? new(name, act.DoneAt)
            : paper.Kind is DocumentKind.RevocationDecision
            && file.Case.Effect.RevokedAt is { } revoked
            && LegalDate.Of(revoked) == paper.IssuedOn
                ? new(name, revoked) // the case itself issued it
            : Dated.On(name, paper.IssuedOn);
    }
}
