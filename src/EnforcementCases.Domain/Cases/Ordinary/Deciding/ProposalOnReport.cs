using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the proposed decision takes from the report of the investigation (拟处理意见以调查终结报告为根据). 行政处罚法 第五十七条第一款.</summary>
public static class ProposalOnReport
{
    /// <summary>The proposal and the report find something different of the party's capacity.</summary>
    public static readonly DomainError OtherCapacity = new(
        "ordinary-decision.other-capacity-than-reported",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "拟处理意见对当事人行为能力的认定应当与调查终结报告一致",
        PenaltyLaw.At("第三十一条")
    );

    /// <summary>The proposal goes beyond the report, without a reason.</summary>
    public static readonly DomainError NotInReport = new(
        "ordinary-decision.not-in-report",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "拟处理意见与调查终结报告不一致的，应当补充调查后重新报告，或者写明理由",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>Refuses a proposal that contradicts what the report found of the party's capacity, and a penalty where one of the two finds that it was lost.</summary>
    /// <exception cref="DomainException"><see cref="OtherCapacity"/>, <see cref="EvidenceRules.NotInFile"/> or a rule of <see cref="MentalCapacity"/>.</exception>
    internal static void EnsureSameCapacity(ProposeDecision proposal, ConcludeInvestigation report, EvidenceOnFile evidence)
    {
        if (proposal.Capacity is { } proposed && report.Capacity is { } found && proposed.Capacity != found.Capacity)
            throw OtherCapacity
                .With($"调查终结报告认定为“{found.Capacity.Term()}”，拟处理意见认定为“{proposed.Capacity.Term()}”", "补充调查后重新报告")
                .At("/capacity/capacity");
        if (proposal.Capacity?.EvidenceId is { } proof)
            evidence.Of(proof);
        if (proposal.Outcome is CaseOutcome.Penalty && (proposal.Capacity ?? report.Capacity) is { } capacity)
            MentalCapacity.EnsurePunishable(capacity);
    }

    /// <summary>Refuses a proposal that differs from the report in outcome or facts without a reason for the head.</summary>
    /// <exception cref="DomainException"><see cref="NotInReport"/>.</exception>
    internal static void EnsureCarried(ProposeDecision proposal, ConcludeInvestigation report)
    {
        if (proposal.DiffersFromReportBecause.IsGiven())
            return;
        if (proposal.Outcome != report.ProposedOutcome)
            throw NotInReport
                .With($"调查终结报告拟为“{report.ProposedOutcome.Term()}”，拟处理意见为“{proposal.Outcome.Term()}”", "写明理由")
                .At("/differsFromReportBecause");
        if (proposal.FactElements.FirstOrDefault(fact => report.Facts.All(reported => reported.Name != fact.Name)) is { } added)
            throw NotInReport.With($"事实“{added.Name}”不在调查终结报告查明的事实中", "写明理由").At("/differsFromReportBecause");
    }
}
