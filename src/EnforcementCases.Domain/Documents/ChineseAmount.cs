namespace EnforcementCases.Domain.Documents;

/// <summary>Amounts in capital numerals (大写), which cannot be altered by adding a stroke.</summary>
/// <remarks>After 《正确填写票据和结算凭证的基本规定》: 整 after 元 always, after 角 as well (allowed there), never after 分; 零 for skipped digits.</remarks>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly (long Value, string Name)[] Units =
    [
        (100_000_000, "亿"),
        (10_000, "万"),
        (1_000, "仟"),
        (100, "佰"),
        (10, "拾"),
    ];

    /// <summary>The amount as a decision states it, <c>人民币壹佰元整</c>.</summary>
    public static string InCapitals(Money amount)
    {
        var (yuan, rest) = Math.DivRem(amount.Fen, 100);
        var (jiao, fen) = Math.DivRem((int)rest, 10);
        var text = "人民币" + (yuan > 0 || rest == 0 ? Read(yuan) + "元" : "");
        if (jiao > 0)
            text += $"{Digits[jiao]}角";
        if (fen == 0)
            return text + "整";
        return text + (yuan > 0 && jiao == 0 ? "零" : "") + $"{Digits[fen]}分";
    }

    private static string Read(long number)
    {
        foreach (var (value, name) in Units)
        {
            if (number < value)
                continue;
            var (count, rest) = Math.DivRem(number, value);
            var zero = rest > 0 && rest < value / 10 ? "零" : "";
            return Read(count) + name + zero + (rest > 0 ? Read(rest) : "");
        }
        return Digits[(int)number].ToString();
    }
}
