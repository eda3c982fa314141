using System.Text.Json.Nodes;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What a decision orders beside the penalty or instead of it, as a list. 行政处罚法 第二十八条第一款.</summary>
internal static class DecisionOrders
{
    /// <summary>Refuses an order without content, or with two last days.</summary>
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
            if (order.DaysAfterService < 1)
                throw OrdinaryFile.Incomplete.With($"期限为送达后 {order.DaysAfterService} 日").At($"/orders/{i}/daysAfterService");
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
