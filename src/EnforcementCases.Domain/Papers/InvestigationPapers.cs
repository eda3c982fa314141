using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of the investigation.</summary>
internal static class InvestigationPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<RecordScene>(DocumentKind.SceneRecord, SceneRecord),
            Of<RecordInquiry>(DocumentKind.InquiryRecord, InquiryRecord),
            Of<CollectEvidence>(DocumentKind.EvidenceRequest, EvidenceRequest),
            Of<GiveOrderToCorrect>(DocumentKind.CorrectionOrder, CorrectionOrder),
            Of<RecheckOrder>(DocumentKind.RecheckRecord, RecheckRecord),
            Of<ConfirmServiceAddress>(DocumentKind.ServiceConfirmation, ServiceConfirmation),
            Of<TransferCase>(DocumentKind.TransferLetter, TransferLetter),
            Of<WithdrawCase>(DocumentKind.WithdrawalApproval, WithdrawalApproval),
            Of<WithdrawCase>(DocumentKind.WithdrawalDecision, WithdrawalDecision),
            Of<ConcludeInvestigation>(DocumentKind.InvestigationReport, InvestigationReport),
        ];

    private static FormValues SceneRecord(PaperInHand paper, RecordScene scene) =>
        paper
            .Values()
            .With(InvestigationFields.Period, scene.StartedAt, scene.DoneAt)
            .With(FormFields.Place, scene.Place)
            .With(InvestigationFields.Inspected, scene.InspectedName ?? "现场无人")
            .With(FormFields.Witness, scene.Signature.WitnessName)
            .With(FormFields.Handlers, paper.Present(scene))
            .With(InvestigationFields.Recorder, paper.NameOf(paper.Done))
            .With(InvestigationFields.CertificateShown, PaperInHand.Shown(scene.Attendance))
            .With(
                InvestigationFields.RecusalAnswer,
                scene.InspectedName is null ? "现场无人，无法告知。"
                    : scene.RecusalAnswer is { } answer ? $"被检查人表示：{answer}"
                    : null
            )
            .With(InvestigationFields.SceneFindings, scene.Findings)
            .With(InvestigationFields.Photos, Media(scene.MediaSha256))
            .With(InvestigationFields.CheckedBy, Checked(scene.Signature, "以上笔录经被检查人核对无误。"));

    private static FormValues InquiryRecord(PaperInHand paper, RecordInquiry inquiry)
    {
        var isParty = inquiry.As is InquiredAs.Party && inquiry.InquiredName == paper.Party.Name;
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.Period, inquiry.StartedAt, inquiry.DoneAt)
            .With(FormFields.Place, inquiry.Place)
            .With(InvestigationFields.Interviewee, inquiry.InquiredName)
            .With(InvestigationFields.IntervieweeDetails, inquiry.InquiredDetails)
            .With(
                InvestigationFields.IntervieweeDocument,
                inquiry.InquiredDocumentNumber
                    ?? (
                        inquiry.StatedIdentity is { } stated ? $"未出示证件，自述：{stated}"
                        : isParty ? paper.Party.Identity
                        : null
                    )
            )
            .With(InvestigationFields.IntervieweeWork, inquiry.InquiredWork)
            .With(
                InvestigationFields.IntervieweeAddress,
                inquiry.InquiredAddress
                    ?? (isParty ? string.Join("，", new[] { paper.Party.Address, paper.Party.Phone }.OfType<string>()) : null)
            )
            .With(InvestigationFields.RelationToCase, inquiry.RelationToCase ?? (inquiry.As is InquiredAs.Party ? "当事人" : "证人"))
            .With(FormFields.Handlers, paper.Present(inquiry))
            .With(InvestigationFields.Recorder, paper.NameOf(paper.Done))
            .With(InvestigationFields.CertificateShown, PaperInHand.Shown(inquiry.Attendance))
            .With(
                InvestigationFields.RightsNotified,
                inquiry.RightsNotifiedAt is { } told ? $"{ChineseDate.Moment(told)}告知被询问人依法享有的权利和承担的义务" : null
            )
            .With(InvestigationFields.RecusalAnswer, inquiry.RecusalAnswer)
            .With(PersonFields.AdultPresent, Present(inquiry.AdultPresent))
            .With(InvestigationFields.Dialogue, inquiry.Questions)
            .With(InvestigationFields.CheckedBy, Checked(inquiry.Signature, inquiry.CheckedWords));
    }

    private static FormValues EvidenceRequest(PaperInHand paper, CollectEvidence collected) =>
        paper
            .Values()
            .With(InvestigationFields.Provider, collected.ProviderName)
            .With(FormFields.Cause, paper.Cause)
            .With(
                InvestigationFields.EvidenceItems,
                collected.Items.Select(i =>
                    new[]
                    {
                        $"{i.Kind.Term()}：{i.Description}",
                        i.Source,
                        i.How ?? "",
                        "1",
                        i.Kind is EvidenceKind.ElectronicData or EvidenceKind.AudioVisualMaterial ? i.Sha256 : "",
                    }
                )
            )
            .With(FormFields.Handlers, paper.Present(collected));

    private static FormValues CorrectionOrder(PaperInHand paper, GiveOrderToCorrect order) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Facts, order.Breach)
            .With(FormFields.ViolatedArticles, $"上述行为违反了{paper.Violation.Violated}的规定。")
            .With(FormFields.Basis, $"依据{PenaltyLaw.At("第二十八条第一款")}的规定，责令改正。")
            .With(FormFields.Requirement, order.Requirement)
            .With(FormFields.CorrectBy, order.DueOn is { } due ? $"{ChineseDate.Day(due)}前（含当日）" : "立即改正。")
            .With(InvestigationFields.RecheckOn, order.DueOn is { } after ? $"{ChineseDate.Day(after)}期满后" : "改正后即时复查。")
            .With(InvestigationFields.Consequence, $"逾期不改正的，本机关将依据{paper.Violation.Threatened}等规定依法处理。")
            .With(FormFields.Handlers, paper.Handlers);

    private static FormValues RecheckRecord(PaperInHand paper, RecheckOrder recheck) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(
                InvestigationFields.CorrectionOrderNumber,
                paper.NumberIssuedBy<GiveOrderToCorrect>(DocumentKind.CorrectionOrder, o => o.OrderId == recheck.OrderId)
            )
            .With(InvestigationFields.Period, recheck.DoneAt)
            .With(FormFields.Place, paper.Case.Place.Text)
            .With(FormFields.Handlers, paper.Present(recheck))
            .With(InvestigationFields.CertificateShown, PaperInHand.Shown(recheck.Attendance))
            .With(InvestigationFields.CorrectionResult, recheck.Result.Term())
            .With(InvestigationFields.SceneFindings, recheck.Findings)
            .With(InvestigationFields.Comparison, recheck.MediaSha256.Count > 0 ? "改正前后的照片、录像附后。" : "无照片。")
            .With(InvestigationFields.Photos, Media(recheck.MediaSha256))
            .With(InvestigationFields.CheckedBy, Checked(recheck.Signature, "以上笔录经当事人核对无误。"));

    private static FormValues ServiceConfirmation(PaperInHand paper, ConfirmServiceAddress confirmed) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.PartyDocument, paper.Party.Identity)
            .With(FormFields.PartyPhone, paper.Party.Phone)
            .With(PerformanceFields.ServiceAddress, confirmed.Address)
            .With(PerformanceFields.Recipient, confirmed.NamedReceiver)
            .With(PerformanceFields.ElectronicAddress, confirmed.ElectronicAddress)
            .With(PerformanceFields.ElectronicConsent, confirmed.ElectronicAddress is null ? "不同意" : "同意");

    private static FormValues TransferLetter(PaperInHand paper, TransferCase transfer) =>
        paper
            .Values()
            .With(DecisionFields.TransferTo, transfer.ReceiverName)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Reason, transfer.Reason)
            .With(FormFields.Basis, PenaltyLaw.At(transfer.To is TransferTo.Justice ? "第二十七条第一款" : "第二十五条").ToString())
            .With(FormFields.Enclosures, transfer.Materials.Split('\n'))
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.Remarks, transfer.GoodsHandedOver ? "查封、扣押、登记保存的财物随案移送。" : null);

    private static FormValues WithdrawalApproval(PaperInHand paper, WithdrawCase withdrawn) =>
        paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.CaseSummary, paper.Case.Facts)
            .With(DecisionFields.WithdrawalReason, withdrawn.Reason)
            .With(FormFields.Handlers, paper.Handlers)
            .With(DecisionFields.DeputyOpinion, paper.OpinionIn(paper.Done, "同意撤销案件。"));

    private static FormValues WithdrawalDecision(PaperInHand paper, WithdrawCase withdrawn) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(DecisionFields.WithdrawalReason, withdrawn.Reason);

    private static FormValues InvestigationReport(PaperInHand paper, ConcludeInvestigation concluded)
    {
        var evidence = InWords(paper.File.Evidence.Items.Where(e => e.UnlawfulBecause is null)).ToList();
        return paper
            .WithParty()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Handlers, paper.Handlers)
            .With(FormFields.Facts, concluded.Findings)
            .With(FormFields.Evidence, evidence.Count > 0 ? evidence : ["没有证据证明违法事实成立。"])
            .With(DecisionFields.Nature, concluded.Characterisation)
            .With(FormFields.PenaltyBasis, $"处罚依据：{paper.Violation.Threatened}。")
            .With(DecisionFields.Discretion, concluded.Reasons)
            .With(
                DecisionFields.Proposal,
                concluded.ProposedOutcome is CaseOutcome.Penalty
                    ? $"建议给予{string.Join('、', InWords(concluded.Penalties))}的行政处罚。"
                    : $"建议：{concluded.ProposedOutcome.Term()}。"
            );
    }

    private static IEnumerable<string> Media(IReadOnlyList<string> sha256) =>
        sha256.Select((hash, i) => $"音像记录{i + 1}（校验值{hash[..16]}）");

    /// <summary>The words by which the record was found right, or why nobody signed.</summary>
    private static string? Present(AdultPresent? adult) =>
        adult is null ? null
        : adult.GuardianAbsentBecause is { } why ? $"{adult.Name}（{adult.Tie}；监护人未到场：{why.TrimEnd('。')}）"
        : $"{adult.Name}（{adult.Tie}）";

    private static string? Checked(RecordSignature signature, string? words) => signature.Signed ? words : signature.RefusalNote;
}
