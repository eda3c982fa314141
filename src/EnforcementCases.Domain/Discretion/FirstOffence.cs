using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>A first offence with slight harm that was corrected in time may be let off (首违不罚). 行政处罚法 第三十三条第一款.</summary>
public static class FirstOffence
{
    /// <summary>An earlier decision or exemption exists inside the look-back.</summary>
    public static readonly DomainError NotFirst = new(
        "first-offence.not-first",
        "APL-33-1b",
        ErrorKind.RuleBroken,
        "回溯期内已有同一案由的处罚决定或者不予处罚记录，不属于初次违法",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>Not all three conditions are met, and no entry of the list applies.</summary>
    public static readonly DomainError ConditionsNotMet = new(
        "first-offence.conditions-not-met",
        "APL-33-1b",
        ErrorKind.RuleBroken,
        "不具备可以不予处罚的条件",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>A penalty although the first offence may be let off, without reasons.</summary>
    public static readonly DomainError PunishedWithoutReasons = new(
        "first-offence.punished-without-reasons",
        "APL-33-1b",
        ErrorKind.RuleBroken,
        "初次违法且危害后果轻微并及时改正，仍予处罚的，应当说明理由",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>There is harm, and nobody found whether it is slight.</summary>
    public static readonly DomainError HarmNotAnswered = new(
        "first-offence.harm-not-answered",
        "APL-33-1b",
        ErrorKind.RuleBroken,
        "有危害后果的，应当认定危害后果是否轻微",
        PenaltyLaw.At("第三十三条第一款")
    );

    /// <summary>Refuses findings that leave open whether the harm is slight.</summary>
    /// <param name="harmSlight">The finding; null if none was made.</param>
    /// <exception cref="DomainException"><see cref="HarmNotAnswered"/>.</exception>
    public static void EnsureHarmAnswered(bool noHarm, bool? harmSlight)
    {
        if (!noHarm && harmSlight is null)
            throw HarmNotAnswered.With("没有写明危害后果是否轻微").At("/exemption/harmSlight");
    }

    /// <summary>First day of the look-back.</summary>
    public static DateOnly LookBackFrom(DateOnly on, int years) => on.AddYears(-years);

    /// <summary>Whether all three conditions are met: first, slight harm, corrected in time.</summary>
    public static bool IsMet(AssessmentFacts facts, PartyHistory history) =>
        history.EarlierOfSameViolation == 0 && (facts.HarmSlight || facts.NoHarm) && facts.CorrectedInTime;

    /// <summary>Refuses an exemption beyond the occurrence up to which a party may be let off.</summary>
    /// <param name="earlier">Earlier matters of the same violation inside the look-back, exemptions included.</param>
    /// <param name="upToOccurrence">1 by law; an entry of the list may set 2.</param>
    /// <exception cref="DomainException"><see cref="NotFirst"/>.</exception>
    public static void EnsureFirst(int earlier, int upToOccurrence = 1)
    {
        if (earlier >= upToOccurrence)
            throw NotFirst.With($"回溯期内已有 {earlier} 次");
    }
}
