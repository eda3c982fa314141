using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Provision;

/// <summary>The facts by which a decision finds its branch of a provision, the same in both procedures.</summary>
public sealed record ProvisionFacts
{
    /// <summary>Kind of party.</summary>
    public required PartyKind Party { get; init; }

    /// <summary>Which of the two ranges of fines applies to the party.</summary>
    public required FineSide Side { get; init; }

    /// <summary>Why no order to correct expired unmet; null if one did.</summary>
    public required DomainException? OrderObstacle { get; init; }

    /// <summary>Graver circumstances that were found, each with its evidence.</summary>
    public IReadOnlyList<BranchCondition> Found { get; init; } = [];

    /// <summary>Unlawful gains to be confiscated: what was found less what is returned; zero if none were found.</summary>
    public Money Gains { get; init; }

    /// <summary>Name of the range of fines that the assessment applied; null for the range printed first.</summary>
    public string? Circumstance { get; init; }

    /// <summary>The circumstances of the provision that the officers found (<see cref="PenaltyBranch.When"/>); null if they named none.</summary>
    public string? Branch { get; init; }

    /// <summary>Number of the decision that fined the party for the offence before; null if none did.</summary>
    public string? FinedBefore { get; init; }

    /// <summary>Whether a town (乡、镇人民政府) decides.</summary>
    public bool ByTown { get; init; }

    /// <summary>The approval of a higher government, by its instrument; null if none was entered.</summary>
    public string? Approval { get; init; }

    /// <summary>Whether a fine beside an order to demolish requires that the order was not met, as the place sets (城乡规划法 第六十四条).</summary>
    public bool FineAfterUnmetDemolition { get; init; } = true;

    /// <summary>The facts of an assessment.</summary>
    /// <param name="orderObstacle">Why no order to correct expired unmet; null if one did.</param>
    /// <exception cref="DomainException"><see cref="UnlawfulGains.NotProved"/>.</exception>
    public static ProvisionFacts Of(AssessmentInput input, Assessment result, DomainException? orderObstacle)
    {
        UnlawfulGains.EnsureProved(input.Facts.Gains, "/facts");
        return new()
        {
            Party = input.Party,
            Side = input.Side,
            OrderObstacle = orderObstacle,
            Found = [.. input.Facts.Graver.Where(g => !string.IsNullOrWhiteSpace(g.Evidence)).Select(g => g.Condition)],
            Gains = UnlawfulGains.ToConfiscate(input.Facts.Gains),
            Circumstance = result.Circumstance,
            Branch = input.Facts.Branch,
            Approval = input.Facts.Approval,
        };
    }

    /// <summary>Whether a condition is shown; null is no condition.</summary>
    internal bool Meets(BranchCondition? condition) =>
        condition is not { } needed
        || needed switch
        {
            BranchCondition.RefusedCorrection or BranchCondition.UnmetOrder => OrderObstacle is null,
            BranchCondition.UnmetOrderOrSerious => OrderObstacle is null || Found.Contains(BranchCondition.Serious),
            BranchCondition.Serious or BranchCondition.Aggravated => Found.Contains(needed),
        };
}
