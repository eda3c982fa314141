using System.Text.RegularExpressions;

namespace EnforcementCases.Domain.Parties;

/// <summary>Peculiarities of a credit code that do not make it wrong.</summary>
public enum CreditCodeWarning
{
    /// <summary>The first two characters are not in common use.</summary>
    UnknownPrefix,

    /// <summary>The organisation code inside (characters 9 to 17, GB 11714) fails its own check.</summary>
    InnerCheckFails,

    /// <summary>The check character is wrong, but the code was confirmed by a person: a few genuine codes have this fault.</summary>
    CheckOverridden,
}

/// <summary>统一社会信用代码, 18 characters (GB 32100).</summary>
public sealed partial record CreditCode
{
    /// <summary>Not 18 characters of the set, or letters in the place of the division.</summary>
    public static readonly DomainError Malformed = new(
        "credit-code.malformed",
        null,
        ErrorKind.Unacceptable,
        "统一社会信用代码应为18位数字或者大写字母（不用I、O、S、V、Z）"
    );

    /// <summary>The check character is wrong, and no reason to accept the code is given.</summary>
    public static readonly DomainError WrongCheckCharacter = new(
        "credit-code.wrong-check-character",
        null,
        ErrorKind.Unacceptable,
        "统一社会信用代码校验位不符，请核对营业执照"
    );

    /// <summary>The number of a citizen's identity card: it has the length and the characters of a code, whatever the reason given.</summary>
    public static readonly DomainError IsCitizenId = new(
        "credit-code.is-citizen-id",
        null,
        ErrorKind.Unacceptable,
        "公民身份号码不得作为统一社会信用代码"
    );

    /// <summary>Letters of the shortest reason for an override: "无" is none.</summary>
    private const int ShortestReason = 5;

    private const string Set = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] CommonPrefixes =
    [
        "11",
        "12",
        "13",
        "19",
        "51",
        "52",
        "53",
        "59",
        "91",
        "92",
        "93",
        "A1",
        "N1",
        "N2",
        "N3",
        "Y1",
    ];
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] InnerWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private CreditCode(string value, IReadOnlyList<CreditCodeWarning> warnings) => (Value, Warnings) = (value, warnings);

    /// <summary>The code in normalised form.</summary>
    public string Value { get; }

    /// <summary>Warnings to be shown to the officer.</summary>
    public IReadOnlyList<CreditCodeWarning> Warnings { get; }

    /// <summary>Reads a code as typed.</summary>
    /// <param name="overrideReason">Why a code with a wrong check character is accepted (the licence was seen); if null, it is refused. Never for the organ's own code.</param>
    /// <exception cref="DomainException"><see cref="Malformed"/>, <see cref="IsCitizenId"/> or <see cref="WrongCheckCharacter"/>.</exception>
    public static CreditCode Parse(string text, string? overrideReason = null)
    {
        var value = IdentityText.Compact(text);
        if (!Shape().IsMatch(value))
            throw Malformed.With($"录入的代码为 {value.Length} 位或者含有不使用的字符");

        var isRight = CheckCharacter(value) == value[17] && InnerCheckCharacter(value) == value[16]; // then it is a code, whatever else it looks like
        if (!isRight && CitizenIdNumber.IsOne(value))
            throw IsCitizenId.With("录入的是公民身份号码", "填写营业执照上的统一社会信用代码；以经营者个人为当事人的，当事人类别选择公民");
        var warnings = new List<CreditCodeWarning>();
        if (CheckCharacter(value) != value[17])
        {
            if (overrideReason is null || overrideReason.Count(char.IsLetter) < ShortestReason)
                throw WrongCheckCharacter.With($"第18位应为 {CheckCharacter(value)}", "核对无误的，写明核对了什么（五个字以上）后继续");
            warnings.Add(CreditCodeWarning.CheckOverridden);
        }
        if (!CommonPrefixes.Contains(value[..2], StringComparer.Ordinal))
            warnings.Add(CreditCodeWarning.UnknownPrefix);
        if (InnerCheckCharacter(value) != value[16])
            warnings.Add(CreditCodeWarning.InnerCheckFails);
        return new(value, warnings);
    }

    /// <summary>Reads a code as typed; null if it is none.</summary>
    public static CreditCode? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (DomainException)
        {
            return null;
        }
    }

    /// <summary>The code.</summary>
    public override string ToString() => Value;

    /// <summary>31 minus the remainder; a remainder of 0 gives 31, which is written 0.</summary>
    private static char CheckCharacter(string value) =>
        Set[(31 - Weights.Select((w, i) => w * Set.IndexOf(value[i], StringComparison.Ordinal)).Sum() % 31) % 31];

    private static char InnerCheckCharacter(string value)
    {
        var check = 11 - InnerWeights.Select((w, i) => w * Alphanumeric(value[8 + i])).Sum() % 11;
        return check switch
        {
            10 => 'X',
            11 => '0',
            _ => (char)('0' + check),
        };
    }

    private static int Alphanumeric(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    [GeneratedRegex(
        @"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();
}
