using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The orders to correct given in the case (责令改正), as the acts left them.</summary>
public sealed class OrdersOnFile
{
    /// <summary>No order to correct was given.</summary>
    public static readonly DomainError NoOrder = new("order-to-correct.none", null, ErrorKind.WrongStage, "没有待复查的责令改正");

    /// <summary>An order has the identity of another.</summary>
    public static readonly DomainError OrderIdTaken = new(
        "order-to-correct.id-taken",
        null,
        ErrorKind.Conflict,
        "案卷中已有同一标识的责令改正"
    );

    private readonly List<OrderGiven> given = [];

    /// <summary>The orders in their order, each with its last re-check.</summary>
    public IReadOnlyList<OrderGiven> Given => given;

    internal void Apply(GiveOrderToCorrect order, DoneAct done) =>
        given.Add(new(order.OrderId, order.Requirement, done.DoneOn, order.DueOn));

    internal void Apply(RecheckOrder recheck, DoneAct done) =>
        given.Replace(o => o.OrderId == recheck.OrderId, o => o with { RecheckedOn = done.DoneOn, Result = recheck.Result });

    /// <summary>Refuses an order whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="OrderIdTaken"/>.</exception>
    internal void EnsureNew(Guid orderId)
    {
        if (given.Exists(o => o.OrderId == orderId))
            throw OrderIdTaken.With($"责令改正 {orderId}");
    }

    /// <summary>Refuses a re-check of an order that is not in the file.</summary>
    /// <exception cref="DomainException"><see cref="NoOrder"/>.</exception>
    internal void EnsureGiven(Guid orderId)
    {
        if (!given.Exists(o => o.OrderId == orderId))
            throw NoOrder.With($"责令改正 {orderId}");
    }

    /// <summary>Where the matter asks for a correction first, an order must have expired unmet: the last one of this file, or one given in the street before there was a case
    /// (先改正后处罚). 行政处罚法 第二十八条.</summary>
    /// <exception cref="DomainException">A rule of <see cref="OrderToCorrect"/>.</exception>
    internal void EnsureExpiredUnmet(EarlierOrder? earlier)
    {
        if (ObstacleUnlessExpiredUnmet(earlier) is { } why)
            throw why;
    }

    /// <summary>Why no order expired unmet; null if one did.</summary>
    internal DomainException? ObstacleUnlessExpiredUnmet(EarlierOrder? earlier) =>
        given.Count > 0
            ? OrderToCorrect.ObstacleUnlessExpiredUnmet(given[^1].DueOn, given[^1].RecheckedOn, given[^1].Result)
            : OrderToCorrect.ObstacleUnlessExpiredUnmet(earlier?.DueOn, earlier?.RecheckedOn, earlier?.Result);
}
