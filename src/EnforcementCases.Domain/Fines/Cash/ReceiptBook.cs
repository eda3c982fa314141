namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>The number of receipts by place at the end of a day (票据结存). The number received is counted from the batches, the others from the place of each
/// receipt.</summary>
/// <param name="Received">Received from the treasury so far (领购).</param>
/// <param name="InHand">Held by the cashier (在库).</param>
/// <param name="WithOfficers">Held by officers (已领用).</param>
/// <param name="Used">Used (已使用).</param>
/// <param name="Voided">Voided, including lost ones (作废).</param>
/// <param name="Returned">Returned to the treasury (缴回).</param>
public sealed record ReceiptBook(long Received, long InHand, long WithOfficers, long Used, long Voided, long Returned)
{
    /// <summary>Whether every receipt is in exactly one place.</summary>
    public bool Balances => Received == InHand + WithOfficers + Used + Voided + Returned;

    /// <summary>The book of some batches at the end of a day.</summary>
    public static ReceiptBook On(DateOnly day, IEnumerable<ReceiptBatch> batches)
    {
        var come = batches.Where(b => b.ReceivedOn <= day).ToList();
        var states = come.SelectMany(b => b.Receipts).Select(r => r.StateOn(day)).ToList();
        long In(ReceiptState state) => states.LongCount(s => s == state);
        return new(
            come.Sum(b => b.Count),
            In(ReceiptState.InHand),
            In(ReceiptState.WithOfficer),
            In(ReceiptState.Used),
            In(ReceiptState.Voided),
            In(ReceiptState.Returned)
        );
    }
}
