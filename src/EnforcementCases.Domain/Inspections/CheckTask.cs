using System.Linq.Expressions;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>An officer of a check.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="CertificateNumber">Number of the certificate.</param>
public sealed record CheckOfficer(Guid PersonId, string Name, string CertificateNumber)
{
    /// <summary>Refuses persons who may not check: at least two, all certified on the day, none of them auxiliary or named twice. 国办发〔2024〕54号.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotTwoOfficers"/> or <see cref="CertificateOnDay.NotValid"/>.</exception>
    public static IReadOnlyList<CheckOfficer> Certified(IReadOnlyCollection<OfficerAtScene> officers, DateOnly day)
    {
        if (officers.Any(o => o.Acting.Capacity is OfficerCapacity.Auxiliary))
            throw InspectionErrors.NotTwoOfficers.With("检查人员中有辅助人员");
        if (
            officers.Select(o => o.PersonId).Distinct().Count() is var present
            && (present < OfficersPresent.AtLeast || present < officers.Count)
        )
            throw InspectionErrors.NotTwoOfficers.With($"填写 {officers.Count} 名，实为 {present} 人");
        return
        [
            .. officers.Select(o =>
            {
                var certificate = o.Acting.Certificate ?? throw InspectionErrors.NotTwoOfficers.With("检查人员中有人没有执法证件");
                certificate.EnsureValidOn(day);
                return new CheckOfficer(o.PersonId, o.Name, certificate.Number);
            }),
        ];
    }
}

/// <summary>Values supplied by the system for a new check.</summary>
public sealed record NewCheck
{
    /// <summary>Its identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order of entry.</summary>
    public required long Seq { get; init; }

    /// <summary>Code that is read before entering (入企码); it cannot be guessed.</summary>
    public required string Code { get; init; }

    /// <summary>The object.</summary>
    public required CheckObject Object { get; init; }

    /// <summary>The officers.</summary>
    public required IReadOnlyList<CheckOfficer> Officers { get; init; }

    /// <summary>Type of check.</summary>
    public required CheckPlanType Type { get; init; }

    /// <summary>The day for which it is planned.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>What is checked.</summary>
    public required string Matters { get; init; }

    /// <summary>The campaign; null if none.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>The draw that chose the object and its officers; null if none.</summary>
    public Guid? DrawId { get; init; }

    /// <summary>Ground beyond the yearly cap; null if none.</summary>
    public CapExemption? Exemption { get; init; }

    /// <summary>The clue behind that ground.</summary>
    public string? ExemptionFacts { get; init; }
}

/// <summary>The entry into the premises (入企).</summary>
/// <param name="At">When.</param>
/// <param name="Code">The code of the check as read; null if none was read.</param>
/// <param name="NotScannedBecause">Why no code was read; null if one was.</param>
/// <param name="NotifiedAt">When the object was notified beforehand; null if it was not.</param>
/// <param name="UnannouncedBecause">Why it was not notified.</param>
/// <param name="CertificatesShownAt">When the certificates were shown; null if not recorded.</param>
public sealed record CheckEntry(
    DateTimeOffset At,
    string? Code,
    string? NotScannedBecause,
    DateTimeOffset? NotifiedAt,
    string? UnannouncedBecause,
    DateTimeOffset? CertificatesShownAt
);

/// <summary>What the officers recorded (现场检查笔录).</summary>
/// <param name="At">When the record was finished.</param>
/// <param name="Findings">What was found; null if not recorded.</param>
/// <param name="Result">The result; null if not recorded.</param>
/// <param name="Signed">Whether a person of the object signed.</param>
/// <param name="RefusalNote">Why there is no signature; null if signed or not recorded.</param>
public sealed record CheckRecord(DateTimeOffset At, string? Findings, CheckResult? Result, bool Signed, string? RefusalNote);

/// <summary>A check of one named object (行政检查): applied for, approved, entered by its code, recorded, published. It counts once, if its record is complete and no case or order follows.</summary>
public sealed partial class CheckTask : RecordedAggregate, IInspectionMatter
{
    /// <summary>Length of the code of a check.</summary>
    public const int CodeLength = 20;

    /// <summary>Longest matters, findings.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 300;

    /// <summary>States in which a check counts towards the yearly cap of its object: it is approved or done.</summary>
    public static readonly IReadOnlyList<CheckState> TowardsCap = [CheckState.Approved, CheckState.Entered, CheckState.Recorded];

    /// <summary>Which checks count as one (行政检查次数): complete record, and no case or order that follows or, by its result, is still to follow.</summary>
    [StatutoryRule("ST-6")]
    [StatutoryRule("INSP-STAT")]
    public static readonly Expression<Func<CheckTask, bool>> IsCounted = c =>
        c.IsComplete
        && c.FollowedByCaseId == null
        && c.FollowedByOrderId == null
        && c.Result != CheckResult.ToBeHandled
        && c.Result != CheckResult.OrderedToCorrect;

    /// <summary>Which checks with a complete record do not count, because a case or order follows or is still to follow.</summary>
    [StatutoryRule("ST-6")]
    public static readonly Expression<Func<CheckTask, bool>> IsFollowed = c =>
        c.IsComplete
        && (
            c.FollowedByCaseId != null
            || c.FollowedByOrderId != null
            || c.Result == CheckResult.ToBeHandled
            || c.Result == CheckResult.OrderedToCorrect
        );

    private CheckTask() { }

    /// <summary>Applies for a check (检查审批).</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.ExemptionUnexplained"/>.</exception>
    public CheckTask(NewCheck @new, Guid by, DateTimeOffset at)
    {
        if (@new.Exemption is null != @new.ExemptionFacts is null)
            throw InspectionErrors.ExemptionUnexplained.With("情形和线索应当同时填写").At("/exemptionFacts");
        var @object = @new.Object;
        @object.EnsureListed(@new.PlannedOn);
        (Id, Seq, OrganId, OrganisationPath) = (@new.Id, @new.Seq, @object.OrganId, @object.OrganisationPath);
        (ObjectId, ObjectName, Category) = (@object.Id, @object.Name, @object.Category);
        (Code, Officers, Type, PlannedOn, Matters) = (@new.Code, @new.Officers, @new.Type, @new.PlannedOn, @new.Matters);
        (CampaignId, DrawId, Exemption, ExemptionFacts) = (@new.CampaignId, @new.DrawId, @new.Exemption, @new.ExemptionFacts);
        PlannedYear = PlannedOn.Year;
        (AppliedBy, AppliedAt) = (by, at);
        Note(
            "check-applied",
            at,
            f => f.Add("object", ObjectId).Add("type", Type).Add("plannedOn", PlannedOn).Add("exemption", Exemption).Add("draw", DrawId)
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The object.</summary>
    public Guid ObjectId { get; private set; }

    /// <summary>Name of the object at that time.</summary>
    public string ObjectName { get; private set; } = "";

    /// <summary>Category of the object at that time.</summary>
    public string Category { get; private set; } = "";

    /// <summary>Code that is read before entering.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The officers.</summary>
    public IReadOnlyList<CheckOfficer> Officers { get; private set; } = [];

    /// <summary>Type of check.</summary>
    public CheckPlanType Type { get; private set; }

    /// <summary>The day for which it is planned.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>Its year, for plan and cap.</summary>
    public int PlannedYear { get; private set; }

    /// <summary>What is checked.</summary>
    public string Matters { get; private set; } = "";

    /// <summary>The campaign; null if none.</summary>
    public Guid? CampaignId { get; private set; }

    /// <summary>The draw; null if none.</summary>
    public Guid? DrawId { get; private set; }

    /// <summary>Ground beyond the yearly cap; null if none.</summary>
    public CapExemption? Exemption { get; private set; }

    /// <summary>The clue behind that ground.</summary>
    public string? ExemptionFacts { get; private set; }

    /// <summary>Who applied.</summary>
    public Guid AppliedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    /// <summary>State.</summary>
    public CheckState State { get; private set; }

    /// <summary>Who approved or refused it; null before.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused, or withdrawn after it was approved.</summary>
    public string? RefusedBecause { get; private set; }

    /// <summary>When the officers entered; null before.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    /// <summary>Legal date of that: the day of the check.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Whether the code was read.</summary>
    public bool Scanned { get; private set; }

    /// <summary>Why it was not read.</summary>
    public string? NotScannedBecause { get; private set; }

    /// <summary>When the object was notified; null if it was not.</summary>
    public DateTimeOffset? NotifiedAt { get; private set; }

    /// <summary>Why it was not notified.</summary>
    public string? UnannouncedBecause { get; private set; }

    /// <summary>When the certificates were shown; null if not recorded.</summary>
    public DateTimeOffset? CertificatesShownAt { get; private set; }

    /// <summary>When the record was finished last; null before.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>What was found.</summary>
    public string? Findings { get; private set; }

    /// <summary>The result.</summary>
    public CheckResult? Result { get; private set; }

    /// <summary>Whether a person of the object signed.</summary>
    public bool Signed { get; private set; }

    /// <summary>Why there is no signature.</summary>
    public string? RefusalNote { get; private set; }

    /// <summary>Whether nothing is missing in the record.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The case that followed; null if none.</summary>
    public Guid? FollowedByCaseId { get; private set; }

    /// <summary>The order to correct that followed; null if none.</summary>
    public Guid? FollowedByOrderId { get; private set; }

    /// <summary>Last day for publishing the result; null before the record.</summary>
    public DateOnly? PublishBy { get; private set; }

    /// <summary>Legal date of the publication; null before.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Who published it.</summary>
    public Guid? PublishedBy { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Whether the result was published after its last day, or still waits after it.</summary>
    public bool IsLate(DateOnly today) => PublishBy is { } by && (PublishedOn ?? today) > by;

    /// <summary>What is missing for a complete record.</summary>
    public IReadOnlyList<MissingInCheck> Missing()
    {
        var missing = new List<MissingInCheck>();
        Add(MissingInCheck.Scan, Scanned || NotScannedBecause is not null);
        Add(MissingInCheck.Notice, NotifiedAt is not null || UnannouncedBecause is not null);
        Add(MissingInCheck.Certificates, CertificatesShownAt is not null);
        Add(MissingInCheck.Findings, Findings is not null);
        Add(MissingInCheck.Result, Result is not null);
        Add(MissingInCheck.Signature, Signed || RefusalNote is not null);
        return missing;

        void Add(MissingInCheck part, bool isThere)
        {
            if (!isThere)
                missing.Add(part);
        }
    }
}
