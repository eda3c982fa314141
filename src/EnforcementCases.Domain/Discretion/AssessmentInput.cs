using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Discretion;

/// <summary>What a version of a violation provides for one party.</summary>
/// <param name="VersionId">The version of the violation.</param>
/// <param name="Code">Code of the violation.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="Basis">Provision that threatens the penalty, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Connector">How they go together.</param>
/// <param name="Fine">Fine threatened to the party's side; null if none is.</param>
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
/// <param name="Issuer">Who issued it.</param>
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
/// <param name="Leniency">What it leads to.</param>
/// <param name="Title">Name.</param>
/// <param name="Conditions">Conditions, all of which must hold.</param>
/// <param name="UpToOccurrence">Highest occurrence at which the party may be let off; null if the entry sets no limit.</param>
/// <param name="Basis">Basis as printed.</param>
/// <param name="Binding">Whether it can be relied on here.</param>
public sealed record ExemptionUsed(
    Guid VersionId,
    string Code,
    string Version,
    ListedLeniency Leniency,
    string Title,
    IReadOnlyList<string> Conditions,
    int? UpToOccurrence,
    string Basis,
    bool Binding
)
{
    /// <summary>The parts of a version that an assessment keeps.</summary>
    public static ExemptionUsed Of(ExemptionEntry e) =>
        new(e.Id, e.Code, e.Version, e.Leniency, e.Title, e.Conditions, e.UpToOccurrence, e.Basis, e.BindingInTianjin);
}

/// <summary>The complete input of an assessment: facts, party, history, and the law in the versions of its days. Nothing else is used, so a replay gives the same result.</summary>
public sealed record AssessmentInput
{
    /// <summary>Kind of party.</summary>
    public required PartyKind Party { get; init; }

    /// <summary>Side of the provision that applies to it.</summary>
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

    /// <summary>Other provisions that the same offence breaks (同一行为违反多个规范), as they are now.</summary>
    public IReadOnlyList<Norm> OtherNorms { get; init; } = [];

    /// <summary>The benchmark; null if the violation has none.</summary>
    public BenchmarkUsed? Benchmark { get; init; }

    /// <summary>Entries of the exemption list for this violation in force now.</summary>
    public IReadOnlyList<ExemptionUsed> Exemptions { get; init; } = [];

    /// <summary>Earlier matters of the party.</summary>
    public required PartyHistory History { get; init; }

    /// <summary>What the officers found.</summary>
    public required AssessmentFacts Facts { get; init; }
}
