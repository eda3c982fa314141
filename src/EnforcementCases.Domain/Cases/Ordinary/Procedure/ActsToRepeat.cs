using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An act that has to be done again, because something that it rested on changed.</summary>
/// <param name="Act">The act.</param>
/// <param name="Position">Position in the file of the act as it was done.</param>
/// <param name="On">Position of the proposal that it was about.</param>
/// <param name="Now">Position of the proposal that counts now.</param>
/// <param name="Because">The elements that changed.</param>
public sealed record ActToRepeat(CaseAct Act, int Position, int On, int Now, IReadOnlyList<MatterElement> Because);

/// <summary>Which acts have to be done again before the decision: the same comparison of two matters that the gates make.</summary>
public static class ActsToRepeat
{
    /// <summary>The acts, in the order of the procedure; none if nothing is proposed.</summary>
    public static IReadOnlyList<ActToRepeat> ToRepeat(this OrdinaryFile file) =>
        file.Deciding.Matter is { } matter
            ?
            [
                .. Changed(file.Notice.ServedAct, file.Notice.Told, matter, PriorNotices.ElementsToTell),
                .. Changed(
                    file.Review.OpinionAct,
                    file.Review.Opinion is { } opinion && ReviewGate.Covers(opinion, matter) ? null : file.Review.Reviewed,
                    matter,
                    (before, now) => before.ChangedIn(now)
                ),
                .. Changed(
                    file.Last(CaseAct.DiscussCollectively),
                    file.Deciding.Discussed?.Proposed,
                    matter,
                    (before, now) => before.ChangedIn(now)
                ),
                .. Changed(
                    file.Approvals.EndorsementOf(ApprovalPaper.Decision, ApprovalLevel.TeamLead) is null ? LastEndorsement(file) : null,
                    file.Deciding.Endorsed,
                    matter,
                    (before, now) => before.ChangedIn(now)
                ),
            ]
            : [];

    private static IEnumerable<ActToRepeat> Changed(
        DoneAct? act,
        ReviewedMatter? before,
        ReviewedMatter now,
        Func<ReviewedMatter, ReviewedMatter, IReadOnlyList<MatterElement>> elements
    ) =>
        act is not null && before is not null && elements(before, now) is { Count: > 0 } changed
            ? [new(act.Act, act.Entry.Place, before.Position, now.Position, changed)]
            : [];

    private static DoneAct? LastEndorsement(OrdinaryFile file) =>
        file.Acts.LastOrDefault(a => a.Body is EndorsePaper { Paper: ApprovalPaper.Decision, Agrees: true });
}
