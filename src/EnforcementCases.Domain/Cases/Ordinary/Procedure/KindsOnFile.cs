using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the file shows of the facts on which the branches of a provision depend.</summary>
internal static class KindsOnFile
{
    /// <summary>Refuses kinds and orders that follow no branch of the provision, or one whose facts are not on file.</summary>
    /// <param name="orders">Orders; null while they are not known.</param>
    /// <param name="proposal">The proposal, which may name the circumstances and explain why the offence is another than one that was fined; null before there is one.</param>
    /// <exception cref="DomainException">A refusal of <see cref="KindsOfProvision.EnsureProvided"/>.</exception>
    public static PenaltyBranch EnsureProvided(
        this OrdinaryFile file,
        ViolationVersion violation,
        IReadOnlyCollection<PenaltyItem> penalties,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        Guid? assessmentId,
        ActContext law,
        ProposeDecision? proposal = null
    )
    {
        var facts = FactsOf(file, violation, assessmentId, law) with
        {
            ByTown = law.Organ.Kind is OrganisationKind.Town,
            FinedBefore = (law.OtherFines?.SameAct ?? (proposal is { DistinctBecause: null } ? law.OtherFines?.SameMatter : null))?.Number,
            FineAfterUnmetDemolition = law.Parameter(LocalParameters.FineAfterUnmetDemolition, file.Case.CommittedOn).Value is "yes",
        };
        return KindsOfProvision.EnsureProvided(violation, penalties, orders, facts with { Branch = facts.Branch ?? proposal?.Branch });
    }

    private static ProvisionFacts FactsOf(OrdinaryFile file, ViolationVersion violation, Guid? assessmentId, ActContext law)
    {
        var unmet = file.Orders.ObstacleUnlessExpiredUnmet(law.EarlierOrder, violation.Structure?.OrdersAskedFirst() ?? []);
        if (assessmentId is { } id)
        {
            var input = law.InputOf(file.Case, id);
            file.Evidence.EnsureProves(input.Facts.Gains);
            return ProvisionFacts.Of(input, law.AssessmentOf(file.Case, id), unmet);
        }
        var party = file.Case.Party.Kind;
        var asOrganisation = law.Parameter(LocalParameters.IndividualBusinessFineRange, file.Case.CommittedOn).Value is "organisation";
        return new()
        {
            Party = party,
            Side = party.SideOf(asOrganisation),
            OrderObstacle = unmet,
        };
    }
}
