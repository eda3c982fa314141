using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The own ground of an outcome without penalty, each with its proof on file (不予处罚的根据). 行政处罚法 第三十条、第三十一条、第三十六条、第五十七条第一款.</summary>
public static class NoPenaltyGround
{
    /// <summary>The ground rests on no evidence of the file.</summary>
    public static readonly DomainError NotProved = new(
        "no-penalty.ground-not-proved",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "不予处罚的根据应当有案卷中查证属实的证据",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>The outcome is that the offence is not proved, and what is missing is not entered.</summary>
    public static readonly DomainError NothingMissing = new(
        "no-penalty.nothing-missing",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "违法事实不能成立的，应当写明缺少什么事实或者证据",
        PenaltyLaw.At("第五十七条第一款第三项")
    );

    /// <summary>Nobody is named who disciplines, watches or treats the party.</summary>
    public static readonly DomainError GuardianMissing = new(
        "no-penalty.guardian-missing",
        "APL-30",
        ErrorKind.RuleBroken,
        "因年龄或者精神状况不予处罚的，应当写明监护人，由其加以管教或者严加看管、治疗",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>Refuses an outcome without penalty whose own ground the file does not show.</summary>
    /// <exception cref="DomainException"><see cref="NotProved"/>, <see cref="NothingMissing"/> or <see cref="GuardianMissing"/>.</exception>
    internal static void EnsureShown(ProposeDecision proposal, OrdinaryFile file)
    {
        foreach (var id in proposal.GroundEvidenceIds)
        {
            if (!EvidenceRules.MayCarryAFact(file.Evidence.Of(id)))
                throw NotProved.With($"证据 {id} 尚未查证或者已排除").At("/groundEvidenceIds");
        }
        switch (proposal.Outcome)
        {
            case CaseOutcome.NoPenaltyUnderAge when proposal.GroundEvidenceIds.Count == 0 && !file.Case.Party.AgeVerified:
                throw NotProved.With("当事人自报年龄，没有出生证明或者身份证件", "收集并查证年龄证据").At("/groundEvidenceIds");
            case CaseOutcome.NoPenaltyTimeBarred when proposal.GroundEvidenceIds.Count == 0:
                throw NotProved.With("违法行为终了和发现的时间没有证据").At("/groundEvidenceIds");
            case CaseOutcome.NoPenaltyNotProved when !proposal.NotProvedBecause.IsGiven():
                throw NothingMissing.With("没有写明缺少的事实或者证据").At("/notProvedBecause");
        }
        if (proposal.Outcome.NeedsGuardian() && proposal.Guardian is null && file.Guardianship.Identified is null)
            throw GuardianMissing.With("没有写明监护人", "先核实监护人").At("/guardian");
    }
}
