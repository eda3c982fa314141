using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>A row shipped as a template for an organ's catalogue of major decisions (审核目录模板). It has no effect until an organisation adopts it.</summary>
public sealed class ReviewTemplate : ICatalogueVersion
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 20;

    /// <summary>Longest item.</summary>
    public const int ItemMaxLength = 200;

    private DateOnly? validTo;

    /// <summary>Identity of this version.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code, <c>FS-01</c>; the same for all versions.</summary>
    public required string Code { get; init; }

    /// <summary>Label of this version, unique with the code.</summary>
    public required string Version { get; init; }

    /// <summary>The data set it was loaded from.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>What kind of decision.</summary>
    public required ReviewedDecisionKind DecisionKind { get; init; }

    /// <summary>The row as printed.</summary>
    public required string Item { get; init; }

    /// <summary>Kinds of penalty it names; empty for none.</summary>
    public required IReadOnlyList<PenaltyKind> Kinds { get; init; }

    /// <summary>Features that are enough by themselves; empty for none.</summary>
    public required IReadOnlyList<ReviewFeature> Features { get; init; }

    /// <summary>Amount for citizens as printed; null if none is.</summary>
    public AmountBound? Citizen { get; init; }

    /// <summary>Amount for organisations as printed; null if none is.</summary>
    public AmountBound? Organisation { get; init; }

    /// <summary>Text printed beside the amounts, <c>不论金额</c>; null if none.</summary>
    public string? Condition { get; init; }

    /// <summary>Material to be submitted for the review, as printed.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>Subject of the review, as printed.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Working days for the review as printed.</summary>
    public required int TimeLimitWorkingDays { get; init; }

    /// <summary>Source of that time.</summary>
    public required string TimeLimitSource { get; init; }

    /// <summary>Basis as printed; null if none is.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether the row was found in a published catalogue; otherwise it is unverified.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Where it was checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Note; null if none.</summary>
    public string? Note { get; init; }

    /// <inheritdoc />
    public DateOnly? ValidFrom { get; init; }

    /// <inheritdoc />
    public DateOnly? ValidTo
    {
        get => validTo;
        init => validTo = value;
    }

    /// <summary>When a newer data set replaced it; null if it is current.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <inheritdoc />
    public required string RowSha256 { get; init; }

    /// <summary>The row in the form in which it applies once adopted. Amounts apply only if it names kinds of penalty; beside a feature they only describe the feature.</summary>
    public ReviewCatalogueRow AsRow() =>
        new(
            Code,
            DecisionKind,
            Item,
            Kinds,
            Kinds.Count == 0 ? null : Citizen,
            Kinds.Count == 0 ? null : Organisation,
            Features,
            TimeLimitWorkingDays: TimeLimitWorkingDays
        );

    /// <inheritdoc />
    public void EndOn(DateOnly lastDay) => validTo = lastDay;

    /// <inheritdoc />
    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}
