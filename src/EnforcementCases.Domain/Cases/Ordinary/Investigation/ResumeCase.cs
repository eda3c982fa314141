using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head resumes the investigation (恢复调查). If the ninety days were stopped, their last day is computed anew. 行政处罚法 第六十条.</summary>
public sealed record ResumeCase : ActBody
{
    /// <summary>What ended the suspension.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        var suspension = act.File.Investigation.Suspension!;
        if (suspension.TermStandsStillBy is null)
            return;
        act.Start(
            DeadlineKind.Decision,
            DecisionTerm.From(
                act.File.Investigation.TermFrom,
                act.Law.Calendar,
                [.. act.File.Investigation.TermExclusions, .. Excluded(suspension)]
            )
        );
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);

    /// <summary>The day on which it goes on counts again; one that goes on the same day took nothing out.</summary>
    internal IEnumerable<TermExclusion> Excluded(SuspendCase suspension) =>
        LegalDate.Of(DoneAt) > LegalDate.Of(suspension.DoneAt) ? [suspension.Exclusion(LegalDate.Of(DoneAt).AddDays(-1))] : [];
}
