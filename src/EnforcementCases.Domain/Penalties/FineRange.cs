namespace EnforcementCases.Domain.Penalties;

/// <summary>A statutory range of fines (法定罚款幅度), both ends inclusive (以上、以下包括本数, 民法典 第一千二百五十九条).</summary>
/// <param name="AtLeast">Lowest amount; <see cref="Money.Zero"/> if the law prints only 以下 or 可以处.</param>
/// <param name="AtMost">Highest amount.</param>
public sealed record FineRange(Money AtLeast, Money AtMost)
{
    /// <summary>Refuses an amount outside the range, both ends inclusive; only a mitigated penalty (减轻) may be below the lowest.</summary>
    /// <exception cref="DomainException"><see cref="PenaltyBasis.OutsideStatutoryRange"/>.</exception>
    [StatutoryRule("NUM-INCL")]
    public void EnsureContains(Money fine, PenaltyGrade grade)
    {
        if (fine > AtMost || (fine < AtLeast && grade is not PenaltyGrade.Mitigated))
            throw PenaltyBasis.OutsideStatutoryRange.With(
                $"罚款 {fine.InYuan} 元，法定幅度 {AtLeast.InYuan} 元以上 {AtMost.InYuan} 元以下"
            );
    }
}
