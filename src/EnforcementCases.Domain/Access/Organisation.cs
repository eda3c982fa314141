using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Access;

/// <summary>Kind of an organisation: its level in the tree.</summary>
public enum OrganisationKind
{
    /// <summary>市.</summary>
    City,

    /// <summary>区.</summary>
    District,

    /// <summary>街道办事处: a branch office (派出机关) of the district that decides in its own name.</summary>
    Street,

    /// <summary>乡镇人民政府: decides in its own name.</summary>
    Town,

    /// <summary>大队或中队: an internal body, in whose name nothing is decided.</summary>
    Team,
}

/// <summary>An organisation (机构) in the tree city – district – street or town – team.</summary>
/// <remarks>Rule APL-17: a decision is issued in the name and seal of the street office or town government, never of the brigade.
/// The organ of a team is the street or town above it.</remarks>
public sealed class Organisation : RecordedAggregate
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 24;

    /// <summary>Longest path of codes from the root.</summary>
    public const int PathMaxLength = 200;

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>The organisation is no organ: a brigade or team cannot decide in its own name.</summary>
    public static readonly DomainError NoOrgan = new(
        "organisation.no-organ",
        "APL-17",
        ErrorKind.RuleBroken,
        "处罚决定应当以街道办事处或者乡镇人民政府的名义作出",
        PenaltyLaw.At("第十七条")
    );

    /// <summary>An organisation placed under a parent of the wrong level: a street below a team, a city below a district.</summary>
    public static readonly DomainError WrongParent = new(
        "organisation.wrong-parent",
        null,
        ErrorKind.Unacceptable,
        "机构层级应为：市、区、街道或者乡镇、大队或者中队"
    );

    /// <summary>The path would be longer than allowed.</summary>
    public static readonly DomainError PathTooLong = new(
        "organisation.path-too-long",
        null,
        ErrorKind.Unacceptable,
        "机构层级过深或者代码过长"
    );

    private Organisation() { }

    /// <summary>Founds an organisation.</summary>
    /// <exception cref="DomainException"><see cref="WrongParent"/> or <see cref="PathTooLong"/>.</exception>
    public Organisation(
        Guid id,
        Organisation? parent,
        OrganisationKind kind,
        string code,
        string name,
        OrganisationProfile profile,
        DateTimeOffset at
    )
    {
        if (parent is not null && !MayStandBelow(kind, parent.Kind))
            throw WrongParent.With($"{kind} 不能设在 {parent.Kind} 之下");
        Id = id;
        ParentId = parent?.Id;
        Kind = kind;
        Code = code;
        Name = name;
        Path = $"{parent?.Path ?? "/"}{code}/";
        if (Path.Length > PathMaxLength)
            throw PathTooLong.With($"路径 {Path.Length} 字符，限 {PathMaxLength}");
        OrganId = kind is OrganisationKind.Street or OrganisationKind.Town ? id : parent?.OrganId;
        Profile = profile;
        CreatedAt = at;
        Record(
            new("organisation-founded", at, new RecordFields().Add("path", Path).Add("kind", kind).Add("name", name).Add("organ", OrganId))
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation above; null at the root.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Level in the tree.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>Lower-case letters, digits and hyphen; unique among its siblings.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Codes from the root, each followed by a slash: <c>/tj/bhxq/hg/</c>. The scope of every reader is a prefix of it.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Path of the organisation above, <c>/tj/bhxq/</c>; <c>/</c> at the root. Organisations never move in the tree.</summary>
    public string ParentPath => Path[..^(Code.Length + 1)];

    /// <summary>Full name, as printed on decisions if it is an organ: 天津市滨海新区人民政府汉沽街道办事处.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The organ (street or town) in whose name it acts; itself for a street or town; null for a city or district.</summary>
    public Guid? OrganId { get; private set; }

    /// <summary>Data printed on decisions and used for document numbers.</summary>
    public OrganisationProfile Profile { get; private set; } = new();

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => Id;

    /// <inheritdoc />
    public override string RecordOrganisationPath => Path;

    /// <summary>A change was asked for that a second person confirms: the author of another one reads it first.</summary>
    public void ChangeWasAsked() => Version++;

    /// <summary>Changes the seal image (印章图样), from now on; documents already issued keep theirs.</summary>
    public void ChangeSeal(string sealSha256, DateTimeOffset at)
    {
        Profile = Profile with { SealSha256 = sealSha256 };
        Version++;
        Record(new("organisation-seal-changed", at, new RecordFields().Add("sealSha256", sealSha256)));
    }

    /// <summary>Changes the profile (机构信息), from now on; documents already issued keep what they printed.</summary>
    public void ChangeProfile(string name, OrganisationProfile profile, DateTimeOffset at)
    {
        Name = name;
        Profile = profile;
        Version++;
        Record(
            new(
                "organisation-profile-changed",
                at,
                new RecordFields()
                    .Add("name", name)
                    .Add("shortName", profile.ShortName)
                    .Add("numberTemplate", profile.NumberTemplate)
                    .Add("reconsiderationOrgan", profile.ReconsiderationOrgan)
                    .Add("payee", profile.PayeeText)
                    .Add("sealSha256", profile.SealSha256)
            )
        );
    }

    private static bool MayStandBelow(OrganisationKind kind, OrganisationKind parent) =>
        kind switch
        {
            OrganisationKind.City => false,
            OrganisationKind.District => parent is OrganisationKind.City,
            OrganisationKind.Street or OrganisationKind.Town => parent is OrganisationKind.District or OrganisationKind.City,
            OrganisationKind.Team => parent is not OrganisationKind.Team,
        };
}

/// <summary>Particulars of an organ that are printed on decisions and used in document numbers (机构信息).</summary>
public sealed record OrganisationProfile
{
    /// <summary>Default pattern of document numbers; <c>{short}</c>, <c>{word}</c>, <c>{year}</c> and <c>{serial}</c> are filled in.</summary>
    public const string DefaultNumberTemplate = "津{short}综执{word}字〔{year}〕第{serial}号";

    /// <summary>Longest short name.</summary>
    public const int ShortNameMaxLength = 20;

    /// <summary>Short name in document numbers (简称), 汉街; unique within a district.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Pattern of document numbers (文号格式); contains <c>{year}</c> and <c>{serial}</c>.</summary>
    public string NumberTemplate { get; init; } = DefaultNumberTemplate;

    /// <summary>Digits of the serial, zero-padded; 0 means no padding.</summary>
    public int NumberDigits { get; init; } = 4;

    /// <summary>The organ that hears reconsideration (复议机关), ARL-24: the district people's government.</summary>
    public string ReconsiderationOrgan { get; init; } = "";

    /// <summary>The court that hears suits (管辖法院), as printed.</summary>
    public string Court { get; init; } = "";

    /// <summary>Bank and account where fines are paid (代收机构), as printed.</summary>
    public string PayeeText { get; init; } = "";

    /// <summary>Division codes (行政区划代码) of the area, separated by commas. Each is a prefix: the code of a place in the area starts with one of them. Empty: the
    /// whole country.</summary>
    public string DivisionCodes { get; init; } = "";

    /// <summary>Address and telephone, as printed.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The code of the area that a place lies in; the first code of the area if the place lies in none of them.</summary>
    public string AreaOf(string placeCode)
    {
        var codes = DivisionCodes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(codes, code => placeCode.StartsWith(code, StringComparison.Ordinal)) ?? codes.FirstOrDefault("");
    }

    /// <summary>SHA-256 of the seal image (印章), hex; if null, a blank space for the physical seal is printed.</summary>
    public string? SealSha256 { get; init; }
}
