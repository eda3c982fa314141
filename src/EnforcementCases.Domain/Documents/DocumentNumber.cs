using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Documents;

/// <summary>State of a document number.</summary>
public enum NumberState
{
    /// <summary>Used on an issued document (已出具).</summary>
    Issued,

    /// <summary>Reserved by a device for use without a network (已领取).</summary>
    Leased,

    /// <summary>Withdrawn with reason and approver; never used again (作废).</summary>
    Voided,

    /// <summary>Returned unused by a device (已退回).</summary>
    Returned,
}

/// <summary>Counter of an organ's document numbers of one word and legal year (文号计数器). Created beforehand, raised in the issuing transaction.</summary>
public sealed class NumberCounter
{
    private NumberCounter() { }

    /// <summary>Creates a counter.</summary>
    /// <param name="last">Serial issued last; 0 for none.</param>
    public NumberCounter(Guid organId, string word, int year, int last = 0)
    {
        OrganId = organId;
        Word = word;
        Year = year;
        Last = last;
    }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <summary>Document word.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Legal year.</summary>
    public int Year { get; private set; }

    /// <summary>Serial issued last.</summary>
    public int Last { get; private set; }

    /// <summary>Gives the next serial of a counter that is not stored yet: several numbers in the transaction that creates it.</summary>
    public int Raise() => ++Last;
}

/// <summary>A document number in the ledger (文号台账): every serial from 1 on has exactly one row.</summary>
[StatutoryRule("CN-3")]
public sealed class DocumentNumber : IOwnedByOrganisation
{
    /// <summary>Longest number; it is used unchanged in credit reporting (CN-5).</summary>
    public const int MaxLength = 128;

    /// <summary>No such number, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("document-number.not-found", null, ErrorKind.NotFound, "没有找到该文号");

    /// <summary>It is already void.</summary>
    public static readonly DomainError AlreadyVoided = new(
        "document-number.already-voided",
        "CN-3",
        ErrorKind.WrongStage,
        "该文号已经作废"
    );

    /// <summary>The number is used on a decision in force.</summary>
    public static readonly DomainError StillInForce = new(
        "document-number.still-in-force",
        "CN-3",
        ErrorKind.WrongStage,
        "该文号的文书仍然有效，撤销决定后才可以作废文号"
    );

    private DocumentNumber() { }

    /// <summary>A number as somebody typed it, in the form in which it is printed: half-width digits and letters, the brackets of a year 〔〕, no blanks. Null stays null.</summary>
    public static string? AsPrinted(string? typed)
    {
        if (typed is null)
            return null;
        var printed = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c))
                continue;
            printed.Append(
                c switch
                {
                    '(' or '（' or '[' or '［' or '【' or '﹝' or '{' or '｛' or '<' or '〈' => '〔',
                    ')' or '）' or ']' or '］' or '】' or '﹞' or '}' or '｝' or '>' or '〉' => '〕',
                    >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - '０' + '0'),
                    _ => c,
                }
            );
        }
        return printed.ToString();
    }

    /// <summary>Issues a number to a case.</summary>
    public DocumentNumber(Guid id, Organisation organ, string word, int year, int serial, Guid caseId, DateTimeOffset at)
    {
        Id = id;
        OrganId = organ.Id;
        OrganisationPath = organ.Path;
        Word = word;
        Year = year;
        Serial = serial;
        Text = Format(organ.Profile, word, year, serial);
        State = NumberState.Issued;
        CaseId = caseId;
        IssuedAt = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Document word.</summary>
    public string Word { get; private set; } = "";

    /// <summary>Legal year of the decision.</summary>
    public int Year { get; private set; }

    /// <summary>Serial, from 1.</summary>
    public int Serial { get; private set; }

    /// <summary>The number as printed; never recomputed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>State of the number.</summary>
    public NumberState State { get; private set; }

    /// <summary>The case it was issued to.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>Who approved the voiding.</summary>
    public Guid? VoidedBy { get; private set; }

    /// <summary>When it was voided.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>The longest document word that is reckoned with.</summary>
    private const int LongestWord = 10;

    /// <summary>Whether every number by this template is short enough.</summary>
    public static bool Fits(OrganisationProfile profile) =>
        Written(profile, new string('字', LongestWord), year: 9999, serial: 99_999_999).Length <= MaxLength;

    /// <summary>Formats a number by the organ's template.</summary>
    [StatutoryRule("CN-1"), StatutoryRule("CN-2"), StatutoryRule("CN-4"), StatutoryRule("CN-5")]
    public static string Format(OrganisationProfile profile, string word, int year, int serial)
    {
        var text = Written(profile, word, year, serial);
        return text.Length <= MaxLength
            ? text
            : throw new ArgumentException($"The number has more than {MaxLength} characters.", nameof(profile));
    }

    private static string Written(OrganisationProfile profile, string word, int year, int serial) =>
        profile
            .NumberTemplate.Replace("{short}", profile.ShortName, StringComparison.Ordinal)
            .Replace("{word}", word, StringComparison.Ordinal)
            .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(
                "{serial}",
                serial.ToString(CultureInfo.InvariantCulture).PadLeft(profile.NumberDigits, '0'),
                StringComparison.Ordinal
            );

    /// <summary>Voids the number; the row stays with its reason, and the number is never used again.</summary>
    internal void Void(string reason, Guid approver, DateTimeOffset at)
    {
        State = NumberState.Voided;
        VoidReason = reason;
        VoidedBy = approver;
        VoidedAt = at;
    }
}
