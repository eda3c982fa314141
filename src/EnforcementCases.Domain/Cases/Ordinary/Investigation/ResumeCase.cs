using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head lets the investigation go on (恢复调查). Where the ninety days stood still, their last day is counted anew. 行政处罚法 第六十条.</summary>
public sealed record ResumeCase : ActBody
{
    /// <summary>What ended the suspension.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act)
    {
        var suspension = act.File.Suspension!;
        if (DoneAt < suspension.DoneAt)
            throw OrdinaryFile.TooEarly.With($"案件于 {act.File.SuspendedOn:yyyy-MM-dd} 中止");
        if (suspension.TermStandsStillBy is null)
            return;
        act.Start(
            DeadlineKind.Decision,
            DecisionTerm.From(act.File.DecisionTermFrom, act.Law.Calendar, [.. act.File.TermExclusions, .. Excluded(suspension)])
        );
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        if (file.Suspension is { TermStandsStillBy: not null } suspension)
        {
            foreach (var days in Excluded(suspension))
                file.Exclude(days);
        }
        file.Suspension = null;
    }

    /// <summary>The day on which it goes on counts again; one that goes on the same day took nothing out.</summary>
    private IEnumerable<TermExclusion> Excluded(SuspendCase suspension) =>
        LegalDate.Of(DoneAt) > LegalDate.Of(suspension.DoneAt) ? [suspension.Exclusion(LegalDate.Of(DoneAt).AddDays(-1))] : [];
}
