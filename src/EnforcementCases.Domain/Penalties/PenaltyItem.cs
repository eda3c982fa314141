namespace EnforcementCases.Domain.Penalties;

/// <summary>One kind of penalty of a case with its amount or term, as proposed, notified, reviewed or decided (处罚内容的一项).</summary>
/// <param name="Kind">Kind of penalty.</param>
/// <param name="AmountFen">Amount in fen (分): the fine, the gains, or the value of the goods confiscated; 0 for every other kind.</param>
/// <param name="TermDays">Length of a suspension, restriction or ban, in days; null if the kind has no term or the term is indefinite.</param>
public sealed record PenaltyItem(PenaltyKind Kind, long AmountFen = 0, int? TermDays = null)
{
    internal Money Amount => Money.OfFen(AmountFen);
}

/// <summary>Checks that kinds and amounts fit each other.</summary>
public static class PenaltyItems
{
    /// <summary>A kind occurs twice, an amount is missing, or a kind without amount has one.</summary>
    public static readonly DomainError DoNotFit = new(
        "penalty.items-do-not-fit",
        "APL-9",
        ErrorKind.Unacceptable,
        "处罚种类与数额、期限不一致"
    );

    /// <summary>The longest term, in days: a hundred years. A kind without end has no term.</summary>
    public const int MostDays = 36_500;

    /// <summary>Whether the kind is counted in money: 罚款, 没收违法所得, 没收非法财物.</summary>
    public static bool HasAmount(PenaltyKind kind) =>
        kind is PenaltyKind.Fine or PenaltyKind.ConfiscationOfGains or PenaltyKind.ConfiscationOfGoods;

    /// <summary>Refuses items that contradict themselves or that a street or town may not impose. Goods may be worth zero; a fine or gains may not.</summary>
    /// <exception cref="DomainException"><see cref="DoNotFit"/> or <see cref="PenaltyKinds.DetentionNotOurs"/>.</exception>
    public static void EnsureFit(IReadOnlyCollection<PenaltyItem> items)
    {
        PenaltyKinds.EnsureOurs(items.Select(i => i.Kind));
        if (items.GroupBy(i => i.Kind).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw DoNotFit.With($"“{twice.Key.Term()}”出现两次");
        foreach (var item in items)
        {
            if (item.AmountFen < 0 || (item.AmountFen > 0 && !HasAmount(item.Kind)))
                throw DoNotFit.With($"“{item.Kind.Term()}”的数额 {item.AmountFen} 分");
            if (item is { AmountFen: 0, Kind: PenaltyKind.Fine or PenaltyKind.ConfiscationOfGains })
                throw DoNotFit.With($"“{item.Kind.Term()}”没有数额");
            if (item.TermDays is { } days && (days is < 1 or > MostDays || HasAmount(item.Kind)))
                throw DoNotFit.With($"“{item.Kind.Term()}”的期限 {days} 日");
        }
    }

    /// <summary>Total amount of all items.</summary>
    public static Money Total(IEnumerable<PenaltyItem> items) => items.Aggregate(Money.Zero, (sum, i) => sum + i.Amount);

    /// <summary>The items in the words of a decision, <c>罚款 5000.00 元、责令停产停业 30 日</c>.</summary>
    public static string InWords(IEnumerable<PenaltyItem> items) =>
        string.Join(
            '、',
            items.Select(i =>
                i.Kind.Term() + (HasAmount(i.Kind) ? $" {i.Amount.InYuan} 元" : "") + (i.TermDays is { } days ? $" {days} 日" : "")
            )
        );

    /// <summary>The fine among the penalties; zero if none.</summary>
    public static Money Fine(this IEnumerable<PenaltyItem> penalties) =>
        Money.OfFen(penalties.FirstOrDefault(p => p.Kind is PenaltyKind.Fine)?.AmountFen ?? 0);
}
