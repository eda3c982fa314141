using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Orders the party to correct, at once or by a day (责令改正、限期改正). This is not a penalty and may be dated before the filing. 行政处罚法 第二十八条.</summary>
/// <remarks>Not named like its act (<see cref="CaseAct.OrderToCorrect"/>) because a class of rules has that name.</remarks>
[Upcast(1)] // kind: not asked then
public sealed record GiveOrderToCorrect : ActBody
{
    /// <summary>Identity of the order, chosen by the client.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The offence, and the provision that it violates (违法事实、法条).</summary>
    public required string Breach { get; init; }

    /// <summary>What has to be put right.</summary>
    public required string Requirement { get; init; }

    /// <summary>Last day to put it right, inclusive, after the day of the order; null means at once.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What is ordered (责令的种类), as the branches of the provision name it; null for an order to put right. An order by a day (限期改正、限期拆除) states the day.</summary>
    public CorrectiveOrder? Kind { get; init; }

    /// <summary>The order is to take down a finished unlawful structure (对已完成的违法搭建责令限期拆除).</summary>
    public bool FinishedStructure { get; init; }

    internal override void Execute(ActExecution act)
    {
        OrderToCorrect.EnsureGiven(Requirement, DueOn, act.DoneOn);
        OrderToCorrect.EnsureDayOf(Kind, DueOn);
        act.File.PlannedReviews.EnsureReviewed(PlannedAct.OrderToCorrect, act.Law, DoneAt, finishedStructure: TakesDown);
        act.File.Orders.EnsureNew(OrderId);
        act.Case.RelyOn(null); // what is ordered in the case takes the place of what was ordered before it
        if (DueOn is { } due && due > act.DoneOn) // due by the end of the same day equals at once: no deadline starts
            act.Start(DeadlineKind.Correction, DeadlinesOfCase.SetByOrder(act.DoneOn, due, act.Law.Calendar), OrderId.ToString("D"));
        act.Issue(DocumentKind.CorrectionOrder);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Orders.Apply(this, done);
        file.PlannedReviews.Use(PlannedAct.OrderToCorrect, finishedStructure: TakesDown);
    }

    private bool TakesDown => FinishedStructure || Kind is CorrectiveOrder.DemolishByDate;

    internal override RecordFields RecordedFields() => new RecordFields().Add("order", OrderId).Add("dueOn", DueOn).Add("kind", Kind);
}
