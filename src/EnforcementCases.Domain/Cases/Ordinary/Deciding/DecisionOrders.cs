using System.Text.Json.Nodes;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What a decision orders beside the penalty or instead of it, as a list. 行政处罚法 第二十八条第一款.</summary>
internal static class DecisionOrders
{
    /// <summary>The longest time to obey, in days after the service: ten years.</summary>
    public const int MostDays = 3650;

    /// <summary>Refuses an order without content, with two last days, or without one although the law orders it by a day (限期).</summary>
    /// <exception cref="DomainException"><see cref="OrderToCorrect.Missing"/> or <see cref="OrdinaryFile.Incomplete"/>.</exception>
    public static void EnsureComplete(IReadOnlyList<DecisionOrder> orders)
    {
        foreach (var (order, i) in orders.Select((order, i) => (order, i)))
        {
            if (!order.What.IsGiven())
                throw OrderToCorrect.Missing.With("没有责令的内容").At($"/orders/{i}/what");
            if (order is { DueOn: not null, DaysAfterService: not null })
                throw OrdinaryFile
                    .Incomplete.With($"期限写有 {order.DueOn:yyyy-MM-dd} 和送达后 {order.DaysAfterService} 日两种")
                    .At($"/orders/{i}/daysAfterService");
            if (order.DaysAfterService is < 1 or > MostDays)
                throw OrdinaryFile
                    .Incomplete.With($"期限为送达后 {order.DaysAfterService} 日，应当为 1 至 {MostDays} 日")
                    .At($"/orders/{i}/daysAfterService");
            if (order is { Kind: CorrectiveOrder.DemolishByDate, IsAtOnce: true })
                throw OrdinaryFile
                    .Incomplete.With($"“{order.Kind.Term()}”没有期限", "写明期限的日期或者送达后的日数")
                    .At($"/orders/{i}/daysAfterService");
        }
    }

    /// <summary>Refuses a last day that leaves no time to obey even if the decision is served on its own day; served later, the order runs longer
    /// (<see cref="PerformanceDuties.DueOf(DecisionOrder, DateOnly, DateOnly)"/>).</summary>
    /// <param name="leastDays">Days that the place leaves between the service and the last day.</param>
    /// <exception cref="DomainException"><see cref="OrderToCorrect.DueBeforeOrdered"/>.</exception>
    public static void EnsureTime(IReadOnlyList<DecisionOrder> orders, DateOnly decidedOn, int leastDays)
    {
        var first = decidedOn.AddDays(leastDays);
        foreach (var (order, i) in orders.Select((order, i) => (order, i)))
        {
            if (order.DueOn < first)
                throw OrderToCorrect
                    .DueBeforeOrdered.With(
                        $"决定 {decidedOn:yyyy-MM-dd}，期限 {order.DueOn:yyyy-MM-dd}；至少 {leastDays} 日，最早 {first:yyyy-MM-dd}",
                        "改写期限，或者写明送达后的日数"
                    )
                    .At($"/orders/{i}/dueOn");
        }
    }

    /// <summary>Stored content of before had one order, as two members: it becomes the list.</summary>
    public static void AsList(JsonObject owner)
    {
        owner.Remove("correctionRequired", out var what);
        owner.Remove("correctionDueOn", out var dueOn);
        owner["orders"] = what is null ? new JsonArray() : new JsonArray(new JsonObject { ["what"] = what, ["dueOn"] = dueOn });
    }
}
