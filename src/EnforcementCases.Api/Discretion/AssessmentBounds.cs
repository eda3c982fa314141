using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Api.Discretion;

/// <summary>How many findings an assessment takes, and how long their texts may be.</summary>
internal static class AssessmentBounds
{
    private const int LongestText = 1000;

    /// <summary>A million units, in thousandths.</summary>
    private const long MostUnits = 1_000_000_000;

    /// <summary>Ten billion yuan.</summary>
    private const long MostFen = 1_000_000_000_000;

    /// <summary>Whether the findings keep to them.</summary>
    public static bool Hold(AssessmentFacts facts) =>
        facts.ConfirmedTiers.Count <= 20
        && facts.Leniency.Count <= 20
        && facts.Aggravating.Count <= 20
        && facts.ListClaims.Count <= 20
        && facts.ListClaims.All(c => c.Code.Length <= ExemptionEntry.CodeMaxLength && c.Conditions.Count <= 20)
        && facts.Judgment is not { FineFen: < 0 }
        && facts.Measure is not ({ Units: < 0 or > MostUnits } or { ConstructionCostFen: < 0 or > MostFen })
        && facts.Gains is not ({ FoundFen: < 1 or > MostFen } or { ReturnedFen: < 0 or > MostFen })
        && facts.Graver.Count <= 20
        && facts
            .Leniency.Select(l => l.Evidence)
            .Append(facts.Fault.Evidence)
            .Append(facts.Fault.Otherwise?.ToString())
            .Append(facts.Capacity.Evidence)
            .Append(facts.Emergency?.Event)
            .Append(facts.Judgment?.Reference)
            .Append(facts.Circumstance)
            .Append(facts.Gains?.Evidence)
            .Append(facts.Gains?.ReturnedTo)
            .Append(facts.Gains?.ReturnProof)
            .Append(facts.Branch)
            .Append(facts.Approval)
            .Concat(facts.Graver.Select(g => g.Evidence))
            .Append(facts.Chosen?.Version)
            .Append(facts.Chosen?.Reason)
            .All(text => text is null || text.Length <= LongestText);
}
