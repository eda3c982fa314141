using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Records substitute performance by a third party (实施代履行), supervised and filmed. 行政强制法 第四十三条、第五十一条.</summary>
public sealed record CarryOutSubstitute : SceneActBody
{
    /// <summary>Start and end, the urgency if there is one, and that no supply of residents is cut off.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>到场监督的工作人员签名.</summary>
    public required bool SignedByOfficer { get; init; }

    /// <summary>代履行人签名.</summary>
    public required bool SignedByPerformer { get; init; }

    /// <summary>当事人或者见证人签名.</summary>
    public required bool SignedByPartyOrWitness { get; init; }

    /// <summary>Actual cost in fen, paid by the party.</summary>
    public required long ActualCostFen { get; init; }

    /// <summary>Violence, threats or other unlawful means were used; must be false.</summary>
    public required bool Violent { get; init; }

    /// <summary>Film, each file as SHA-256 (64 lower-case hex digits); at least one.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, day) = (act.File, LegalDate.Of(Times.From)); // it is lawful on the day of the work, not on the day it is written down
        act.EnsureAttended(Attendance, Times.From);
        file.Remedies.EnsureMayExecute(day);
        file.Remedies.EnsureMayExecute(LegalDate.Of(Times.To));
        var served = file.Service.Of(DocumentKind.SubstitutePerformance);
        var (decision, place) = file.Execution.Substitute!.Value;
        PerformanceByOthers.EnsureMayStart(
            decision.PlanFor(file, day, served?.Paper.ActPosition == place ? served.ServedOn : null, file.Calls.CalledAgainAfter(place)),
            act.Law.Calendar
        );
        act.EnsureAllowedTime(Times);
        PerformanceByOthers.EnsureRecorded(
            new(
                day,
                [.. Attendance.Officers.Select(o => o.OfficerId)],
                SignedByOfficer,
                SignedByPerformer,
                SignedByPartyOrWitness,
                ActualCostFen,
                Violent
            )
        );
        RecordingMatrix.EnsureRecorded(RecordedAct.SubstitutePerformance, MediaSha256.Count > 0);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("actualCostFen", ActualCostFen).Add("mediaSha256", MediaSha256);
}
