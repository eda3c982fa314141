using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;
using CallToPerform = EnforcementCases.Domain.Cases.Ordinary.CallToPerform;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of execution.</summary>
internal static class ExecutingPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<CallToPerform>(DocumentKind.CallToPerform, Call),
            Of<DecideSubstitute>(DocumentKind.SubstitutePerformance, SubstitutePerformance),
            Of<AnnounceRemoval>(DocumentKind.DemolitionAnnouncement, DemolitionAnnouncement),
            Of<DecideExecution>(DocumentKind.ExecutionDecision, ExecutionDecision),
            Of<ApplyToCourt>(DocumentKind.CourtApplication, CourtApplication),
        ];

    private static FormValues Call(PaperInHand paper, CallToPerform called)
    {
        var values = paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecidedOn, paper.Case.DecidedOn)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(PerformanceFields.Obligation, ObligationOf(paper))
            .With(PerformanceFields.PerformBy, $"{ChineseDate.Day(called.PerformBy)}前（含当日）")
            .With(PerformanceFields.PerformHow, called.Manner)
            .With(PerformanceFields.MoneyDue, called.PaymentManner)
            .With(FormFields.Contact, paper.Contact)
            .With(FormFields.ContactAddress, paper.Law.Organ.Profile.Contact);
        return called.AmountFen is { } amount ? values.With(DecisionFields.Fine, Money.OfFen(amount)) : values;
    }

    private static FormValues SubstitutePerformance(PaperInHand paper, DecideSubstitute decided) =>
        paper
            .WithParty()
            .With(PerformanceFields.Performer, decided.Performer)
            .With(PerformanceFields.ExecutionAt, decided.PerformOn)
            .With(FormFields.Reason, decided.ReasonsAndBasis)
            .With(FormFields.Basis, CoercionLaw.At("第五十条").ToString())
            .With(PerformanceFields.CallReference, CalledOf(paper))
            .With(PerformanceFields.SubstituteObject, decided.ObjectAndManner)
            .With(PerformanceFields.Manner, $"由{decided.Performer}按照上述标的和方式代为履行。")
            .With(PerformanceFields.CostEstimate, Money.OfFen(decided.CostEstimateFen))
            .With(FormFields.RemedyText, RemediesOf(paper))
            .With(FormFields.Handlers, paper.Handlers);

    private static FormValues DemolitionAnnouncement(PaperInHand paper, AnnounceRemoval announced) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Place, paper.Case.Place.Text)
            .With(PerformanceFields.Structure, announced.Structure)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Basis, paper.Violation.Threatened.ToString())
            .With(PerformanceFields.RemoveBy, announced.SelfRemovalBy);

    private static FormValues ExecutionDecision(PaperInHand paper, DecideExecution decided) =>
        paper
            .WithParty()
            .With(FormFields.PartyAddress, decided.PartyAddress)
            .With(FormFields.Reason, decided.ReasonsAndBasis)
            .With(
                PerformanceFields.CallReference,
                CalledOf(paper)
                    ?? (decided.HidingEvidenceSha256.Count > 0 ? "有证据证明当事人有转移或者隐匿财物迹象，依法立即强制执行。" : null)
            )
            .With(FormFields.Basis, decided.Power?.Basis.ToString() ?? CoercionLaw.At("第四十六条第三款").ToString())
            .With(PerformanceFields.Manner, decided.Manner)
            .With(PerformanceFields.ExecutionAt, decided.Times.From, decided.Times.To)
            .With(FormFields.RemedyText, decided.Remedies);

    private static FormValues CourtApplication(PaperInHand paper, ApplyToCourt applied)
    {
        var answer = paper.File.Calls.Answer is { } said
            ? $"催告后当事人提出：{string.Join('；', said.Words)}。"
            : "催告后当事人未提出陈述、申辩。";
        return paper
            .WithParty()
            .With(PerformanceFields.Court, applied.CourtName)
            .With(FormFields.Contact, $"{paper.Contact}，{paper.Law.Organ.Profile.Contact}")
            .With(PerformanceFields.Request, $"申请强制执行{paper.Case.DecisionNumber}行政处罚决定：{ObligationOf(paper)}")
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(FormFields.Facts, $"{Ended(paper.Case.Facts)}\n{Ended(paper.Case.Penalty.Reasons)}\n依据：{BasisOf(paper)}。")
            .With(PerformanceFields.PartyViews, HeardOf(paper) + answer)
            .With(PerformanceFields.CallReference, CalledOf(paper))
            .With(PerformanceFields.ObjectState, applied.ObjectOfExecution)
            .With(FormFields.Enclosures, applied.Papers.Select(p => p.Term()))
            .With(PerformanceFields.HeadOfOrgan, paper.NameOf(paper.Done));
    }

    private static string BasisOf(PaperInHand paper) =>
        paper.Case.Procedure is CaseProcedure.Simple
            ? paper.Violation.Threatened.ToString()
            : CitedProvisions.InWords(paper.File.Deciding.Decision?.Basis ?? []);

    /// <summary>What the decision asks of the party.</summary>
    private static string ObligationOf(PaperInHand paper) =>
        paper.Case.Procedure is CaseProcedure.Simple ? OnTheSpotObligationOf(paper.Case)
        : paper.File.Deciding.Decision is not { } decision ? ""
        : string.Join('\n', new[] { Ended(string.Join('；', InWords(decision.Penalties))), RequirementOf(decision) }.OfType<string>());

    /// <summary>The same of a decision on the spot: its fine as it is now, and what is still to be put right.</summary>
    private static string OnTheSpotObligationOf(EnforcementCase @case) =>
        string.Join(
            '\n',
            new[]
            {
                @case.Penalty.FineFen > 0
                    ? Ended(string.Concat(InWords([new PenaltyItem(PenaltyKind.Fine, @case.Penalty.FineFen)])))
                    : null,
                @case.Correction.CorrectedAt is null ? RequirementOf(@case.Correction.Required, @case.Correction.DueOn) : null,
            }.OfType<string>()
        );

    private static string? CalledOf(PaperInHand paper) =>
        paper.File.Calls.ServedOn is { } servedOn
            ? $"本机关于{ChineseDate.Day(servedOn)}送达履行行政处罚决定催告书（{paper.NumberOf(DocumentKind.CallToPerform)}），当事人逾期仍未履行。"
            : null;
}
