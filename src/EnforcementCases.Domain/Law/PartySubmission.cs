namespace EnforcementCases.Domain.Law;

/// <summary>A document submitted by a party (当事人提交的材料). If posted, it is in time when posted before the deadline ends; the time of delivery does not count
/// (民事诉讼法 第八十五条).</summary>
/// <param name="Arrived">Legal date on which it arrived.</param>
/// <param name="Posted">Date of the postmark, if it was posted; null otherwise.</param>
[StatutoryRule("TIME-POST")]
public sealed record PartySubmission(DateOnly Arrived, DateOnly? Posted = null)
{
    /// <summary>The date that counts: that of the postmark, or of the arrival if it was not posted. Computed, so not sent in a request.</summary>
    public DateOnly MadeOn => Posted ?? Arrived;

    /// <summary>Whether it is in time.</summary>
    public bool IsInTimeFor(Deadline deadline) => !deadline.IsMissedOn(MadeOn);
}
