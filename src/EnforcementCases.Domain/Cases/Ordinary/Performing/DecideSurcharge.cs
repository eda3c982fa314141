using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides a surcharge on a fine paid late (加处罚款决定, D40): exactly as computed; the organ may decide it but need not. 行政处罚法 第七十二条第一款第一项.</summary>
public sealed record DecideSurcharge : ActBody
{
    /// <summary>Last day counted; not after the decision.</summary>
    public required DateOnly CountedThrough { get; init; }

    /// <summary>Amount in fen, all days from the due date on, earlier decisions included.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The decision or the payment order stated the standard of three percent a day (告知加处罚款的标准).</summary>
    public required bool StandardNotified { get; init; }

    /// <summary>Opinion of the head.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        var history = act.File.Paying.HistoryOn(act.DoneOn, act.Law)!;
        var @base = LatePaymentSurcharge.BaseOf(act.Law.Parameter(LocalParameters.SurchargeBase, act.DoneOn).Value);
        LatePaymentSurcharge.EnsureMayPost(history, new(act.Law.PersonId, act.DoneOn, CountedThrough, AmountFen, StandardNotified), @base);
        act.Case.PostSurcharge(Money.OfFen(Math.Max(0, AmountFen - Waived(act.File))));
        act.Issue(DocumentKind.SurchargeDecision);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Paying.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("countedThrough", CountedThrough).Add("amountFen", AmountFen);

    /// <summary>Surcharge waived by an execution agreement; it stays waived.</summary>
    private static long Waived(OrdinaryFile file) =>
        file.Execution.Agreement is null || file.Paying.Surcharge is not { } decided
            ? 0
            : decided.AmountFen - file.Case.PaymentOrder!.SurchargeFen;
}
