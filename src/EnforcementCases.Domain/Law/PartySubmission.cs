namespace EnforcementCases.Domain.Law;

/// <summary>A paper handed in by a party (当事人提交的材料): posted before expiry is in time, travel time is not counted (民事诉讼法 第八十五条).</summary>
/// <param name="Arrived">Date of law on which it arrived.</param>
/// <param name="Posted">Date of the postmark; null if it was not posted.</param>
[StatutoryRule("TIME-POST")]
public sealed record PartySubmission(DateOnly Arrived, DateOnly? Posted = null)
{
    /// <summary>The date that counts: the postmark, or the arrival if it was not posted.</summary>
    public DateOnly MadeOn => Posted ?? Arrived;

    /// <summary>Whether it is in time.</summary>
    public bool IsInTimeFor(Deadline deadline) => !deadline.IsMissedOn(MadeOn);
}
