using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Kind of particular that is hidden before publication (隐去的内容).</summary>
public enum MaskKind
{
    /// <summary>姓名: of a natural person.</summary>
    [Term("姓名")]
    PersonName,

    /// <summary>身份证件、账户等长号码: fifteen characters or more.</summary>
    [Term("证件号码、账号")]
    LongNumber,

    /// <summary>手机号码.</summary>
    [Term("手机号码")]
    MobileNumber,

    /// <summary>其他号码: telephone, passport, permit, any other number of seven digits or more.</summary>
    [Term("其他号码")]
    OtherNumber,

    /// <summary>车牌号.</summary>
    [Term("车牌号")]
    Plate,

    /// <summary>住址.</summary>
    [Term("住址")]
    HomeAddress,

    /// <summary>电子邮箱、微信等网络账号.</summary>
    [Term("网络账号")]
    OnlineAccount,

    /// <summary>经办人指明隐去的内容: what the clerk named.</summary>
    [Term("指明隐去的内容")]
    Named,
}

/// <summary>How a natural person is linked to the case (与案件的关系).</summary>
public enum LinkedAs
{
    /// <summary>当事人、经营者: surname and 某.</summary>
    Party,

    /// <summary>其他人员 (witness, neighbour, agent, officer): surname and 某.</summary>
    Other,

    /// <summary>举报人、投诉人: never mentioned.</summary>
    Informant,
}

/// <summary>A natural person whose name may occur in a text of the case.</summary>
/// <param name="Name">Name, as in the file.</param>
/// <param name="As">How the person is linked to the case.</param>
public sealed record LinkedPerson(string Name, LinkedAs As);

/// <summary>What a text is masked by.</summary>
public sealed record MaskContext
{
    /// <summary>Version of the rules by which texts are masked; stored with every copy.</summary>
    public const int RulesVersion = 1;

    /// <summary>Natural persons whose names must not be shown.</summary>
    public IReadOnlyList<LinkedPerson> Persons { get; init; } = [];

    /// <summary>Names and numbers that are public: organisation names, credit codes, document numbers, certificate numbers.</summary>
    public IReadOnlyList<string> Public { get; init; } = [];

    /// <summary>Home addresses of natural persons, shown down to the street or town.</summary>
    public IReadOnlyList<string> HomeAddresses { get; init; } = [];

    /// <summary>Numbers of the party (document, telephone), hidden whatever they look like.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Further texts that the clerk hides.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Keys of doubts that the clerk looked at and hides.</summary>
    public IReadOnlyList<string> Hide { get; init; } = [];

    /// <summary>Keys of doubts and of other numbers that the clerk looked at and shows.</summary>
    public IReadOnlyList<string> Show { get; init; } = [];

    /// <summary>Key of a place in a text: the clerk answers for it by key, so that what is hidden is stored nowhere.</summary>
    internal static string KeyOf(MaskKind kind, string compact) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{compact}")))[..16];
}

/// <summary>A place that was found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Key by which the clerk answers for it.</param>
/// <param name="Text">The text as it is written.</param>
/// <param name="IsHidden">Whether it is hidden in the copy.</param>
/// <param name="IsOpen">Whether the clerk must answer for it before the copy may be published.</param>
/// <param name="MayBeShown">Whether the clerk may show it.</param>
public sealed record MaskFinding(MaskKind Kind, string Key, string Text, bool IsHidden, bool IsOpen, bool MayBeShown);

/// <summary>A text as it may be shown, and what was found in it.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Findings">What was found, in the order of the text.</param>
public sealed record MaskedText(string Text, IReadOnlyList<MaskFinding> Findings)
{
    /// <summary>Whether nothing waits for an answer of the clerk.</summary>
    public bool IsClear => !Findings.Any(f => f.IsOpen);

    /// <summary>Whether nothing was found at all.</summary>
    public bool IsUntouched() => Findings.Count == 0;
}
