using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A violation (案由) in a list.</summary>
/// <param name="VersionId">The version; a case refers to it.</param>
/// <param name="Code">Code of the violation.</param>
/// <param name="Name">Name of the violation.</param>
/// <param name="Category">Category of the violation.</param>
/// <param name="Basis">Article that provides the penalty, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Recordable">Whether it may be recorded and adopted.</param>
/// <param name="Decidable">Whether a penalty can be based on it.</param>
/// <param name="Adopted">Whether the caller's organ has adopted it on that day; null if the caller has no organ.</param>
/// <param name="SimpleForIndividuals">Whether the range of fines for individuals reaches into the limits of the simple procedure; the decision itself is
/// checked again.</param>
/// <param name="SimpleForOrganisations">Whether the range of fines for organisations reaches into the limits of the simple procedure; the decision itself is
/// checked again.</param>
/// <param name="Correction">Whether correction must be ordered before a penalty.</param>
public sealed record ViolationListItem(
    Guid VersionId,
    string Code,
    string Name,
    string Category,
    string Basis,
    IReadOnlyList<PenaltyKind> Kinds,
    bool Recordable,
    bool Decidable,
    bool? Adopted,
    bool SimpleForIndividuals,
    bool SimpleForOrganisations,
    CorrectionDuty Correction
);

/// <summary>The version of a violation (案由) in force on a day.</summary>
/// <param name="VersionId">The version; a case refers to it.</param>
/// <param name="Code">Code of the violation.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="ValidFrom">First day of validity; null if unknown.</param>
/// <param name="ValidTo">Last day of validity, inclusive; null if open-ended.</param>
/// <param name="Name">Name of the violation.</param>
/// <param name="Category">Category of the violation.</param>
/// <param name="Jurisdiction">Where the instrument applies.</param>
/// <param name="Instrument">Title of the legal instrument, in title marks 《》.</param>
/// <param name="InstrumentLevel">Rank of that instrument.</param>
/// <param name="ViolatedArticle">Article violated, as printed.</param>
/// <param name="PenaltyArticle">Article that provides the penalty, as printed.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Orders">Orders that accompany the penalties but are not penalties.</param>
/// <param name="Structure">How kinds and orders are combined: a decision follows exactly one branch. Null if the provision has a single kind without a
/// condition, or if nobody entered it.</param>
/// <param name="IndividualFine">Fine for an individual; null if the provision sets none.</param>
/// <param name="OrganisationFine">Fine for an organisation; null if the provision sets none.</param>
/// <param name="Correction">Whether correction must be ordered before a penalty.</param>
/// <param name="SimpleForIndividuals">Whether the range of fines for individuals reaches into the limits of the simple procedure; the decision itself is
/// checked again.</param>
/// <param name="SimpleForOrganisations">Whether the range of fines for organisations reaches into the limits of the simple procedure; the decision itself is
/// checked again.</param>
/// <param name="Recordable">Whether it may be recorded and adopted.</param>
/// <param name="Decidable">Whether a penalty can be based on it.</param>
/// <param name="NotDecidableBecause">Reasons why no penalty can be based on it, in the requested language; empty if none.</param>
/// <param name="Status">How well its source is verified.</param>
/// <param name="Evidence">The source in which the text was checked.</param>
/// <param name="TextVersion">Date of the text that was checked; null if unknown.</param>
/// <param name="EnforcedBy">Bodies that enforce it; null if the provision names none.</param>
/// <param name="Note">Note; null if none.</param>
public sealed record ViolationDetail(
    Guid VersionId,
    string Code,
    string Version,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Name,
    string Category,
    string Jurisdiction,
    string Instrument,
    InstrumentLevel InstrumentLevel,
    string ViolatedArticle,
    string PenaltyArticle,
    IReadOnlyList<PenaltyKind> Kinds,
    IReadOnlyList<CorrectiveOrder> Orders,
    PenaltyStructure? Structure,
    FineProvision? IndividualFine,
    FineProvision? OrganisationFine,
    CorrectionDuty Correction,
    bool SimpleForIndividuals,
    bool SimpleForOrganisations,
    bool Recordable,
    bool Decidable,
    [property: Bilingual] IReadOnlyList<string> NotDecidableBecause,
    EvidenceStatus Status,
    string Evidence,
    string? TextVersion,
    string? EnforcedBy,
    string? Note
)
{
    internal static ViolationDetail Of(ViolationVersion v) =>
        new(
            v.Id,
            v.Code,
            v.Version,
            v.ValidFrom,
            v.ValidTo,
            v.Name,
            v.Category,
            v.Jurisdiction,
            v.Instrument,
            v.InstrumentLevel,
            v.ViolatedArticle,
            v.PenaltyArticle,
            v.Kinds,
            v.Orders,
            v.Structure,
            v.IndividualFine,
            v.OrganisationFine,
            v.Correction,
            v.SimpleForIndividuals,
            v.SimpleForOrganisations,
            v.IsRecordable,
            v.IsDecidable,
            [.. v.NotDecidableBecause.Select(r => r.Term())],
            v.Status,
            v.Evidence,
            v.TextVersion,
            v.EnforcedBy,
            v.Note
        );
}
