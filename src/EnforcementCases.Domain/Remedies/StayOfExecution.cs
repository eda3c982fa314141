using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>Who ordered a stay of execution (停止执行的决定者). 行政复议法 第四十二条; 行政诉讼法 第五十六条.</summary>
public enum StayOrderedBy
{
    /// <summary>The organ that decided (被申请人、被告认为需要停止执行).</summary>
    Organ,

    /// <summary>行政复议机关.</summary>
    ReconsiderationOrgan,

    /// <summary>人民法院.</summary>
    Court,

    /// <summary>法律、法规规定停止执行.</summary>
    Law,
}

/// <summary>An order to stay execution (停止执行).</summary>
/// <param name="By">Who ordered it.</param>
/// <param name="Reference">Number of the order; if a law orders the stay, the article.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="LiftedOn">Day on which it ended; null if in force.</param>
public sealed record StayOrder(StayOrderedBy By, string Reference, DateOnly From, DateOnly? LiftedOn = null);

/// <summary>A remedy does not stay execution unless a stay is ordered (不停止执行). 行政处罚法 第七十三条第一款.</summary>
public static class StayOfExecution
{
    /// <summary>A stay of execution is in force.</summary>
    public static readonly DomainError Stayed = new(
        "execution.stayed",
        "APL-73-1",
        ErrorKind.RuleBroken,
        "已经决定停止执行，不得执行处罚决定",
        PenaltyLaw.At("第七十三条第一款")
    );

    /// <summary>The order in force on the day; null if execution goes on, as it does by default while a remedy runs.</summary>
    public static StayOrder? OrderOn(IEnumerable<StayOrder> orders, DateOnly day) =>
        orders.FirstOrDefault(o => o.From <= day && !(o.LiftedOn <= day));

    /// <summary>Refuses to execute while a stay is in force.</summary>
    /// <exception cref="DomainException"><see cref="Stayed"/>.</exception>
    public static void EnsureNotStayed(IEnumerable<StayOrder> orders, DateOnly day)
    {
        if (OrderOn(orders, day) is { } order)
            throw Stayed.With($"{order.Reference}，自 {order.From:yyyy-MM-dd} 起");
    }
}
