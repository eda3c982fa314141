using System.Globalization;

namespace EnforcementCases.Domain;

/// <summary>An amount of money in whole fen (分). Never negative, never a fraction of a fen.</summary>
/// <remarks>Rule NUM-MONEY: amounts are kept as integers; a form that needs 万元 or 元 formats them for output.</remarks>
[StatutoryRule("NUM-MONEY")]
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Zero; as a fine it means a warning alone (警告).</summary>
    public static readonly Money Zero;

    private Money(long fen) => Fen = fen;

    /// <summary>The amount in fen (分), 0 or more.</summary>
    public long Fen { get; }

    /// <summary>The amount in yuan (元) with two decimals, <c>200.00</c>.</summary>
    public string InYuan => (Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Makes an amount from fen (分).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static Money OfFen(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        return new(fen);
    }

    /// <summary>Makes an amount from yuan (元).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has a fraction of a fen.</exception>
    public static Money Yuan(decimal yuan)
    {
        var fen = yuan * 100m;
        if (fen != decimal.Truncate(fen))
            throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "A fraction of a fen is not money.");
        return OfFen(decimal.ToInt64(fen));
    }

    /// <inheritdoc />
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Adds two amounts; an overflow throws.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>Subtracts; throws if the result would be negative.</summary>
    public static Money operator -(Money left, Money right) => OfFen(left.Fen - right.Fen);

    /// <summary>Less than.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>More than (超过).</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>At most (以下).</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>At least (以上).</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <summary>The amount in yuan.</summary>
    public override string ToString() => InYuan;
}
