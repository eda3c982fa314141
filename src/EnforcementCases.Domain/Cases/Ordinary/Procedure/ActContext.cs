using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What an act is checked against beside the file: who acts, the present law and the present staff.</summary>
public sealed record ActContext
{
    /// <summary>Who acts.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>In which roles.</summary>
    public required IReadOnlySet<Role> Roles { get; init; }

    /// <summary>The street or town.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The catalogue: violations, adoptions, parameters, calendar.</summary>
    public required CatalogueSnapshot Catalogue { get; init; }

    /// <summary>The officers, each asked for a day.</summary>
    public required OfficerRoster Roster { get; init; }

    /// <summary>The server's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the system is in production: an act that depends on an unconfirmed figure is then refused.</summary>
    public bool Production { get; init; }

    /// <summary>Assessments of discretion that the act or the file names, by id.</summary>
    public IReadOnlyDictionary<Guid, StoredAssessment> Assessments { get; init; } = new Dictionary<Guid, StoredAssessment>();

    /// <summary>The assessment of the case that was stored last, later than the one that the act or the proposal names; null if that one is the last.</summary>
    public Guid? LaterAssessmentId { get; init; }

    /// <summary>The person who acts, as a registered reviewer; null if the act does not need it.</summary>
    public Reviewer? Reviewer { get; init; }

    /// <summary>Persons who hold an office in the organ; empty if the act does not need them.</summary>
    public IReadOnlyList<OfficeHolder> OfficeHolders { get; init; } = [];

    /// <summary>The order to correct that was given before the case, which the act or the case names; null if neither does.</summary>
    public EarlierOrder? EarlierOrder { get; init; }

    /// <summary>Fines of the party in other cases, across all streets; null if the act does not need them.</summary>
    public StandingFines? OtherFines { get; init; }

    /// <summary>Decisions of other cases on the same offence of the party that a remedy struck down; empty if the act does not need them.</summary>
    public IReadOnlyList<Remedies.StruckDownDecision> StruckDownElsewhere { get; init; } = [];

    /// <summary>What the other tracks of a joint matter proposed or decided last; empty if the act does not need it.</summary>
    public IReadOnlyList<TrackState> OtherTracks { get; init; } = [];

    /// <summary>SHA-256 of the files of the case that are there; null if the place does not require files and the case awaits none.</summary>
    public IReadOnlySet<string>? FilesOnHand { get; init; }

    /// <summary>Gives the payment code of a new order to pay.</summary>
    public Func<string>? NextPaymentCode { get; init; }

    /// <summary>Gives the name of somebody who acted in the case, as printed; empty for a stranger.</summary>
    public Func<Guid, string> NameOf { get; init; } = _ => "";

    /// <summary>Creates new ids.</summary>
    public required Func<Guid> NewId { get; init; }

    /// <summary>The present calendar.</summary>
    public WorkingCalendar Calendar => Catalogue.Calendar;

    /// <summary>A stored assessment, of this case, its party, violation and offence.</summary>
    /// <exception cref="DomainException"><see cref="StoredAssessment.NotFound"/> or <see cref="StoredAssessment.AnotherMatter"/>.</exception>
    public Assessment AssessmentOf(EnforcementCase @case, Guid id) =>
        StoredOf(id).For(@case.Id, @case.PartyId!.Value, @case.ViolationCode, @case.CommittedOn);

    /// <summary>What was put into a stored assessment, of this case, its party, violation and offence.</summary>
    /// <inheritdoc cref="AssessmentOf" path="/exception" />
    public AssessmentInput InputOf(EnforcementCase @case, Guid id)
    {
        AssessmentOf(@case, id);
        return StoredOf(id).ReadInput();
    }

    private StoredAssessment StoredOf(Guid id) => Assessments.GetValueOrDefault(id) ?? throw StoredAssessment.NotFound.With($"评估 {id}");

    /// <summary>The law in force on a day for the offence of a case: what an assessment has to have compared.</summary>
    public StandingLaw LawOn(EnforcementCase @case, DateOnly day) =>
        new(Catalogue.ViolationOn(@case.ViolationCode, @case.CommittedOn)?.Id, Catalogue.ViolationOn(@case.ViolationCode, day)?.Id);

    /// <summary>How far a lenient fine must be below the ordinary one, on a day.</summary>
    public LighterPart LighterPartOn(DateOnly day) => Leniency.PartOf(Parameter(LocalParameters.LenientPart, day).Value);

    /// <summary>Whether what was collected on a day needs its file (<c>evidence.files</c>).</summary>
    public bool RequiresFilesOn(DateOnly day) => Catalogue.RequiresFiles(Organ.Path, day);

    /// <summary>A place-dependent parameter on a day.</summary>
    public ParameterInForce Parameter(ParameterKey key, DateOnly day) => Catalogue.Parameter(Organ.Path, key, day);
}
