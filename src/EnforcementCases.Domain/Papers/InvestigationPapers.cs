using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
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
            Of<TakeSample>(DocumentKind.SamplingVoucher, SamplingVoucher),
            Of<PreserveEvidence>(DocumentKind.PreservationNotice, PreservationNotice),
            Of<DisposePreserved>(DocumentKind.PreservationHandling, PreservationHandling),
            Of<SealProperty>(DocumentKind.SeizureDecision, SeizureDecision),
            Of<LiftSealing>(DocumentKind.SeizureLifting, SeizureLifting),
            Of<AnnounceThings>(DocumentKind.ClaimNotice, ClaimNotice),
            Of<DisposeOfThings>(DocumentKind.ThingsDisposal, ThingsDisposal),
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

    private static FormValues SamplingVoucher(PaperInHand paper, TakeSample taken) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.Period, taken.DoneAt)
            .With(FormFields.Place, paper.Case.Place.Text)
            .With(FormFields.Handlers, paper.Present(taken))
            .With(
                InvestigationFields.Samples,
                taken.Samples.Select(s =>
                    new[]
                    {
                        s.Thing.Name,
                        s.Thing.State,
                        $"{Quantity(s.Thing)}（自{s.OutOf:0.###}{s.Thing.Unit}中抽取，{s.How}）",
                        taken.HowSealed,
                    }
                )
            );

    private static FormValues PreservationNotice(PaperInHand paper, PreserveEvidence preserved)
    {
        var approval = paper.File.Measures.Preserved.Last(p => p.Id == preserved.PreservationId).Record.Approval!;
        var due = RegisterPreserve.Due(preserved.DoneAt, paper.Law.Calendar).LastDay;
        return paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.ApprovedBy, $"{paper.Law.NameOf(approval.PersonId)}，{ChineseDate.Moment(approval.At)}")
            .With(InvestigationFields.KeptAt, preserved.KeptAt)
            .With(InvestigationFields.KeptFor, $"{ChineseDate.Day(paper.Done.DoneOn)}至{ChineseDate.Day(due)}")
            .With(FormFields.Handlers, paper.Present(preserved))
            .With(InvestigationFields.PreservedItems, preserved.Things.Select(t => new[] { t.Name, "", Quantity(t), t.State }));
    }

    private static FormValues PreservationHandling(PaperInHand paper, DisposePreserved disposed)
    {
        var things = paper.File.Measures.Preserved.Last(p => p.Id == disposed.PreservationId).Record.Things;
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, disposed.PreservationId))
            .With(
                FormFields.NoticeNumber,
                paper.NumberIssuedBy<PreserveEvidence>(DocumentKind.PreservationNotice, p => p.PreservationId == disposed.PreservationId)
            )
            .With(
                InvestigationFields.HandledItems,
                disposed.Things.Select(t =>
                    new[]
                    {
                        things[t.Position - 1].Name,
                        Quantity(things[t.Position - 1]),
                        t.Note is { } note ? $"{t.Disposal.Term()}（{note}）" : t.Disposal.Term(),
                        PenaltyLaw.At("第五十六条").ToString(),
                    }
                )
            );
    }

    private static FormValues SeizureDecision(PaperInHand paper, SealProperty @sealed) =>
        paper
            .WithParty()
            .With(FormFields.PartyAddress, @sealed.OwnerUnknown is null ? @sealed.PartyAddress : UnknownOwner.Address)
            .With(FormFields.Handlers, paper.Present(@sealed))
            .With(FormFields.Witness, @sealed.WitnessName)
            .With(InvestigationFields.Measure, @sealed.Kind is CoerciveMeasureKind.Seal ? "查封" : "扣押")
            .With(FormFields.Reason, @sealed.Reason)
            .With(FormFields.Basis, @sealed.Basis)
            .With(
                InvestigationFields.SeizureTerm,
                $"{ChineseDate.Day(paper.Done.DoneOn)}至{ChineseDate.Day(CoercionTerm.LastDay(paper.Done.DoneOn, paper.Law.Calendar).LastDay)}"
            )
            .With(FormFields.RemedyText, @sealed.Remedies)
            .With(
                InvestigationFields.SeizedItems,
                @sealed.Objects.Select(o => new[] { o.Thing.Name, "", Quantity(o.Thing), o.Thing.State })
            );

    private static FormValues SeizureLifting(PaperInHand paper, LiftSealing lifted) =>
        paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, lifted.MeasureId))
            .With(
                FormFields.DecisionNumber,
                paper.NumberIssuedBy<SealProperty>(DocumentKind.SeizureDecision, s => s.MeasureId == lifted.MeasureId)
            )
            .With(FormFields.Reason, lifted.Ground is { } ground ? ground.Term() : null)
            .With(InvestigationFields.LiftedItems, ThingsLifted(paper, lifted))
            .With(InvestigationFields.ReturnedAt, lifted.ReturnedAt is { } at ? ChineseDate.Moment(at) : "不退还")
            .With(InvestigationFields.Receiver, lifted.ReceivedByName ?? (lifted.Confiscated ? paper.Law.Organ.Name : null));

    /// <summary>The things that a lifting deals with; of those that were sold, their money.</summary>
    private static IEnumerable<string[]> ThingsLifted(PaperInHand paper, LiftSealing lifted)
    {
        var measure = paper.File.Measures.Sealed.Last(s => s.Id == lifted.MeasureId);
        var before = paper
            .File.Acts.TakeWhile(a => a.Entry.Place < paper.Done.Entry.Place)
            .Select(a => a.Body)
            .OfType<LiftSealing>()
            .Where(l => l.MeasureId == lifted.MeasureId)
            .SelectMany(l => l.Positions);
        var positions = lifted.Positions.Count > 0 ? lifted.Positions : [.. Enumerable.Range(1, measure.Things.Count).Except(before)];
        return positions.Select(place =>
        {
            var thing = measure.Things[place - 1];
            var what = lifted.Confiscated ? "依处罚决定没收" : "退还";
            return new[]
            {
                thing.Name,
                Quantity(thing),
                measure.Sold.LastOrDefault(s => s.Position == place) is { PriceFen: > 0 } sold
                    ? $"{what}，价款{Money.OfFen(sold.PriceFen).InYuan}元"
                    : what,
            };
        });
    }

    private static FormValues ClaimNotice(PaperInHand paper, AnnounceThings announced)
    {
        var (what, number, things) = MeasureOf(paper, announced.MeasureId);
        var until = paper.File.Case.Deadlines.Last(d =>
            d.Kind is DeadlineKind.Claim && d.Reference == SealProperty.Reference(announced.MeasureId)
        );
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, announced.MeasureId))
            .With(FormFields.DecisionNumber, number)
            .With(InvestigationFields.TakenBy, what)
            .With(FormFields.Reason, announced.Ground is { } ground ? ground.Term() : "登记保存的物品无人领取")
            .With(InvestigationFields.OwnerSought, announced.OwnerSought)
            .With(InvestigationFields.ClaimUntil, ChineseDate.Day(until.LastDay))
            .With(InvestigationFields.PublishedIn, string.Join('、', announced.PublishedIn))
            .With(InvestigationFields.ClaimedItems, things.Select(t => new[] { t.Name, Quantity(t), t.State }))
            .With(FormFields.Contact, paper.Law.Organ.Name);
    }

    private static FormValues ThingsDisposal(PaperInHand paper, DisposeOfThings disposed)
    {
        var (what, number, _) = MeasureOf(paper, disposed.MeasureId);
        var approved = (ApproveDisposal)paper.File.Last(CaseAct.ApproveDisposal)!.Body;
        var list =
            paper.File.Measures.Sealed.LastOrDefault(s => s.Id == disposed.MeasureId)?.Things
            ?? paper.File.Measures.Preserved.Last(p => p.Id == disposed.MeasureId).Record.Things;
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, disposed.MeasureId))
            .With(FormFields.DecisionNumber, number)
            .With(InvestigationFields.TakenBy, what)
            .With(FormFields.Reason, $"{approved.Ground.Term()}：{approved.Reasons}")
            .With(InvestigationFields.DisposalWay, approved.Way.Term())
            .With(
                InvestigationFields.ApprovedBy,
                $"{paper.NameOf(paper.File.Last(CaseAct.ApproveDisposal)!)}，{ChineseDate.Moment(approved.DoneAt)}"
            )
            .With(FormFields.Handlers, paper.Present(disposed))
            .With(InvestigationFields.DisposedTo, disposed.ReceiverName)
            .With(InvestigationFields.MoneyReceipt, disposed.ReceiptNumber)
            .With(
                InvestigationFields.DisposedItems,
                disposed.Things.Select(t =>
                    new[]
                    {
                        list[t.Position - 1].Name,
                        Quantity(list[t.Position - 1]),
                        Yuan(t.MarketPriceFen),
                        t.MarketPriceSource ?? t.WorthlessBecause ?? "",
                        Yuan(t.PriceFen),
                    }
                )
            );
    }

    /// <summary>From whom the things were taken, also where the case has another party now.</summary>
    private static string? OwnerOf(PaperInHand paper, Guid measureId) =>
        paper.File.Measures.OwnerOf(measureId) is { } owner && owner.PartyId != paper.Case.PartyId ? owner.Party.Name : paper.Party.Name;

    private static string Yuan(long fen) => $"{Money.OfFen(fen).InYuan}元";

    /// <summary>How the things came to the organ, by which paper, and those that are still there.</summary>
    private static (string What, string? Number, IReadOnlyList<ListedThing> Things) MeasureOf(PaperInHand paper, Guid id) =>
        paper.File.Measures.Sealed.LastOrDefault(s => s.Id == id) is { } measure
            ? (
                measure.Kind is CoerciveMeasureKind.Seal ? "查封" : "扣押",
                paper.NumberIssuedBy<SealProperty>(DocumentKind.SeizureDecision, s => s.MeasureId == id),
                measure.OpenThings
            )
            : (
                "先行登记保存",
                paper.NumberIssuedBy<PreserveEvidence>(DocumentKind.PreservationNotice, p => p.PreservationId == id),
                paper.File.Measures.Preserved.Last(p => p.Id == id) is var kept
                    ? [.. kept.OpenPlaces.Select(place => kept.Record.Things[place - 1])]
                    : []
            );

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

    private static string Quantity(ListedThing thing) => $"{thing.Quantity:0.###}{thing.Unit}";

    private static IEnumerable<string> Media(IReadOnlyList<string> sha256) =>
        sha256.Select((hash, i) => $"音像记录{i + 1}（校验值{hash[..16]}）");

    /// <summary>The words by which the record was found right, or why nobody signed.</summary>
    private static string? Present(AdultPresent? adult) =>
        adult is null ? null
        : adult.GuardianAbsentBecause is { } why ? $"{adult.Name}（{adult.Tie}；监护人未到场：{why.TrimEnd('。')}）"
        : $"{adult.Name}（{adult.Tie}）";

    private static string? Checked(RecordSignature signature, string? words) => signature.Signed ? words : signature.RefusalNote;
}
