using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>Base of the three percent after a part payment (计算基数); the law does not settle it, parameter <c>surcharge.base</c>.</summary>
public enum SurchargeBase
{
    /// <summary>到期未缴部分, the default.</summary>
    UnpaidPart,

    /// <summary>到期的罚款全额, as long as any of it is unpaid.</summary>
    WholeFine,
}

/// <summary>Consecutive days with the same base.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">Number of days.</param>
/// <param name="BaseFen">Base of the three percent, in fen.</param>
public sealed record SurchargeSpan(DateOnly From, DateOnly To, int Days, long BaseFen);

/// <summary>A computed surcharge with its explanation.</summary>
/// <param name="CountedThrough">Last day examined.</param>
/// <param name="AmountFen">The surcharge in fen; never more than the fine.</param>
/// <param name="Days">Number of days that counted.</param>
/// <param name="PausedDays">Overdue days that did not count because a remedy was running.</param>
/// <param name="CapReachedOn">Day on which it reached the fine; null if it has not.</param>
/// <param name="Spans">The days that counted, with their base.</param>
public sealed record SurchargeCount(
    DateOnly CountedThrough,
    long AmountFen,
    int Days,
    int PausedDays,
    DateOnly? CapReachedOn,
    IReadOnlyList<SurchargeSpan> Spans
)
{
    /// <summary>First day that counted (起算日); null if none did.</summary>
    public DateOnly? FirstDay => Spans.Count == 0 ? null : Spans[0].From;
}

/// <summary>A decision to post a surcharge (加处罚款决定).</summary>
/// <param name="DecidedBy">Person who decided.</param>
/// <param name="DecidedOn">Legal date.</param>
/// <param name="CountedThrough">Last day counted; not after the decision.</param>
/// <param name="AmountFen">Amount in fen, all days from the due date on, earlier decisions included.</param>
/// <param name="StandardNotified">The party was informed of the standard, three percent a day (加处罚款的标准应当告知当事人): in the decision or the payment order.</param>
public sealed record SurchargeDecision(Guid DecidedBy, DateOnly DecidedOn, DateOnly CountedThrough, long AmountFen, bool StandardNotified);

/// <summary>The surcharge on a fine paid late (加处罚款). The organ may apply it; nothing is owed before a decision is recorded. 行政处罚法 第七十二条第一款第一项; 行政强制法 第四十五条.</summary>
public static class LatePaymentSurcharge
{
    /// <summary>Percent of the base for each calendar day overdue (每日按罚款数额的百分之三).</summary>
    public const int PercentPerDay = 3;

    /// <summary>The surcharge would be more than the fine.</summary>
    public static readonly DomainError OverFine = new(
        "surcharge.over-fine",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款的数额不得超出罚款的数额",
        PenaltyLaw.At("第七十二条第一款第一项")
    );

    /// <summary>Nothing is overdue.</summary>
    public static readonly DomainError NotOverdue = new(
        "surcharge.not-overdue",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "到期不缴纳罚款的，才可以加处罚款",
        PenaltyLaw.At("第七十二条第一款第一项")
    );

    /// <summary>The amount differs from the computed one.</summary>
    public static readonly DomainError WrongAmount = new(
        "surcharge.wrong-amount",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款应当每日按罚款数额的百分之三计算",
        PenaltyLaw.At("第七十二条第一款第一项")
    );

    /// <summary>The party was not informed of the standard.</summary>
    public static readonly DomainError StandardNotNotified = new(
        "surcharge.standard-not-told",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款的标准应当告知当事人",
        CoercionLaw.At("第四十五条第一款")
    );

    /// <summary>Posted without a decision.</summary>
    public static readonly DomainError NotDecided = new(
        "surcharge.not-decided",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款由作出处罚决定的行政机关决定，没有决定不得计收",
        PenaltyLaw.At("第七十二条第一款")
    );

    /// <summary>Counted beyond the day of the decision.</summary>
    public static readonly DomainError CountedAhead = new(
        "surcharge.counted-ahead",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款不得计算尚未逾期的日数",
        PenaltyLaw.At("第七十二条第一款第一项")
    );

    /// <summary>Reads parameter <c>surcharge.base</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither <c>unpaid</c> nor <c>fine</c>.</exception>
    public static SurchargeBase BaseOf(string parameterValue) =>
        parameterValue switch
        {
            "unpaid" => SurchargeBase.UnpaidPart,
            "fine" => SurchargeBase.WholeFine,
            _ => throw new ArgumentOutOfRangeException(nameof(parameterValue), parameterValue, "unpaid or fine"),
        };

    /// <summary>Counts day by day: three percent of the base for each day from the day after the due date to the day of payment, both inclusive, never
    /// more than the fine; a fraction of a fen is dropped. Days within the pause of a remedy do not count (APL-73-3).</summary>
    /// <param name="through">Last day to count.</param>
    /// <remarks>The base at the beginning of the day counts: a payment lowers it from the next day on.</remarks>
    [StatutoryRule("SUR-TEST")]
    public static SurchargeCount Count(FineHistory history, DateOnly through, SurchargeBase @base)
    {
        var cap = checked(history.FineFen * 100); // in hundredths of a fen, as three percent of a fen are
        var (total, days, paused) = (0L, 0, 0);
        DateOnly? capReachedOn = null;
        var spans = new List<SurchargeSpan>();
        for (var day = history.DueOn.AddDays(1); day <= through && total < cap; day = day.AddDays(1))
        {
            var fallenDue = history.FallenDueBefore(day);
            var unpaid = fallenDue - history.PaidBefore(day);
            if (unpaid <= 0)
                continue;
            if (history.Pauses.Any(p => p.Covers(day)))
            {
                paused++;
                continue;
            }
            var of = @base switch
            {
                SurchargeBase.UnpaidPart => unpaid,
                SurchargeBase.WholeFine => fallenDue,
            };
            total = Math.Min(cap, checked(total + (of * PercentPerDay)));
            days++;
            if (total == cap)
                capReachedOn = day;
            if (spans.Count > 0 && spans[^1] is var last && last.BaseFen == of && last.To.AddDays(1) == day)
                spans[^1] = last with { To = day, Days = last.Days + 1 };
            else
                spans.Add(new(day, day, 1, of));
        }
        return new(through, total / 100, days, paused, capReachedOn, spans);
    }

    /// <summary>All obstacles to posting a surcharge; empty if it may be posted.</summary>
    /// <param name="decision">The recorded decision; null if none.</param>
    public static IReadOnlyList<DomainException> Obstacles(FineHistory history, SurchargeDecision? decision, SurchargeBase @base) =>
        [.. FindObstacles(history, decision, @base)];

    /// <summary>Refuses to post a surcharge without a decision, before anything is overdue, without informing the party, or of another amount than computed.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureMayPost(FineHistory history, SurchargeDecision? decision, SurchargeBase @base) =>
        FindObstacles(history, decision, @base).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(FineHistory history, SurchargeDecision? decision, SurchargeBase @base)
    {
        if (decision is null)
        {
            yield return NotDecided.With("没有加处罚款决定");
            yield break;
        }
        if (!decision.StandardNotified)
            yield return StandardNotNotified.With("没有告知每日百分之三的标准");
        if (decision.CountedThrough > decision.DecidedOn)
            yield return CountedAhead.With($"计算至 {decision.CountedThrough:yyyy-MM-dd}，决定于 {decision.DecidedOn:yyyy-MM-dd}");
        var counted = Count(history, decision.CountedThrough, @base);
        if (counted.Days == 0)
            yield return NotOverdue.With($"缴款期限 {history.DueOn:yyyy-MM-dd}，至 {decision.CountedThrough:yyyy-MM-dd} 没有计算日数");
        if (decision.AmountFen > history.FineFen)
            yield return OverFine.With($"加处 {Money.OfFen(decision.AmountFen).InYuan} 元，罚款 {Money.OfFen(history.FineFen).InYuan} 元");
        else if (counted.Days > 0 && decision.AmountFen != counted.AmountFen)
            yield return WrongAmount.With(
                $"加处 {Money.OfFen(decision.AmountFen).InYuan} 元，{counted.Days} 日应为 {Money.OfFen(counted.AmountFen).InYuan} 元"
            );
    }
}
