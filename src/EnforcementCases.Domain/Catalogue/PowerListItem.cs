namespace EnforcementCases.Domain.Catalogue;

/// <summary>Kind of an item of the power list.</summary>
public enum PowerKind
{
    /// <summary>行政处罚.</summary>
    [Term("行政处罚")]
    Penalty,

    /// <summary>行政强制.</summary>
    [Term("行政强制")]
    Coercion,

    /// <summary>行政检查.</summary>
    [Term("行政检查")]
    Inspection,

    /// <summary>行政许可.</summary>
    [Term("行政许可")]
    Licence,
}

/// <summary>An item of the power and duty list (权责清单事项): a pattern for what an organ may adopt, no adoption itself.</summary>
public sealed class PowerListItem
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 40;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The data set it was loaded from; the newest one is the present list.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>Code (事项编码), <c>120114MCZCF43002</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the code is in a published list; otherwise it only follows the pattern.</summary>
    public required bool CodeIsPublished { get; init; }

    /// <summary>Name (事项名称).</summary>
    public required string Name { get; init; }

    /// <summary>Kind (事项类型).</summary>
    public required PowerKind Kind { get; init; }

    /// <summary>Bases as printed (设定依据).</summary>
    public required string Basis { get; init; }

    /// <summary>Body that implements it (实施机构).</summary>
    public required string ImplementingBody { get; init; }

    /// <summary>Post in charge (责任岗位).</summary>
    public required string ResponsiblePost { get; init; }

    /// <summary>Flow as printed (办理流程).</summary>
    public required string Flow { get; init; }

    /// <summary>Codes of the violations it covers; may be none.</summary>
    public required IReadOnlyList<string> ViolationCodes { get; init; }

    /// <summary>How well it is verified.</summary>
    public required EvidenceStatus Status { get; init; }

    /// <summary>Where it was checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Note; null if none.</summary>
    public string? Note { get; init; }
}
