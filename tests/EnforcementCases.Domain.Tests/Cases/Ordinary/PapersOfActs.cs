using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using Shouldly;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

internal static class PapersOfActs
{
    /// <summary>Every act issues each paper that its row names, in that order; six hang on what is said.</summary>
    public static void ShouldIssueThePapersOfItsRow(this ActExecution act, ActBody body) =>
        act.Papers.Select(p => p.Kind).ShouldBe(act.Row.Issues.Where(kind => IsDue(kind, body, act.Case.Outcome)), $"{act.Row.Act}");

    private static bool IsDue(DocumentKind kind, ActBody body, CaseOutcome? outcome) =>
        (kind, body) switch
        {
            (DocumentKind.HearingRightNotice, TellPenalty told) => told.HearingRightNotified,
            (DocumentKind.EvidenceRequest, CollectEvidence collected) => collected.ProviderName is not null,
            (DocumentKind.DeferralDecision, DecideDeferral decided) => decided.Term is not null,
            (DocumentKind.OrderDecision, Decide) => outcome is CaseOutcome.OrderAlone,
            (DocumentKind.PenaltyDecision, Decide) => outcome is CaseOutcome.Penalty,
            (DocumentKind.GuardianOrder, DecideNoPenalty) => outcome is { } decided && decided.NeedsGuardian(),
            _ => true,
        };
}
