using EnforcementCases.Domain.Catalogue;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists the items of the power list (权责清单).</summary>
/// <param name="Kind">Only items of this kind; all if omitted.</param>
public sealed record ListPowersQuery(PowerKind? Kind) : IRequest<IReadOnlyList<PowerDetail>>;

/// <summary>An item of the power list: a model for an adoption, not an adoption.</summary>
/// <param name="Code">Code.</param>
/// <param name="CodeIsPublished">Whether the code is from a published list; if not, it only follows the pattern of one.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind of item.</param>
/// <param name="Basis">Legal bases, as printed.</param>
/// <param name="ImplementingBody">Body that implements it.</param>
/// <param name="ResponsiblePost">Post in charge.</param>
/// <param name="Flow">Description of the procedure, as printed.</param>
/// <param name="ViolationCodes">Violations it covers.</param>
/// <param name="Status">How well its source is verified.</param>
/// <param name="Evidence">The source in which it was checked.</param>
/// <param name="Note">Note; null if none.</param>
public sealed record PowerDetail(
    string Code,
    bool CodeIsPublished,
    string Name,
    PowerKind Kind,
    string Basis,
    string ImplementingBody,
    string ResponsiblePost,
    string Flow,
    IReadOnlyList<string> ViolationCodes,
    EvidenceStatus Status,
    string Evidence,
    string? Note
);

internal sealed class ListPowersHandler(CatalogueDirectory directory) : IRequestHandler<ListPowersQuery, IReadOnlyList<PowerDetail>>
{
    public Task<IReadOnlyList<PowerDetail>> Handle(ListPowersQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PowerDetail>>([
            .. directory
                .Current.PowerList.Where(i => request.Kind is null || i.Kind == request.Kind)
                .Select(i => new PowerDetail(
                    i.Code,
                    i.CodeIsPublished,
                    i.Name,
                    i.Kind,
                    i.Basis,
                    i.ImplementingBody,
                    i.ResponsiblePost,
                    i.Flow,
                    i.ViolationCodes,
                    i.Status,
                    i.Evidence,
                    i.Note
                )),
        ]);
}
