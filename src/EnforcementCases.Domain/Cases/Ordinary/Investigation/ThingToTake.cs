using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A thing that the head approves to be sealed, detained or registered (批准的物品).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">How much at most, above 0.</param>
/// <param name="Unit">Unit, <c>件</c>.</param>
public sealed record ThingToTake(string Name, decimal Quantity, string Unit)
{
    /// <summary>The most of one thing: more is a slip, and sums of such lists stay countable.</summary>
    private const decimal Most = 1_000_000_000m;

    /// <summary>Refuses to approve what is not named.</summary>
    /// <exception cref="DomainException"><see cref="OrdinaryFile.Incomplete"/>.</exception>
    internal static void EnsureNamed(IReadOnlyList<ThingToTake> things)
    {
        if (things.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明批准的物品", "逐项写明名称和数量").At("/things");
        foreach (var (thing, i) in things.Select((thing, i) => (thing, i)))
        {
            if (!thing.Name.IsGiven() || !thing.Unit.IsGiven() || thing.Quantity <= 0)
                throw OrdinaryFile.Incomplete.With("物品没有名称、数量或者单位").At($"/things/{i}");
            EnsureCountable(thing.Quantity, $"/things/{i}/quantity");
        }
    }

    /// <summary>Refuses to take what the head did not approve, or more of it. An approval of the time before things were named names none.</summary>
    /// <param name="approved">What the head approved.</param>
    /// <param name="taken">What is taken.</param>
    /// <param name="error">The refusal of the measure.</param>
    /// <param name="member">Where the things are stated.</param>
    internal static void EnsureApproved(
        IReadOnlyList<ThingToTake> approved,
        IReadOnlyList<ListedThing> taken,
        DomainError error,
        string member
    )
    {
        foreach (var (thing, i) in taken.Select((thing, i) => (thing, i)))
            EnsureCountable(thing.Quantity, $"{member}/{i}");
        if (approved.Count == 0)
            return;
        foreach (var (thing, i) in taken.Select((thing, i) => (thing, i)))
        {
            var (agreed, all) = Sums(approved, taken, thing);
            if (all > agreed)
                throw error
                    .With(
                        $"“{thing.Name}”批准 {agreed:0.###} {thing.Unit}，清单 {all:0.###} {thing.Unit}",
                        "按照批准的物品实施，或者另行报批"
                    )
                    .At($"{member}/{i}");
        }
    }

    /// <summary>Whether all that is taken was approved. An approval of the time before things were named covers everything.</summary>
    internal static bool Cover(IReadOnlyList<ThingToTake> approved, IReadOnlyList<ListedThing> taken) =>
        approved.Count == 0
        || taken.All(thing => thing.Quantity is > 0 and <= Most && Sums(approved, taken, thing) is var (agreed, all) && all <= agreed);

    /// <summary>Whether two approvals are about the same thing. One of the time before things were named is about everything.</summary>
    internal static bool Overlap(IReadOnlyList<ThingToTake> one, IReadOnlyList<ThingToTake> other) =>
        one.Count == 0 || other.Count == 0 || one.Any(a => other.Any(b => PartyServed.IsSame(a.Name, b.Name) && a.Unit == b.Unit));

    private static (decimal Agreed, decimal Taken) Sums(
        IReadOnlyList<ThingToTake> approved,
        IReadOnlyList<ListedThing> taken,
        ListedThing thing
    ) =>
        (
            approved.Where(a => PartyServed.IsSame(a.Name, thing.Name) && a.Unit == thing.Unit).Sum(a => a.Quantity),
            taken.Where(t => PartyServed.IsSame(t.Name, thing.Name) && t.Unit == thing.Unit).Sum(t => t.Quantity)
        );

    private static void EnsureCountable(decimal quantity, string at)
    {
        if (quantity is <= 0 or > Most)
            throw OrdinaryFile.Incomplete.With("物品的数量应当大于 0，不超过 1000000000").At(at);
    }
}
