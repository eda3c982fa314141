using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.DecisionFields;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.InvestigationFields;
using static EnforcementCases.Domain.Papers.PerformanceFields;
using Decision = EnforcementCases.Domain.Cases.OnTheSpot.OnTheSpotDecision;

namespace EnforcementCases.Domain.Papers;

/// <summary>A decision on the spot, and papers that go with it and with money: D01, D03, D05, D37.</summary>
internal static class DeskForms
{
    /// <summary>Its content is prescribed by 行政处罚法 第五十二条第二款. It is mostly printed on a roll: its sections are short and have no numbers.</summary>
    public static DocumentForm OnTheSpotDecision() =>
        new(
            DocumentKind.OnTheSpotDecision,
            "D01",
            new Grid(
                Must(PartyParticulars, Decision.Incomplete),
                Must(CommittedAt, Decision.Incomplete),
                Must(Place, Decision.Incomplete).As("违法地点")
            ),
            new Section("违法事实", Must(Facts, Decision.Incomplete)),
            new Section("违反规定", Must(ViolatedArticles, Decision.Incomplete)),
            new Section("处罚依据", Must(PenaltyBasis, Decision.Incomplete)),
            new Section("裁量", Must(DecisionFields.Discretion, FormDuty.Practice)),
            new Section("告知与申辩", Say(FormWording.NotifiedAndAnswered))
            {
                Inline = [Must(NoticeAndHearing, FormDuty.Practice), Must(PartyViews, FormDuty.Practice)],
            },
            new Section("处罚决定", Must(Penalty, Decision.Incomplete)),
            new Section("责令改正", Must(CorrectBy, FormDuty.Correction)),
            new Section("缴款", Say(FormWording.PayByCode + FormWording.SurchargeStandard, when: PaymentCodeText))
            {
                Inline =
                [
                    MustWhere(PaymentCodeText, PayBy, FormDuty.FineCollection),
                    MustWhere(PaymentCodeText, Payee, FormDuty.FineCollection),
                ],
            },
            new Section("缴款码", May(PaymentCodeText)),
            new Section("当场收缴", MustWhere(PaymentCodeText, CollectedOnTheSpot, FormDuty.Practice)),
            new Section("救济途径", Must(RemedyText, Decision.Incomplete)),
            new SignatureSpace(new("执法人员", Handlers), new("当事人签收")),
            new Section(null, Must(RefusalToSign, Decision.RefusalNotNoted)),
            new HiddenFields(Two(Handlers))
        )
        {
            Edition = "2026.3",
            NumbersHeadings = false,
            Sealed = true,
            Verifiable = true,
            Payable = true,
            Copies = ["当事人", "备案", "存卷"],
            Papers = A4OrSlip,
        };

    public static DocumentForm OnTheSpotCorrection() =>
        new(
            DocumentKind.OnTheSpotCorrection,
            "D03",
            new Addressee(Must(Party, FormDuty.Correction)),
            new Grid(Must(DecisionNumber, FormDuty.Practice), Must(CommittedAt, FormDuty.Practice), Must(Place, FormDuty.Practice)),
            new Section("违法行为", Must(Facts, FormDuty.Correction)),
            new Section("违反的规定和责令改正的依据", Must(ViolatedArticles, FormDuty.Correction), Say("《行政处罚法》第二十八条第一款。")),
            new Section("改正要求", Must(Requirement, FormDuty.Correction)),
            new Section("改正期限", Must(CorrectBy, FormDuty.Correction)),
            new Section("复查时间", Must(RecheckOn, FormDuty.Correction)),
            new SignatureSpace(new("执法人员", Handlers), new("当事人签收", Party)),
            new HiddenFields(Two(Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
            Papers = A4OrSlip,
        };

    public static DocumentForm RevocationDecision() =>
        new(
            DocumentKind.RevocationDecision,
            "D48",
            new Addressee(Must(Party, FormDuty.Revocation)),
            new Section(null, Say("本机关作出的{decision-number}行政处罚决定，经审查应当撤销。"))
            {
                Inline = [Must(DecisionNumber, FormDuty.Revocation)],
            },
            new Section("撤销的事实和理由", Must(Reason, FormDuty.Revocation)),
            new Section("依据", Must(Basis, FormDuty.Revocation)),
            new Section("决定", Say("本机关决定撤销上述行政处罚决定。")),
            new Section("款项的退还", Must(RefundText, FormDuty.Revocation)),
            new Section("救济途径和期限", Must(RemedyText, FormDuty.Revocation))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm CorrectionDecision() =>
        new(
            DocumentKind.CorrectionDecision,
            "D49",
            new Addressee(Must(Party, FormDuty.SlipCorrection)),
            new Section(null, Say("本机关作出的{corrected-paper}有{slip-kind}，现予补正。"))
            {
                Inline = [Must(CorrectedPaper, FormDuty.SlipCorrection), Must(SlipKindText, FormDuty.SlipCorrection)],
            },
            new Section("原文", Must(PrintedText, FormDuty.SlipCorrection)),
            new Section("更正为", Must(CorrectedText, FormDuty.SlipCorrection)),
            new Section("理由", Must(Reason, FormDuty.SlipCorrection)),
            new Section(null, Say("原文书的其他内容不变，当事人的权利义务、履行期限和救济期限不受影响。")),
            new SignatureSpace(new("承办人", Proposer), new("负责人", Approver)),
            new HiddenFields(Must(Proposer, FormDuty.SlipCorrection), Must(Approver, FormDuty.SlipCorrection))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm CashHandover() =>
        new(
            DocumentKind.CashHandover,
            "D05",
            new Grid(
                Must(HandedOverBy, FormDuty.Remittance),
                Must(HandedOverAt, FormDuty.Remittance),
                Must(HandoverTotal, FormDuty.Remittance),
                May(CountedTotal),
                May(ReceivedBy),
                May(ReceivedAt)
            ),
            new Items(Must(CollectedReceipts, FormDuty.Remittance)),
            new Section(
                null,
                Say(
                    "上列款项系依据《行政处罚法》第六十八条、第六十九条当场收缴的罚款，自收缴之日（在水上当场收缴的，自抵岸之日）起二日内交至行政机关；行政机关应当在二日内将罚款缴付指定的银行（《行政处罚法》第七十一条）。"
                )
            ),
            new SignatureSpace(new("交款人", HandedOverBy), new("接收人", ReceivedBy))
        )
        {
            Copies = ["交款人", "机关存"],
        };

    public static DocumentForm PaymentNotice() =>
        new(
            DocumentKind.PaymentNotice,
            "D37",
            new Addressee(Must(Party, FormDuty.FineCollection)),
            new Grid(
                Must(DecisionNumber, FormDuty.FineCollection),
                Must(PaymentCodeText, FormDuty.FineCollection),
                May(CollectingUnitCode),
                May(IncomeItemCode),
                Must(AmountDue, FormDuty.FineCollection),
                Must(PayBy, FormDuty.FineCollection),
                Must(Payee, FormDuty.FineCollection)
            ),
            new Section(
                null,
                Say("请于缴款截止日前（含当日）凭缴款码或者扫描缴款二维码，到代收机构或者通过电子支付系统缴款。"),
                Say(FormWording.SurchargeStandard),
                Say("确有经济困难，需要延期或者分期缴纳的，可以向本机关提出书面申请（《行政处罚法》第六十六条第二款）。")
            )
        )
        {
            Edition = "2026.2",
            Verifiable = true,
            Payable = true,
            Copies = ["当事人"],
            Papers = A4OrSlip,
        };
}
