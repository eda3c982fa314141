using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The value of things that are to be confiscated: whether a hearing has to be offered depends on it (没收较大价值非法财物). 行政处罚法 第六十三条第一款第二项.</summary>
public static class ValueOfThings
{
    /// <summary>Things without value, without a source of the value, or with another sum than the penalty.</summary>
    public static readonly DomainError Unknown = new(
        "confiscation.value-unknown",
        "APL-63",
        ErrorKind.RuleBroken,
        "拟没收的财物应当在告知前评估或者核定价值",
        PenaltyLaw.At("第六十三条第一款第二项")
    );

    /// <summary>The highest value of one thing, in fen: ten billion yuan.</summary>
    public const long MostFen = 1_000_000_000_000;

    /// <summary>The most things that are listed.</summary>
    public const int MostThings = 1_000;

    /// <summary>Refuses a confiscation of things whose value is not established, and things that are not confiscated.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static void EnsureKnown(IReadOnlyList<ThingConfiscated> things, IReadOnlyCollection<PenaltyItem> penalties)
    {
        if (ObstacleUnlessKnown(things, penalties) is { } why)
            throw why;
    }

    /// <summary>Why a confiscation of things has no established value; null if it has, or nothing is confiscated.</summary>
    public static DomainException? ObstacleUnlessKnown(IReadOnlyList<ThingConfiscated> things, IReadOnlyCollection<PenaltyItem> penalties)
    {
        var confiscated = penalties.FirstOrDefault(p => p.Kind is PenaltyKind.ConfiscationOfGoods);
        if (confiscated is null)
            return things.Count > 0 ? Unknown.With("列有没收的财物，处罚种类中没有没收非法财物").At("/things") : null;
        if (things.Count == 0)
            return Unknown.With("没有列明没收的财物及其价值", "逐项写明名称、数量、价值和价值来源").At("/things");
        if (things.Count > MostThings)
            return Unknown.With($"列明的财物 {things.Count} 项，最多 {MostThings} 项").At("/things");
        foreach (var (thing, i) in things.Select((thing, i) => (thing, i)))
        {
            if (thing.ValueFen is < 0 or > MostFen)
                return Unknown.With($"“{thing.Name}”的价值为 {thing.ValueFen} 分，应当为 0 至 {MostFen} 分").At($"/things/{i}/valueFen");
            if (thing.ValueFen == 0 && !thing.WorthlessBecause.IsGiven())
                return Unknown.With($"“{thing.Name}”的价值为 0，没有说明理由").At($"/things/{i}/worthlessBecause");
            if (thing.ValueFen > 0 && !thing.ValueSource.IsGiven())
                return Unknown.With($"“{thing.Name}”的价值没有来源").At($"/things/{i}/valueSource");
        }
        var total = things.Aggregate(Money.Zero, (sum, thing) => sum + thing.Value);
        return total == confiscated.Amount
            ? null
            : Unknown.With($"各项财物价值合计 {total.InYuan} 元，没收非法财物写为 {confiscated.Amount.InYuan} 元").At("/things");
    }
}
