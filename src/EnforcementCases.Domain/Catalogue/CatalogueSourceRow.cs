namespace EnforcementCases.Domain.Catalogue;

/// <summary>A row of the catalogue exactly as imported, for export and comparison; found by its hash, <see cref="ICatalogueVersion.RowSha256"/>.</summary>
public sealed class CatalogueSourceRow
{
    /// <summary>SHA-256 of the row, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The row as JSON.</summary>
    public required string Content { get; init; }
}
