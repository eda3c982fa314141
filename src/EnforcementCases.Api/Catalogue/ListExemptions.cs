using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists the entries of the exemption list (免罚清单) in force on a day, by code.</summary>
/// <param name="ViolationCode">Only entries that apply to this violation, including those for all violations; all if omitted.</param>
/// <param name="Binding">True: only those that can be relied on here; false: only the others; all if omitted.</param>
/// <param name="OnDate">The day on which they must be in force; default: today.</param>
public sealed record ListExemptionsQuery(string? ViolationCode, bool? Binding, DateOnly? OnDate) : IRequest<IReadOnlyList<ExemptionDetail>>;

/// <summary>An entry of the exemption list.</summary>
/// <param name="VersionId">The version; an assessment refers to it.</param>
/// <param name="Code">Code.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="ViolationCode">The violation it applies to; <c>*</c> for all.</param>
/// <param name="Leniency">What the entry leads to.</param>
/// <param name="Title">Name.</param>
/// <param name="Conditions">Conditions, all of which must be met.</param>
/// <param name="FollowUp">What must be done afterwards.</param>
/// <param name="Correction">Time within which the violation must be corrected; null if the entry sets none.</param>
/// <param name="UpToOccurrence">Highest occurrence of the violation for which it applies, inclusive; null if there is no limit.</param>
/// <param name="Basis">Basis as printed.</param>
/// <param name="Binding">Whether it can be relied on here.</param>
/// <param name="ValidFrom">First day; null if unknown.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended.</param>
/// <param name="Evidence">The source in which it was checked.</param>
/// <param name="Note">Note; null if none.</param>
public sealed record ExemptionDetail(
    Guid VersionId,
    string Code,
    string Version,
    string ViolationCode,
    ListedLeniency Leniency,
    string Title,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> FollowUp,
    CorrectionLimit? Correction,
    int? UpToOccurrence,
    string Basis,
    bool Binding,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Evidence,
    string? Note
);

internal sealed class ListExemptionsHandler(CatalogueDirectory directory, TimeProvider clock)
    : IRequestHandler<ListExemptionsQuery, IReadOnlyList<ExemptionDetail>>
{
    public Task<IReadOnlyList<ExemptionDetail>> Handle(ListExemptionsQuery request, CancellationToken cancellationToken)
    {
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        return Task.FromResult<IReadOnlyList<ExemptionDetail>>([
            .. directory
                .Current.ExemptionsOn(day)
                .Where(e =>
                    (request.ViolationCode is null || e.IsFor(request.ViolationCode))
                    && (request.Binding is null || e.BindingInTianjin == request.Binding)
                )
                .Select(e => new ExemptionDetail(
                    e.Id,
                    e.Code,
                    e.Version,
                    e.ViolationCode,
                    e.Leniency,
                    e.Title,
                    e.Conditions,
                    e.FollowUp,
                    e.Correction,
                    e.UpToOccurrence,
                    e.Basis,
                    e.BindingInTianjin,
                    e.ValidFrom,
                    e.ValidTo,
                    e.Evidence,
                    e.Note
                )),
        ]);
    }
}
