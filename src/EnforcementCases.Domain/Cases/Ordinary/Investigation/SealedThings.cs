using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head's approval of a measure to come.</summary>
/// <param name="Kind">Sealing or detaining.</param>
/// <param name="Approval">The approval.</param>
/// <param name="Things">What may be taken; empty in approvals of the time before things were named.</param>
public sealed record SealingApproval(CoerciveMeasureKind Kind, HeadApproval Approval, IReadOnlyList<ThingToTake> Things);

/// <summary>The notice by which the owner of things is asked to claim them (认领公告).</summary>
/// <param name="PublishedOn">Legal date on which it was published.</param>
/// <param name="Days">For how many calendar days.</param>
/// <param name="OwnerCalled">The owner was known and had been called to collect the things before; false while the owner was unknown.</param>
public sealed record ClaimNotice(DateOnly PublishedOn, int Days, bool OwnerCalled = false)
{
    /// <summary>Periods in which the things were with the judicial organs: they do not count.</summary>
    public IReadOnlyList<ExcludedSpan> Away { get; init; } = [];

    /// <summary>Last day on which the things can be claimed, inclusive, without the days that do not count.</summary>
    internal Deadline TermBy(WorkingCalendar calendar) => ThingsDisposed.ClaimableUntil(PublishedOn, Days, least: 1, calendar, Away);
}

/// <summary>Things sealed or detained, with what happened since.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Kind">Sealing or detaining.</param>
/// <param name="AppliedAt">When it was applied.</param>
/// <param name="Emergency">It was applied on the spot, to be approved afterwards (情况紧急).</param>
/// <param name="Things">What was taken.</param>
/// <param name="HeadAgreed">Whether the head agreed after an emergency; null while undecided, and if approval came first.</param>
/// <param name="Extensions">The extension, if any.</param>
/// <param name="Testing">Periods that do not count.</param>
/// <param name="OpenPlaces">Positions on the list, from 1, of things that are still with the organ: neither given back, confiscated, disposed of as unclaimed, nor handed over with the
/// case.</param>
public sealed record SealedThings(
    Guid Id,
    CoerciveMeasureKind Kind,
    DateTimeOffset AppliedAt,
    bool Emergency,
    IReadOnlyList<ListedThing> Things,
    bool? HeadAgreed,
    IReadOnlyList<CoercionExtension> Extensions,
    IReadOnlyList<TestingPeriod> Testing,
    IReadOnlyList<int> OpenPlaces
)
{
    /// <summary>True while something of it is still with the organ.</summary>
    public bool IsOpen => OpenPlaces.Count > 0;

    /// <summary>What the things fetched that did not keep and were sold, destroyed or auctioned; their money takes their place (价款).</summary>
    public IReadOnlyList<ThingSold> Sold { get; init; } = [];

    /// <summary>The notice to the unknown or absent owner, by which the measure was lifted; null if none was published.</summary>
    public ClaimNotice? Notice { get; init; }

    /// <summary>From whom the things were taken; null while the owner is unknown.</summary>
    public OwnerOfThings? Owner { get; init; }

    /// <summary>Positions of things that were handed over to the judicial organs with the case and are neither back nor kept by them for good.</summary>
    public IReadOnlyList<int> HandedOver { get; init; } = [];

    /// <summary>Periods in which the things were with the judicial organs: they do not count.</summary>
    public IReadOnlyList<ExcludedSpan> Away { get; init; } = [];

    /// <summary>Its last day, with extensions and without the days that do not count.</summary>
    internal Deadline TermBy(WorkingCalendar calendar) =>
        CoercionTerm.LastDay(LegalDate.Of(AppliedAt), calendar, Extensions, Testing, Away);

    /// <summary>The things that are still with the organ.</summary>
    internal IReadOnlyList<ListedThing> OpenThings => [.. OpenPlaces.Select(place => Things[place - 1])];

    /// <summary>The same with the things that came back from the judicial organs; its terms go on without the days away.</summary>
    internal SealedThings ComeBack(IReadOnlyList<int> positions, IReadOnlyList<ExcludedSpan> away) =>
        this with
        {
            OpenPlaces = positions,
            HandedOver = [],
            Away = [.. Away, .. away],
            Notice = Notice is null ? null : Notice with { Away = [.. Notice.Away, .. away] },
        };

    /// <summary>The same without some of its things.</summary>
    internal SealedThings Without(IEnumerable<int> positions) => this with { OpenPlaces = [.. OpenPlaces.Except(positions)] };
}
