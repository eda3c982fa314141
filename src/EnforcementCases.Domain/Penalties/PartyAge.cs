using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>Age of the party on the day of the offence (行为时年龄). 行政处罚法 第三十条.</summary>
public static class PartyAge
{
    /// <summary>Under 14: no penalty (不满十四周岁).</summary>
    public const int PunishableFrom = 14;

    /// <summary>Age from which there is no leniency for age (不满十八周岁 have it).</summary>
    public const int AdultFrom = 18;

    /// <summary>A person under 14.</summary>
    public static readonly DomainError UnderFourteen = new(
        "party-age.under-fourteen",
        "APL-30",
        ErrorKind.RuleBroken,
        "不满十四周岁的未成年人有违法行为的，不予行政处罚，责令监护人加以管教",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>A person of 14 to 17 punished without leniency.</summary>
    public static readonly DomainError MinorWithoutLeniency = new(
        "party-age.minor-without-leniency",
        "APL-30",
        ErrorKind.RuleBroken,
        "已满十四周岁不满十八周岁的未成年人有违法行为的，应当从轻或者减轻行政处罚",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>No penalty because of age, for a person not known to have been under 14.</summary>
    public static readonly DomainError NotUnderFourteen = new(
        "party-age.not-under-fourteen",
        "APL-30",
        ErrorKind.RuleBroken,
        "案卷没有载明当事人行为时不满十四周岁，不能以此不予行政处罚",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>The age in the file was computed for another day than that of the offence.</summary>
    public static readonly DomainError CountedOnAnotherDay = new(
        "party-age.counted-on-another-day",
        "APL-30",
        ErrorKind.RuleBroken,
        "当事人的年龄应当按违法行为发生之日计算",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>The party was born after the offence: one of the two days is wrong.</summary>
    public static readonly DomainError BornAfterOffence = new(
        "party-age.born-after-offence",
        null,
        ErrorKind.Unacceptable,
        "当事人的出生日期晚于违法行为发生之日"
    );

    /// <summary>Full years of the party on the day of the offence.</summary>
    /// <param name="actedOn">Legal date of the offence, not of the decision.</param>
    /// <exception cref="DomainException"><see cref="BornAfterOffence"/>.</exception>
    public static int OnTheDay(DateOnly born, DateOnly actedOn) =>
        born <= actedOn
            ? Age.On(born, actedOn)
            : throw BornAfterOffence.With($"违法行为发生之日为 {actedOn:yyyy-MM-dd}", "核对违法行为发生的时间和当事人的证件");

    /// <summary>Refuses a penalty that the party's age forbids.</summary>
    /// <param name="actedOn">Legal date of the offence, not of the decision.</param>
    /// <exception cref="DomainException"><see cref="BornAfterOffence"/>, <see cref="UnderFourteen"/> or <see cref="MinorWithoutLeniency"/>.</exception>
    public static void EnsurePunishable(DateOnly born, DateOnly actedOn, PenaltyGrade grade) =>
        EnsurePunishable(OnTheDay(born, actedOn), grade);

    /// <summary>The same for a party without papers who stated an age.</summary>
    /// <param name="ageOnTheDay">Full years on the day of the offence.</param>
    /// <exception cref="DomainException"><see cref="UnderFourteen"/> or <see cref="MinorWithoutLeniency"/>.</exception>
    public static void EnsurePunishable(int ageOnTheDay, PenaltyGrade grade)
    {
        if (ageOnTheDay < PunishableFrom)
            throw UnderFourteen.With($"行为时 {ageOnTheDay} 周岁", "责令监护人加以管教");
        if (ageOnTheDay < AdultFrom && grade is not (PenaltyGrade.Lenient or PenaltyGrade.Mitigated))
            throw MinorWithoutLeniency.With($"行为时 {ageOnTheDay} 周岁", "从轻或者减轻处罚");
    }

    /// <summary>Refuses to let a person off because of age who is not known to have been under 14.</summary>
    /// <param name="ageOnTheDay">Full years on the day of the offence; null if unknown.</param>
    /// <exception cref="DomainException"><see cref="NotUnderFourteen"/>.</exception>
    public static void EnsureUnderFourteen(int? ageOnTheDay)
    {
        if (!(ageOnTheDay < PunishableFrom))
            throw NotUnderFourteen.With(ageOnTheDay is { } age ? $"行为时 {age} 周岁" : "没有载明行为时的年龄");
    }

    /// <summary>Why a recorded age is not usable; null if it was computed for the day of the offence.</summary>
    public static DomainException? ObstacleUnlessCounted(DateOnly countedOn, DateOnly actedOn) =>
        countedOn == actedOn
            ? null
            : CountedOnAnotherDay.With($"年龄按 {countedOn:yyyy-MM-dd} 计算，违法行为发生于 {actedOn:yyyy-MM-dd}", "重新核实当事人");
}
