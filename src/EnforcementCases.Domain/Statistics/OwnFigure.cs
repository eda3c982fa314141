using System.Text.RegularExpressions;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Statistics;

/// <summary>What a place states of a figure of its own.</summary>
/// <param name="Name">Name in Chinese.</param>
/// <param name="Unit">Unit, 人次.</param>
/// <param name="Value">Value in its unit.</param>
/// <param name="Parts">Keys of the figures, own or computed, that it has to be the sum of; none if it is no sum.</param>
/// <param name="Source">Where the value comes from (数据来源): a register, a report.</param>
public sealed record OwnFigureContent(string Name, string Unit, decimal Value, IReadOnlyList<string> Parts, string Source);

/// <summary>A figure that a place types in (自填指标): beside the computed ones, never in place of one, marked in every output. Every change is a revision; none is lost.</summary>
public sealed partial class OwnFigure : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest key.</summary>
    public const int KeyMaxLength = 60;

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest unit.</summary>
    public const int UnitMaxLength = 20;

    /// <summary>Longest source.</summary>
    public const int SourceMaxLength = 500;

    /// <summary>Most parts of a sum.</summary>
    public const int MaxParts = 50;

    /// <summary>The key is that of a computed figure.</summary>
    public static readonly DomainError Computed = new(
        "statistics.figure-computed",
        "ST-11",
        ErrorKind.Unacceptable,
        "由案件计算的指标不得手工填写"
    );

    /// <summary>No such figure.</summary>
    public static readonly DomainError NotFound = new("statistics.own-figure-not-found", null, ErrorKind.NotFound, "没有找到该自填指标");

    /// <summary>The key has another form.</summary>
    public static readonly DomainError BadKey = new(
        "statistics.own-figure-key",
        null,
        ErrorKind.Malformed,
        "自填指标的标识以小写英文字母开头，只含英文字母和数字"
    );

    /// <summary>It is a part of itself.</summary>
    public static readonly DomainError PartOfItself = new(
        "statistics.part-of-itself",
        "ST-11",
        ErrorKind.Malformed,
        "自填指标不得是自身的组成部分"
    );

    private OwnFigure() { }

    private OwnFigure(Guid id, Organisation organisation, int year, string key, int revision, Guid by, DateTimeOffset at)
    {
        (Id, OrganisationId, OrganisationPath) = (id, organisation.Id, organisation.Path);
        (Year, Key, Revision, EnteredBy, EnteredAt) = (year, key, revision, by, at);
    }

    /// <summary>Identity of this revision.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation whose figure it is.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Statistical year.</summary>
    public int Year { get; private set; }

    /// <summary>Stable name.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Revision, from 1; the last one is in force.</summary>
    public int Revision { get; private set; }

    /// <summary>Name in Chinese.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Value.</summary>
    public decimal Value { get; private set; }

    /// <summary>Keys of its parts, separated by blanks.</summary>
    public string PartKeys { get; private set; } = "";

    /// <summary>Keys of the figures that it is the sum of.</summary>
    public IReadOnlyList<string> Parts => PartKeys.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where the value comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The person who typed it in.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Whether this revision takes the figure back.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>A figure is typed in, or corrected.</summary>
    /// <param name="last">Its revision in force; null for the first.</param>
    /// <exception cref="DomainException"><see cref="BadKey"/>, <see cref="Computed"/>, <see cref="PartOfItself"/>.</exception>
    public static OwnFigure Enter(
        Guid id,
        Organisation organisation,
        int year,
        string key,
        OwnFigureContent content,
        OwnFigure? last,
        Guid by,
        DateTimeOffset at
    )
    {
        if (!KeyForm().IsMatch(key))
            throw BadKey.With($"标识 {key}");
        if (Statistics.Figures.Contains(key))
            throw Computed.With($"指标 {key} 由案件计算", "另用一个标识");
        if (content.Parts.Contains(key, StringComparer.Ordinal))
            throw PartOfItself.With($"指标 {key}").At("/parts");
        var entered = new OwnFigure(id, organisation, year, key, (last?.Revision ?? 0) + 1, by, at)
        {
            Name = content.Name,
            Unit = content.Unit,
            Value = content.Value,
            PartKeys = string.Join(' ', content.Parts.Distinct(StringComparer.Ordinal)),
            Source = content.Source,
        };
        entered.Enter("own-figure-entered");
        return entered;
    }

    /// <summary>The figure is taken back; its revisions remain.</summary>
    public OwnFigure Withdraw(Guid id, Organisation organisation, Guid by, DateTimeOffset at)
    {
        var withdrawn = new OwnFigure(id, organisation, Year, Key, Revision + 1, by, at)
        {
            Name = Name,
            Unit = Unit,
            Value = Value,
            PartKeys = PartKeys,
            Source = Source,
            IsWithdrawn = true,
        };
        withdrawn.Enter("own-figure-withdrawn");
        return withdrawn;
    }

    private void Enter(string type) =>
        Record(
            new(
                type,
                EnteredAt,
                new RecordFields()
                    .Add("figure", Key)
                    .Add("year", Year)
                    .Add("revision", Revision)
                    .Add("name", Name)
                    .Add("unit", Unit)
                    .Add("value", Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    .Add("parts", PartKeys)
                    .Add("source", Source)
                    .Add("person", EnteredBy)
            )
        );

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,59}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyForm();
}
