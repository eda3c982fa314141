namespace EnforcementCases.Domain.Fines;

/// <summary>A payment code (缴款码): twenty digits, the last one a check digit by ISO/IEC 7064, MOD 11,10.</summary>
public static class PaymentCode
{
    /// <summary>Digits of a code.</summary>
    public const int Length = 20;

    /// <summary>Appends the check digit.</summary>
    public static string WithCheckDigit(string digits) => $"{digits}{CheckDigit(digits)}";

    /// <summary>Whether the text is twenty digits with a correct check digit.</summary>
    public static bool IsWellFormed(string code) =>
        code.Length == Length && code.All(char.IsAsciiDigit) && code[^1] - '0' == CheckDigit(code[..^1]);

    private static int CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
