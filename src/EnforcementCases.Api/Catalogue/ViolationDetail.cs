using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A violation (案由) in a list.</summary>
/// <param name="VersionId">The version; what a case pins.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Name of the violation.</param>
/// <param name="Category">Category.</param>
/// <param name="Basis">Article that threatens the penalty, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="Recordable">May be recorded and adopted.</param>
/// <param name="Decidable">A penalty may rest on it.</param>
/// <param name="Adopted">Adopted by the caller's organ on the day; null where the caller has no organ.</param>
/// <param name="SimpleForIndividuals">The range reaches into the simple procedure for individuals.</param>
/// <param name="SimpleForOrganisations">The range reaches into the simple procedure for organisations.</param>
/// <param name="Correction">Whether correction has to come first.</param>
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

/// <summary>A violation (案由) as it stands on a day.</summary>
/// <param name="VersionId">The version; what a case pins.</param>
/// <param name="Code">Code.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="ValidFrom">First day of validity; null where it could not be established.</param>
/// <param name="ValidTo">Last day of validity; null while it has none.</param>
/// <param name="Name">Name of the violation.</param>
/// <param name="Category">Category.</param>
/// <param name="Jurisdiction">Where the instrument holds.</param>
/// <param name="Instrument">Instrument with title marks.</param>
/// <param name="InstrumentLevel">Rank of the instrument.</param>
/// <param name="ViolatedArticle">Article violated, as printed.</param>
/// <param name="PenaltyArticle">Article that threatens the penalty, as printed.</param>
/// <param name="Kinds">Kinds of penalty, atomic.</param>
/// <param name="Orders">Orders that go with them and are no penalty.</param>
/// <param name="Connector">How the kinds go together.</param>
/// <param name="IndividualFine">Fine for an individual; null where none.</param>
/// <param name="OrganisationFine">Fine for an organisation; null where none.</param>
/// <param name="Correction">Whether correction has to come first.</param>
/// <param name="SimpleForIndividuals">The range reaches into the simple procedure for individuals.</param>
/// <param name="SimpleForOrganisations">The range reaches into the simple procedure for organisations.</param>
/// <param name="Recordable">May be recorded and adopted.</param>
/// <param name="Decidable">A penalty may rest on it.</param>
/// <param name="WhyNotDecidable">What stands in the way, in the language asked for; empty where nothing does.</param>
/// <param name="Status">How well it is founded.</param>
/// <param name="Evidence">Where the text was checked.</param>
/// <param name="TextVersion">Date of the text that was checked.</param>
/// <param name="EnforcedBy">Bodies that enforce it, where the provision names them.</param>
/// <param name="Note">Note.</param>
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
    KindConnector Connector,
    FineProvision? IndividualFine,
    FineProvision? OrganisationFine,
    CorrectionDuty Correction,
    bool SimpleForIndividuals,
    bool SimpleForOrganisations,
    bool Recordable,
    bool Decidable,
    [property: Bilingual] IReadOnlyList<string> WhyNotDecidable,
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
            v.Connector,
            v.IndividualFine,
            v.OrganisationFine,
            v.Correction,
            v.SimpleForIndividuals,
            v.SimpleForOrganisations,
            v.IsRecordable,
            v.IsDecidable,
            [.. v.WhyNotDecidable.Select(r => r.Term())],
            v.Status,
            v.Evidence,
            v.TextVersion,
            v.EnforcedBy,
            v.Note
        );
}
