using System.Globalization;
using System.Text.RegularExpressions;

namespace EnforcementCases.Domain.Text;

/// <summary>Amounts and numbers as text (金额、数字的写法): one strict grammar, the same for every file and in every locale.</summary>
/// <remarks>Digits, thousands groups of exactly three (all or none), a decimal point. No sign, no blank, no unit, no exponent: <c>1,23</c> and <c>1.234,50</c> are refused and not guessed.</remarks>
public static partial class AmountText
{
    /// <summary>Highest amount in yuan, itself not allowed: more than any possible amount, so that no total overflows.</summary>
    private const decimal Limit = 1_000_000_000m;

    /// <summary>Reads an amount in yuan with at most two decimals (<c>1,234.50</c>); null if it is not one.</summary>
    public static Money? Yuan(string text) =>
        Number(text) is { } value && value < Limit && decimal.Truncate(value * 100) == value * 100 ? Money.Yuan(value) : null;

    /// <summary>Reads an amount in whole fen (<c>123450</c>); null if it is not one.</summary>
    public static Money? Fen(string text) =>
        Number(text) is { } value && value < Limit * 100 && decimal.Truncate(value) == value ? Money.OfFen(decimal.ToInt64(value)) : null;

    /// <summary>Reads a number that is not negative; null if it is not written by the grammar.</summary>
    public static decimal? Number(string text) =>
        Grammar().IsMatch(text)
        && decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    [GeneratedRegex(@"\A([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grammar();
}
