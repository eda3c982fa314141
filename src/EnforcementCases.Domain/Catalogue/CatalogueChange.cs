using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>Kind of a row of a catalogue change.</summary>
public enum CatalogueRowKind
{
    /// <summary>案由.</summary>
    [Term("案由")]
    Violation,

    /// <summary>裁量权基准.</summary>
    [Term("裁量权基准")]
    Benchmark,

    /// <summary>免罚清单.</summary>
    [Term("免罚清单")]
    Exemption,

    /// <summary>承接事项.</summary>
    [Term("承接事项")]
    Adoption,

    /// <summary>因地参数.</summary>
    [Term("因地参数")]
    Parameter,

    /// <summary>工作日历.</summary>
    [Term("工作日历")]
    CalendarYear,
}

/// <summary>Names of the kinds of rows.</summary>
public static class CatalogueRowKinds
{
    /// <summary>Whether it holds for every street and town of the installation, not for one organisation and those below it.</summary>
    public static bool HoldsEverywhere(this CatalogueRowKind kind) =>
        kind is CatalogueRowKind.Violation or CatalogueRowKind.Benchmark or CatalogueRowKind.Exemption or CatalogueRowKind.CalendarYear;
}

/// <summary>State of a catalogue change.</summary>
public enum CatalogueChangeState
{
    /// <summary>待确认: has no effect yet.</summary>
    Pending,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>已退回, by the second clerk with the reason.</summary>
    Rejected,

    /// <summary>已撤回, by the clerk who entered it.</summary>
    Withdrawn,
}

/// <summary>A field of a row that changes.</summary>
/// <param name="Field">Name in the row, <c>fine_individual.max</c>.</param>
/// <param name="Label">Its name in Chinese, as in the sheet.</param>
/// <param name="Old">Old value; null if none. For a list, only the entries that are removed.</param>
/// <param name="New">New value; null if none. For a list, only the entries that are added.</param>
public sealed record CatalogueFieldChange(string Field, [property: Bilingual] string Label, string? Old, string? New);

/// <summary>A row of a catalogue change as it was judged when it was entered.</summary>
/// <param name="Kind">Kind of the row.</param>
/// <param name="Place">Position in the file.</param>
/// <param name="Key">Code, organisation and key, or year.</param>
/// <param name="Name">Display name.</param>
/// <param name="Outcome">Outcome of the row.</param>
/// <param name="ValidFrom">First day; null if none is known.</param>
/// <param name="ValidTo">Last day; null if open-ended.</param>
/// <param name="Ends">The version that it ends, and when, in Chinese; null if nothing ends.</param>
/// <param name="Fields">What changes, field by field.</param>
/// <param name="Notes">Remarks for the second clerk; they do not refuse the row.</param>
/// <param name="Content">The row as JSON.</param>
public sealed record CatalogueChangeRow(
    CatalogueRowKind Kind,
    string Place,
    string Key,
    string Name,
    CatalogueRowOutcome Outcome,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? Ends,
    IReadOnlyList<CatalogueFieldChange> Fields,
    IReadOnlyList<string> Notes,
    string Content
)
{
    /// <summary>Whether the row would still have the same effect on the present catalogue; notes are not compared.</summary>
    public bool DoesTheSameAs(CatalogueChangeRow other) =>
        (Kind, Key, Outcome, ValidFrom, ValidTo, Ends) == (other.Kind, other.Key, other.Outcome, other.ValidFrom, other.ValidTo, other.Ends)
        && Fields.SequenceEqual(other.Fields);
}

/// <summary>A change of the catalogue (目录变更): entered by one clerk, effective once a second person has confirmed it, never edited. 行政处罚法 第三十七条.</summary>
public sealed class CatalogueChange : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest basis.</summary>
    public const int BasisMaxLength = 300;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 400;

    /// <summary>No such change, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("catalogue-change.not-found", null, ErrorKind.NotFound, "没有找到该目录变更");

    /// <summary>The person who entered it may neither confirm nor reject it.</summary>
    public static readonly DomainError SecondPersonNeeded = new(
        "catalogue-change.second-person-needed",
        null,
        ErrorKind.Forbidden,
        "目录变更由另一名目录管理员确认，录入人不得自行确认"
    );

    /// <summary>Only the person who entered it may withdraw it.</summary>
    public static readonly DomainError NotYours = new(
        "catalogue-change.not-yours",
        null,
        ErrorKind.Forbidden,
        "目录变更由录入人撤回；其他人可以退回"
    );

    /// <summary>The change applies to an organisation outside the clerk's scope.</summary>
    public static readonly DomainError ReachesFurther = new(
        "catalogue-change.reaches-further",
        null,
        ErrorKind.Forbidden,
        "该内容对本系统内全部街道、乡镇生效，由管辖全部街道、乡镇的机构的目录管理员办理"
    );

    /// <summary>It was confirmed, rejected or withdrawn already.</summary>
    public static readonly DomainError NotPending = new("catalogue-change.not-pending", null, ErrorKind.Conflict, "该目录变更已经办结");

    /// <summary>The catalogue has changed since the rows were judged.</summary>
    public static readonly DomainError BaseChanged = new(
        "catalogue-change.base-changed",
        null,
        ErrorKind.Conflict,
        "录入以后目录已有变化，该变更不再相符，请退回或者撤回后重新录入"
    );

    /// <summary>The catalogue already contains every row.</summary>
    public static readonly DomainError NothingChanges = new(
        "catalogue-change.nothing-changes",
        null,
        ErrorKind.Conflict,
        "与现行目录相同，没有需要变更的内容"
    );

    private CatalogueChange() { }

    /// <summary>Enters a change; it has no effect before it is confirmed.</summary>
    /// <param name="organisation">The clerk's organisation.</param>
    /// <param name="rows">What changes.</param>
    /// <param name="basis">Instrument that it is based on.</param>
    public CatalogueChange(
        Guid id,
        long seq,
        Organisation organisation,
        IReadOnlyList<CatalogueChangeRow> rows,
        string basis,
        Guid enteredBy,
        DateTimeOffset at
    )
    {
        Id = id;
        Seq = seq;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        Rows = rows;
        Basis = basis;
        (EnteredBy, EnteredAt) = (enteredBy, at);
        Record(
            new("catalogue-change-entered", at, new RecordFields().Add("change", id).Add("basis", basis).Add("rows", rows.Select(Recorded)))
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>The clerk's organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The rows, as they were judged when the change was entered.</summary>
    public IReadOnlyList<CatalogueChangeRow> Rows { get; private set; } = [];

    /// <summary>Instrument that it is based on.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Its state.</summary>
    public CatalogueChangeState State { get; private set; } = CatalogueChangeState.Pending;

    /// <summary>Person who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Person who confirmed, rejected or withdrew it; null if pending.</summary>
    public Guid? SettledBy { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was rejected or withdrawn; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Confirms it (确认); the rows are taken over in the same transaction.</summary>
    /// <param name="judgedNow">The rows as they are judged now, against the present catalogue.</param>
    /// <exception cref="DomainException"><see cref="NotPending"/>, <see cref="SecondPersonNeeded"/> or <see cref="BaseChanged"/>.</exception>
    public void Confirm(IReadOnlyList<CatalogueChangeRow> judgedNow, Guid personId, DateTimeOffset at)
    {
        EnsureMayBeConfirmedBy(personId);
        var moved = Rows.Zip(judgedNow)
            .Where(r => !r.First.DoesTheSameAs(r.Second))
            .Select(r => $"{r.First.Place} {r.First.Name}")
            .ToList();
        if (moved.Count > 0)
            throw BaseChanged.With(string.Join('；', moved.Take(5)));
        Settle(CatalogueChangeState.Confirmed, "catalogue-change-confirmed", personId, null, at);
        if (Rows.Any(r => r.Kind is CatalogueRowKind.CalendarYear))
            Raise(new CalendarChanged(this));
    }

    /// <summary>Refuses a person who may not confirm it.</summary>
    /// <exception cref="DomainException"><see cref="NotPending"/> or <see cref="SecondPersonNeeded"/>.</exception>
    public void EnsureMayBeConfirmedBy(Guid personId)
    {
        EnsurePending();
        if (personId == EnteredBy)
            throw SecondPersonNeeded.With("录入人与确认人是同一人", "由另一名目录管理员确认，或者由录入人撤回");
    }

    /// <summary>Sends it back (退回) with the reason.</summary>
    /// <exception cref="DomainException"><see cref="NotPending"/> or <see cref="SecondPersonNeeded"/>.</exception>
    public void Reject(string reason, Guid personId, DateTimeOffset at)
    {
        EnsureMayBeConfirmedBy(personId);
        Settle(CatalogueChangeState.Rejected, "catalogue-change-rejected", personId, reason, at);
    }

    /// <summary>Takes it back (撤回) with the reason.</summary>
    /// <exception cref="DomainException"><see cref="NotPending"/> or <see cref="NotYours"/>.</exception>
    public void Withdraw(string reason, Guid personId, DateTimeOffset at)
    {
        EnsurePending();
        if (personId != EnteredBy)
            throw NotYours.With("撤回人不是录入人");
        Settle(CatalogueChangeState.Withdrawn, "catalogue-change-withdrawn", personId, reason, at);
    }

    private void EnsurePending()
    {
        if (State is not CatalogueChangeState.Pending)
            throw NotPending.With($"已于 {LegalDate.Of(SettledAt!.Value):yyyy-MM-dd} 办结");
    }

    private void Settle(CatalogueChangeState state, string recordedAs, Guid personId, string? reason, DateTimeOffset at)
    {
        (State, SettledBy, SettledAt, Reason) = (state, personId, at, reason);
        Version++;
        Record(new(recordedAs, at, new RecordFields().Add("change", Id), reason is null ? null : new RecordFields().Add("reason", reason)));
    }

    private static RecordFields Recorded(CatalogueChangeRow row) =>
        new RecordFields()
            .Add("kind", row.Kind)
            .Add("key", row.Key)
            .Add("outcome", row.Outcome)
            .Add("from", row.ValidFrom)
            .Add("to", row.ValidTo)
            .Add("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Content))));
}
