using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head extends a measure (延长查封、扣押), once, or takes out of its thirty days the time of a test (检测、检验、检疫、技术鉴定). 行政强制法 第二十五条.</summary>
public sealed record ExtendSealing : ActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Calendar days more, at most thirty; null if only testing time is taken out.</summary>
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
        CoerciveMeasure.EnsureNotRefused(measure.HeadAgreed);
        if (Days is not null)
            act.File.PlannedReviews.EnsureReviewed(PlannedAct.SealingExtension, act.Law, DoneAt, MeasureId);
        var extended = With(measure, act.Law.PersonId);
        var lastDay = CoercionTerm.LastDay(LegalDate.Of(measure.AppliedAt), act.Law.Calendar, extended.Extensions, extended.Testing);
        CoercionLifting.EnsureStillStands(
            CoercionTerm.LastDay(LegalDate.Of(measure.AppliedAt), act.Law.Calendar, measure.Extensions, measure.Testing),
            DoneAt
        );
        act.Drop(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
        act.Start(DeadlineKind.Sealing, lastDay, SealProperty.Reference(MeasureId));
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
