using System.Globalization;

namespace EnforcementCases.Domain.Parties;

/// <summary>Sex as an identity number states it (性别).</summary>
public enum Sex
{
    /// <summary>男.</summary>
    Male,

    /// <summary>女.</summary>
    Female,
}

/// <summary>公民身份号码, 18 characters (GB 11643): division, birth date, sequence, check digit.</summary>
/// <remarks>The division is that of the day the number was issued and is never checked against today's table: abolished codes are valid.
/// The same check digit applies to 港澳台居民居住证 and the 2023 form of 外国人永久居留身份证.</remarks>
public sealed record CitizenIdNumber
{
    /// <summary>Not 17 digits and a digit or X.</summary>
    public static readonly DomainError Malformed = new("id-number.malformed", null, ErrorKind.Unacceptable, "公民身份号码应为18位");

    /// <summary>A number of the first generation: no longer a valid document since 2013.</summary>
    public static readonly DomainError FifteenDigits = new(
        "id-number.fifteen-digits",
        null,
        ErrorKind.Unacceptable,
        "15位身份证号码已停止使用，请核对18位公民身份号码"
    );

    /// <summary>The check digit is wrong.</summary>
    public static readonly DomainError WrongCheckDigit = new(
        "id-number.wrong-check-digit",
        null,
        ErrorKind.Unacceptable,
        "公民身份号码校验位不符，请核对"
    );

    /// <summary>The birth date does not exist, or lies in the future.</summary>
    public static readonly DomainError WrongBirthDate = new(
        "id-number.wrong-birth-date",
        null,
        ErrorKind.Unacceptable,
        "公民身份号码中的出生日期不成立，请核对"
    );

    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private CitizenIdNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>The number in normalised form: 18 ASCII characters, X upper case. Personal data: never log it.</summary>
    public string Value { get; }

    /// <summary>Date of birth (出生日期).</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Sex: the sequence is odd for men.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Masked form for internal lists: the first six, eight stars, the last four.</summary>
    public string Masked => $"{Value[..6]}********{Value[^4..]}";

    /// <summary>Reads a number as typed: full-width digits, blanks, dashes and a small x are normalised, so that one person has one number.</summary>
    /// <param name="today">Today as a legal date; a birth date after it is refused.</param>
    /// <exception cref="DomainException"><see cref="Malformed"/>, <see cref="FifteenDigits"/>, <see cref="WrongBirthDate"/> or <see cref="WrongCheckDigit"/>. The number is not repeated in the message.</exception>
    public static CitizenIdNumber Parse(string text, DateOnly today)
    {
        var value = IdentityText.Compact(text);
        if (value.Length == 15 && value.All(char.IsAsciiDigit))
            throw FifteenDigits.With("录入的号码为15位");
        if (value.Length != 18 || !value[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(value[17]) || value[17] == 'X'))
            throw Malformed.With($"录入的号码为 {value.Length} 位，应为17位数字加1位数字或者X");
        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
            throw WrongBirthDate.With("第7至14位不是存在的日期");
        if (born > today)
            throw WrongBirthDate.With("出生日期晚于今日");
        if (CheckDigit(value) != value[17])
            throw WrongCheckDigit.With("第18位与前17位不符");
        return new(value, born);
    }

    /// <summary>Whether a normalised text is such a number: a date of birth since 1900, and the check digit of the rest.</summary>
    internal static bool IsOne(string value) =>
        value.Length == 18
        && value[..17].All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
        && born.Year >= 1900
        && CheckDigit(value) == value[17];

    /// <summary>The masked form, so that a log never contains the number.</summary>
    public override string ToString() => Masked;

    private static char CheckDigit(string value) => CheckDigits[Weights.Select((w, i) => w * (value[i] - '0')).Sum() % 11];
}
