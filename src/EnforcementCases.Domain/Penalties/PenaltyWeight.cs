namespace EnforcementCases.Domain.Penalties;

/// <summary>Whether one penalty is heavier (更重) than another, over kinds, amounts and terms. 行政处罚法 第四十五条第二款.</summary>
/// <remarks>
/// The law gives no measure, so the cautious one is used: anything not clearly the same or lighter counts as heavier; a new prior notice is always possible.
/// Money is compared kind by kind and in sum; a kind that was not notified must replace a heavier one that was notified and dropped.
/// </remarks>
public static class PenaltyWeight
{
    /// <summary>In what the second penalty is heavier than the first, in Chinese; empty if it is the same or lighter.</summary>
    public static IReadOnlyList<string> HeavierThan(IReadOnlyCollection<PenaltyItem> told, IReadOnlyCollection<PenaltyItem> decided)
    {
        var heavier = new List<string>();
        var added = new List<PenaltyItem>();
        foreach (var item in decided)
        {
            if (told.FirstOrDefault(t => t.Kind == item.Kind) is not { } before)
                added.Add(item);
            else if (item.Amount > before.Amount)
                heavier.Add($"{item.Kind.Term()}由 {before.Amount.InYuan} 元增至 {item.Amount.InYuan} 元");
            else if (IsLonger(item.TermDays, before.TermDays))
                heavier.Add($"{item.Kind.Term()}由 {Term(before.TermDays)}延长至 {Term(item.TermDays)}");
        }

        var dropped = told.Where(t => decided.All(d => d.Kind != t.Kind)).Select(t => t.Kind.DefaultWeight()).OrderDescending().ToList();
        foreach (var item in added.OrderByDescending(i => i.Kind.DefaultWeight()))
        {
            if (dropped.Count > 0 && dropped[0] > item.Kind.DefaultWeight())
                dropped.RemoveAt(0); // replaces the heaviest dropped kind, once
            else
                heavier.Add($"增加未告知的{item.Kind.Term()}");
        }

        if (PenaltyItems.Total(decided) > PenaltyItems.Total(told))
            heavier.Add($"金额合计由 {PenaltyItems.Total(told).InYuan} 元增至 {PenaltyItems.Total(decided).InYuan} 元");
        return heavier;
    }

    /// <summary>An indefinite term is the longest.</summary>
    private static bool IsLonger(int? term, int? than) => than is { } before && (term is not { } days || days > before);

    private static string Term(int? days) => days is { } d ? $"{d} 日" : "不定期";
}
