using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head extends a measure (延长查封、扣押), once only, or excludes the time of a test from its thirty days (检测、检验、检疫、技术鉴定). 行政强制法 第二十五条.</summary>
[UpcastRename(1, "toldOn", "notifiedOn")]
public sealed record ExtendSealing : ActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Additional calendar days, at most thirty; null if only testing time is excluded.</summary>
    public int? Days { get; init; }

    /// <summary>Testing time that does not count; null if none.</summary>
    public TestingPeriod? Testing { get; init; }

    /// <summary>Why: what makes the case complex (情况复杂), or what is tested.</summary>
    public required string Reasons { get; init; }

    /// <summary>When the party was notified in writing (书面告知); null if it was not.</summary>
    public DateOnly? NotifiedOn { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Days is null == Testing is null)
            throw OrdinaryFile.Incomplete.With("应当写明延长日数或者检测期间之一");
        var measure = act.File.Measures.SealedOf(MeasureId);
        EmergencyMeasure.EnsureStands(measure, DoneAt, act.Law.Calendar);
        if (measure.Notice is not null)
            throw MeasuresOnFile.AlreadyAnnounced.With("该项措施已经解除");
        if (Days is not null)
            act.File.PlannedReviews.EnsureReviewed(PlannedAct.SealingExtension, act.Law, DoneAt, MeasureId);
        var extended = With(measure, act.Law.PersonId);
        var lastDay = extended.TermBy(act.Law.Calendar);
        var term = measure.TermBy(act.Law.Calendar);
        CoercionLifting.EnsureStillStands(term, DoneAt);
        EnsureNotifiedInTime(term.LastDay);
        act.Drop(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
        act.Start(DeadlineKind.Sealing, lastDay, SealProperty.Reference(MeasureId));
    }

    /// <summary>The party learns of the extension while the term still runs.</summary>
    private void EnsureNotifiedInTime(DateOnly term)
    {
        if (
            NotifiedOn is { } notified
            && OrderOfActs.ObstacleUnlessBefore(
                Dated.On("告知当事人", notified) with
                {
                    Pointer = "/notifiedOn",
                },
                Dated.On("原期限的届满", term),
                CoercionTerm.ExtensionNotAllowed
            )
                is { } late
        )
            throw late;
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this, done);
        if (Days is not null)
            file.PlannedReviews.Use(PlannedAct.SealingExtension, MeasureId);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("days", (long?)Days)
            .Add("testingFrom", Testing?.From)
            .Add("testingTo", Testing?.To)
            .Add("toldOn", NotifiedOn);

    internal SealedThings With(SealedThings measure, Guid headPersonId) =>
        measure with
        {
            Extensions = Days is { } days
                ? [.. measure.Extensions, new(new(headPersonId, DoneAt), Reasons, NotifiedOn, days)]
                : measure.Extensions,
            Testing = Testing is { } testing ? [.. measure.Testing, testing] : measure.Testing,
        };
}
