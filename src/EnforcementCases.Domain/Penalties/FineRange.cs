namespace EnforcementCases.Domain.Penalties;

/// <summary>A statutory range of fines (法定罚款幅度), both ends inclusive (以上、以下包括本数, 民法典 第一千二百五十九条).</summary>
/// <param name="AtLeast">Lowest amount; <see cref="Money.Zero"/> if the law prints only 以下 or 可以处.</param>
/// <param name="AtMost">Highest amount.</param>
public sealed record FineRange(Money AtLeast, Money AtMost);
