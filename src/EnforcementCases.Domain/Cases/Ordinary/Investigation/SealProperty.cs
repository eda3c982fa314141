using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Seals or seizes things of the party (查封、扣押), for at most thirty days unless extended. 行政强制法 第十七条至第二十五条.</summary>
[UpcastRename(1, "reasonsBasisAndRightsToldAt", "reasonsBasisAndRightsNotifiedAt")]
[Upcast(2)] // sceneRecordId, ownerUnknown, postedAt: the record was named in words, the party was known, the decision was handed over
public sealed record SealProperty : SceneActBody
{
    /// <summary>Identity of the measure, chosen by the client.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Sealing or seizure.</summary>
    public required CoerciveMeasureKind Kind { get; init; }

    /// <summary>情况紧急，当场实施: approval follows within twenty-four hours.</summary>
    public bool Emergency { get; init; }

    /// <summary>The things sealed or seized, as on the list.</summary>
    public required IReadOnlyList<CoercionObject> Objects { get; init; }

    /// <summary>Whether the party was called to the scene (通知当事人到场); must be true unless the party was present.</summary>
    public required bool PartyCalled { get; init; }

    /// <summary>Whether the party was present.</summary>
    public required bool PartyPresent { get; init; }

    /// <summary>When the party was informed on the scene of reasons, basis, rights and remedies; null for an absent party.</summary>
    public DateTimeOffset? ReasonsBasisAndRightsNotifiedAt { get; init; }

    /// <summary>What the party stated or argued, or that it had nothing to state; required if the party was present, otherwise null.</summary>
    public string? PartyHeard { get; init; }

    /// <summary>The record made on the scene (现场笔录), by its id as evidence in this case; required.</summary>
    public Guid? SceneRecordId { get; init; }

    /// <summary>The record in words, of the time before records were named by their ids; must be null.</summary>
    public string? SceneRecordReference { get; init; }

    /// <summary>The owner is unknown (当事人不明), with what was done to find it; null if the party is identified.</summary>
    public UnknownOwner? OwnerUnknown { get; init; }

    /// <summary>Whether the party signed the record.</summary>
    public required bool PartySigned { get; init; }

    /// <summary>Note that signing was refused; required if the party was present and did not sign, otherwise null.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>Whether the officers signed the record; they must.</summary>
    public required bool OfficersSigned { get; init; }

    /// <summary>Name of the witness who signed; required if the party was absent, otherwise null.</summary>
    public string? WitnessName { get; init; }

    /// <summary>Further steps that other laws or regulations require and how they were taken, or that there are none; required.</summary>
    public string? OtherSteps { get; init; }

    /// <summary>Address of the party as printed on the decision; required unless the owner is unknown.</summary>
    public string? PartyAddress { get; init; }

    /// <summary>查封、扣押的理由: reasons as printed on the decision; required.</summary>
    public string? Reason { get; init; }

    /// <summary>依据: legal basis as printed on the decision, the one by which the place holds the power over the matter (<c>coercion.matters</c>). Default: entered from there.</summary>
    public string? Basis { get; init; }

    /// <summary>申请行政复议或者提起行政诉讼的途径和期限: remedies as printed on the decision; required.</summary>
    public string? Remedies { get; init; }

    /// <summary>When decision and list were handed over (当场交付); required if the party was present, otherwise null.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When decision and list were put up on the scene (张贴) for an absent or unknown party; otherwise null. They are then also served.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>Number of copies of the list; at least two (一式二份).</summary>
    public required int ListCopies { get; init; }

    /// <summary>Recordings (sound and picture) of the whole act, each as the SHA-256 of its file; at least one.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal RecordedAct AsRecorded => Kind is CoerciveMeasureKind.Seal ? RecordedAct.Seal : RecordedAct.Detain;

    internal override void Execute(ActExecution act)
    {
        var officers = act.EnsureAttended(Attendance);
        OnTheScene.EnsureOwner(act.Case, OwnerUnknown);
        if (SceneRecordReference is not null)
            throw OnTheScene.RecordOfAnotherScene.With("现场笔录没有写明标识", "写明案卷中现场笔录的标识").At("/sceneRecordReference");
        var approved = act.File.Measures.Approvals.Of(this);
        CoerciveMeasure.EnsureStepsTaken(
            new(
                DoneAt,
                Emergency,
                approved?.Approval,
                [.. officers.Select(o => o.Acting.Person)],
                Attendance.CertificatesShownAt,
                PartyCalled,
                ReasonsBasisAndRightsNotifiedAt,
                PartyHeard,
                SceneRecordId?.ToString("D"),
                PartyPresent,
                PartySigned,
                RefusalNote,
                OfficersSigned,
                WitnessName,
                OtherSteps,
                OwnerUnknown is not null
            )
        );
        OnTheScene.EnsureToldAndHandedOver(
            DoneAt,
            PartyPresent,
            ReasonsBasisAndRightsNotifiedAt,
            PartyHeard,
            PartySigned,
            DeliveredAt,
            PostedAt
        );
        OnTheScene.EnsureRecordOf(DoneAt, Attendance, RecordOf(act.File));
        CoerciveMeasure.EnsureThingsAllowed(Kind, Objects);
        if (!Emergency && approved is not null)
            ThingToTake.EnsureApproved(approved.Things, Things, CoerciveMeasure.NotApproved, "/objects");
        if (act.File.Measures.WhyLiftAtOnce(Things.Select(thing => thing.Name), DoneAt, act.Law.Calendar) is { } lift)
            throw lift;
        var lastDay = CoercionTerm.LastDay(act.DoneOn, act.Law.Calendar);
        CoerciveMeasure.EnsurePaper(
            new(
                OwnerUnknown is null ? act.Case.Party.Name : UnknownOwner.Name,
                OwnerUnknown is null ? PartyAddress ?? "" : UnknownOwner.Address,
                Reason ?? "",
                Basis ?? "",
                lastDay.LastDay,
                Things,
                Remedies ?? "",
                act.Law.Organ.Name,
                act.DoneOn,
                DeliveredAt ?? PostedAt,
                ListCopies
            )
        );
        act.EnsureRecorded(MediaSha256, AsRecorded);
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

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Apply(this, file.Filing.Known);

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
    internal SealedThings AsMeasure =>
        new(MeasureId, Kind, DoneAt, Emergency, Things, HeadAgreed: null, [], [], [.. Enumerable.Range(1, Things.Count)]);

    /// <summary>The basis of the power is entered from the catalogue.</summary>
    /// <exception cref="DomainException"><see cref="OnTheScene.BasisNotOfCatalogue"/>.</exception>
    internal override ActBody CompletedFrom(OrdinaryFile file, ActContext law)
    {
        var power = CoerciveMeasure.PowerOver(
            file.Case.ViolationCode,
            law.Parameter(LocalParameters.CoercionMatters, LegalDate.Of(DoneAt))
        );
        if (Basis is not null && Basis != power.Basis)
            throw OnTheScene
                .BasisNotOfCatalogue.With($"写明的依据为“{Basis}”，目录载明的依据为“{power.Basis ?? "无"}”", "不写依据，由系统填入")
                .At("/basis");
        return this with { Basis = power.Basis };
    }

    private RecordScene RecordOf(OrdinaryFile file)
    {
        var item = file.Evidence.Of(SceneRecordId!.Value);
        if (item.UnlawfulBecause is not null)
            throw EvidenceRules.Unlawful.With($"证据 {item.Id} 已排除").At("/sceneRecordId");
        return file.All<RecordScene>().FirstOrDefault(record => record.EvidenceId == item.Id)
            ?? throw OnTheScene.RecordOfAnotherScene.With($"证据 {item.Id} 不是现场笔录", "写明当场制作的现场笔录").At("/sceneRecordId");
    }

    internal IReadOnlyList<ListedThing> Things => [.. Objects.Select(o => o.Thing)];
}
