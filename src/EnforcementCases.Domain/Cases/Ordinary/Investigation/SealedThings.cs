using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head's approval of a measure to come.</summary>
/// <param name="Kind">Sealing or detaining.</param>
/// <param name="Approval">The approval.</param>
public sealed record SealingApproval(CoerciveMeasureKind Kind, HeadApproval Approval);

/// <summary>Things sealed or detained, with what happened since.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Kind">Sealing or detaining.</param>
/// <param name="AppliedAt">When it was applied.</param>
/// <param name="Emergency">It was applied on the spot, to be approved afterwards (情况紧急).</param>
/// <param name="Things">What was taken.</param>
/// <param name="HeadAgreed">Whether the head agreed after an emergency; null while undecided, and if approval came first.</param>
/// <param name="Extensions">The extension, if any.</param>
/// <param name="Testing">Periods that do not count.</param>
/// <param name="IsOpen">True while it is not lifted and the things have not left with the case.</param>
public sealed record SealedThings(
    Guid Id,
    CoerciveMeasureKind Kind,
    DateTimeOffset AppliedAt,
    bool Emergency,
    IReadOnlyList<ListedThing> Things,
    bool? HeadAgreed,
    IReadOnlyList<CoercionExtension> Extensions,
    IReadOnlyList<TestingPeriod> Testing,
    bool IsOpen = true
)
{
    /// <summary>Its last day, with extensions and without the days that do not count.</summary>
    internal Deadline TermBy(WorkingCalendar calendar) => CoercionTerm.LastDay(LegalDate.Of(AppliedAt), calendar, Extensions, Testing);
}
