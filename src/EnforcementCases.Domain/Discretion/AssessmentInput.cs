using System.Text.Json.Nodes;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Discretion;

/// <summary>What a version of a violation provides for one side, individuals or organisations.</summary>
/// <param name="VersionId">The version of the violation.</param>
/// <param name="Code">Code of the violation.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="Basis">Provision that sets the penalty, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Connector">How the kinds are combined.</param>
/// <param name="Fine">Fine for the party's side; null if the provision sets none.</param>
public sealed record Norm(
    Guid VersionId,
    string Code,
    string Version,
    string Basis,
    IReadOnlyList<PenaltyKind> Kinds,
    KindConnector Connector,
    FineProvision? Fine
)
{
    /// <summary>What a version provides for a party.</summary>
    public static Norm Of(ViolationVersion violation, PartyKind party, bool individualBusinessAsOrganisation) =>
        new(
            violation.Id,
            violation.Code,
            violation.Version,
            violation.Threatened.ToString(),
            violation.Kinds,
            violation.Connector,
            violation.FineOrNone(party, individualBusinessAsOrganisation)
        );
}

/// <summary>A copy of a benchmark as kept in an assessment.</summary>
/// <param name="VersionId">The version of the benchmark.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its label.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Issuer">Who issued it; null if the gradation is in the provision itself.</param>
/// <param name="Binding">Whether it may bind here.</param>
/// <param name="Tiers">Its tiers.</param>
public sealed record BenchmarkUsed(
    Guid VersionId,
    string Code,
    string Version,
    BenchmarkSource Source,
    string? Issuer,
    bool Binding,
    IReadOnlyList<BenchmarkTier> Tiers
)
{
    /// <summary>The parts of a version that an assessment keeps.</summary>
    public static BenchmarkUsed Of(BenchmarkVersion b) => new(b.Id, b.Code, b.Version, b.Source, b.Issuer, b.IsBinding, b.Tiers);
}

/// <summary>A copy of an entry of the exemption list as kept in an assessment.</summary>
/// <param name="VersionId">The version of the entry.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its label.</param>
/// <param name="Leniency">What the entry leads to.</param>
/// <param name="Title">Name.</param>
/// <param name="Conditions">Conditions, all of which must be met.</param>
/// <param name="UpToOccurrence">Highest occurrence of the violation for which it applies, inclusive; null if there is no limit.</param>
/// <param name="Basis">Basis as printed.</param>
/// <param name="Binding">Whether it can be relied on here.</param>
/// <param name="NamesViolation">Whether it is an entry for this violation alone; false for one that applies to all violations.</param>
public sealed record ExemptionUsed(
    Guid VersionId,
    string Code,
    string Version,
    ListedLeniency Leniency,
    string Title,
    IReadOnlyList<string> Conditions,
    int? UpToOccurrence,
    string Basis,
    bool Binding,
    bool NamesViolation = false
)
{
    /// <summary>The parts of a version that an assessment keeps.</summary>
    public static ExemptionUsed Of(ExemptionEntry e) =>
        new(
            e.Id,
            e.Code,
            e.Version,
            e.Leniency,
            e.Title,
            e.Conditions,
            e.UpToOccurrence,
            e.Basis,
            e.BindingInTianjin,
            e.ViolationCode is not ExemptionEntry.AllViolations
        );
}

/// <summary>The complete input of an assessment: facts, party, history, and the law in the versions of the days concerned. Nothing else is used, so a replay
/// gives the same result.</summary>
[UpcastRename(0, "actOn", "committedOn")]
[UpcastRename(0, "ageAtAct", "ageAtOffence")]
[UpcastRename(0, "atAct", "atOffence")]
[Upcast(0, nameof(NameTheMentalState))]
[Upcast(1)] // exemptions[].namesViolation: where it was not stored, no answer was required
[Upcast(2)] // facts.gains, graver, branch, approval: where they were not stored, none was found
[Upcast(3)] // facts.gains.returnedTo, returnProof: not asked then
[Upcast(4)] // facts.gains.evidenceIds: not asked then
public sealed record AssessmentInput
{
    /// <summary>Kind of party.</summary>
    public required PartyKind Party { get; init; }

    /// <summary>Which of the provision's two ranges of fines applies to the party.</summary>
    public required FineSide Side { get; init; }

    /// <summary>Age in whole years on the day of the offence; null for organisations.</summary>
    public required int? AgeAtOffence { get; init; }

    /// <summary>Legal date of the offence.</summary>
    public required DateOnly CommittedOn { get; init; }

    /// <summary>Legal date of the assessment: the law, benchmark and list of that day are "now".</summary>
    public required DateOnly AssessedOn { get; init; }

    /// <summary>The provision at the time of the offence.</summary>
    public required Norm AtOffence { get; init; }

    /// <summary>The provision now; null if it was repealed.</summary>
    public required Norm? Now { get; init; }

    /// <summary>Current version of the other provisions that the same offence violates (同一行为违反多个规范).</summary>
    public IReadOnlyList<Norm> OtherNorms { get; init; } = [];

    /// <summary>The benchmark; null if the violation has none.</summary>
    public BenchmarkUsed? Benchmark { get; init; }

    /// <summary>Entries of the exemption list in force that apply to this violation.</summary>
    public IReadOnlyList<ExemptionUsed> Exemptions { get; init; } = [];

    /// <summary>Earlier matters of the party.</summary>
    public required PartyHistory History { get; init; }

    /// <summary>What the officers found.</summary>
    public required AssessmentFacts Facts { get; init; }

    private static JsonNode NameTheMentalState(JsonNode content)
    {
        if (content["facts"]?["capacity"] is JsonObject capacity && (string?)capacity["state"] == "IntermittentlyIllSoundAtAct")
            capacity["state"] = nameof(MentalState.IntermittentlyIllSoundAtOffence);
        return content;
    }
}
