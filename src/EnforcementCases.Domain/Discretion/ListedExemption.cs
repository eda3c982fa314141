using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>The exemption list (免罚清单): by matter, all conditions and dates. It narrows discretion and does not replace 第三十三条.</summary>
public static class ListedExemption
{
    /// <summary>A claim names an entry that is not in force for the violation.</summary>
    public static readonly DomainError NoSuchEntry = new(
        "exemption-list.no-such-entry",
        "APL-33-LIST",
        ErrorKind.Unacceptable,
        "免罚清单没有适用于该案由的该条目"
    );

    /// <summary>A claim does not state for each condition whether it is met.</summary>
    public static readonly DomainError ConditionsDoNotFit = new(
        "exemption-list.conditions-do-not-fit",
        "APL-33-LIST",
        ErrorKind.Unacceptable,
        "应当逐项确认免罚清单条目的全部条件"
    );

    /// <summary>A penalty although an entry of the list matches, without reasons.</summary>
    public static readonly DomainError NotFollowedWithoutReasons = new(
        "exemption-list.not-followed-without-reasons",
        "APL-33-LIST",
        ErrorKind.RuleBroken,
        "符合免罚清单的，不适用清单应当说明理由",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>An entry for this violation was not answered: nobody found whether its conditions are met.</summary>
    public static readonly DomainError Unanswered = new(
        "exemption-list.unanswered",
        "APL-33-LIST",
        ErrorKind.RuleBroken,
        "免罚清单对该案由有条目的，应当逐项确认其条件是否具备",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>Entries for this violation that could match and that no claim answers. Those that apply to all violations repeat articles that have facts of their own.</summary>
    public static IEnumerable<ExemptionUsed> UnansweredIn(AssessmentInput input) =>
        input.Exemptions.Where(e =>
            e is { Binding: true, NamesViolation: true }
            && !(e.UpToOccurrence is { } limit && input.History.EarlierOfSameViolation >= limit)
            && !input.Facts.ListClaims.Any(c => string.Equals(c.Code, e.Code, StringComparison.Ordinal))
        );

    /// <summary>Why a claimed entry does not count; null if it does.</summary>
    /// <exception cref="DomainException"><see cref="ConditionsDoNotFit"/>.</exception>
    public static string? ReasonAgainst(ExemptionUsed entry, ListClaim claim, PartyHistory history)
    {
        if (claim.Conditions.Count != entry.Conditions.Count)
            throw ConditionsDoNotFit.With($"{entry.Code} 有 {entry.Conditions.Count} 项条件");
        if (!entry.Binding)
            return "外地清单或者示意数据，本市不能直接援引";
        if (entry.UpToOccurrence is { } limit && history.EarlierOfSameViolation >= limit)
            return $"回溯期内已有 {history.EarlierOfSameViolation} 次";
        var missing = entry.Conditions.Where((_, i) => !claim.Conditions[i]).ToList();
        return missing.Count == 0 ? null : $"不具备：{string.Join('、', missing)}";
    }

    /// <summary>What a matching entry leads to.</summary>
    public static StepEffect EffectOf(ListedLeniency leniency) =>
        leniency switch
        {
            ListedLeniency.Slight => StepEffect.Forbids,
            ListedLeniency.FirstOffence or ListedLeniency.NoPenalty or ListedLeniency.CommunityService => StepEffect.MayLetOff,
            ListedLeniency.LenientOrMitigated => StepEffect.AllowsLeniency,
            // age, capacity, fault and limitation are established under their own articles, never by an entry of a list
            ListedLeniency.StatutoryNoPenalty or ListedLeniency.NoFault or ListedLeniency.TimeBarred => StepEffect.None,
        };
}
