using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of discussion and decision.</summary>
internal static class DecidingPapers
{
    /// <summary>行政处罚法 第六十七条第三款.</summary>
    private const string FifteenDays = "自收到本决定书之日起十五日内";

    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<DiscussCollectively>(DocumentKind.CollectiveDiscussion, CollectiveDiscussionMinutes),
            Of<Decide>(DocumentKind.DecisionApproval, DecisionApproval),
            Of<Decide>(DocumentKind.PenaltyDecision, PenaltyDecision),
            Of<Decide>(DocumentKind.OrderDecision, OrderDecision),
            Of<DecideNoPenalty>(DocumentKind.NoPenaltyDecision, NoPenaltyDecision),
            Of<DecideNoPenalty>(DocumentKind.GuardianOrder, GuardianOrder),
            Of<CommitToLaw>(DocumentKind.ComplianceCommitment, ComplianceCommitment),
        ];

    private static FormValues CollectiveDiscussionMinutes(PaperInHand paper, DiscussCollectively discussed)
    {
        var attending = discussed.Views.Where(v => !v.IsLeaderOfOrgan).Select(v => $"{v.Name}（{v.Post}）").ToList();
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(DecisionFields.DiscussionAt, discussed.DoneAt)
            .With(FormFields.Place, discussed.Place)
            .With(DecisionFields.DiscussionChair, paper.NameOf(paper.Done))
            .With(DecisionFields.Attending, attending.Count > 0 ? string.Join('、', attending) : "无")
            .With(InvestigationFields.Recorder, discussed.RecorderName)
            .With(
                FormFields.CaseSummary,
                $"{Ended(paper.File.Deciding.Proposal!.Facts)}\n拟作出的处理：{Ended(OutcomeOf(paper.File.Deciding.Proposal))}{RequirementOf(paper.File.Deciding.Proposal)}"
            )
            .With(DecisionFields.Views, discussed.Views.Select(v => new[] { v.Name, v.Post, v.View }))
            .With(DecisionFields.Conclusion, discussed.Conclusion);
    }

    private static FormValues DecisionApproval(PaperInHand paper, Decide decided)
    {
        var proposal = paper.File.Deciding.Decision!;
        var review = paper.File.Review.Opinion;
        return paper
            .WithParty()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Facts, proposal.Facts)
            .With(FormFields.PenaltyBasis, CitedProvisions.InWords(proposal.Basis))
            .With(DecisionFields.Discretion, DiscretionOf(paper, proposal, onApproval: true))
            .With(DecisionFields.DefenceSummary, HeardOf(paper))
            .With(
                DecisionFields.ReviewSummary,
                review is null
                    ? $"不属于法制审核范围：{paper.File.Review.Assessment?.NoneBecause}"
                    : $"{review.Outcome.Term()}：{review.Words}"
            )
            .With(DecisionFields.ProposedPenalty, ContentOf(proposal.Penalties, proposal.Orders))
            .With(FormFields.Handlers, paper.Handlers)
            .With(
                DecisionFields.HandlerOpinion,
                paper.OpinionIn(
                    paper.File.Approvals.ProposalOf(ApprovalPaper.Decision),
                    proposal.Outcome is CaseOutcome.OrderAlone
                        ? $"建议作出责令决定：{RequirementOf(proposal)}"
                        : $"建议给予{string.Join('、', InWords(proposal.Penalties))}的行政处罚。"
                )
            )
            .With(DecisionFields.TeamOpinion, paper.OpinionOf(ApprovalPaper.Decision, ApprovalLevel.TeamLead))
            .With(
                DecisionFields.LegalOpinion,
                review is null ? null : new(review.Words, paper.Law.NameOf(review.ReviewerPersonId), LegalDate.Of(review.At))
            )
            .With(DecisionFields.DeputyOpinion, paper.OpinionOf(ApprovalPaper.Decision, ApprovalLevel.DeputyHead))
            .With(DecisionFields.HeadOpinion, paper.OpinionIn(paper.Done, decided.Opinion));
    }

    private static FormValues PenaltyDecision(PaperInHand paper, Decide decided)
    {
        var (proposal, organ) = (paper.File.Deciding.Decision!, paper.Law.Organ);
        var evidence = InWords(EvidenceFor(proposal, paper.File)).ToList();
        var performance = string.Join('\n', proposal.Penalties.Select(HowToPerform));
        var remedies = RemedyAdvice.ForOrdinary(organ.Profile.ReconsiderationOrgan).Text;
        OrdinaryDecision.EnsureIssuable(
            new(
                paper.Party.Name,
                paper.Party.Address ?? "",
                proposal.Facts,
                evidence,
                proposal.Penalties,
                proposal.Basis,
                performance,
                remedies,
                organ.Name,
                paper.Done.DoneOn,
                DocumentForms.Of(paper.Kind).Sealed ? organ.Name : null
            )
        );
        var values = paper
            .WithParty()
            .With(FormFields.Cause, paper.Cause)
            .With(DecisionFields.CourseOfCase, CourseOf(paper))
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, organ.Profile.Contact)
            .With(FormFields.Facts, proposal.Facts)
            .With(FormFields.Evidence, evidence)
            .With(DecisionFields.NoticeAndHearing, $"{NotifiedOf(paper)}\n{HeardOf(paper)}")
            .With(FormFields.ViolatedArticles, $"当事人的上述行为违反了{paper.Violation.Violated}的规定。")
            .With(FormFields.PenaltyBasis, $"依据{CitedProvisions.InWords(proposal.Basis)}的规定，应当给予行政处罚。")
            .With(DecisionFields.Discretion, DiscretionOf(paper, proposal))
            .With(DecisionFields.Penalty, [.. InWords(proposal.Penalties), .. InWords(proposal.Things)])
            .With(DecisionFields.Performance, performance)
            .With(FormFields.Requirement, RequirementOf(proposal))
            .With(FormFields.RemedyText, remedies);
        return paper.Case.Penalty.FineFen > 0
            ? values
                .With(DecisionFields.Fine, paper.Case.Penalty.Fine)
                .With(DecisionFields.PayBy, FifteenDays)
                .With(DecisionFields.Payee, organ.Profile.PayeeText)
            : values;
    }

    /// <summary>行政处罚法 第五十四条: filed, then investigated.</summary>
    private static string CourseOf(PaperInHand paper) =>
        $"本机关于{ChineseDate.Day(paper.Case.FiledOn!.Value)}对当事人{paper.Cause}立案（{paper.CaseNumber}）并进行调查，现已调查终结。";

    private static FormValues OrderDecision(PaperInHand paper, Decide decided)
    {
        var proposal = paper.File.Deciding.Decision!;
        return paper
            .WithParty()
            .With(FormFields.Facts, proposal.Facts)
            .With(FormFields.Evidence, InWords(EvidenceFor(proposal, paper.File)))
            .With(DecisionFields.NoticeAndHearing, $"{NotifiedOf(paper)}\n{HeardOf(paper)}")
            .With(FormFields.ViolatedArticles, $"当事人的上述行为违反了{paper.Violation.Violated}的规定。")
            .With(FormFields.PenaltyBasis, $"依据{CitedProvisions.InWords(proposal.Basis)}的规定。")
            .With(FormFields.Requirement, RequirementOf(proposal))
            .With(
                InvestigationFields.Consequence,
                paper.Violation.Structure?.Force is { } || paper.Violation.Structure is { TownOnly: true }
                    ? "逾期不履行的，本机关将依法催告并强制执行或者报请有权机关强制拆除。"
                    : "逾期不履行的，本机关将依法催告并申请人民法院强制执行。"
            )
            .With(FormFields.RemedyText, RemediesOf(paper));
    }

    private static FormValues NoPenaltyDecision(PaperInHand paper, DecideNoPenalty decided)
    {
        var proposal = paper.File.Deciding.NoPenalty!;
        return paper
            .WithParty()
            .With(FormFields.Facts, proposal.Facts)
            .With(FormFields.Evidence, InWords(EvidenceFor(proposal, paper.File)))
            .With(
                DecisionFields.NoPenaltyGround,
                $"{Ended(proposal.Reasons)}\n依据{proposal.Outcome.Basis()}{(proposal.Basis.Count > 0 ? "、" + CitedProvisions.InWords(proposal.Basis) : "")}的规定，{proposal.Outcome.Term()}。"
            )
            .With(DecisionFields.Education, EducationFor(proposal.Outcome))
            .With(FormFields.Requirement, RequirementOf(proposal))
            .With(FormFields.RemedyText, RemedyAdvice.ForOrdinary(paper.Law.Organ.Profile.ReconsiderationOrgan).Text);
    }

    private static FormValues GuardianOrder(PaperInHand paper, DecideNoPenalty decided)
    {
        var (proposal, guardian) = (paper.File.Deciding.NoPenalty!, paper.File.Guardianship.Known!);
        return paper
            .Values()
            .With(PersonFields.Guardian, guardian.Name)
            .With(PersonFields.GuardianTie, $"{guardian.Tie}（以{guardian.HowChecked}核实）")
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.DecisionNumber, paper.NumberOf(DocumentKind.NoPenaltyDecision))
            .With(FormFields.Facts, proposal.Facts)
            .With(FormFields.Basis, $"{proposal.Outcome.Basis()}")
            .With(
                PersonFields.GuardianDuty,
                proposal.Outcome is CaseOutcome.NoPenaltyIncapacity
                    ? "责令你对被监护人严加看管和治疗，防止其再次实施违法行为。"
                    : "责令你对被监护人加以管教，教育其遵守法律、法规和规章，防止其再次实施违法行为。"
            )
            .With(FormFields.Contact, paper.Contact);
    }

    private static FormValues ComplianceCommitment(PaperInHand paper, CommitToLaw committed) =>
        paper
            .Values()
            .With(FormFields.ReceivingOrgan, paper.Law.Organ.Name)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Act, paper.Case.ViolationName)
            .With(InvestigationFields.Commitment, committed.Promise)
            .With(FormFields.CorrectBy, committed.CorrectBy is { } day ? $"{ChineseDate.Day(day)}前（含当日）" : "已经改正。")
            .With(InvestigationFields.Consequence, "再次实施同类违法行为的，愿意接受依法给予的行政处罚。");

    /// <summary>What the facts rest on; all that was verified where the facts name nothing.</summary>
    private static IEnumerable<EvidenceItem> EvidenceFor(ProposeDecision proposal, OrdinaryFile file)
    {
        var relied = proposal.FactElements.SelectMany(f => f.EvidenceIds).ToHashSet();
        return file.Evidence.Items.Where(e =>
            relied.Count > 0 ? relied.Contains(e.Id) : e is { Verification: not null, UnlawfulBecause: null }
        );
    }

    private static string DiscretionOf(PaperInHand paper, ProposeDecision proposal, bool onApproval = false) =>
        string.Join(
            '\n',
            new[]
            {
                proposal.Reasons,
                paper.File.Joint.InWords(proposal.JointShares, paper.Case.Id, paper.Party.Name),
                proposal.DepartureReasons is { } departure ? $"偏离裁量权基准的理由：{departure}" : null,
                proposal.ReasonsAgainstList is { } list ? $"不适用免罚清单的理由：{list}" : null,
                onApproval && proposal.DiffersFromReportBecause is { } differs ? $"与调查终结报告不一致的理由：{differs}" : null,
            }.OfType<string>()
        );

    private static string OutcomeOf(ProposeDecision proposal) =>
        proposal.Outcome.BindsParty() ? string.Join('；', ContentOf(proposal.Penalties, proposal.Orders)) : proposal.Outcome.Term();

    /// <summary>第四十四条: when and by which paper the party was notified.</summary>
    private static string NotifiedOf(PaperInHand paper)
    {
        var notice = paper.File.Notice.Served!;
        return $"本机关于{ChineseDate.Day(LegalDate.Of(notice.ServedAt))}向当事人送达行政处罚事先告知书（{paper.NumberOf(DocumentKind.PriorNotice)}），"
            + $"告知拟作出的行政处罚内容及事实、理由、依据和依法享有的陈述、申辩{(notice.HearingRightNotified ? "、要求听证" : "")}的权利。";
    }

    private static string HowToPerform(PenaltyItem penalty) =>
        penalty.Kind switch
        {
            PenaltyKind.Fine => "罚款按下列方式和期限缴纳。",
            PenaltyKind.ConfiscationOfGains => $"没收的违法所得，{FifteenDays}上缴国库。",
            PenaltyKind.ConfiscationOfGoods => $"没收的非法财物，{FifteenDays}交付本机关，由本机关依法处理。",
            PenaltyKind.Warning or PenaltyKind.PublicCriticism => $"{penalty.Kind.Term()}自本决定书送达之日起生效。",
            _ => $"{penalty.Kind.Term()}，当事人自收到本决定书之日起履行。",
        };

    private static string EducationFor(CaseOutcome outcome) =>
        outcome.NeedsGuardian() ? "责令监护人对当事人加以管教或者严加看管、治疗。"
        : outcome.NeedsEducation() ? "当事人应当认识上述行为的违法性，今后遵守有关法律、法规和规章的规定，不得再次实施同类违法行为。"
        : "当事人应当遵守有关法律、法规和规章的规定。";
}
