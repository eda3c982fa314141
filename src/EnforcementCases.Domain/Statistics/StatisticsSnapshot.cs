using System.Security.Cryptography;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Statistics;

/// <summary>A case behind a figure, with its contribution.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Measure">1 for a count, fen for an amount.</param>
public sealed record CountedCase(Guid CaseId, long Measure);

/// <summary>Extent of the record when figures were frozen (留痕日志截面), so that they can be counted again from the same entries.</summary>
/// <param name="Entries">Entries of the organisation and all below it.</param>
/// <param name="LastSeq">Sequence of the last of them; 0 if none.</param>
/// <param name="Hash">SHA-256 over "enforcementcases-cut-v1\n" and their hashes in order.</param>
public sealed record RecordCut(long Entries, long LastSeq, byte[] Hash);

/// <summary>The figures of an organisation's year as they were frozen (年度统计快照), ST-10. Never changed; a correction is a new revision that names the one it supersedes.</summary>
public sealed class StatisticsSnapshot : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>The yearly product of penalty figures.</summary>
    public const string AnnualPenalties = "annual-penalties";

    /// <summary>There is a snapshot already, and no reason is given for another.</summary>
    public static readonly DomainError ReasonMissing = new(
        "statistics.reason-missing",
        "ST-10",
        ErrorKind.Conflict,
        "该年度已有统计快照，重新生成须说明理由"
    );

    /// <summary>No such snapshot, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("statistics.snapshot-not-found", null, ErrorKind.NotFound, "没有找到该统计快照");

    /// <summary>The stored figures differ from those that were frozen.</summary>
    public static readonly DomainError Altered = new(
        "statistics.snapshot-altered",
        "ST-10",
        ErrorKind.Damaged,
        "统计快照的内容与生成时的哈希不一致"
    );

    /// <summary>The period has not begun.</summary>
    public static readonly DomainError YearAhead = new("statistics.year-ahead", null, ErrorKind.Unacceptable, "该期间尚未开始");

    private readonly List<SnapshotFigure> figures = [];

    private StatisticsSnapshot() { }

    /// <summary>Freezes a period.</summary>
    /// <param name="last">The snapshot of that period in force; null for the first.</param>
    /// <param name="reason">Why it is superseded; required if <paramref name="last"/> is given.</param>
    /// <param name="checks">The identities; all must be met.</param>
    /// <param name="cut">The record at that moment.</param>
    /// <exception cref="DomainException"><see cref="ReasonMissing"/>, <see cref="YearAhead"/> or <see cref="FigureIdentity.Broken"/>.</exception>
    public StatisticsSnapshot(
        Guid id,
        Organisation organisation,
        FigurePeriod period,
        StatisticsSnapshot? last,
        string? reason,
        DateTimeOffset cutOffAt,
        Guid? generatedBy,
        IReadOnlyList<FigureCheck> checks,
        RecordCut cut
    )
    {
        if (last is not null && string.IsNullOrWhiteSpace(reason))
            throw ReasonMissing.With($"{period.Name}第 {last.Revision} 版生成于 {LegalDate.Of(last.GeneratedAt):yyyy-MM-dd}");
        var today = LegalDate.Of(cutOffAt);
        if (today < period.FirstDay)
            throw YearAhead.With($"{period.Name}尚未开始");
        FigureIdentity.EnsureHold(checks);
        Id = id;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        Year = period.Year;
        Period = period.Key;
        Revision = (last?.Revision ?? 0) + 1;
        SupersedesId = last?.Id;
        ReasonForChange = last is null ? null : reason;
        CutOffAt = cutOffAt;
        GeneratedAt = cutOffAt;
        GeneratedBy = generatedBy;
        IsPreliminary = !period.IsOver(today);
        StoredChecks = SnapshotContent.Write(new FigureChecks(checks));
        LogEntries = cut.Entries;
        LogLastSeq = cut.LastSeq;
        LogHash = cut.Hash;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Kind of yearly product.</summary>
    public string Product { get; private set; } = AnnualPenalties;

    /// <summary>Statistical year.</summary>
    public int Year { get; private set; }

    /// <summary>The period: <c>2026</c>, <c>2026-Q2</c>, <c>2026-05</c>.</summary>
    public string Period { get; private set; } = "";

    /// <summary>The organisation it counts, with all below it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Revision, from 1; unique for product, period and organisation.</summary>
    public int Revision { get; private set; }

    /// <summary>The snapshot it supersedes; null for the first.</summary>
    public Guid? SupersedesId { get; private set; }

    /// <summary>Why it was superseded; null for the first.</summary>
    public string? ReasonForChange { get; private set; }

    /// <summary>Moment of the cut: entries up to it are counted.</summary>
    public DateTimeOffset CutOffAt { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset GeneratedAt { get; private set; }

    /// <summary>Person who requested it; null: the system on schedule.</summary>
    public Guid? GeneratedBy { get; private set; }

    /// <summary>Whether the period had not ended yet.</summary>
    public bool IsPreliminary { get; private set; }

    /// <summary>The first of the two persons who release it; null before that.</summary>
    public Guid? FirstApprovedBy { get; private set; }

    /// <summary>When the first person did.</summary>
    public DateTimeOffset? FirstApprovedAt { get; private set; }

    /// <summary>The second person, with whom it is released (发布); null before that.</summary>
    public Guid? ReleasedBy { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The last day for its release: 31 January for a year; null for a quarter or month.</summary>
    public DateOnly? ReleaseDueOn => SnapshotRelease.DueOn(Period, Year);

    /// <summary>Entries of the record at the cut.</summary>
    public long LogEntries { get; private set; }

    /// <summary>Sequence of the last entry at the cut.</summary>
    public long LogLastSeq { get; private set; }

    /// <summary>Hash over the entries at the cut.</summary>
    public byte[] LogHash { get; private set; } = [];

    /// <summary>SHA-256 over figures, versions and case lists, hex.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The identities that were checked.</summary>
    public IReadOnlyList<FigureCheck> Checks => SnapshotContent.Read<FigureChecks>(StoredChecks).Checks;

    /// <summary>The checks as they were written and hashed; see <see cref="StoredFormat"/>.</summary>
    public string StoredChecks { get; private set; } = "";

    /// <summary>The figures.</summary>
    public IReadOnlyList<SnapshotFigure> Figures => figures;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Adds the figures, each with its cases, and enters the freezing in the record of the organisation.</summary>
    /// <exception cref="DomainException"><see cref="FigureIdentity.Broken"/> where the cases of a figure do not add up to its value.</exception>
    public void Freeze(IEnumerable<(FigureDefinition Figure, long Measure, IReadOnlyList<CountedCase> Cases)> counted)
    {
        foreach (var (figure, measure, cases) in counted)
        {
            FigureIdentity.EnsureHold([new($"{figure.Name} = 逐案清单之和", measure, cases.Sum(c => c.Measure))]);
            figures.Add(new(this, figures.Count + 1, figure, measure, cases));
        }
        ContentHash = HashNow();
        Record(
            new(
                "statistics-frozen",
                GeneratedAt,
                new RecordFields()
                    .Add("snapshot", Id)
                    .Add("product", Product)
                    .Add("year", Year)
                    .Add("period", Period)
                    .Add("revision", Revision)
                    .Add("supersedes", SupersedesId)
                    .Add("contentSha256", ContentHash)
                    .Add("logEntries", LogEntries)
                    .Add("logSha256", Convert.ToHexStringLower(LogHash))
                    .Add("figures", figures.Aggregate(new RecordFields(), (all, f) => all.Add(f.Key, f.Measure)))
            )
        );
    }

    /// <summary>Refuses a snapshot whose stored figures, cases or checks differ from those hashed when it was frozen. All its figures must be loaded.</summary>
    /// <exception cref="DomainException"><see cref="Altered"/>.</exception>
    public void EnsureUnaltered()
    {
        if (!string.Equals(HashNow(), ContentHash, StringComparison.Ordinal))
            throw Altered.With($"快照 {Id}");
    }

    /// <summary>A person releases it; two do before it may be published. 年度统计数据 is public by 31 January of the next year.</summary>
    /// <param name="person">The person.</param>
    /// <param name="seen">The content that the person saw, as <see cref="ContentHash"/>.</param>
    /// <param name="newer">Whether a later revision has superseded it.</param>
    /// <param name="own">The figures that the place has added for the year.</param>
    /// <exception cref="DomainException">Preliminary, superseded, another content, the same person twice, or figures that contradict each other.</exception>
    public void Approve(Guid person, string seen, bool newer, IReadOnlyList<OwnFigure> own, DateTimeOffset at)
    {
        if (IsPreliminary)
            throw SnapshotRelease.Preliminary.With($"{Period} 第 {Revision} 版");
        if (newer)
            throw SnapshotRelease.Superseded.With($"{Period} 第 {Revision} 版", "核准最新的一版");
        if (!string.Equals(seen, ContentHash, StringComparison.OrdinalIgnoreCase))
            throw SnapshotRelease.OtherContent.With($"快照的哈希为 {ContentHash}", "重新查阅快照后核准").At("/contentSha256");
        if (ReleasedAt is not null)
            throw SnapshotRelease.AlreadyReleased.With($"{Period} 第 {Revision} 版");
        if (FirstApprovedBy == person)
            throw SnapshotRelease.SamePerson.With($"{Period} 第 {Revision} 版", "由另一人核准");
        EnsureUnaltered();
        SnapshotRelease.EnsureAddUp(own, Figures.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
        if (FirstApprovedBy is null)
            (FirstApprovedBy, FirstApprovedAt) = (person, at);
        else
            (ReleasedBy, ReleasedAt) = (person, at);
        Record(
            new(
                ReleasedAt is null ? "statistics-approved" : "statistics-released",
                at,
                new RecordFields()
                    .Add("snapshot", Id)
                    .Add("period", Period)
                    .Add("revision", Revision)
                    .Add("contentSha256", ContentHash)
                    .Add("person", person)
                    .Add("ownFigures", own.Aggregate(new RecordFields(), (all, f) => all.Add(f.Key, f.Id)))
                    .Add("late", ReleaseDueOn is { } due && ReleasedAt is not null && LegalDate.Of(at) > due)
            )
        );
    }

    private string HashNow() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                CanonicalJson.Write(SnapshotContent.VersionOf(StoredChecks) == 0 ? FieldsOfVersion0() : SnapshotContent.FieldsOf(this))
            )
        );

    /// <summary>Version 0 hashed the cases in a form other than the stored one, and left the checks out.</summary>
    private RecordFields FieldsOfVersion0() =>
        new RecordFields()
            .Add("product", Product)
            .Add("year", Year)
            .Add("organisation", OrganisationPath)
            .Add("figures", figures.OrderBy(f => f.Place).Select(f => f.FieldsOfVersion0()));
}

/// <summary>A figure of a snapshot with the cases behind it.</summary>
public sealed class SnapshotFigure
{
    private SnapshotFigure() { }

    internal SnapshotFigure(StatisticsSnapshot snapshot, int place, FigureDefinition figure, long measure, IReadOnlyList<CountedCase> cases)
    {
        SnapshotId = snapshot.Id;
        Place = place;
        Key = figure.Key;
        Name = figure.Name;
        Unit = figure.Unit;
        CountedBy = figure.CountedBy;
        DefinitionVersion = figure.Version;
        Measure = measure;
        CaseCount = cases.Count;
        StoredCases = SnapshotContent.Write(new FigureCases(cases));
    }

    /// <summary>The snapshot.</summary>
    public Guid SnapshotId { get; private set; }

    /// <summary>Order in the report.</summary>
    public int Place { get; private set; }

    /// <summary>Key of the figure.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Its name at that time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Unit.</summary>
    public FigureUnit Unit { get; private set; }

    /// <summary>Counting date.</summary>
    public CountingDate CountedBy { get; private set; }

    /// <summary>Version of the definition that was used.</summary>
    public int DefinitionVersion { get; private set; }

    /// <summary>Value: cases, or fen.</summary>
    public long Measure { get; private set; }

    /// <summary>Value in its unit.</summary>
    public decimal Value => Unit.ValueOf(Measure);

    /// <summary>Number of cases behind it.</summary>
    public int CaseCount { get; private set; }

    /// <summary>The cases behind it.</summary>
    public IReadOnlyList<CountedCase> Cases => SnapshotContent.Read<FigureCases>(StoredCases).Cases;

    /// <summary>The cases as they were written and hashed; see <see cref="StoredFormat"/>.</summary>
    public string StoredCases { get; private set; } = "";

    internal RecordFields FieldsOfVersion0() =>
        new RecordFields()
            .Add("key", Key)
            .Add("version", DefinitionVersion)
            .Add("measure", Measure)
            .Add("cases", Cases.Select(c => $"{c.CaseId:D} {c.Measure}"));
}
