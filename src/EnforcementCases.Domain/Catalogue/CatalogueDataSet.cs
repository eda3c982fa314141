namespace EnforcementCases.Domain.Catalogue;

/// <summary>A file of product data (目录数据) as it was loaded, or a change made by two clerks: the source of every row of the catalogue.</summary>
public sealed class CatalogueDataSet
{
    /// <summary>Name of the data set entered and confirmed by two clerks; it takes precedence over the data shipped with the program.</summary>
    public const string Change = "change";

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 40;

    /// <summary>Longest label.</summary>
    public const int LabelMaxLength = 60;

    private CatalogueDataSet() { }

    /// <summary>Enters a file.</summary>
    public CatalogueDataSet(Guid id, string name, string sha256, string label, int number, DateTimeOffset loadedAt)
    {
        Id = id;
        Name = name;
        Sha256 = sha256;
        Label = label;
        Number = number;
        LoadedAt = loadedAt;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which file: <c>violations</c>, <c>power-list</c>, <c>holidays</c>, <c>discretion-benchmarks</c>, <c>exemption-list</c> or <c>legal-review-catalogue</c>; <see cref="Change"/> for a change.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of its bytes, hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The file's own label: its as-of month or the years it covers; for a change, the day of its confirmation.</summary>
    public string Label { get; private set; } = "";

    /// <summary>1 for the first file of the name, 2 for the next.</summary>
    public int Number { get; private set; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LoadedAt { get; private set; }
}
