using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Days that a law, regulation or rule of the field takes out of the ninety (依法扣除的期间).</summary>
/// <param name="From">First day that does not count.</param>
/// <param name="To">Last day that does not count.</param>
/// <param name="Reason">What happened, <c>鉴定期间</c>.</param>
/// <param name="Basis">Where it is allowed; null if not stated.</param>
/// <param name="Level">Rank of that instrument; null if not stated.</param>
public sealed record TermExclusion(DateOnly From, DateOnly To, string Reason, LegalBasis? Basis, InstrumentLevel? Level);

/// <summary>How long a case may take (办案期限). 行政处罚法 第六十条.</summary>
/// <remarks>The law itself excludes nothing: a hearing, testing or public notice stops the clock only if a law, regulation or rule of the field provides for it.</remarks>
public static class DecisionTerm
{
    /// <summary>Ninety calendar days from filing (自行政处罚案件立案之日起九十日内): a limit on the organ, so it never rolls forward.</summary>
    [StatutoryRule("APL-60")]
    public static readonly DeadlineRule Ninety = new(
        "APL-60",
        "作出处罚决定",
        PenaltyLaw.Days(90),
        PenaltyLaw.At("第六十条"),
        DeadlineFor.AgencyPower,
        "立案"
    );

    /// <summary>Days are taken out without a law, regulation or rule.</summary>
    public static readonly DomainError ExclusionWithoutBasis = new(
        "decision-term.exclusion-without-basis",
        "APL-60",
        ErrorKind.RuleBroken,
        "办案期限的扣除应当有法律、法规或者规章的依据",
        PenaltyLaw.At("第六十条")
    );

    /// <summary>Last day of the term.</summary>
    /// <param name="exclusions">Days taken out, each with its basis.</param>
    /// <exception cref="DomainException"><see cref="ExclusionWithoutBasis"/>.</exception>
    public static Deadline From(DateOnly filedOn, WorkingCalendar calendar, IReadOnlyCollection<TermExclusion>? exclusions = null) =>
        Deadline.From(Ninety, filedOn, calendar, [.. (exclusions ?? []).Select(Span)]);

    private static ExcludedSpan Span(TermExclusion exclusion)
    {
        if (exclusion is not { Basis: { } basis, Level: { } level } || !exclusion.Reason.IsGiven())
            throw ExclusionWithoutBasis.With(
                $"{exclusion.From:yyyy-MM-dd} 至 {exclusion.To:yyyy-MM-dd} 没有记明依据",
                "没有依据的，期限照常计算"
            );
        if (level is InstrumentLevel.NormativeDocument or InstrumentLevel.DiscretionBenchmark or InstrumentLevel.ExemptionList)
            throw ExclusionWithoutBasis.With($"{basis} 不是法律、法规或者规章");
        if (exclusion.To < exclusion.From)
            throw ExclusionWithoutBasis.With("扣除的期间不明确");
        return new(exclusion.From, exclusion.To, $"{exclusion.Reason}（{basis}）");
    }
}
