using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Penalties;

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

    private readonly OrdinaryFile file;
    private readonly List<OrderGiven> given = [];

    internal OrdersOnFile(OrdinaryFile file) => this.file = file;

    /// <summary>The orders in their order, each with its last re-check.</summary>
    public IReadOnlyList<OrderGiven> Given => given;

    internal void Apply(GiveOrderToCorrect order, DoneAct done) =>
        given.Add(
            new(
                order.OrderId,
                order.Requirement,
                done.DoneOn,
                order.DueOn,
                Position: done.Entry.Place,
                Kind: order.Kind,
                Matter: file.Filing.Matter
            )
        );

    internal void Apply(RecheckOrder recheck, DoneAct done) =>
        given.Replace(o => o.OrderId == recheck.OrderId, o => o with { RecheckedOn = done.DoneOn, Result = recheck.Result });

    /// <summary>What the former party was ordered binds nobody else.</summary>
    internal void ForgetFormerParty() => given.Clear();

    /// <summary>The orders that a re-check after their last day found unmet.</summary>
    internal IEnumerable<OrderGiven> Unmet =>
        given.Where(o => OrderToCorrect.ObstacleUnlessExpiredUnmet(o.DueOn ?? o.OrderedOn, o.RecheckedOn, o.Result) is null);

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

    /// <summary>Why no order expired unmet; null if one did: any order of this file that was served, or one given in the street at this place. The last one given explains what
    /// is missing.</summary>
    /// <param name="asked">The orders that the provision asks for first; empty if it leaves that open.</param>
    internal DomainException? ObstacleUnlessExpiredUnmet(EarlierOrder? earlier, params IReadOnlyCollection<CorrectiveOrder> asked)
    {
        DomainException? why = OrderToCorrect.ObstacleUnlessExpiredUnmet(dueOn: null, recheckedOn: null, result: null);
        if (earlier is not null && earlier.OrderId == file.Case.Correction.EarlierOrderId)
        {
            why = OrderToCorrect.ObstacleUnlessExpiredUnmet(earlier.DueOn, earlier.RecheckedOn, earlier.Result);
            if (why is null)
                return null;
        }
        foreach (var order in given)
        {
            why =
                ObstacleUnlessOfMatter(order)
                ?? OrderToCorrect.ObstacleUnlessExpiredUnmet(order.DueOn ?? order.OrderedOn, order.RecheckedOn, order.Result)
                ?? ObstacleUnlessServed(order)
                ?? OrderToCorrect.ObstacleUnlessAsked(order.Kind, asked);
            if (why is null)
                return null;
        }
        return why;
    }

    /// <summary>The order on which a penalty can rest, by its re-check; null if none expired unmet.</summary>
    internal DateOnly? RecheckRelied(EarlierOrder? earlier) =>
        given
            .FindLast(o =>
                OrderToCorrect.ObstacleUnlessExpiredUnmet(o.DueOn ?? o.OrderedOn, o.RecheckedOn, o.Result) is null
                && ObstacleUnlessServed(o) is null
                && ObstacleUnlessOfMatter(o) is null
            )
            ?.RecheckedOn
        ?? (earlier?.OrderId == file.Case.Correction.EarlierOrderId ? earlier?.RecheckedOn : null);

    /// <summary>What was ordered under another matter is no order to put this one right.</summary>
    private DomainException? ObstacleUnlessOfMatter(OrderGiven order) =>
        order.Matter is { } matter && matter != file.Case.ViolationCode
            ? OrderToCorrect.NotExpiredUnmet.With(
                $"{order.OrderedOn:yyyy-MM-dd} 的责令改正针对案由 {matter}，现案由为 {file.Case.ViolationCode}",
                "按照现案由责令改正"
            )
            : null;

    /// <summary>An order that the party did not receive in time cannot have been disobeyed.</summary>
    private DomainException? ObstacleUnlessServed(OrderGiven order)
    {
        var due = order.DueOn ?? order.OrderedOn;
        var served = file.Service.Served.FirstOrDefault(s => s.Paper.ActPosition == order.Position)?.ServedOn;
        return served <= due
            ? null
            : OrderToCorrect.NotExpiredUnmet.With(
                served is null
                    ? $"{order.OrderedOn:yyyy-MM-dd} 的责令改正没有送达记录"
                    : $"责令改正于 {served:yyyy-MM-dd} 送达，改正期限至 {due:yyyy-MM-dd}",
                "登记责令改正通知书的送达"
            );
    }
}
