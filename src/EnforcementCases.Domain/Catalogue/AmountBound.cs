namespace EnforcementCases.Domain.Catalogue;

/// <summary>An amount from which a row applies. Catalogues differ in whether the amount itself counts, so each row states it.</summary>
/// <param name="AmountFen">Amount in fen (分).</param>
/// <param name="Inclusive">True: the amount itself counts (以上, 达到); false: only more (超过, 不含).</param>
public sealed record AmountBound(long AmountFen, bool Inclusive)
{
    /// <summary>Whether an amount reaches the bound.</summary>
    public bool IsReachedBy(Money amount) => Inclusive ? amount.Fen >= AmountFen : amount.Fen > AmountFen;
}
