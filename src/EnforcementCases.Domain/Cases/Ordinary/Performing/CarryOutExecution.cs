using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Carries out a decision on execution (实施强制执行), after it was served. It must be filmed, and its record signed. 行政强制法 第三十八条、第四十三条、第四十四条.</summary>
public sealed record CarryOutExecution : SceneActBody
{
    /// <summary>Start and end, the urgency if there is one, and that no supply of residents is cut off.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>An unlawful structure is removed by force (强制拆除): this must be announced before, and both remedies must have expired. If a removal was
    /// announced, the execution always counts as one.</summary>
    public required bool RemovesStructure { get; init; }

    /// <summary>What was done and what came of it (执行情况和结果).</summary>
    public required string Result { get; init; }

    /// <summary>True if everything in the decision is done; false if the execution continues on another day.</summary>
    public required bool Completed { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Film of the whole execution, each file as SHA-256 (64 lower-case hex digits); at least one.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, day) = (act.File, LegalDate.Of(Times.From)); // it is lawful on the day it is done, not on the day it is written down
        act.EnsureAttended(Attendance, Times.From);
        file.Remedies.EnsureMayExecute(day);
        file.Remedies.EnsureMayExecute(LegalDate.Of(Times.To));
        if (
            file.Service.Of(DocumentKind.ExecutionDecision) is not { } served
            || served.Paper.ActPosition != file.Execution.Decided
            || served.ServedOn > day
        )
            throw ExecutionPhase.ExecutionNotServed.With("没有送达强制执行决定书");
        var notice = file.Acts.LastOrDefault(a => a.Body is AnnounceRemoval && a.Entry.Place > (file.ReopenedAt ?? 0));
        var decided = file.Acts.LastOrDefault(a => a.Entry.Place == file.Execution.Decided)?.Body as DecideExecution;
        if (RemovesStructure || notice is not null || (decided is { Money: null } && Removal.IsOrdered(file)))
        {
            Removal.EnsureDue(act, day, charge: null);
            RemovalOfStructures.EnsureAllowed(
                new(day, notice?.DoneOn, (notice?.Body as AnnounceRemoval)?.SelfRemovalBy, file.Remedies.IsRunning),
                file.Court.PeriodEnd(act.Law.Calendar)!.LastDay
            );
        }
        act.EnsureAllowedTime(Times);
        InvestigationRecords.EnsureSigned(Times.From, DoneAt, Signature);
        act.EnsureRecorded(MediaSha256);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("structure", RemovesStructure).Add("completed", Completed).Add("mediaSha256", MediaSha256);
}
