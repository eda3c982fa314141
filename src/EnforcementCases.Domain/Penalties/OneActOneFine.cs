using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>No second fine for the same offence (一事不再罚). 行政处罚法 第二十九条.</summary>
public static class OneActOneFine
{
    /// <summary>The same party was already fined for the same offence.</summary>
    public static readonly DomainError AlreadyFined = new(
        "one-act-one-fine.already-fined",
        "APL-29",
        ErrorKind.RuleBroken,
        "对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚",
        PenaltyLaw.At("第二十九条")
    );

    /// <summary>The same party, violation and day as an earlier decision, without a statement why it is another offence.</summary>
    public static readonly DomainError NotMarkedDistinct = new(
        "one-act-one-fine.not-told-apart",
        "APL-29",
        ErrorKind.RuleBroken,
        "同一当事人同日有同一案由的处罚，应当说明为何不是同一个违法行为",
        PenaltyLaw.At("第二十九条")
    );

    /// <summary>Refuses a second fine.</summary>
    /// <param name="fine">The fine of this decision; other kinds may still be added.</param>
    /// <param name="sameActFinedBefore">Whether a decision with a fine is in force for the same party and offence.</param>
    /// <param name="sameDayAndViolation">Whether a decision with a fine is in force for the same party, violation and day.</param>
    /// <param name="distinctBecause">Why this is another offence; null if not stated.</param>
    /// <exception cref="DomainException"><see cref="AlreadyFined"/> or <see cref="NotMarkedDistinct"/>.</exception>
    public static void EnsureFirstFine(Money fine, bool sameActFinedBefore, bool sameDayAndViolation, string? distinctBecause)
    {
        if (fine == Money.Zero)
            return;
        if (sameActFinedBefore)
            throw AlreadyFined.With("该违法行为已有罚款决定");
        if (sameDayAndViolation && string.IsNullOrWhiteSpace(distinctBecause))
            throw NotMarkedDistinct.With("请说明与先前处罚的违法行为有何不同");
    }
}
