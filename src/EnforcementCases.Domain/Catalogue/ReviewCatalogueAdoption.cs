using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>A catalogue of major decisions (重大执法决定法制审核目录) adopted as a whole by an organisation, with its days and instrument. It applies once a second person
/// has confirmed it, for the organisation and all below that have none of their own, and is never edited: a changed catalogue is adopted anew. 国办发〔2018〕118号 四、（三）.</summary>
public sealed class ReviewCatalogueAdoption : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest name of the instrument.</summary>
    public const int InstrumentMaxLength = 200;

    /// <summary>Most rows.</summary>
    public const int MostRows = 200;

    /// <summary>No such adoption, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("review-catalogue.not-found", null, ErrorKind.NotFound, "没有找到该审核目录");

    /// <summary>A template that does not exist.</summary>
    public static readonly DomainError TemplateUnknown = new(
        "review-catalogue.template-unknown",
        null,
        ErrorKind.Unacceptable,
        "没有这个编号的审核目录模板"
    );

    /// <summary>Two rows with the same number, or no rows.</summary>
    public static readonly DomainError RowsUnclear = new(
        "review-catalogue.rows-unclear",
        "REV-118-LIST",
        ErrorKind.RuleBroken,
        "审核目录至少一项，各项编号不得重复",
        ThreeSystemsCircular.At("四、（三）")
    );

    /// <summary>The person who entered it may not confirm it.</summary>
    public static readonly DomainError SecondPersonNeeded = new(
        "review-catalogue.second-person-needed",
        null,
        ErrorKind.Forbidden,
        "审核目录由另一名目录管理员确认，录入人不得自行确认"
    );

    /// <summary>It was confirmed already.</summary>
    public static readonly DomainError AlreadyConfirmed = new(
        "review-catalogue.already-confirmed",
        null,
        ErrorKind.Conflict,
        "该审核目录已经确认"
    );

    private ReviewCatalogueAdoption() { }

    /// <summary>Enters a catalogue; it has no effect before it is confirmed.</summary>
    /// <param name="organisation">The organisation that adopts it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="validFrom">First day.</param>
    /// <param name="validTo">Last day; null if open-ended.</param>
    /// <param name="instrument">Decision that adopts it, with its number.</param>
    /// <exception cref="DomainException"><see cref="RowsUnclear"/>.</exception>
    public ReviewCatalogueAdoption(
        Guid id,
        Organisation organisation,
        IReadOnlyList<ReviewCatalogueRow> rows,
        DateOnly validFrom,
        DateOnly? validTo,
        string instrument,
        Guid enteredBy,
        DateTimeOffset at
    )
    {
        var twice = rows.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (rows.Count == 0 || twice.Count > 0)
            throw RowsUnclear.With(rows.Count == 0 ? "没有任何一项" : $"重复的编号：{string.Join('、', twice)}");
        Id = id;
        OrganisationId = organisation.Id;
        OrganisationPath = organisation.Path;
        Rows = rows;
        (ValidFrom, ValidTo, Instrument) = (validFrom, validTo, instrument);
        (EnteredBy, EnteredAt) = (enteredBy, at);
        Record(
            new(
                "review-catalogue-entered",
                at,
                new RecordFields()
                    .Add("catalogue", id)
                    .Add("rows", rows.Select(Fields))
                    .Add("from", validFrom)
                    .Add("to", validTo)
                    .Add("instrument", instrument)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation that adopted it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Its rows.</summary>
    public IReadOnlyList<ReviewCatalogueRow> Rows { get; private set; } = [];

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day; null if open-ended.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Decision that adopts it, with its number.</summary>
    public string Instrument { get; private set; } = "";

    /// <summary>Person who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Second person who confirmed it; null if not confirmed yet.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>When it was confirmed; of two catalogues from the same day the one confirmed later applies.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Version, raised by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganisationId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Confirms it (确认): from then on it applies on its days.</summary>
    /// <exception cref="DomainException"><see cref="AlreadyConfirmed"/> or <see cref="SecondPersonNeeded"/>.</exception>
    public void Confirm(Guid personId, DateTimeOffset at)
    {
        if (ConfirmedBy is not null)
            throw AlreadyConfirmed.With($"已于 {LegalDate.Of(ConfirmedAt!.Value):yyyy-MM-dd} 确认");
        if (personId == EnteredBy)
            throw SecondPersonNeeded.With("录入人与确认人是同一人", "由另一名目录管理员确认");
        (ConfirmedBy, ConfirmedAt) = (personId, at);
        Version++;
        Record(new("review-catalogue-confirmed", at, new RecordFields().Add("catalogue", Id)));
    }

    /// <summary>Whether it applies on the day.</summary>
    public bool IsInForceOn(DateOnly day) => ConfirmedBy is not null && day >= ValidFrom && (ValidTo is not { } to || day <= to);

    private static RecordFields Fields(ReviewCatalogueRow row) =>
        new RecordFields()
            .Add("id", row.Id)
            .Add("decisionKind", row.DecisionKind)
            .Add("item", row.Item)
            .Add("kinds", row.Kinds.Select(k => k.ToString()))
            .Add("citizen", Bound(row.Citizen))
            .Add("organisation", Bound(row.Organisation))
            .Add("features", row.Features.Select(f => f.ToString()))
            .Add("days", (long?)row.TimeLimitWorkingDays);

    private static RecordFields? Bound(AmountBound? bound) =>
        bound is null ? null : new RecordFields().Add("amountFen", bound.AmountFen).Add("inclusive", bound.Inclusive);
}
