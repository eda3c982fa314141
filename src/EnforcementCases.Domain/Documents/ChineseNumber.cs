namespace EnforcementCases.Domain.Documents;

/// <summary>Small numbers as the law prints them, <c>十五</c>.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>A number of days, months or copies.</summary>
    /// <param name="number">0 to 99; larger numbers are written in digits.</param>
    public static string Of(int number)
    {
        if (number is < 0 or > 99)
            return $"{number}";
        var (tens, ones) = Math.DivRem(number, 10);
        if (tens == 0)
            return Digits[ones].ToString();
        return (tens > 1 ? Digits[tens].ToString() : "") + "十" + (ones > 0 ? Digits[ones].ToString() : "");
    }
}
