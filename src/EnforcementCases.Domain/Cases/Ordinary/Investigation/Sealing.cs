using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head says whether things are sealed or detained (批准查封、扣押): before, or within twenty-four hours of a measure taken in an emergency. 行政强制法
/// 第十八条、第十九条.</summary>
public sealed record ApproveSealing : ActBody
{
    /// <summary>Sealing or detaining.</summary>
    public required CoerciveMeasureKind Kind { get; init; }

    /// <summary>The measure taken in an emergency that is reported; null for one that is still to come.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>Whether the head agrees; a measure that is not agreed to is lifted at once.</summary>
    public required bool Agrees { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        if (MeasureId is not { } id)
        {
            if (Agrees)
                act.File.EnsureReviewed(PlannedAct.Sealing, act.Law, DoneAt);
            return;
        }
        var measure = act.File.SealedOf(id);
        if (measure is not { Emergency: true, HeadAgreed: null } || measure.Kind != Kind)
            throw OrdinaryFile.NotToApprove.With($"措施 {id}");
        act.Meet(DeadlineKind.SealingApproval, SealProperty.Reference(id));
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        if (MeasureId is { } id)
        {
            file.ChangeSealed(id, s => s with { HeadAgreed = Agrees });
            return;
        }
        file.SealingApproval = Agrees ? new(Kind, new(done.PersonId, DoneAt, Opinion)) : null;
        if (Agrees)
            file.UseReview(PlannedAct.Sealing);
    }

    internal override RecordFields Clear() => new RecordFields().Add("kind", Kind).Add("measure", MeasureId).Add("agrees", Agrees);
}

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

    /// <summary>When reasons, basis, rights and remedies were told on the scene; null for an absent party.</summary>
    public DateTimeOffset? ReasonsBasisAndRightsToldAt { get; init; }

    /// <summary>What the party stated or argued, or that it had nothing to say; null for an absent party.</summary>
    public string? PartyHeard { get; init; }

    /// <summary>Reference of the record made on the scene (现场笔录).</summary>
    public string? SceneRecordReference { get; init; }

    /// <summary>The party signed the record.</summary>
    public required bool PartySigned { get; init; }

    /// <summary>The note that signing was refused; otherwise null.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>The officers signed the record.</summary>
    public required bool OfficersSigned { get; init; }

    /// <summary>The witness where the party was absent, who signed; otherwise null.</summary>
    public string? WitnessName { get; init; }

    /// <summary>What other laws or regulations ask for and how it was done, or that they ask for nothing.</summary>
    public string? OtherSteps { get; init; }

    /// <summary>Address of the party as the decision prints it.</summary>
    public string? PartyAddress { get; init; }

    /// <summary>查封、扣押的理由.</summary>
    public string? Reason { get; init; }

    /// <summary>依据.</summary>
    public string? Basis { get; init; }

    /// <summary>申请行政复议或者提起行政诉讼的途径和期限.</summary>
    public string? Remedies { get; init; }

    /// <summary>When decision and list were handed over (当场交付); null where they were not.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Copies of the list (一式二份).</summary>
    public required int ListCopies { get; init; }

    /// <summary>Sound and picture of the whole act, SHA-256; mandatory.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Do(ActInHand act)
    {
        var officers = act.EnsureAttended(Attendance);
        var approval = act.File.SealingApproval is { } given && given.Kind == Kind ? given.Approval : null;
        CoerciveMeasure.EnsureStepsTaken(
            new(
                DoneAt,
                Emergency,
                approval,
                [.. officers.Select(o => o.Acting.Person)],
                Attendance.CertificatesShownAt,
                PartyCalled,
                ReasonsBasisAndRightsToldAt,
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
        act.File.EnsureNewMeasure(MeasureId);
        act.Start(DeadlineKind.Sealing, lastDay, Reference(MeasureId));
        if (Emergency)
        {
            act.Start(DeadlineKind.SealingApproval, CoerciveMeasure.EmergencyReportDue(DoneAt, act.Law.Calendar), Reference(MeasureId));
            if (act.File.ListedRows(PlannedAct.Sealing, act.Law, act.DoneOn) is { Count: > 0 } listed) // reviewed afterwards (事后补审)
            {
                var days = OrdinaryFile.DaysFor(listed, act.Law, act.DoneOn);
                act.Start(
                    DeadlineKind.PlannedActReview,
                    ReviewerRules.Due(act.DoneOn, act.Law.Calendar, days, from: "紧急情况当场实施"),
                    Reference(MeasureId)
                );
            }
        }
        act.Issue(DocumentKind.SeizureDecision);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.Add(new SealedThings(MeasureId, Kind, DoneAt, Emergency, Things, HeadAgreed: null, [], []));
        if (!Emergency)
            file.SealingApproval = null; // used up
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("kind", Kind)
            .Add("emergency", Emergency)
            .Add("things", (long)Objects.Count)
            .Add("media", MediaSha256);

    /// <summary>What the deadlines of a measure hang on.</summary>
    internal static string Reference(Guid measureId) => measureId.ToString("D");

    private IReadOnlyList<ListedThing> Things => [.. Objects.Select(o => o.Thing)];
}

/// <summary>The head extends a measure (延长查封、扣押), once, or takes out of its thirty days the time of a test (检测、检验、检疫、技术鉴定). 行政强制法 第二十五条.</summary>
public sealed record ExtendSealing : ActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Calendar days more, at most thirty; null where only testing time is taken out.</summary>
    public int? Days { get; init; }

    /// <summary>Testing time that does not count; null where there is none.</summary>
    public TestingPeriod? Testing { get; init; }

    /// <summary>Why: what makes the case complex (情况复杂), or what is tested.</summary>
    public required string Reasons { get; init; }

    /// <summary>When the party was told in writing (书面告知); null where it was not.</summary>
    public DateOnly? ToldOn { get; init; }

    internal override void Do(ActInHand act)
    {
        if (Days is null == Testing is null)
            throw OrdinaryFile.Incomplete.With("应当写明延长日数或者检测期间之一");
        var measure = act.File.SealedOf(MeasureId);
        CoerciveMeasure.EnsureNotRefused(measure.HeadAgreed);
        if (Days is not null)
            act.File.EnsureReviewed(PlannedAct.SealingExtension, act.Law, DoneAt, MeasureId);
        var extended = With(measure, act.Law.PersonId);
        var lastDay = CoercionTerm.LastDay(LegalDate.Of(measure.AppliedAt), act.Law.Calendar, extended.Extensions, extended.Testing);
        CoercionLifting.EnsureStillStands(
            CoercionTerm.LastDay(LegalDate.Of(measure.AppliedAt), act.Law.Calendar, measure.Extensions, measure.Testing),
            DoneAt
        );
        act.Drop(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
        act.Start(DeadlineKind.Sealing, lastDay, SealProperty.Reference(MeasureId));
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.ChangeSealed(MeasureId, s => With(s, done.PersonId));
        if (Days is not null)
            file.UseReview(PlannedAct.SealingExtension, MeasureId);
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("days", (long?)Days)
            .Add("testingFrom", Testing?.From)
            .Add("testingTo", Testing?.To)
            .Add("toldOn", ToldOn);

    private SealedThings With(SealedThings measure, Guid headPersonId) =>
        measure with
        {
            Extensions = Days is { } days
                ? [.. measure.Extensions, new(new(headPersonId, DoneAt), Reasons, ToldOn, days)]
                : measure.Extensions,
            Testing = Testing is { } testing ? [.. measure.Testing, testing] : measure.Testing,
        };
}

/// <summary>Lifts a measure and gives the things back (解除查封、扣押), or ends it because the decision confiscated them. 行政强制法 第二十六条至第二十八条.</summary>
public sealed record LiftSealing : SceneActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>One of the five grounds.</summary>
    public LiftingGround? Ground { get; init; }

    /// <summary>When the things were given back; null where they were not.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Who signed for them; null where nobody did.</summary>
    public string? ReceivedByName { get; init; }

    /// <summary>The decision confiscated the things (没收), so they are not given back.</summary>
    public bool Confiscated { get; init; }

    /// <summary>Fen charged for keeping them: nothing may be.</summary>
    public long StorageChargedFen { get; init; }

    internal override void Do(ActInHand act)
    {
        act.File.SealedOf(MeasureId);
        act.EnsureAttended(Attendance);
        act.EnsureNotAfter(ReturnedAt, "退还");
        CoercionLifting.EnsureStorageFree(Money.OfFen(StorageChargedFen));
        if (!Confiscated)
            CoercionLifting.EnsureComplete(new(Ground, DoneAt, ReturnedAt, ReceivedByName));
        else if (Ground is not LiftingGround.DealtWith || !act.File.ConfiscatesGoods)
            throw OrdinaryFile.NotConfiscated.With("处罚决定没有没收非法财物", "解除查封、扣押，退还财物");
        act.Meet(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
        act.Drop(DeadlineKind.SealingApproval, SealProperty.Reference(MeasureId));
        act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(MeasureId));
        act.Issue(DocumentKind.SeizureLifting);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.ChangeSealed(MeasureId, s => s with { IsOpen = false });
        file.ForgetReviewOfExtension(MeasureId);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("measure", MeasureId).Add("ground", Ground).Add("returnedAt", ReturnedAt).Add("confiscated", Confiscated);
}

public sealed partial class OrdinaryFile
{
    /// <summary>The measure does not wait for the head.</summary>
    public static readonly DomainError NotToApprove = new(
        "coercion.not-to-approve",
        null,
        ErrorKind.WrongStage,
        "没有待补办批准的该项措施"
    );

    /// <summary>Kept as confiscated, and no decision confiscated them.</summary>
    public static readonly DomainError NotConfiscated = new(
        "coercion.not-confiscated",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "依法应当没收的非法财物予以没收；没有没收的，应当解除查封、扣押并退还",
        CoercionLaw.At("第二十七条")
    );

    internal SealedThings SealedOf(Guid id) => @sealed.Find(s => s.Id == id && s.IsOpen) ?? throw MeasureNotOpen.With($"查封、扣押 {id}");
}
