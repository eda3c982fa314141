using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Records that the party performed a penalty other than the fine (登记履行情况): gains paid in, things handed over, business stopped or closed. Two officers see
/// it. 行政处罚法 第六十六条第一款.</summary>
public sealed record RecordPerformance : SceneActBody
{
    /// <summary>The penalty that was performed.</summary>
    public required PenaltyKind Kind { get; init; }

    /// <summary>When it was performed; not after the record, and not before the decision was served.</summary>
    public required DateTimeOffset PerformedAt { get; init; }

    /// <summary>What proves it: receipt of the treasury, list of things, what was seen at the place.</summary>
    public required string Proof { get; init; }

    /// <summary>Sum paid in, in fen; required for gains and equal to the decision, otherwise null.</summary>
    public long? AmountFen { get; init; }

    /// <summary>Photographs and receipts, each as the SHA-256 of its file (64 lower-case hex digits).</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        act.EnsureAttended(Attendance);
        if (!act.Case.Deadlines.Any(d => d is { Kind: DeadlineKind.Performance, IsOpen: true } && d.Reference == Kind.ToString()))
            throw PerformanceDuties.NothingOpen.With($"“{Kind.Term()}”").At("/kind");
        var owed = act.File.Deciding.Decision!.Penalties.First(p => p.Kind == Kind);
        if (Kind is PenaltyKind.ConfiscationOfGains && AmountFen != owed.AmountFen)
            throw PerformanceDuties
                .NotWhole.With($"决定没收 {owed.Amount.InYuan} 元，上缴 {Money.OfFen(Math.Max(0, AmountFen ?? 0)).InYuan} 元")
                .At("/amountFen");
        if (
            act.File.Service.DecisionServedOn is { } served
            && PerformanceDuties.TermEndOf(owed, served) is { } end
            && LegalDate.Of(PerformedAt) < end
        )
            throw PerformanceDuties
                .TermRuns.With(
                    $"“{Kind.Term()}”的期限至 {end:yyyy-MM-dd}，登记的履行时间为 {LegalDate.Of(PerformedAt):yyyy-MM-dd}",
                    "期满后登记"
                )
                .At("/performedAt");
        act.Meet(DeadlineKind.Performance, Kind.ToString());
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("kind", Kind).Add("amountFen", AmountFen).Add("mediaSha256", MediaSha256);
}
