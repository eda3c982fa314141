using EnforcementCases.Domain.Cases.Ordinary;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Puts a file into a state that it would take a dozen acts to reach.</summary>
internal static class AsIfDone
{
    /// <summary>A penalty was decided; no proposal is on the approval line.</summary>
    public static void AsDecided(this OrdinaryFile file, ProposeDecision decision)
    {
        file.Approvals.Propose(ApprovalPaper.Decision, new(null!, decision));
        file.Deciding.Apply(
            new Decide
            {
                DoneAt = decision.DoneAt,
                ProposalSha256 = "",
                Opinion = "同意",
            }
        );
        file.Approvals.Drop(ApprovalPaper.Decision);
    }
}
