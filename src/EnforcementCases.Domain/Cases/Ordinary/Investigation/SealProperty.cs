using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Seals or detains things of the party (查封、扣押). Thirty days run. 行政强制法 第十七条至第二十五条.</summary>
public sealed record SealProperty : SceneActBody
{
    /// <summary>Identity of the measure, chosen by the client.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Sealing or detaining.</summary>
    public required CoerciveMeasureKind Kind { get; init; }

    /// <summary>情况紧急，当场实施: approval follows within twenty-four hours.</summary>
    public bool Emergency { get; init; }

    /// <summary>What is sealed or detained, as on the list.</summary>
    public required IReadOnlyList<CoercionObject> Objects { get; init; }

    /// <summary>The party was called to the scene (通知当事人到场).</summary>
    public required bool PartyCalled { get; init; }

    /// <summary>The party was there.</summary>
    public required bool PartyPresent { get; init; }

    /// <summary>When the party was informed on the scene of reasons, basis, rights and remedies; null for an absent party.</summary>
    public DateTimeOffset? ReasonsBasisAndRightsNotifiedAt { get; init; }

    /// <summary>What the party stated or argued, or that it had nothing to state; null for an absent party.</summary>
    public string? PartyHeard { get; init; }

    /// <summary>Reference of the record made on the scene (现场笔录).</summary>
    public string? SceneRecordReference { get; init; }

    /// <summary>The party signed the record.</summary>
    public required bool PartySigned { get; init; }

    /// <summary>The note that signing was refused; otherwise null.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>The officers signed the record.</summary>
    public required bool OfficersSigned { get; init; }

    /// <summary>The witness who signed if the party was absent; otherwise null.</summary>
    public string? WitnessName { get; init; }

    /// <summary>Further requirements of other laws or regulations and how they were met, or that there are none.</summary>
    public string? OtherSteps { get; init; }

    /// <summary>Address of the party as the decision prints it.</summary>
    public string? PartyAddress { get; init; }

    /// <summary>查封、扣押的理由.</summary>
    public string? Reason { get; init; }

    /// <summary>依据.</summary>
    public string? Basis { get; init; }

    /// <summary>申请行政复议或者提起行政诉讼的途径和期限.</summary>
    public string? Remedies { get; init; }

    /// <summary>When decision and list were handed over (当场交付); null if they were not.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Copies of the list (一式二份).</summary>
    public required int ListCopies { get; init; }

    /// <summary>Sound and picture of the whole act, SHA-256; mandatory.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Execute(ActExecution act)
    {
        var officers = act.EnsureAttended(Attendance);
        var approval = act.File.Measures.SealingApproval is { } given && given.Kind == Kind ? given.Approval : null;
        CoerciveMeasure.EnsureStepsTaken(
            new(
                DoneAt,
                Emergency,
                approval,
                [.. officers.Select(o => o.Acting.Person)],
                Attendance.CertificatesShownAt,
                PartyCalled,
                ReasonsBasisAndRightsNotifiedAt,
                PartyHeard,
                SceneRecordReference,
                PartyPresent,
                PartySigned,
                RefusalNote,
                OfficersSigned,
                WitnessName,
                OtherSteps
            )
        );
        CoerciveMeasure.EnsureThingsAllowed(Kind, Objects);
        var lastDay = CoercionTerm.LastDay(act.DoneOn, act.Law.Calendar);
        CoerciveMeasure.EnsurePaper(
            new(
                act.Case.Party.Name,
                PartyAddress ?? "",
                Reason ?? "",
                Basis ?? "",
                lastDay.LastDay,
                Things,
                Remedies ?? "",
                act.Law.Organ.Name,
                act.DoneOn,
                DeliveredAt,
                ListCopies
            )
        );
        act.EnsureRecorded(MediaSha256, Kind is CoerciveMeasureKind.Seal ? RecordedAct.Seal : RecordedAct.Detain);
        act.File.Measures.EnsureNew(MeasureId);
        act.Start(DeadlineKind.Sealing, lastDay, Reference(MeasureId));
        if (Emergency)
        {
            act.Start(DeadlineKind.SealingApproval, CoerciveMeasure.EmergencyReportDue(DoneAt, act.Law.Calendar), Reference(MeasureId));
            if (act.File.PlannedReviews.ListedRows(PlannedAct.Sealing, act.Law, act.DoneOn) is { Count: > 0 } listed) // reviewed afterwards (事后补审)
            {
                var days = ReviewPhase.DaysFor(listed, act.Law, act.DoneOn);
                act.Start(
                    DeadlineKind.PlannedActReview,
                    ReviewerRules.Due(act.DoneOn, act.Law.Calendar, days, from: "紧急情况当场实施"),
                    Reference(MeasureId)
                );
            }
        }
        act.Issue(DocumentKind.SeizureDecision);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("kind", Kind)
            .Add("emergency", Emergency)
            .Add("things", (long)Objects.Count)
            .Add("media", MediaSha256);

    /// <summary>Reference that links deadlines to their measure.</summary>
    internal static string Reference(Guid measureId) => measureId.ToString("D");

    /// <summary>The measure as it begins.</summary>
    internal SealedThings AsMeasure => new(MeasureId, Kind, DoneAt, Emergency, Things, HeadAgreed: null, [], []);

    private IReadOnlyList<ListedThing> Things => [.. Objects.Select(o => o.Thing)];
}
