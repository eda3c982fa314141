using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Files;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>File format of the exported catalogue.</summary>
public enum CatalogueFileForm
{
    /// <summary>JSON, in the form of the product data.</summary>
    Json,

    /// <summary>A workbook (XLSX).</summary>
    Xlsx,
}

/// <summary>Exports the catalogue in the format in which it is imported (导出目录): importing the export changes nothing.</summary>
/// <param name="Form">File format; default: <c>Json</c>.</param>
/// <param name="Kind">Only this kind of row; all if omitted.</param>
public sealed record ExportCatalogueQuery(CatalogueFileForm? Form = null, CatalogueRowKind? Kind = null) : IRequest<CatalogueExport>;

/// <summary>A file of the catalogue.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">Its name.</param>
public sealed record CatalogueExport(byte[] Content, string MediaType, string Name);

internal sealed class ExportCatalogueHandler(CataloguePlanner planner) : IRequestHandler<ExportCatalogueQuery, CatalogueExport>
{
    public async Task<CatalogueExport> Handle(ExportCatalogueQuery request, CancellationToken cancellationToken)
    {
        var rows = (await planner.ExportAsync(cancellationToken)).Where(r => request.Kind is null || r.Kind == request.Kind).ToList();
        return request.Form is CatalogueFileForm.Xlsx
            ? new(CatalogueSheets.Write(rows), SpreadsheetFile.MediaType, "catalogue.xlsx")
            : new(CatalogueFile.WriteJson(rows), "application/json", "catalogue.json");
    }
}
