using System.Globalization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>What is wrong with a row.</summary>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
public sealed record CatalogueRowError(string Code, [property: Bilingual] string Message);

/// <summary>What one row of a file does.</summary>
/// <param name="Kind">Kind of the row.</param>
/// <param name="Place">Position of the row in the file.</param>
/// <param name="Key">What the row concerns: a code; organisation and key for a parameter; a year for a calendar.</param>
/// <param name="Name">Display name.</param>
/// <param name="Outcome">What it does.</param>
/// <param name="ValidFrom">First day; null if unknown.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended.</param>
/// <param name="Ends">What it ends, and when, in Chinese; null if nothing.</param>
/// <param name="Fields">The changes, field by field.</param>
/// <param name="Notes">Points that the second clerk should check; they do not reject the row.</param>
/// <param name="Errors">Errors of the row; empty if none.</param>
public sealed record CatalogueRowReport(
    CatalogueRowKind Kind,
    string Place,
    string Key,
    string Name,
    CatalogueRowOutcome Outcome,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    [property: Bilingual] string? Ends,
    IReadOnlyList<CatalogueFieldChange> Fields,
    [property: Bilingual] IReadOnlyList<string> Notes,
    IReadOnlyList<CatalogueRowError> Errors
)
{
    internal static CatalogueRowReport Of(CatalogueChangeRow row, IReadOnlyList<CatalogueRowError>? errors = null) =>
        new(row.Kind, row.Place, row.Key, row.Name, row.Outcome, row.ValidFrom, row.ValidTo, row.Ends, row.Fields, row.Notes, errors ?? []);
}

/// <summary>Who applies rows, and when.</summary>
/// <param name="DataSetId">The data set that new versions belong to.</param>
/// <param name="Number">Its number; part of the label of a version, with the first day.</param>
internal sealed record TakingOver(Guid DataSetId, int Number, Guid EnteredBy, Guid ConfirmedBy, DateTimeOffset At)
{
    /// <summary>Label of a version: unique among those of its code.</summary>
    public string LabelOf(DateOnly? from) => $"{from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none"}.c{Number}";
}

/// <summary>A version that ends with a change; open cases may be based on it.</summary>
/// <param name="VersionId">Version of a violation, or the adoption.</param>
/// <param name="Because">What happens to it, in Chinese.</param>
internal sealed record EndingVersion(Guid VersionId, string Because);

/// <summary>A validated row: what it does, and how it is applied.</summary>
internal sealed class PlannedRow(CatalogueFileRow source)
{
    public CatalogueFileRow Source { get; } = source;

    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public CatalogueRowOutcome Outcome { get; set; }

    public Validity Validity { get; set; }

    public string? Ends { get; set; }

    public IReadOnlyList<CatalogueFieldChange> Fields { get; set; } = [];

    public List<string> Notes { get; } = [];

    public List<CatalogueRowError> Errors { get; } = [];

    /// <summary>The first error of the row; null if none.</summary>
    public DomainException? Refusal { get; private set; }

    /// <summary>The row as JSON, as stored.</summary>
    public string Content { get; set; } = "";

    /// <summary>Applies the row.</summary>
    public Action<TakingOver> Apply { get; set; } = _ => { };

    /// <summary>The violation or adoption that ends with it; null if none.</summary>
    public EndingVersion? Ending { get; set; }

    public bool Changes => Outcome is not (CatalogueRowOutcome.Unchanged or CatalogueRowOutcome.Rejected);

    public CatalogueChangeRow AsRow() =>
        new(Source.Kind, Source.Place, Key, Name, Outcome, Validity.From, Validity.To, Ends, Fields, Notes, Content);

    public CatalogueRowReport Report() => CatalogueRowReport.Of(AsRow(), Errors);

    public void Reject(DomainException refusal)
    {
        Outcome = CatalogueRowOutcome.Rejected;
        (Fields, Ends, Ending) = ([], null, null);
        Refusal ??= refusal;
        Errors.Add(new(refusal.Error.Code, $"{refusal.Error.Title}：{refusal.Detail}"));
    }
}

/// <summary>All rows of a change, validated against the present catalogue and against each other.</summary>
/// <param name="Rows">In the order of the file.</param>
/// <param name="InOrder">In the order in which they are applied.</param>
/// <param name="Calendar">The calendar after the change; null if the change has no calendar year.</param>
internal sealed record CataloguePlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<PlannedRow> InOrder, WorkingCalendar? Calendar)
{
    public bool IsSound => Rows.All(r => r.Errors.Count == 0);

    public int Count(CatalogueRowOutcome outcome) => Rows.Count(r => r.Outcome == outcome);
}
