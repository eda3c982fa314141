namespace EnforcementCases.Domain.Text;

/// <summary>The form of a text in a request: how long it may be and which characters it may have. It follows from the name of the member, alike on every route;
/// the check of requests and the contract (<c>maxLength</c>) both ask here.</summary>
/// <param name="Kind">What kind of text it is.</param>
/// <param name="Longest">Longest text that is accepted, in UTF-16 code units, inclusive.</param>
/// <param name="MayBeEmpty">Whether an empty text is accepted (<see cref="MayBeEmptyAttribute"/>); blanks alone never are.</param>
public readonly record struct TextForm(TextKind Kind, int Longest, bool MayBeEmpty = false)
{
    /// <summary>Longest line: a name, an address, a number.</summary>
    public const int LongestLine = 200;

    /// <summary>Longest text of several lines: facts, reasons, words of a person.</summary>
    public const int LongestText = 4000;

    /// <summary>Length of a SHA-256 in hex digits.</summary>
    private const int HashLength = 64;

    private static readonly string[] Lines =
    [
        "Name",
        "Number",
        "Code",
        "Codes",
        "Reference",
        "Unit",
        "Address",
        "Phone",
        "Telephone",
        "Title",
        "Court",
        "Organ",
        "Tie",
        "Device",
        "Id",
        "Representative",
        "Word",
        "Month",
        "Slip",
        "Source",
        "Article",
        "Version",
        "Key",
        "Cursor",
    ];

    private static readonly string[] Hashes = ["Sha256"];

    /// <summary>Texts that only a program reads: compared as they are, never shown and never normalised.</summary>
    private static readonly string[] Opaque = ["Password", "Secret", "Token", "Challenge", "Ticket", "Uri", "Base64"];

    /// <summary>The form of a member of this name.</summary>
    /// <param name="member">Name of the member, <c>RefusalNote</c>; of a list, the form of each item.</param>
    public static TextForm Of(string member) =>
        Ends(member, Hashes) ? new(TextKind.Hash, HashLength)
        : Ends(member, Opaque) ? new(TextKind.Opaque, LongestText)
        : Ends(member, Lines) ? new(TextKind.Line, LongestLine)
        : new(TextKind.Paragraphs, LongestText);

    /// <summary>What is wrong with a text of this form; null if nothing.</summary>
    /// <exception cref="DomainException">A character is not allowed (<see cref="TextRules"/>).</exception>
    public string? FaultOf(string text)
    {
        if (text.Length == 0 && MayBeEmpty)
            return null;
        if (string.IsNullOrWhiteSpace(text))
            return "不得为空";
        if (text.Length > Longest)
            return $"最多 {Longest} 个字符";
        switch (Kind)
        {
            case TextKind.Hash:
                return IsHash(text) ? null : "应为 64 位小写十六进制的 SHA-256";
            case TextKind.Line:
                TextRules.Line(text);
                return null;
            case TextKind.Paragraphs:
                TextRules.Paragraphs(text);
                return null;
            case TextKind.Opaque:
            default:
                return null;
        }
    }

    /// <summary>Whether it is a SHA-256 as it is written here: 64 lower-case hex digits.</summary>
    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    private static bool Ends(string member, string[] endings) => Array.Exists(endings, e => member.EndsWith(e, StringComparison.Ordinal));
}

/// <summary>Kinds of text in a request.</summary>
public enum TextKind
{
    /// <summary>One line: a name, an address, a number.</summary>
    Line,

    /// <summary>Several lines: facts, reasons, words of a person.</summary>
    Paragraphs,

    /// <summary>SHA-256 in lower-case hex digits.</summary>
    Hash,

    /// <summary>Passwords, tokens and the like: any characters but U+0000.</summary>
    Opaque,
}

/// <summary>A text of a request that may be empty, because empty has a meaning of its own: not set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MayBeEmptyAttribute : Attribute;
