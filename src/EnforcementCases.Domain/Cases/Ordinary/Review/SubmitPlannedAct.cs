using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Submits a planned act other than the penalty decision to legal review (拟实施行为送法制审核): coercion, its execution, an application to the court, an order.
/// A further submission begins a new round, and earlier opinions no longer count. 国办发〔2018〕118号 四、（三）.</summary>
public sealed record SubmitPlannedAct : ActBody
{
    /// <summary>The planned act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing to be extended, or the emergency sealing that is reviewed afterwards (事后补审); otherwise null.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The order is to take down a finished unlawful structure (已建成的违法搭建); only for an order to correct.</summary>
    public bool FinishedStructure { get; init; }

    /// <summary>The facts, in full.</summary>
    public required string Facts { get; init; }

    /// <summary>The provisions on which the act is based.</summary>
    public required IReadOnlyList<CitedProvision> Basis { get; init; }

    /// <summary>What is to be done, to whom, how and when.</summary>
    public required string Plan { get; init; }

    /// <summary>What the reviewer should look at; null if nothing in particular.</summary>
    public string? Note { get; init; }

    /// <summary>Key that distinguishes the reviews of one case.</summary>
    public string Key() => Planned.Key(MeasureId);

    /// <summary>What the reviewer sees and passes.</summary>
    public PlannedMatter In(Guid caseId) => new(caseId, Planned, MeasureId, FinishedStructure, Facts, CitedProvisions.AsBasis(Basis), Plan);

    internal override void Execute(ActExecution act)
    {
        if (Basis.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明拟实施行为的依据");
        if (FinishedStructure && Planned is not PlannedAct.OrderToCorrect)
            throw OrdinaryFile.Incomplete.With("只有责令改正可以注明已建成的违法搭建");
        if (act.Case.Stage is CaseStage.Registered)
            act.EnsureWasThere();
        EnsureMeasureFits(act.File);
        if (!Planned.IsOpenAt(MeasureId, act.Case.Stage))
            throw CaseLifecycle.NotOpen(act.Case.Stage, Planned.DoneBy());
        var days = ReviewPhase.DaysFor(
            act.File.PlannedReviews.ListedRows(Planned, act.Law, act.DoneOn, FinishedStructure),
            act.Law,
            act.DoneOn
        );
        act.Drop(DeadlineKind.PlannedActReview, Key());
        act.Start(DeadlineKind.PlannedActReview, ReviewerRules.Due(act.DoneOn, act.Law.Calendar, days), Key());
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.PlannedReviews.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("planned", Planned).Add("measure", MeasureId);

    private void EnsureMeasureFits(OrdinaryFile file)
    {
        switch (Planned)
        {
            case PlannedAct.SealingExtension when MeasureId is { } measure:
                file.Measures.SealedOf(measure);
                break;
            case PlannedAct.Sealing when MeasureId is { } measure:
                if (!file.Measures.Sealed.Any(s => s.Id == measure && s.Emergency))
                    throw MeasuresOnFile.MeasureNotOpen.With($"查封、扣押 {measure}");
                break;
            case PlannedAct.SealingExtension:
                throw OrdinaryFile.Incomplete.With("延长查封、扣押期限的，应当写明该项措施");
            case PlannedAct.OrderToCorrect
            or PlannedAct.Sealing
            or PlannedAct.SubstitutePerformance
            or PlannedAct.Execution
            or PlannedAct.CourtApplication:
                if (MeasureId is not null)
                    throw OrdinaryFile.Incomplete.With("所送审的行为与查封、扣押措施无关，不写该项措施");
                break;
        }
    }
}
