using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of payment.</summary>
internal static class PayingPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<ApplyForDeferral>(DocumentKind.DeferralApplication, DeferralApplication),
            Of<DecideDeferral>(DocumentKind.DeferralApproval, DeferralApproval),
            Of<DecideDeferral>(DocumentKind.DeferralDecision, DeferralDecision),
            Of<DecideSurcharge>(DocumentKind.SurchargeDecision, SurchargeDecision),
        ];

    private static FormValues DeferralApplication(PaperInHand paper, ApplyForDeferral applied) =>
        OfFine(paper, applied)
            .With(FormFields.ReceivingOrgan, paper.Law.Organ.Name)
            .With(PerformanceFields.Proofs, ProofsOf(applied))
            .With(PerformanceFields.Instalments, PlanOf(applied.Plan));

    private static FormValues DeferralApproval(PaperInHand paper, DecideDeferral decided)
    {
        var applied = paper.File.Last<ApplyForDeferral>()!;
        return OfFine(paper, applied)
            .With(PerformanceFields.Proofs, ProofsOf(applied))
            .With(PerformanceFields.Instalments, PlanOf(decided.Term?.Instalments ?? []))
            .With(DecisionFields.DeputyOpinion, paper.OpinionIn(paper.Done, decided.Opinion));
    }

    private static FormValues DeferralDecision(PaperInHand paper, DecideDeferral decided) =>
        OfFine(paper, paper.File.Last<ApplyForDeferral>()!)
            .With(PerformanceFields.DeferralKind, KindOf(decided.Term!.Instalments))
            .With(FormFields.DecidedOn, paper.Case.DecidedOn)
            .With(PerformanceFields.Instalments, PlanOf(decided.Term!.Instalments));

    private static FormValues OfFine(PaperInHand paper, ApplyForDeferral applied) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(DecisionFields.Fine, paper.Case.Penalty.Fine)
            .With(PerformanceFields.DeferralKind, KindOf(applied.Plan))
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
            .With(DecisionFields.PayBy, history.DueOn)
            .With(DecisionFields.Fine, Money.OfFen(history.FineFen))
            .With(PerformanceFields.SurchargeFrom, count.FirstDay)
            .With(PerformanceFields.SurchargeDays, $"{count.Days}日，计算至{ChineseDate.Day(decided.CountedThrough)}")
            .With(PerformanceFields.SurchargeAmount, Money.OfFen(decided.AmountFen))
            .With(PerformanceFields.SurchargeCeiling, $"不超出罚款数额{Money.OfFen(history.FineFen).InYuan}元")
            .With(DecisionFields.Payee, paper.Law.Organ.Profile.PayeeText)
            .With(FormFields.RemedyText, RemediesOf(paper));
    }

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
