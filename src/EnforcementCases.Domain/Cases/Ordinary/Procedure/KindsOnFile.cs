using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the file shows of the facts on which the branches of a provision depend.</summary>
internal static class KindsOnFile
{
    /// <summary>A provision that only towns may apply (由乡、镇人民政府实施).</summary>
    public static readonly DomainError TownOnly = new(
        "violation.town-only",
        "ORDER-ALONE",
        ErrorKind.RuleBroken,
        "该罚则只能由乡、镇人民政府实施",
        UrbanPlanningLaw.At("第六十五条")
    );

    /// <summary>Refuses kinds and orders that follow no branch of the provision, or one whose facts are not on file.</summary>
    /// <param name="orders">Orders; null while they are not known.</param>
    /// <exception cref="DomainException">A refusal of <see cref="KindsOfProvision.EnsureProvided"/>.</exception>
    public static PenaltyBranch EnsureProvided(
        this OrdinaryFile file,
        ViolationVersion violation,
        IReadOnlyCollection<PenaltyItem> penalties,
        IReadOnlyCollection<CorrectiveOrder>? orders,
        Guid? assessmentId,
        ActContext law
    )
    {
        if (violation.Structure is { TownOnly: true } && law.Organ.Kind is not OrganisationKind.Town)
            throw TownOnly.With($"{violation.Threatened}，{law.Organ.Name}不是乡、镇人民政府", "移送有管辖权的机关");
        var facts = FactsOf(file, assessmentId, law) with
        {
            FineAfterUnmetDemolition = law.Parameter(LocalParameters.FineAfterUnmetDemolition, file.Case.CommittedOn).Value is "yes",
        };
        return KindsOfProvision.EnsureProvided(violation, penalties, orders, facts);
    }

    private static ProvisionFacts FactsOf(OrdinaryFile file, Guid? assessmentId, ActContext law)
    {
        var unmet = file.Orders.ObstacleUnlessExpiredUnmet(law.EarlierOrder);
        if (assessmentId is { } id)
            return ProvisionFacts.Of(law.InputOf(file.Case, id), law.AssessmentOf(file.Case, id), unmet);
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
