using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Orders the party to correct, at once or by a date (责令改正、限期改正). No kind of penalty; it may lie before the filing. 行政处罚法 第二十八条.</summary>
/// <remarks>Called otherwise than its act (<see cref="CaseAct.OrderToCorrect"/>) because the rules of the institution carry that name.</remarks>
public sealed record GiveOrderToCorrect : ActBody
{
    /// <summary>Identity of the order, chosen by the client.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The breach, and the provision that it breaks (违法事实、法条).</summary>
    public required string Breach { get; init; }

    /// <summary>What has to be put right.</summary>
    public required string Requirement { get; init; }

    /// <summary>Last day, after the day of the order; null: at once.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>An unlawful structure that stands finished is to be taken down (对已完成的违法搭建责令限期拆除).</summary>
    public bool FinishedStructure { get; init; }

    internal override void Do(ActInHand act)
    {
        OrderToCorrect.EnsureGiven(Requirement, DueOn, act.DoneOn);
        act.File.EnsureReviewed(PlannedAct.OrderToCorrect, act.Law, DoneAt, finishedStructure: FinishedStructure);
        if (act.File.OrdersToCorrect.Any(o => o.OrderId == OrderId))
            throw OrdinaryFile.OrderIdTaken.With($"责令改正 {OrderId}");
        act.Case.RelyOn(null); // what is ordered in the case takes the place of what was ordered before it
        if (DueOn is { } due && due > act.DoneOn) // by the end of the same day is as good as at once: nothing runs
            act.Start(DeadlineKind.Correction, EnforcementCase.SetByOrder(act.DoneOn, due, act.Law.Calendar), OrderId.ToString("D"));
        act.Issue(DocumentKind.CorrectionOrder);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.Add(new OrderGiven(OrderId, Requirement, done.DoneOn, DueOn));
        file.UseReview(PlannedAct.OrderToCorrect, finishedStructure: FinishedStructure);
    }

    internal override RecordFields Clear() => new RecordFields().Add("order", OrderId).Add("dueOn", DueOn);
}

/// <summary>Takes an order to correct that was given in the street before there was a case (先前的责令改正) as the one that was not followed. It carries one penalty only. 行政处罚法
/// 第二十八条.</summary>
public sealed record RelyOnOrder : ActBody
{
    /// <summary>The order, of the same party and violation; one that no other penalty rests on.</summary>
    public required Guid CorrectionOrderId { get; init; }

    internal override void Do(ActInHand act)
    {
        var order = act.Law.EarlierOrder ?? throw CorrectionOrder.NotFound.With($"责令改正通知 {CorrectionOrderId}");
        OrderToCorrect.EnsureExpiredUnmet(order.DueOn, order.RecheckedOn, order.Result);
        act.Case.RelyOn(CorrectionOrderId);
    }

    internal override RecordFields Clear() => new RecordFields().Add("order", CorrectionOrderId);
}

/// <summary>Checks whether an order was followed (复查). 行政处罚法 第二十八条.</summary>
public sealed record RecheckOrder : SceneActBody
{
    /// <summary>The order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>What was found.</summary>
    public required RecheckResult Result { get; init; }

    /// <summary>What was seen (复查情况).</summary>
    public required string Findings { get; init; }

    /// <summary>How the record was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Pictures before and after, sound and picture, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (act.File.OrdersToCorrect.All(o => o.OrderId != OrderId))
            throw OrdinaryFile.NoOrder.With($"责令改正 {OrderId}");
        InvestigationRecords.EnsureSigned(DoneAt, DoneAt, Signature);
        act.EnsureAttended(Attendance);
        act.EnsureRecorded(MediaSha256);
        if (Result is RecheckResult.Corrected)
            act.Meet(DeadlineKind.Correction, OrderId.ToString("D"));
        act.Issue(DocumentKind.RecheckRecord);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.ChangeOrder(OrderId, o => o with { RecheckedOn = done.DoneOn, Result = Result });

    internal override RecordFields Clear() => new RecordFields().Add("order", OrderId).Add("result", Result).Add("media", MediaSha256);
}

public sealed partial class OrdinaryFile
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
}
