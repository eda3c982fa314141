using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.DecisionFields;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.InvestigationFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>D24 to D34: telling, hearing, discussion and decision.</summary>
internal static class DecisionForms
{
    public static DocumentForm PriorNotice() =>
        new(
            DocumentKind.PriorNotice,
            "D24",
            new Addressee(Must(Party, FormDuty.PriorNotice)),
            new Section(
                null,
                Say(
                    "经查，你（单位）涉嫌{cause}。依据《行政处罚法》第四十四条的规定，现将本机关拟作出的行政处罚内容及事实、理由、依据和你（单位）依法享有的权利告知如下："
                )
            )
            {
                Inline = [Must(Cause, FormDuty.PriorNotice)],
            },
            new Section("违法事实", Must(Facts, FormDuty.PriorNotice)),
            new Section("证据", May(FormFields.Evidence)),
            new Section(
                "处罚的理由和依据",
                Must(Reason, FormDuty.PriorNotice),
                May(ViolatedArticles),
                Must(PenaltyBasis, FormDuty.PriorNotice)
            ),
            new Section("裁量", May(DecisionFields.Discretion)),
            new Section("拟作出的行政处罚", Must(ProposedPenalty, FormDuty.PriorNotice)),
            new Section("陈述、申辩的权利", Say(FormWording.DefenceRight)) { Inline = [Must(DefenceTerm, FormDuty.PriorNotice)] },
            new Section("听证的权利", Say(FormWording.HearingRight, when: HearingGround)) { Inline = [May(HearingGround)] },
            new Grid(Must(Contact, FormDuty.PriorNotice), May(ContactAddress))
        )
        {
            Sealed = true,
            Verifiable = true,
            EditedAsDraft = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm DefenceRecord() =>
        new(
            DocumentKind.DefenceRecord,
            "D25",
            new Grid(
                Must(Cause, FormDuty.Defence),
                Must(Party, FormDuty.Defence),
                May(Agents),
                Must(Period, FormDuty.Defence).As("陈述申辩时间"),
                May(Place),
                May(NoticeNumber).As("告知书文号"),
                Must(Recorder, FormDuty.Defence),
                May(DefenceRechecker)
            ),
            new Section("陈述申辩要点", Must(DefenceWords, FormDuty.Defence)),
            new Section("复核情况", Must(DefenceFindings, FormDuty.Defence)),
            new Section("复核结论及采纳理由", Must(DefenceConclusion, FormDuty.Defence), Say("不因当事人陈述、申辩而给予更重的处罚。")),
            new SignatureSpace(new("当事人", Party), new("记录人", Recorder), new("复核人", DefenceRechecker))
        );

    public static DocumentForm HearingRightNotice() =>
        new(
            DocumentKind.HearingRightNotice,
            "D26",
            new Addressee(Must(Party, FormDuty.PriorNotice)),
            new Section(null, Say("经查，你（单位）涉嫌{cause}。依据《行政处罚法》第四十四条、第六十三条的规定，现将有关事项告知如下："))
            {
                Inline = [Must(Cause, FormDuty.PriorNotice)],
            },
            new Section("违法事实", Must(Facts, FormDuty.PriorNotice)),
            new Section("证据", May(FormFields.Evidence)),
            new Section(
                "处罚的理由和依据",
                Must(Reason, FormDuty.PriorNotice),
                May(ViolatedArticles),
                Must(PenaltyBasis, FormDuty.PriorNotice)
            ),
            new Section("裁量", May(DecisionFields.Discretion)),
            new Section("拟作出的行政处罚", Must(ProposedPenalty, FormDuty.PriorNotice)),
            new Section("听证的权利", Say(FormWording.HearingRight)) { Inline = [Must(HearingGround, FormDuty.HearingRight)] },
            new Section("陈述、申辩的权利", Say(FormWording.DefenceRight)) { Inline = [Must(DefenceTerm, FormDuty.PriorNotice)] },
            new Grid(Must(Contact, FormDuty.HearingRight), May(ContactAddress))
        )
        {
            Sealed = true,
            Verifiable = true,
            EditedAsDraft = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm HearingNotice() =>
        new(
            DocumentKind.HearingNotice,
            "D27",
            new Addressee(Must(Party, FormDuty.HearingNotice)),
            new Section(
                null,
                Say("你（单位）就{cause}一案要求听证。依据《行政处罚法》第六十四条的规定，本机关决定举行听证，现将有关事项通知如下：")
            )
            {
                Inline = [Must(Cause, FormDuty.HearingNotice)],
            },
            new Grid(
                Must(HearingAt, FormDuty.HearingNotice),
                Must(HearingPlace, FormDuty.HearingNotice),
                Must(HearingHost, FormDuty.HearingNotice),
                May(Recorder),
                Must(HearingOpenness, FormDuty.HearingNotice),
                May(Reason).As("不公开的理由")
            ),
            new Section("注意事项", Say(FormWording.HearingConduct)),
            new Grid(Must(Contact, FormDuty.HearingNotice), May(ContactAddress))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "其他参加人", "存卷"],
        };

    public static DocumentForm HearingRecord() =>
        new(
            DocumentKind.HearingRecord,
            "D28",
            new Grid(
                Must(Cause, FormDuty.HearingRecord),
                Must(Period, FormDuty.HearingRecord).As("听证时间"),
                Must(HearingPlace, FormDuty.HearingRecord),
                Must(HearingHost, FormDuty.HearingRecord),
                Must(HearingOpenness, FormDuty.HearingRecord),
                Must(Recorder, FormDuty.HearingRecord),
                Must(Party, FormDuty.HearingRecord),
                May(Agents),
                Two(Handlers).As("调查人员"),
                May(Participants)
            ),
            new Section(
                "告知权利义务和回避情况",
                Must(RightsNotified, FormDuty.HearingRecord),
                Must(RecusalAnswer, FormDuty.RecusalNotified)
            ),
            new Section("调查人员举证与处罚建议", Must(Investigators, FormDuty.HearingRecord)),
            new Section("当事人申辩和质证", Must(PartyArgument, FormDuty.HearingRecord)),
            new Dialogue(May(InvestigationFields.Dialogue).As("听证过程")),
            new Section("核对情况", Must(CheckedBy, FormDuty.HearingRecord)),
            new SignatureSpace(
                new("当事人（代理人）", Party),
                new("调查人员", Handlers),
                new("听证主持人", HearingHost),
                new("记录人", Recorder)
            )
        )
        {
            PageSigners = ["当事人（代理人）", "听证主持人"],
        };

    public static DocumentForm HearingReport() =>
        new(
            DocumentKind.HearingReport,
            "D29",
            new Grid(
                Must(Cause, FormDuty.HearingReport),
                Must(Party, FormDuty.HearingReport),
                Must(HearingAt, FormDuty.HearingReport),
                May(HearingPlace),
                Must(HearingHost, FormDuty.HearingReport),
                Must(HearingRecordReference, FormDuty.HearingReport)
            ),
            new Section("听证参加人", May(Participants)),
            new Section("主要争议焦点", Must(Issues, FormDuty.HearingReport)),
            new Section("证据采信情况", Must(EvidenceFindings, FormDuty.HearingReport)),
            new Section("处理建议", Must(Proposal, FormDuty.HearingReport)),
            new SignatureSpace(new FormSigner("听证主持人", HearingHost))
        );

    public static DocumentForm CollectiveDiscussion() =>
        new(
            DocumentKind.CollectiveDiscussion,
            "D30",
            new Grid(
                Must(Cause, FormDuty.Discussion),
                May(Party),
                Must(DiscussionAt, FormDuty.Discussion),
                Must(Place, FormDuty.Discussion),
                Must(DiscussionChair, FormDuty.Discussion),
                Must(Attending, FormDuty.Practice),
                Must(Recorder, FormDuty.Discussion)
            ),
            new Section("案情和处理建议", Must(CaseSummary, FormDuty.Discussion)),
            new Items(Must(Views, FormDuty.Discussion) with { AtLeast = 3 }),
            new Section("不同意见", May(DissentingViews)),
            new Section("讨论结论", Must(Conclusion, FormDuty.Discussion)),
            new SignatureSpace(new("参加人员（全体）"), new("记录人", Recorder))
        )
        {
            PageSigners = ["参加人员", "记录人"],
        };

    public static DocumentForm DecisionApproval() =>
        new(
            DocumentKind.DecisionApproval,
            "D31",
            new Grid([
                Must(Cause, FormDuty.DecisionApproval),
                May(CaseNumber),
                .. PartyLines(FormDuty.DecisionApproval),
                Must(Facts, FormDuty.DecisionApproval),
                Must(PenaltyBasis, FormDuty.DecisionApproval),
                Must(DecisionFields.Discretion, FormDuty.DecisionApproval),
                May(DefenceSummary),
                May(ReviewSummary),
                Must(ProposedPenalty, FormDuty.DecisionApproval),
                Two(Handlers),
            ]),
            new Opinions(
                Must(HandlerOpinion, FormDuty.DecisionApproval),
                May(TeamOpinion),
                May(LegalOpinion) with
                {
                    LeftOut = true,
                },
                May(DeputyOpinion),
                Must(HeadOpinion, FormDuty.DecisionApproval).As("主要负责人审批意见")
            )
        );

    public static DocumentForm PenaltyDecision() =>
        new(
            DocumentKind.PenaltyDecision,
            "D32",
            new Grid([.. PartyLines(FormDuty.PenaltyDecision), May(Cause)]),
            new Section(null, May(CourseOfCase)),
            new Section("违法事实", Must(Facts, FormDuty.PenaltyDecision)),
            new Section("证据", Say("以上事实有下列证据证明："), Must(FormFields.Evidence, FormDuty.PenaltyDecision)),
            new Section("告知与听取意见", Must(NoticeAndHearing, FormDuty.Practice)),
            new Section("处罚依据", May(ViolatedArticles), Must(PenaltyBasis, FormDuty.PenaltyDecision)),
            new Section("裁量理由", Must(DecisionFields.Discretion, FormDuty.Practice)),
            new Section("处罚决定", Say("综上，本机关决定对当事人给予下列行政处罚："), Must(Penalty, FormDuty.PenaltyDecision)),
            new Section(
                "履行方式和期限",
                Must(Performance, FormDuty.PenaltyDecision),
                Say(FormWording.PayAt, when: Fine),
                Say(FormWording.SurchargeStandard, when: Fine)
            )
            {
                Inline = [May(Fine), MustWhere(Fine, Payee, FormDuty.FineCollection), MustWhere(Fine, PayBy, FormDuty.FineCollection)],
            },
            new Section("责令改正", May(Requirement)),
            new Section(
                "救济途径和期限",
                Must(RemedyText, FormDuty.PenaltyDecision),
                Say(FormWording.NotSuspended),
                Say(FormWording.CourtMayFollow)
            ),
            new Grid(May(Contact), May(ContactAddress))
        )
        {
            Edition = "2026.3",
            Sealed = true,
            Verifiable = true,
            EditedAsDraft = true,
            Copies = ["当事人", "存卷", "缴款"],
        };

    public static DocumentForm OrderDecision() =>
        new(
            DocumentKind.OrderDecision,
            "D50",
            new Grid(PartyLines(FormDuty.OrderDecision)),
            new Section("查明的事实", Must(Facts, FormDuty.OrderDecision)),
            new Section("证据", Say("以上事实有下列证据证明："), Must(FormFields.Evidence, FormDuty.OrderDecision)),
            new Section("告知与听取意见", Must(NoticeAndHearing, FormDuty.Practice)),
            new Section("依据", May(ViolatedArticles), Must(PenaltyBasis, FormDuty.OrderDecision)),
            new Section("决定", Say("综上，本机关决定："), Must(Requirement, FormDuty.OrderDecision)),
            new Section("逾期不履行的后果", Must(InvestigationFields.Consequence, FormDuty.OrderDecision)),
            new Section(
                "救济途径和期限",
                Must(RemedyText, FormDuty.OrderDecision),
                Say(FormWording.NotSuspended),
                Say(FormWording.CourtMayFollow)
            )
        )
        {
            Sealed = true,
            Verifiable = true,
            EditedAsDraft = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm NoPenaltyDecision() =>
        new(
            DocumentKind.NoPenaltyDecision,
            "D33",
            new Grid(PartyLines(FormDuty.NoPenalty)),
            new Section("查明的事实", Must(Facts, FormDuty.NoPenalty)),
            new Section("证据", May(FormFields.Evidence)),
            new Section("不予处罚的理由和依据", Must(NoPenaltyGround, FormDuty.NoPenalty)),
            new Section("处理决定", Say("本机关决定对当事人不予行政处罚。")),
            new Section("教育内容", Must(Education, FormDuty.Education)),
            new Section("改正要求", May(Requirement)),
            new Section("救济途径和期限", Must(RemedyText, FormDuty.NoPenalty))
        )
        {
            Sealed = true,
            Verifiable = true,
            EditedAsDraft = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm WithdrawalApproval() =>
        new(
            DocumentKind.WithdrawalApproval,
            "D34a",
            new Grid(
                Must(Cause, FormDuty.Practice),
                Must(CaseNumber, FormDuty.Practice),
                Must(Party, FormDuty.Practice),
                Must(CaseSummary, FormDuty.Practice),
                Must(WithdrawalReason, FormDuty.Practice),
                May(Enclosures),
                Two(Handlers)
            ),
            new Opinions(May(HandlerOpinion), May(TeamOpinion), Must(DeputyOpinion, FormDuty.Practice).As("负责人审批意见"))
        );

    public static DocumentForm WithdrawalDecision() =>
        new(
            DocumentKind.WithdrawalDecision,
            "D34b",
            new Addressee(Must(Party, FormDuty.Practice)),
            new Section(
                null,
                Say("本机关对你（单位）涉嫌{cause}一案（{case-number}）立案调查。经调查，{withdrawal-reason}。本机关决定撤销该案件。")
            )
            {
                Inline = [Must(Cause, FormDuty.Practice), Must(CaseNumber, FormDuty.Practice), Must(WithdrawalReason, FormDuty.Practice)],
            },
            new Grid(May(Remarks))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm TransferLetter() =>
        new(
            DocumentKind.TransferLetter,
            "D34c",
            new Addressee(Must(TransferTo, FormDuty.Transfer)),
            new Section(
                null,
                Say("本机关在办理{party}{cause}一案中发现，{reason}。依据{basis}的规定，现将该案件移送你单位处理，请将处理结果函告本机关。")
            )
            {
                Inline =
                [
                    Must(Party, FormDuty.Transfer),
                    Must(Cause, FormDuty.Transfer),
                    Must(Reason, FormDuty.Transfer),
                    Must(Basis, FormDuty.Transfer),
                ],
            },
            new Section("附件清单", Must(Enclosures, FormDuty.Transfer)),
            new Grid(May(Contact)),
            new Grid(May(Remarks)),
            new SignatureSpace(new FormSigner("接收人"))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["受移送机关", "存卷"],
        };
}
