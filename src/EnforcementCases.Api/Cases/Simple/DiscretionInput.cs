using EnforcementCases.Api.Discretion;
using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Api.Cases.Simple;

/// <summary>Further findings on whether and how much to punish (裁量事实). Every finding that is omitted counts as not made.</summary>
/// <param name="Leniency">Grounds of leniency (第三十二条), each with its evidence; null or empty for none.</param>
/// <param name="Aggravating">Circumstances that may aggravate the penalty; null or empty for none.</param>
/// <param name="ListClaims">Entries of the exemption list, each with a finding for every condition; entries for this violation alone must be answered. Null or
/// empty for none.</param>
/// <param name="ConfirmedTiers">Positions of the benchmark's tiers whose circumstance was found; null or empty for none.</param>
/// <param name="AlsoViolates">Codes of other violations committed by the same offence; null or empty for none.</param>
/// <param name="RefusedToCorrect">拒不改正; default false.</param>
/// <param name="Fault">Whether the party was at fault, with its evidence; if omitted, it makes no claim.</param>
/// <param name="Capacity">Mental capacity of the party at the time of the offence; if omitted, sound.</param>
/// <param name="Emergency">The emergency whose response measures were violated; null if none.</param>
/// <param name="Judgment">Criminal judgment on the same offence; null if none.</param>
/// <param name="Gains">Unlawful gains that were found; null if none. Gains are not for the spot: they are confiscated in the ordinary procedure.</param>
/// <param name="Graver">Graver circumstances that the provision requires, each with its evidence; null or empty for none.</param>
/// <param name="Branch">The circumstances of the provision that were found, in its own words; required if the decision fits several branches.</param>
public sealed record DiscretionInput(
    IReadOnlyList<LeniencyClaim>? Leniency = null,
    IReadOnlyList<AggravatingFactor>? Aggravating = null,
    IReadOnlyList<ListClaim>? ListClaims = null,
    IReadOnlyList<int>? ConfirmedTiers = null,
    IReadOnlyList<string>? AlsoViolates = null,
    bool RefusedToCorrect = false,
    FaultFacts? Fault = null,
    CapacityFacts? Capacity = null,
    EmergencyFacts? Emergency = null,
    CriminalJudgment? Judgment = null,
    GainsFacts? Gains = null,
    IReadOnlyList<GraverFact>? Graver = null,
    string? Branch = null
);

/// <summary>The findings of a decision on the spot, and of its preview, as the assessment takes them.</summary>
internal static class OnTheSpotFindings
{
    private const int MostNorms = 10;

    public static AssessmentFacts Of(
        ExemptionInput exemption,
        DiscretionInput? discretion,
        MeasureInput? measure,
        string? circumstance,
        string? chosenVersion,
        string? chosenBecause
    ) =>
        new()
        {
            Slight = exemption.Slight,
            CorrectedInTime = exemption.CorrectedInTime,
            NoHarm = exemption.NoHarm,
            HarmSlight = exemption.HarmSlight is true,
            RefusedToCorrect = discretion?.RefusedToCorrect is true,
            ConfirmedTiers = discretion?.ConfirmedTiers ?? [],
            Leniency = discretion?.Leniency ?? [],
            Aggravating = discretion?.Aggravating ?? [],
            ListClaims = discretion?.ListClaims ?? [],
            Fault = discretion?.Fault ?? new(),
            Capacity = discretion?.Capacity ?? new(),
            Emergency = discretion?.Emergency,
            Judgment = discretion?.Judgment,
            Measure = measure is { } m ? new(m.Units, m.ConstructionCostFen) : null,
            Circumstance = circumstance,
            Gains = discretion?.Gains,
            Graver = discretion?.Graver ?? [],
            Branch = discretion?.Branch,
            Chosen = chosenVersion is { } version ? new(version, chosenBecause ?? "") : null,
        };

    /// <summary>Whether the findings keep to their bounds.</summary>
    public static bool HaveBounds(AssessmentFacts findings, DiscretionInput? discretion) =>
        AssessmentBounds.Hold(findings)
        && (discretion?.AlsoViolates ?? []) is { Count: <= MostNorms } norms
        && norms.All(code => code.Length is > 0 and <= Domain.Catalogue.ViolationVersion.CodeMaxLength);
}
