using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Requirements of every review for the reviewer, whatever is reviewed.</summary>
internal static class Reviewing
{
    /// <summary>Refuses a reviewer who is not qualified, or who investigated the case or kept its records.</summary>
    public static void EnsureMayReview(this ActExecution act)
    {
        ReviewerRules.EnsureQualified(act.Law.Reviewer ?? new(act.Law.PersonId, FirstReviewOn: null), act.DoneOn);
        ReviewerRules.EnsureIndependent(act.Law.PersonId, act.File.Investigators, act.Recorders);
    }

    /// <summary>Refuses an opinion by somebody who did not take the review, on a matter that has changed, or whose amendment does not fit its outcome.</summary>
    public static void EnsureReviewedBy(
        this ActExecution act,
        Guid? reviewer,
        string named,
        string seen,
        ReviewOutcome outcome,
        bool amended
    )
    {
        if (reviewer != act.Law.PersonId)
            throw GiveReviewOpinion.NotTheReviewer.With("审核意见由受理的审核人员提出");
        if (!string.Equals(named, seen, StringComparison.Ordinal))
            throw ReviewGate.MatterChanged.With("所审核的内容不是当前拟定的内容", "重新读取后审核");
        if (outcome is ReviewOutcome.PassedAsAmended != amended)
            throw OrdinaryFile.Incomplete.With("修改后通过的，应当写明修改后的内容；其他结论不写");
    }
}
