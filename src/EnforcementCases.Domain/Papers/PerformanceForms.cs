using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.DecisionFields;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.PerformanceFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>D35 to D47: service, payment, execution, closing and the file.</summary>
internal static class PerformanceForms
{
    public static DocumentForm ServiceReceipt() =>
        new(
            DocumentKind.ServiceReceipt,
            "D35",
            new Grid(May(Cause), Must(ServiceAddressee, FormDuty.ServiceReceipt), Must(ServicePlace, FormDuty.ServiceReceipt)),
            new Items(Must(ServedDocuments, FormDuty.ServiceReceipt)),
            new Boxes(Must(PerformanceFields.ServiceWay, FormDuty.ServiceReceipt)),
            new Grid(
                Must(ServedAt, FormDuty.ServiceReceipt),
                May(Recipient),
                May(RefusalReason),
                May(Witness),
                May(ServiceProof),
                Must(Handlers, FormDuty.ServiceReceipt).As("送达人"), // two if it is handed over or left; only one for the post
                May(Remarks)
            ),
            new SignatureSpace(new("受送达人（代收人）"), new("见证人", Witness), new("送达人", Handlers))
        )
        {
            Papers = A4OrSlip,
        };

    public static DocumentForm ServiceConfirmation() =>
        new(
            DocumentKind.ServiceConfirmation,
            "D36",
            new Grid(
                Must(Party, FormDuty.ElectronicService),
                May(PartyDocument),
                May(PartyPhone),
                Must(ServiceAddress, FormDuty.ElectronicService),
                May(Recipient).As("指定代收人"),
                MustWhere(ElectronicConsent, ElectronicAddress, FormDuty.ElectronicService) with
                {
                    WhenTicked = "同意",
                }
            ),
            new Boxes(Must(ElectronicConsent, FormDuty.ElectronicService)),
            new Section(null, Say(FormWording.ServiceNotified)),
            new SignatureSpace(new FormSigner("当事人", Party))
        )
        {
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm DeferralApplication() =>
        new(
            DocumentKind.DeferralApplication,
            "D39a",
            new Addressee(Must(ReceivingOrgan, FormDuty.Deferral)),
            new Section(
                null,
                Say(
                    "{party}收到{decision-number}行政处罚决定书，应缴纳罚款{fine}。因确有经济困难，依据《行政处罚法》第六十六条第二款的规定，提出如下申请："
                )
            )
            {
                Inline = [Must(Party, FormDuty.Deferral), Must(DecisionNumber, FormDuty.Deferral), Must(Fine, FormDuty.Deferral)],
            },
            new Boxes(Must(DeferralKind, FormDuty.Deferral)),
            new Section("申请理由", Must(Reason, FormDuty.Deferral)),
            new Section("证明材料", Must(Proofs, FormDuty.Deferral)),
            new Items(Must(Instalments, FormDuty.Deferral)),
            new SignatureSpace(new FormSigner("申请人", Party))
        )
        {
            Copies = ["申请人", "存卷"],
        };

    public static DocumentForm DeferralApproval() =>
        new(
            DocumentKind.DeferralApproval,
            "D39b",
            new Grid(
                Must(Party, FormDuty.Deferral),
                Must(DecisionNumber, FormDuty.Deferral),
                Must(Fine, FormDuty.Deferral),
                Must(DeferralKind, FormDuty.Deferral),
                Must(Reason, FormDuty.Deferral).As("申请理由"),
                May(Proofs)
            ),
            new Items(May(Instalments)), // none if it is refused
            new Opinions(May(HandlerOpinion), May(TeamOpinion), Must(DeputyOpinion, FormDuty.Deferral).As("负责人审批意见"))
        );

    public static DocumentForm DeferralDecision() =>
        new(
            DocumentKind.DeferralDecision,
            "D39c",
            new Addressee(Must(Party, FormDuty.Deferral)),
            new Section(
                null,
                Say(
                    "本机关于{decided-on}作出{decision-number}行政处罚决定，对你（单位）处以罚款{fine}。你（单位）申请{deferral-kind}，理由为：{reason}。"
                        + "依据《行政处罚法》第六十六条第二款的规定，经审查，本机关决定批准，按下列方案缴纳："
                )
            )
            {
                Inline =
                [
                    Must(DecidedOn, FormDuty.Deferral),
                    Must(DecisionNumber, FormDuty.Deferral),
                    Must(Fine, FormDuty.Deferral),
                    Must(DeferralKind, FormDuty.Deferral),
                    Must(Reason, FormDuty.Deferral),
                ],
            },
            new Items(Must(Instalments, FormDuty.Deferral)),
            new Section(null, Say(FormWording.SurchargeStandard))
        )
        {
            Edition = "2026.2",
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm SurchargeDecision() =>
        new(
            DocumentKind.SurchargeDecision,
            "D40",
            new Addressee(Must(Party, FormDuty.Surcharge)),
            new Section(
                null,
                Say(
                    "本机关{decision-number}行政处罚决定书要求你（单位）于{pay-by}前缴纳罚款，你（单位）逾期未缴纳。依据《行政处罚法》第七十二条第一款第一项的规定，本机关决定对你（单位）加处罚款："
                )
            )
            {
                Inline = [Must(DecisionNumber, FormDuty.Surcharge), Must(PayBy, FormDuty.Surcharge)],
            },
            new Grid(
                Must(Fine, FormDuty.Surcharge).As("罚款本数"),
                Must(SurchargeFrom, FormDuty.Surcharge),
                Must(SurchargeDays, FormDuty.Surcharge),
                Must(SurchargeAmount, FormDuty.Surcharge),
                Must(SurchargeCeiling, FormDuty.Surcharge)
            ),
            new Section("加处标准", Say(FormWording.SurchargeStandard), Say(FormWording.SurchargePause)),
            new Section("缴纳方式", Must(Payee, FormDuty.FineCollection)),
            new Section("救济途径和期限", Must(RemedyText, FormDuty.Surcharge))
        )
        {
            Edition = "2026.2",
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm CallToPerform() =>
        new(
            DocumentKind.CallToPerform,
            "D41",
            new Addressee(Must(Party, FormDuty.Call)),
            new Section(
                null,
                Say(
                    "本机关于{decided-on}作出{decision-number}行政决定，你（单位）逾期未履行。依据《行政强制法》第三十五条、第五十四条的规定，现催告如下："
                )
            )
            {
                Inline = [Must(DecidedOn, FormDuty.Call), Must(DecisionNumber, FormDuty.Call)],
            },
            new Section("应当履行的义务", Must(Obligation, FormDuty.Call)),
            new Section("履行期限", Must(PerformBy, FormDuty.Call)),
            new Section("履行方式", Must(PerformHow, FormDuty.Call)),
            new Section("金额及给付方式", Say("应当缴纳{fine}。", when: Fine), MustWhere(Fine, MoneyDue, FormDuty.Call))
            {
                Inline = [May(Fine)],
            },
            new Section("陈述、申辩的权利", Say(FormWording.DefenceOfCall)),
            new Section("逾期不履行的后果", Say(FormWording.AfterCall)),
            new Grid(May(Contact), May(ContactAddress))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm ExecutionDecision() =>
        new(
            DocumentKind.ExecutionDecision,
            "D42a",
            new Grid(PartyLines(FormDuty.Execution)),
            new Section("强制执行的理由", Must(Reason, FormDuty.Execution), Must(CallReference, FormDuty.Execution)),
            new Section("强制执行的依据", Must(Basis, FormDuty.Execution)),
            new Section("强制执行的方式和时间", Must(Manner, FormDuty.Execution), Must(ExecutionAt, FormDuty.Execution)),
            new Section("救济途径和期限", Must(RemedyText, FormDuty.Execution))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm SubstitutePerformance() =>
        new(
            DocumentKind.SubstitutePerformance,
            "D42b",
            new Grid([
                .. PartyLines(FormDuty.Substitute),
                Must(Performer, FormDuty.Substitute),
                Must(ExecutionAt, FormDuty.Substitute).As("代履行时间"),
            ]),
            new Section("理由和依据", Must(Reason, FormDuty.Substitute), Must(Basis, FormDuty.Substitute), May(CallReference)),
            new Section(
                "代履行的标的和方式",
                Must(SubstituteObject, FormDuty.Substitute),
                Must(Manner, FormDuty.Substitute).As("代履行方式")
            ),
            new Section("费用预算", Must(CostEstimate, FormDuty.Substitute), Say(FormWording.SubstituteCost)),
            new Section("救济途径和期限", Must(RemedyText, FormDuty.Substitute)),
            new SignatureSpace(new("到场监督人员", Handlers), new("代履行人", Performer), new("当事人", Party), new("见证人", Witness)),
            new HiddenFields(May(Handlers), May(Witness))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm DemolitionAnnouncement() =>
        new(
            DocumentKind.DemolitionAnnouncement,
            "D43",
            new Section(
                null,
                Say(
                    "经查，{party}在{place}的{structure}属于违法建筑物、构筑物、设施。本机关已作出{decision-number}决定，当事人逾期未拆除。"
                )
            )
            {
                Inline =
                [
                    Must(Party, FormDuty.Demolition),
                    Must(Place, FormDuty.Demolition),
                    Must(Structure, FormDuty.Demolition),
                    Must(DecisionNumber, FormDuty.Demolition),
                ],
            },
            new Section(
                null,
                Say("依据《行政强制法》第四十四条和{basis}的规定，限当事人于{remove-by}前自行拆除，并清理现场。"),
                Say(FormWording.Demolition)
            )
            {
                Inline = [Must(Basis, FormDuty.Demolition), Must(RemoveBy, FormDuty.Demolition)],
            },
            new Section(null, Say("特此公告。"))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["张贴", "存卷"],
        };

    public static DocumentForm CourtApplication() =>
        new(
            DocumentKind.CourtApplication,
            "D44",
            new Addressee(Must(Court, FormDuty.CourtApplication)),
            new Grid([.. PartyLines(FormDuty.CourtApplication).Select(e => e.Field == Party ? e.As("被申请人") : e), May(Contact)]),
            new Section("申请事项", Must(Request, FormDuty.CourtApplication)),
            new Section(
                "行政决定",
                Must(DecisionNumber, FormDuty.CourtApplication),
                Must(Facts, FormDuty.CourtApplication).As("作出决定的事实、理由和依据")
            ),
            new Section(
                "当事人的意见及催告情况",
                Must(PartyViews, FormDuty.CourtApplication),
                Must(CallReference, FormDuty.CourtApplication)
            ),
            new Section("申请强制执行标的情况", Must(ObjectState, FormDuty.CourtApplication)),
            new Section("依据", Say("依据《行政强制法》第五十三条、第五十四条、第五十五条的规定，申请贵院强制执行。")),
            new Section("附件", Must(Enclosures, FormDuty.CourtApplication)),
            new SignatureSpace(new FormSigner("行政机关负责人", HeadOfOrgan)),
            new HiddenFields(Must(HeadOfOrgan, FormDuty.CourtApplication))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["人民法院", "存卷"],
        };

    public static DocumentForm ClosingApproval() =>
        new(
            DocumentKind.ClosingApproval,
            "D45",
            new Grid(
                Must(Cause, FormDuty.Closing),
                Must(CaseNumber, FormDuty.Closing),
                Must(Party, FormDuty.Closing),
                May(DecisionNumber),
                May(FiledOn),
                Must(ClosingReason, FormDuty.Closing),
                Must(Result, FormDuty.Closing),
                Must(PerformanceState, FormDuty.Closing),
                May(ReceiptNumbers),
                May(PropertyHandling),
                May(FootageNumbers),
                Two(Handlers)
            ),
            new Opinions(
                Must(HandlerOpinion, FormDuty.Closing),
                May(TeamOpinion),
                Must(DeputyOpinion, FormDuty.Closing).As("负责人审批意见")
            )
        );

    public static DocumentForm FileCover() =>
        new(
            DocumentKind.FileCover,
            "D46a",
            new Grid(
                Must(FileNumber, FormDuty.File),
                Must(Cause, FormDuty.File),
                Must(Party, FormDuty.File),
                May(DecisionNumber),
                Must(Result, FormDuty.File),
                Must(FiledOn, FormDuty.File),
                Must(ClosedOn, FormDuty.File),
                Must(Handlers, FormDuty.File),
                May(ArchivedOn),
                Must(Retention, FormDuty.File),
                Must(PaperCount, FormDuty.File),
                May(Remarks)
            )
        );

    public static DocumentForm FileContents() => new(DocumentKind.FileContents, "D46b", new Items(Must(Contents, FormDuty.File)));

    public static DocumentForm FileCheckSheet() =>
        new(
            DocumentKind.FileCheckSheet,
            "D46c",
            new Grid(
                Must(FileNumber, FormDuty.File),
                Must(PaperCount, FormDuty.File),
                Must(Defects, FormDuty.File),
                May(Remarks),
                Must(CompiledBy, FormDuty.File),
                Must(InspectedBy, FormDuty.File)
            ),
            new SignatureSpace(new("立卷人", CompiledBy), new("检查人", InspectedBy))
        );

    public static DocumentForm PublicityInformation() =>
        new(
            DocumentKind.PublicityInformation,
            "D47",
            new Grid(
                Must(DecisionNumber, FormDuty.Practice),
                Must(Party, FormDuty.Practice),
                Must(Cause, FormDuty.Practice),
                Must(PenaltyBasis, FormDuty.Practice),
                Must(Result, FormDuty.Practice).As("处罚结果"),
                Must(DecidedOn, FormDuty.Practice)
            )
        );
}
