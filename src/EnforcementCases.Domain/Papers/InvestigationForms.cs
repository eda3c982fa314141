using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Personnel;
using static EnforcementCases.Domain.Papers.DecisionFields;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.InvestigationFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>D06, D07 and D10 to D23: from the clue to the legal review; those of things taken are in <see cref="TakenThingsForms"/>.</summary>
internal static class InvestigationForms
{
    public static DocumentForm DutyReminder() =>
        new(
            DocumentKind.DutyReminder,
            "D06",
            new Addressee(Must(Party, FormDuty.Practice)),
            new Grid(May(CommittedAt).As("发现时间"), May(Place)),
            new Section("行为", Must(Act, FormDuty.Practice)),
            new Section("法律规定", Must(ViolatedArticles, FormDuty.Practice)),
            new Section("改正要求", Must(Requirement, FormDuty.Practice)),
            new Section("再犯后果", Must(Consequence, FormDuty.Practice)),
            new SignatureSpace(new("执法人员", Handlers), new("当事人")),
            new HiddenFields(Two(Handlers))
        )
        {
            Copies = ["当事人", "存卷"],
            Papers = A4OrSlip,
            Verifiable = true,
        };

    public static DocumentForm ComplianceCommitment() =>
        new(
            DocumentKind.ComplianceCommitment,
            "D07",
            new Addressee(Must(ReceivingOrgan, FormDuty.Practice)),
            new Section(null, Say("本人（单位）{party}因{act}，已接受执法人员的批评教育，认识到上述行为违反了有关规定，现郑重承诺如下："))
            {
                Inline = [Must(Party, FormDuty.Practice), Must(Act, FormDuty.Practice)],
            },
            new Section("承诺内容", Must(Commitment, FormDuty.Practice)),
            new Section("改正期限", Must(CorrectBy, FormDuty.Practice)),
            new Section("再犯后果", Must(Consequence, FormDuty.Practice)),
            new Section("适用的免罚清单事项", May(ExemptionItem)),
            new SignatureSpace(new FormSigner("承诺人", Party))
        )
        {
            Copies = ["当事人", "存卷"],
            Papers = A4OrSlip,
        };

    public static DocumentForm CaseSource() =>
        new(
            DocumentKind.CaseSource,
            "D10",
            new Grid(
                Must(Source, FormDuty.Practice),
                Must(SourceAt, FormDuty.Practice),
                May(Informant),
                May(Party).As("涉及当事人"),
                May(Place),
                Must(Clue, FormDuty.Practice),
                May(Enclosures),
                Must(Registrar, FormDuty.Practice),
                May(AcceptedBy)
            ),
            new Opinions(May(AcceptanceOpinion)),
            new SignatureSpace(new("登记人", Registrar), new("受理人", AcceptedBy))
        );

    public static DocumentForm FilingApproval() =>
        new(
            DocumentKind.FilingApproval,
            "D11",
            new Grid([
                Must(Cause, FormDuty.Filing),
                Must(Source, FormDuty.Filing),
                .. PartyLines(FormDuty.Filing),
                May(CommittedAt),
                May(Place).As("案发地点"),
                Must(CaseSummary, FormDuty.Filing),
                Must(FilingBasis, FormDuty.Filing),
                Two(Handlers),
            ]),
            new Opinions(
                Must(HandlerOpinion, FormDuty.Filing),
                May(TeamOpinion),
                Must(DeputyOpinion, FormDuty.Filing).As("分管负责人审批意见"),
                May(HeadOpinion).As("主要负责人审批意见") with
                {
                    LeftOut = true,
                }
            ),
            new Grid(May(Remarks))
        );

    public static DocumentForm SceneRecord() =>
        new(
            DocumentKind.SceneRecord,
            "D12",
            new Grid(
                Must(Period, FormDuty.Record),
                Must(Place, FormDuty.Record),
                Must(Inspected, FormDuty.Record),
                May(PartyDocument),
                May(PartyRepresentative),
                May(PartyOperator),
                May(OnSite),
                May(PartyPhone),
                May(Witness),
                Two(Handlers).As("检查人员"),
                May(Recorder),
                Must(CertificateShown, OfficersPresent.CertificatesNotShown)
            ),
            new Section("告知事项", Say(FormWording.RightsAtInspection), Must(RecusalAnswer, FormDuty.RecusalNotified)),
            new Section("现场情况", Must(SceneFindings, FormDuty.Record)),
            new Section("附图、照片", May(Photos)),
            new Section("核对情况", Must(CheckedBy, FormDuty.Record)),
            new SignatureSpace(new("被检查人", Inspected), new("见证人", Witness), new("检查人员", Handlers), new("记录人", Recorder))
        )
        {
            PageSigners = ["被检查人（见证人）", "检查人员"],
        };

    public static DocumentForm InquiryRecord() =>
        new(
            DocumentKind.InquiryRecord,
            "D13",
            new Grid(
                Must(Cause, FormDuty.Record),
                Must(Period, FormDuty.Record).As("询问时间"),
                Must(Place, FormDuty.Record).As("询问地点"),
                Must(Interviewee, FormDuty.Record),
                May(IntervieweeDetails),
                Must(IntervieweeDocument, FormDuty.Record),
                May(IntervieweeWork),
                May(IntervieweeAddress),
                Must(RelationToCase, FormDuty.Record),
                Two(Handlers).As("询问人"),
                May(Recorder)
            ),
            new Section("出示证件和权利义务告知", Say(FormWording.RightsAtInquiry)),
            new Grid(
                Must(CertificateShown, OfficersPresent.CertificatesNotShown),
                Must(RightsNotified, FormDuty.Record),
                Must(RecusalAnswer, FormDuty.RecusalNotified),
                May(PersonFields.AdultPresent)
            ),
            new Dialogue(Must(InvestigationFields.Dialogue, FormDuty.Record)),
            new Section("核对情况", Must(CheckedBy, FormDuty.Record), Say(FormWording.InOwnHand)),
            new SignatureSpace(new("被询问人", Interviewee), new("询问人", Handlers), new("记录人", Recorder))
        )
        {
            PageSigners = ["被询问人", "询问人"],
        };

    public static DocumentForm EvidenceRequest() =>
        new(
            DocumentKind.EvidenceRequest,
            "D14",
            new Addressee(Must(Provider, FormDuty.Evidence)),
            new Section(
                null,
                Say(
                    "因调查{cause}一案的需要，依据《行政处罚法》第四十六条、第五十五条的规定，向你（单位）调取（提取）下列证据，请予配合。提供的材料为复制件的，"
                        + "应当注明“与原件核对无误”并签名或者盖章。"
                )
            )
            {
                Inline = [Must(Cause, FormDuty.Evidence)],
            },
            new Items(Must(EvidenceItems, FormDuty.Evidence)),
            new Grid(May(Remarks)),
            new SignatureSpace(new("证据提供人", Provider), new("执法人员", Handlers)),
            new HiddenFields(Two(Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["证据提供人", "存卷"],
        };

    public static DocumentForm SamplingVoucher() =>
        new(
            DocumentKind.SamplingVoucher,
            "D15",
            new Grid(
                Must(Party, FormDuty.Sampling).As("被抽样人（单位）"),
                Must(Cause, FormDuty.Sampling),
                Must(Period, FormDuty.Sampling).As("抽样时间"),
                Must(Place, FormDuty.Sampling).As("抽样地点"),
                Two(Handlers)
            ),
            new Section(null, Say("依据《行政处罚法》第五十六条的规定，对下列物品抽样取证：")),
            new Items(Must(Samples, FormDuty.Sampling)),
            new Grid(May(Remarks)),
            new SignatureSpace(new("被抽样人", Party), new("执法人员", Handlers))
        )
        {
            Copies = ["被抽样人", "存卷"],
        };

    public static DocumentForm CorrectionOrder() =>
        new(
            DocumentKind.CorrectionOrder,
            "D20",
            new Addressee(Must(Party, FormDuty.Correction)),
            new Section("违法事实", Must(Facts, FormDuty.Correction)),
            new Section("违反的规定和责令改正的依据", Must(ViolatedArticles, FormDuty.Correction), May(Basis)),
            new Section("改正内容及要求", Must(Requirement, FormDuty.Correction)),
            new Section("改正期限", Must(CorrectBy, FormDuty.Correction)),
            new Section("复查时间", Must(RecheckOn, FormDuty.Correction)),
            new Section("逾期不改正的后果", Must(Consequence, FormDuty.Correction)),
            new Section("救济途径", May(RemedyText)),
            new SignatureSpace(new("执法人员", Handlers), new("当事人签收", Party)),
            new HiddenFields(Two(Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
            Papers = A4OrSlip,
        };

    public static DocumentForm RecheckRecord() =>
        new(
            DocumentKind.RecheckRecord,
            "D21",
            new Grid(
                Must(Party, FormDuty.Record),
                Must(CorrectionOrderNumber, FormDuty.Record),
                Must(Period, FormDuty.Record).As("复查时间"),
                Must(Place, FormDuty.Record).As("复查地点"),
                Two(Handlers).As("复查人员"),
                Must(CertificateShown, OfficersPresent.CertificatesNotShown)
            ),
            new Boxes(Must(CorrectionResult, FormDuty.Record)),
            new Section("复查情况", Must(SceneFindings, FormDuty.Record)),
            new Section("照片对比", Must(Comparison, FormDuty.Practice), May(Photos)),
            new Section("核对情况", Must(CheckedBy, FormDuty.Record)),
            new SignatureSpace(new("当事人", Party), new("复查人员", Handlers))
        )
        {
            PageSigners = ["当事人", "复查人员"],
        };

    public static DocumentForm InvestigationReport() =>
        new(
            DocumentKind.InvestigationReport,
            "D22",
            new Grid([Must(Cause, FormDuty.Investigation), May(CaseNumber), .. PartyLines(FormDuty.Investigation), Two(Handlers)]),
            new Section("调查经过", May(Course)),
            new Section("查明的事实", Must(Facts, FormDuty.Investigation)),
            new Section("证据", Must(FormFields.Evidence, FormDuty.Investigation)),
            new Section("违法行为的定性和依据", Must(Nature, FormDuty.Investigation), May(ViolatedArticles), May(PenaltyBasis)),
            new Section("裁量阶次与理由", Must(DecisionFields.Discretion, FormDuty.Practice)),
            new Section("处理建议", Must(Proposal, FormDuty.Practice)),
            new SignatureSpace(new FormSigner("承办人", Handlers))
        );

    public static DocumentForm LegalReviewOpinion() =>
        new(
            DocumentKind.LegalReviewOpinion,
            "D23",
            new Grid(
                Must(Cause, FormDuty.Review),
                May(CaseNumber),
                May(Party),
                Must(SubmittedBy, FormDuty.Review),
                Must(SubmittedAt, FormDuty.Review),
                Must(DecisionFields.Reviewer, FormDuty.Review),
                Must(ReviewerQualification, FormDuty.Review)
            ),
            new Items(Must(ReviewPoints, FormDuty.Review) with { AtLeast = 7 }),
            new Boxes(Must(ReviewOutcome, FormDuty.Review)),
            new Section("审核意见", Must(ReviewOpinion, FormDuty.Review)),
            new SignatureSpace(new FormSigner("审核人", DecisionFields.Reviewer))
        )
        {
            EditedAsDraft = true,
        };
}
