namespace EnforcementCases.Domain.Catalogue;

/// <summary>A row of the catalogue as it was imported, word for word: what it is exported from and compared with. Kept under its hash; versions point to it by <see cref="ICatalogueVersion.RowSha256"/>.</summary>
public sealed class CatalogueSourceRow
{
    /// <summary>SHA-256 of the row, hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The row as JSON.</summary>
    public required string Content { get; init; }
}
