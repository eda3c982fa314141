using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the file shows of the facts on which the branches of a provision depend.</summary>
internal static class KindsOnFile
{
    /// <summary>Refuses kinds and orders that follow no branch of the provision, or one whose facts are not on file.</summary>
    /// <param name="orders">Orders; null while they are not known.</param>
    /// <exception cref="DomainException">A refusal of <see cref="KindsOfProvision.EnsureProvided"/>.</exception>
    public static PenaltyBranch EnsureProvided(
        this OrdinaryFile file,
        ViolationVersion violation,
        IReadOnlyCollection<PenaltyItem> penalties,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        Guid assessmentId,
        ActContext law
    ) =>
        KindsOfProvision.EnsureProvided(
            violation,
            penalties,
            orders,
            ProvisionFacts.Of(
                law.InputOf(file.Case, assessmentId),
                law.AssessmentOf(file.Case, assessmentId),
                file.Orders.ObstacleUnlessExpiredUnmet(law.EarlierOrder)
            )
        );
}
