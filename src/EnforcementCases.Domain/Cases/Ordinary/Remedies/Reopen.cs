using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Handles the case again after its decision was annulled (重新处理). 行政复议法 第六十四条第二款.</summary>
public sealed record Reopen : ActBody
{
    /// <summary>Why it is handled again, and by whose order.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it is to be decided again on the same facts and reasons (同一事实和理由).</summary>
    public required bool SameFactsAndReasons { get; init; }

    /// <summary>What is new; required if facts or reasons differ, otherwise null.</summary>
    public string? NewFactsOrReasons { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (!SameFactsAndReasons && !NewFactsOrReasons.IsGiven())
            throw OrdinaryFile.Incomplete.With("没有写明新的事实或者理由");
        var struckDown = act.File.Remedies.StruckDownBy;
        RemedyResults.EnsureNotSameAgain(struckDown?.Result, SameFactsAndReasons, struckDown?.ForProcedureOnly ?? false);
        act.Case.OpenAgain(act.Law.NewId(), DoneAt);
        act.Start(DeadlineKind.Decision, DecisionTerm.From(act.DoneOn, act.Law.Calendar));
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.StartAgain(done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("sameFactsAndReasons", SameFactsAndReasons);
}
