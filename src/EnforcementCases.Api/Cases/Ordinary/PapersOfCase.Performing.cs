using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;
using CallToPerform = EnforcementCases.Domain.Cases.Ordinary.CallToPerform;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <content>D39 to D46: payment, execution, closing and the file.</content>
internal sealed partial class PapersOfCase
{
    private static IEnumerable<Paper> PayingPapers =>
        [
            Of<ApplyForDeferral>(DocumentKind.DeferralApplication, DeferralApplication),
            Of<DecideDeferral>(DocumentKind.DeferralApproval, DeferralApproval),
            Of<DecideDeferral>(DocumentKind.DeferralDecision, DeferralDecision),
            Of<DecideSurcharge>(DocumentKind.SurchargeDecision, SurchargeDecision),
        ];

    private static IEnumerable<Paper> ExecutingPapers =>
        [
            Of<CallToPerform>(DocumentKind.CallToPerform, Call),
            Of<DecideSubstitute>(DocumentKind.SubstitutePerformance, SubstitutePerformance),
            Of<AnnounceRemoval>(DocumentKind.DemolitionAnnouncement, DemolitionAnnouncement),
            Of<DecideExecution>(DocumentKind.ExecutionDecision, ExecutionDecision),
            Of<ApplyToCourt>(DocumentKind.CourtApplication, CourtApplication),
        ];

    private static IEnumerable<Paper> ClosingPapers =>
        [
            Of<ApproveClosing>(DocumentKind.ClosingApproval, ClosingApproval),
            Of<Archive>(DocumentKind.FileCover, FileCover),
            Of<Archive>(DocumentKind.FileContents, FileContents),
            Of<Archive>(DocumentKind.FileCheckSheet, FileCheckSheet),
        ];

    private static FormValues DeferralApplication(PaperInHand paper, ApplyForDeferral applied) =>
        OfFine(paper, applied)
            .With(FormFields.ReceivingOrgan, paper.Law.Organ.Name)
            .With(FormFields.Proofs, ProofsOf(applied))
            .With(FormFields.Instalments, PlanOf(applied.Plan));

    private static FormValues DeferralApproval(PaperInHand paper, DecideDeferral decided)
    {
        var applied = paper.File.Last<ApplyForDeferral>()!;
        return OfFine(paper, applied)
            .With(FormFields.Proofs, ProofsOf(applied))
            .With(FormFields.Instalments, PlanOf(decided.Term?.Instalments ?? []))
            .With(FormFields.DeputyOpinion, paper.OpinionIn(paper.Done, decided.Opinion));
    }

    private static FormValues DeferralDecision(PaperInHand paper, DecideDeferral decided) =>
        OfFine(paper, paper.File.Last<ApplyForDeferral>()!)
            .With(FormFields.DeferralKind, KindOf(decided.Term!.Instalments))
            .With(FormFields.DecidedOn, paper.Case.DecidedOn)
            .With(FormFields.Instalments, PlanOf(decided.Term!.Instalments));

    private static FormValues OfFine(PaperInHand paper, ApplyForDeferral applied) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Fine, paper.Case.Penalty.Fine)
            .With(FormFields.DeferralKind, KindOf(applied.Plan))
            .With(FormFields.Reason, applied.Application.Hardship);

    private static FormValues SurchargeDecision(PaperInHand paper, DecideSurcharge decided)
    {
        var history = paper.File.Paying.HistoryOn(paper.Done.DoneOn, paper.Law)!;
        var count = LatePaymentSurcharge.Count(
            history,
            decided.CountedThrough,
            LatePaymentSurcharge.BaseOf(paper.Law.Parameter(LocalParameters.SurchargeBase, paper.Done.DoneOn).Value)
        );
        return paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.PayBy, history.DueOn)
            .With(FormFields.Fine, Money.OfFen(history.FineFen))
            .With(FormFields.SurchargeFrom, count.FirstDay)
            .With(FormFields.SurchargeDays, $"{count.Days}日，计算至{ChineseDate.Day(decided.CountedThrough)}")
            .With(FormFields.SurchargeAmount, Money.OfFen(decided.AmountFen))
            .With(FormFields.SurchargeCeiling, $"不超出罚款数额{Money.OfFen(history.FineFen).InYuan}元")
            .With(FormFields.Payee, paper.Law.Organ.Profile.PayeeText)
            .With(FormFields.RemedyText, RemediesOf(paper));
    }

    private static FormValues Call(PaperInHand paper, CallToPerform called)
    {
        var values = paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecidedOn, paper.Case.DecidedOn)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Obligation, ObligationOf(paper))
            .With(FormFields.PerformBy, $"{ChineseDate.Day(called.PerformBy)}前（含当日）")
            .With(FormFields.PerformHow, called.Manner)
            .With(FormFields.MoneyDue, called.PaymentManner)
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, paper.Law.Organ.Profile.Contact);
        return called.AmountFen is { } amount ? values.With(FormFields.Fine, Money.OfFen(amount)) : values;
    }

    private static FormValues SubstitutePerformance(PaperInHand paper, DecideSubstitute decided) =>
        paper
            .WithParty()
            .With(FormFields.Performer, decided.Performer)
            .With(FormFields.ExecutionAt, decided.PerformOn)
            .With(FormFields.Reason, decided.ReasonsAndBasis)
            .With(FormFields.Basis, CoercionLaw.At("第五十条").ToString())
            .With(FormFields.CallReference, CalledOf(paper))
            .With(FormFields.SubstituteObject, decided.ObjectAndManner)
            .With(FormFields.Manner, $"由{decided.Performer}按照上述标的和方式代为履行。")
            .With(FormFields.CostEstimate, Money.OfFen(decided.CostEstimateFen))
            .With(FormFields.RemedyText, RemediesOf(paper))
            .With(FormFields.Handlers, paper.Handlers);

    private static FormValues DemolitionAnnouncement(PaperInHand paper, AnnounceRemoval announced) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Place, paper.Case.Place.Text)
            .With(FormFields.Structure, announced.Structure)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Basis, paper.Violation.Threatened.ToString())
            .With(FormFields.RemoveBy, announced.SelfRemovalBy);

    private static FormValues ExecutionDecision(PaperInHand paper, DecideExecution decided) =>
        paper
            .WithParty()
            .With(FormFields.PartyAddress, decided.PartyAddress)
            .With(FormFields.Reason, decided.ReasonsAndBasis)
            .With(
                FormFields.CallReference,
                CalledOf(paper)
                    ?? (decided.HidingEvidenceSha256.Count > 0 ? "有证据证明当事人有转移或者隐匿财物迹象，依法立即强制执行。" : null)
            )
            .With(FormFields.Basis, decided.Power?.Basis.ToString() ?? CoercionLaw.At("第四十六条第三款").ToString())
            .With(FormFields.Manner, decided.Manner)
            .With(FormFields.ExecutionAt, decided.Times.From, decided.Times.To)
            .With(FormFields.RemedyText, decided.Remedies);

    private static FormValues CourtApplication(PaperInHand paper, ApplyToCourt applied)
    {
        var answer = paper.File.Calls.Answer is { } said
            ? $"催告后当事人提出：{string.Join('；', said.Words)}。"
            : "催告后当事人未提出陈述、申辩。";
        return paper
            .WithParty()
            .With(FormFields.Court, applied.CourtName)
            .With(FormFields.Contact, $"{paper.Contact}，{paper.Law.Organ.Profile.Contact}")
            .With(FormFields.Request, $"申请强制执行{paper.Case.DecisionNumber}行政处罚决定：{ObligationOf(paper)}")
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(
                FormFields.Facts,
                $"{Sentence(paper.Case.Facts)}\n{Sentence(paper.Case.Penalty.Reasons)}\n依据：{CitedProvisions.InWords(paper.File.Deciding.Decision?.Basis ?? [])}。"
            )
            .With(FormFields.PartyViews, HeardOf(paper) + answer)
            .With(FormFields.CallReference, CalledOf(paper))
            .With(FormFields.ObjectState, applied.ObjectOfExecution)
            .With(FormFields.Enclosures, applied.Papers.Select(p => p.Term()))
            .With(FormFields.HeadOfOrgan, paper.NameOf(paper.Done));
    }

    private static FormValues ClosingApproval(PaperInHand paper, ApproveClosing approved)
    {
        var proposal = paper.File.Closing.Proposal!;
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.FiledOn, paper.Case.FiledOn)
            .With(FormFields.ClosingReason, proposal.Reason.Term())
            .With(FormFields.Result, ResultOf(paper))
            .With(FormFields.PerformanceState, proposal.Performance)
            .With(FormFields.ReceiptNumbers, proposal.Receipts)
            .With(FormFields.PropertyHandling, proposal.GoodsHandling)
            .With(FormFields.FootageNumbers, proposal.Footage)
            .With(FormFields.Handlers, paper.Handlers)
            .With(FormFields.HandlerOpinion, paper.OpinionIn(paper.File.Approvals.ProposalOf(ApprovalPaper.Closing), "建议结案。"))
            .With(FormFields.TeamOpinion, paper.OpinionOf(ApprovalPaper.Closing, ApprovalLevel.TeamLead))
            .With(FormFields.DeputyOpinion, paper.OpinionIn(paper.Done, approved.Opinion));
    }

    private static FormValues FileCover(PaperInHand paper, Archive archived) =>
        paper
            .Values()
            .With(FormFields.FileNumber, archived.VolumeNumber)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Result, ResultOf(paper))
            .With(FormFields.FiledOn, paper.Case.FiledOn)
            .With(FormFields.ClosedOn, paper.Case.Closing.On)
            .With(FormFields.Handlers, paper.Handlers)
            .With(FormFields.ArchivedOn, paper.Done.DoneOn)
            .With(
                FormFields.Retention,
                Archiving
                    .RetentionOf(paper.Law.Parameter(Archiving.ParameterOf(paper.Case.Archive.Retention!.Value), paper.Done.DoneOn).Value)
                    .ToString()
            )
            .With(FormFields.PaperCount, CountOf(archived));

    private static FormValues FileContents(PaperInHand paper, Archive archived)
    {
        var bound = archived.Bind(paper.Law, paper.Done.DoneOn);
        return paper
            .Values()
            .With(
                FormFields.Contents,
                [.. bound.Main.Select(line => RowOf(line, "")), .. bound.Inner.Select(line => RowOf(line, "（副卷）"))]
            );

        static IReadOnlyList<string> RowOf(ContentsLine line, string volume) =>
            [
                line.Paper.Number ?? "",
                line.Paper.Title + volume,
                ChineseDate.Day(line.Paper.Date),
                line.FirstPage == line.LastPage ? $"{line.FirstPage}" : $"{line.FirstPage}-{line.LastPage}",
            ];
    }

    private static FormValues FileCheckSheet(PaperInHand paper, Archive archived) =>
        paper
            .Values()
            .With(FormFields.FileNumber, archived.VolumeNumber)
            .With(FormFields.PaperCount, CountOf(archived))
            .With(FormFields.Defects, archived.Remarks ?? "无缺损，无补充。")
            .With(FormFields.CompiledBy, paper.NameOf(paper.Done))
            .With(FormFields.InspectedBy, paper.Law.NameOf(archived.CheckedBy));

    private static string CountOf(Archive archived) => $"{archived.Papers.Count}件，{archived.Papers.Sum(p => p.Pages)}页";

    private static string ResultOf(PaperInHand paper) =>
        paper.File.Deciding.Decision is { } decision ? string.Join('；', InWords(decision.Penalties)) : paper.Case.Outcome?.Term() ?? "";

    /// <summary>What the decision asks of the party.</summary>
    private static string ObligationOf(PaperInHand paper) =>
        paper.File.Deciding.Decision is not { } decision
            ? ""
            : string.Join(
                '\n',
                new[] { Sentence(string.Join('；', InWords(decision.Penalties))), RequirementOf(decision) }.OfType<string>()
            );

    private static string? CalledOf(PaperInHand paper) =>
        paper.File.Calls.ServedOn is { } servedOn
            ? $"本机关于{ChineseDate.Day(servedOn)}送达履行行政处罚决定催告书（{paper.NumberOf(DocumentKind.CallToPerform)}），当事人逾期仍未履行。"
            : null;

    /// <summary>The same remedies as against the decision, said of another paper.</summary>
    private static string RemediesOf(PaperInHand paper) =>
        RemedyAdvice
            .ForOrdinary(paper.Law.Organ.Profile.ReconsiderationOrgan)
            .Text.Replace("本处罚决定", "本决定", StringComparison.Ordinal);

    private static IEnumerable<string> KindOf(IReadOnlyList<Instalment> plan) =>
        plan.Count switch
        {
            0 => [],
            1 => ["延期缴纳"],
            _ => ["分期缴纳"],
        };

    private static IEnumerable<IReadOnlyList<string>> PlanOf(IReadOnlyList<Instalment> plan) =>
        plan.Select(
            (part, i) => new[] { $"第{ChineseNumber.Of(i + 1)}期", Money.OfFen(part.AmountFen).InYuan, ChineseDate.Day(part.DueOn) }
        );

    private static IEnumerable<string> ProofsOf(ApplyForDeferral applied) =>
        applied.Application.ProofSha256.Select((hash, i) => $"证明材料{i + 1}（校验值{hash[..16]}）");
}
