using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>A fine in force for the party in another case, as far as every organ may know of it: its number and its organ, not its content.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Number of its decision (文号).</param>
/// <param name="Organ">The organ that decided.</param>
public sealed record StandingFine(Guid CaseId, string Number, string Organ);

/// <summary>Fines of the same party in force in other cases (一事不二罚).</summary>
/// <param name="SameAct">For the same offence; null if there is none.</param>
/// <param name="SameDay">For the same violation on the same day; null if there is none.</param>
/// <param name="SameMatter">For the same violation on any day; null if there is none.</param>
public sealed record StandingFines(StandingFine? SameAct, StandingFine? SameDay, StandingFine? SameMatter = null)
{
    /// <summary>No fine is in force.</summary>
    public static readonly StandingFines None = new(null, null);
}

/// <summary>One act, one fine (一事不二罚): no second fine for the same offence. 行政处罚法 第二十九条.</summary>
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

    /// <summary>The offence is explained to differ from that of a case whose fine is not the one in force.</summary>
    public static readonly DomainError AnotherCaseNamed = new(
        "one-act-one-fine.distinct-from-unknown",
        "APL-29",
        ErrorKind.RuleBroken,
        "说明不同的，应当是同日同一案由已有罚款的案件",
        PenaltyLaw.At("第二十九条")
    );

    /// <summary>Refuses a second fine.</summary>
    /// <param name="fine">The fine of this decision; other kinds may still be added.</param>
    /// <param name="standing">What is in force.</param>
    /// <param name="distinctBecause">Why this is another offence than that of the same day; null if not stated.</param>
    /// <exception cref="DomainException"><see cref="AlreadyFined"/> or <see cref="NotMarkedDistinct"/>.</exception>
    public static void EnsureFirstFine(Money fine, StandingFines standing, string? distinctBecause)
    {
        if (fine == Money.Zero)
            return;
        if (standing.SameAct is { } before)
            throw AlreadyFined.With($"{before.Organ}“{before.Number}”已对该违法行为罚款");
        if (standing.SameDay is { } other && string.IsNullOrWhiteSpace(distinctBecause))
            throw NotMarkedDistinct.With($"{other.Organ}“{other.Number}”同日已对同一案由罚款", "说明与该案的违法行为有何不同");
    }

    /// <summary>Refuses an explanation that names another case than the one with the fine, by its id or, where it cannot be seen, by the number of its decision.</summary>
    /// <param name="standing">What is in force.</param>
    /// <param name="caseId">The case named; null if it is named by number.</param>
    /// <param name="number">Number of its decision; null if it is named by id.</param>
    /// <exception cref="DomainException"><see cref="AnotherCaseNamed"/>.</exception>
    public static void EnsureNamesTheOther(StandingFines standing, Guid? caseId, string? number)
    {
        if (standing.SameDay is not { } other)
        {
            throw new DomainException(AnotherCaseNamed, "该当事人同日没有同一案由的罚款")
            {
                NextStep = "删去该说明",
                Pointer = "/distinctFrom",
            };
        }
        if (caseId is { } id ? id != other.CaseId : !string.Equals(number, other.Number, StringComparison.Ordinal))
        {
            throw new DomainException(AnotherCaseNamed, $"已有罚款的是{other.Organ}“{other.Number}”")
            {
                NextStep = "针对该案说明；看不到该案的，写明其文号",
                Pointer = caseId is null ? "/distinctFrom/number" : "/distinctFrom/caseId",
            };
        }
    }
}
