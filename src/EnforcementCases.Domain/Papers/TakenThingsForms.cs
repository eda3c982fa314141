using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.InvestigationFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>Forms of things taken from the party: preserved, sealed or detained, and what becomes of them (先行登记保存、查封扣押文书).</summary>
internal static class TakenThingsForms
{
    public static DocumentForm PreservationNotice() =>
        new(
            DocumentKind.PreservationNotice,
            "D16",
            new Addressee(Must(Party, FormDuty.Preservation)),
            new Section(null, Say(FormWording.Preservation)) { Inline = [Must(Cause, FormDuty.Preservation)] },
            new Grid(
                Must(ApprovedBy, FormDuty.Preservation),
                Must(KeptAt, FormDuty.Preservation),
                Must(KeptFor, FormDuty.Preservation),
                Two(Handlers)
            ),
            new Section(null, Say(FormWording.NoDisposal)),
            new Items(Must(PreservedItems, FormDuty.Preservation)),
            new SignatureSpace(new("当事人", Party), new("执法人员", Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷", "物品保管"],
        };

    public static DocumentForm PreservationHandling() =>
        new(
            DocumentKind.PreservationHandling,
            "D17",
            new Addressee(Must(Party, FormDuty.Preservation)),
            new Section(
                null,
                Say(
                    "本机关以{notice-number}先行登记保存证据通知书对你（单位）的物品先行登记保存。依据《行政处罚法》第五十六条的规定，现对上述物品作出如下处理决定："
                )
            )
            {
                Inline = [Must(NoticeNumber, FormDuty.Preservation)],
            },
            new Items(Must(HandledItems, FormDuty.Preservation)),
            new Grid(May(Remarks)),
            new Section("救济途径", May(RemedyText))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm SeizureDecision() =>
        new(
            DocumentKind.SeizureDecision,
            "D18",
            new Grid([.. PartyLines(FormDuty.Seizure), Two(Handlers), May(Witness)]),
            new Boxes(Must(Measure, FormDuty.Seizure)),
            new Section("理由", Must(Reason, FormDuty.Seizure)),
            new Section("依据", Must(Basis, FormDuty.Seizure)),
            new Section("期限", Must(SeizureTerm, FormDuty.Seizure)),
            new Section("保管地点", May(Custody), Say(FormWording.SeizureDuties)),
            new Section("权利告知和救济途径", Say(FormWording.SeizureRights), Must(RemedyText, FormDuty.Seizure)),
            new Items(Must(SeizedItems, FormDuty.Seizure)),
            new SignatureSpace(new("当事人", Party), new("见证人", Witness), new("执法人员", Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm SeizureLifting() =>
        new(
            DocumentKind.SeizureLifting,
            "D19",
            new Addressee(Must(Party, FormDuty.SeizureLifting)),
            new Section(
                null,
                Say(
                    "本机关以{decision-number}决定书对你（单位）的场所、设施或者财物实施了查封（扣押）。因{reason}，依据《行政强制法》第二十八条的规定，决定予以解除。"
                )
            )
            {
                Inline = [Must(DecisionNumber, FormDuty.SeizureLifting), Must(Reason, FormDuty.SeizureLifting)],
            },
            new Items(Must(LiftedItems, FormDuty.SeizureLifting)),
            new Grid(Must(ReturnedAt, FormDuty.SeizureLifting), Must(Receiver, FormDuty.SeizureLifting)),
            new SignatureSpace(new FormSigner("接收人", Receiver))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };

    public static DocumentForm ClaimNotice() =>
        new(
            DocumentKind.ClaimNotice,
            "D51",
            new Section(
                null,
                Say(
                    "本机关以{decision-number}文书对{party}的下列财物采取了{taken-by}措施。因{reason}，依据《行政强制法》第二十八条的规定，该措施已经解除。请财物的所有人自本公告发布之日起至{claim-until}（含当日），持身份证件和权属证明到本机关认领。逾期无人认领的，依法处理。"
                )
            )
            {
                Inline =
                [
                    Must(DecisionNumber, FormDuty.SeizureLifting),
                    Must(Party, FormDuty.SeizureLifting),
                    Must(TakenBy, FormDuty.SeizureLifting),
                    Must(Reason, FormDuty.SeizureLifting),
                    Must(ClaimUntil, FormDuty.SeizureLifting),
                ],
            },
            new Items(Must(ClaimedItems, FormDuty.SeizureLifting)),
            new Section("查找、通知当事人的经过", Must(OwnerSought, FormDuty.Practice)),
            new Grid(Must(PublishedIn, FormDuty.Practice), Must(Contact, FormDuty.Practice))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["张贴", "存卷"],
        };

    public static DocumentForm ThingsDisposal() =>
        new(
            DocumentKind.ThingsDisposal,
            "D52",
            new Addressee(Must(Party, FormDuty.SeizureLifting)),
            new Section(
                null,
                Say("本机关以{decision-number}文书{taken-by}的下列财物，经本机关负责人批准，依据《行政强制法》第二十八条的规定作如下处理：")
            )
            {
                Inline = [Must(DecisionNumber, FormDuty.SeizureLifting), Must(TakenBy, FormDuty.SeizureLifting)],
            },
            new Section("处理的理由", Must(Reason, FormDuty.SeizureLifting)),
            new Grid(
                Must(InvestigationFields.DisposalWay, FormDuty.SeizureLifting),
                Must(ApprovedBy, FormDuty.SeizureLifting),
                Must(DisposedTo, FormDuty.SeizureLifting),
                May(MoneyReceipt),
                Two(Handlers)
            ),
            new Items(Must(DisposedItems, FormDuty.SeizureLifting)),
            new SignatureSpace(new FormSigner("执法人员", Handlers))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["当事人", "存卷"],
        };
}
