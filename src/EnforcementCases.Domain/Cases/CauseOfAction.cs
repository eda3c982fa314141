using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Domain.Cases;

/// <summary>The violation as a decision pins it (案由): the version in force on the day of the act, with what the organ adopted.</summary>
/// <param name="VersionId">The version of the violation.</param>
/// <param name="Code">Code in the catalogue, <c>GJ-ZD-01</c>.</param>
/// <param name="Name">Name of the violation (违法行为).</param>
/// <param name="Instrument">Instrument with title marks, 《城市道路管理条例》.</param>
/// <param name="Level">Level of the instrument (效力层级).</param>
/// <param name="ViolatedArticle">Article violated, as printed.</param>
/// <param name="PenaltyArticle">Article of the penalty, as printed.</param>
/// <param name="Kinds">Kinds of penalty that the article allows.</param>
/// <param name="Range">Statutory range for this kind of party; null where the article names no fine in yuan.</param>
/// <param name="NotDecidableBecause">Why the row cannot be decided from; null where it can.</param>
/// <param name="CorrectionFirst">The penalty is allowed only after an expired, unmet order to correct.</param>
/// <param name="AdoptionId">The organ's adoption of the matter; null where there is none on that day.</param>
/// <param name="AdoptedFrom">First day of the adoption.</param>
/// <param name="AdoptedTo">Last day of the adoption; null while it lasts.</param>
/// <param name="AdoptedAreas">Division codes the adoption covers; empty: the whole area of the organ.</param>
public sealed record CauseOfAction(
    Guid VersionId,
    string Code,
    string Name,
    string Instrument,
    InstrumentLevel Level,
    string ViolatedArticle,
    string PenaltyArticle,
    IReadOnlyCollection<PenaltyKind> Kinds,
    FineRange? Range,
    string? NotDecidableBecause,
    bool CorrectionFirst,
    Guid? AdoptionId,
    DateOnly? AdoptedFrom,
    DateOnly? AdoptedTo,
    IReadOnlyCollection<string> AdoptedAreas
);
