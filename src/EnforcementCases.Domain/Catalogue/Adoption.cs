using System.Globalization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>An organ's adoption of a matter (承接赋权事项): first and last day, instrument and area. 行政处罚法 第二十四条.</summary>
public sealed class Adoption : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest name of the instrument.</summary>
    public const int InstrumentMaxLength = 200;

    /// <summary>Longest list of division codes.</summary>
    public const int AreaMaxLength = 400;

    /// <summary>The matter applies to another place, or is not in the catalogue.</summary>
    public static readonly DomainError NotAdoptable = new(
        "adoption.not-adoptable",
        "APL-24",
        ErrorKind.RuleBroken,
        "该案由不适用于本市，不能承接",
        PenaltyLaw.At("第二十四条第一款")
    );

    /// <summary>The organ has already adopted the matter for that time and area.</summary>
    public static readonly DomainError Overlaps = new(
        "adoption.overlaps",
        "APL-24",
        ErrorKind.Conflict,
        "本机关在该期间、该区域已经承接该案由"
    );

    private Adoption() { }

    /// <summary>Adopts a matter.</summary>
    /// <param name="organ">The street office or town government.</param>
    /// <param name="violation">The matter in any of its versions.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, inclusive; null if open-ended.</param>
    /// <param name="instrument">Decision that hands the power over (赋权文件).</param>
    /// <param name="areaCodes">Division codes, each a prefix; none means the whole area of the organ.</param>
    /// <param name="isDemo">Made for demonstration; never to be relied on.</param>
    /// <exception cref="DomainException"><see cref="Organisation.NoOrgan"/> or <see cref="NotAdoptable"/>.</exception>
    public Adoption(
        Guid id,
        Organisation organ,
        ViolationVersion violation,
        DateOnly from,
        DateOnly? to,
        string instrument,
        IReadOnlyCollection<string> areaCodes,
        bool isDemo,
        Guid enteredBy,
        DateTimeOffset at
    )
    {
        if (organ.OrganId != organ.Id)
            throw Organisation.NoOrgan.With($"{organ.Name} 不是街道办事处或者乡镇人民政府");
        if (!violation.AppliesInTianjin)
            throw NotAdoptable.With($"{violation.Code} 适用于{violation.Jurisdiction}");
        Id = id;
        OrganId = organ.Id;
        OrganisationPath = organ.Path;
        ViolationCode = violation.Code;
        From = from;
        To = to;
        Instrument = instrument;
        AreaCodes = [.. areaCodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        IsDemo = isDemo;
        EnteredBy = enteredBy;
        EnteredAt = at;
        Record(
            new(
                "matter-adopted",
                at,
                new RecordFields()
                    .Add("adoption", id)
                    .Add("violation", ViolationCode)
                    .Add("from", From)
                    .Add("to", To)
                    .Add("instrument", Instrument)
                    .Add("areaCodes", AreaCodes)
                    .Add("demo", IsDemo)
            )
        );
    }

    /// <summary>Identity; stored in each case that relies on it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organ that adopted it.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Code of the violation, in whichever version is in force.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null if open-ended.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Decision that hands the power over (赋权文件).</summary>
    public string Instrument { get; private set; } = "";

    /// <summary>Division codes, each a prefix of those of places inside; none means the whole area of the organ.</summary>
    public IReadOnlyList<string> AreaCodes { get; private set; } = [];

    /// <summary>Made for demonstration; never to be relied on.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Person who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Sets or moves the last day of the adoption (终止承接); acts done while it was in force keep it.</summary>
    /// <param name="lastDay">Last day; not before the first.</param>
    public void EndOn(DateOnly lastDay, DateTimeOffset at)
    {
        var before = To;
        To = lastDay;
        Version++;
        Record(
            new(
                "adoption-ended",
                at,
                new RecordFields().Add("adoption", Id).Add("violation", ViolationCode).Add("toBefore", before).Add("to", lastDay)
            )
        );
    }

    /// <summary>Whether it is in force on the day.</summary>
    public bool IsInForceOn(DateOnly day) => day >= From && (To is not { } to || day <= to);

    /// <summary>Whether it covers a place.</summary>
    /// <param name="divisionCode">Division code of the place; null if it is not known, which only an adoption for the whole area covers.</param>
    public bool Covers(string? divisionCode) =>
        AreaCodes.Count == 0 || (divisionCode is not null && AreaCodes.Any(a => divisionCode.StartsWith(a, StringComparison.Ordinal)));

    /// <summary>Refuses a second adoption of the same matter for days and places that this one covers.</summary>
    /// <exception cref="DomainException"><see cref="Overlaps"/>.</exception>
    public void EnsureApartFrom(Adoption other)
    {
        var sameDays = (other.To is not { } otherTo || From <= otherTo) && (To is not { } to || other.From <= to);
        var samePlaces =
            AreaCodes.Count == 0
            || other.AreaCodes.Count == 0
            || AreaCodes.Any(a =>
                other.AreaCodes.Any(b => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))
            );
        if (OrganId == other.OrganId && ViolationCode == other.ViolationCode && sameDays && samePlaces)
            throw Overlaps.With(
                $"{ViolationCode}：{other.From:yyyy-MM-dd} 至 {(other.To is { } last ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "今")}"
            );
    }
}
