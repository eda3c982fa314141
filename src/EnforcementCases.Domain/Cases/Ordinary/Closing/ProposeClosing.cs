using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Proposes to close the case (申请结案), with the reason and what supports it. It goes up the approval line.</summary>
public sealed record ProposeClosing : ActBody
{
    /// <summary>Why.</summary>
    public required ClosingReason Reason { get; init; }

    /// <summary>How the decision was performed (处理结果、履行情况).</summary>
    public required string Performance { get; init; }

    /// <summary>Numbers of the bank's or treasury's receipts (票据号); required where money was paid.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>What became of goods and gains (物品处理); required where they were confiscated.</summary>
    public string? GoodsHandling { get; init; }

    /// <summary>Film of the case (影像编号).</summary>
    public IReadOnlyList<string> Footage { get; init; } = [];

    /// <summary>Receipt of the organ to which the case was transferred (移送回执); required for a transferred case.</summary>
    public string? TransferReceipt { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.File.Closing.ObstacleUnlessClosable(this, act.DoneOn).RefuseFirst();
        if (act.Case.PaymentOrder is { PaidFen: > 0 } && Receipts.Count == 0)
            throw CaseClosing.ReasonNotBorneOut.With("没有缴款票据号");
        if (act.File.Deciding.ConfiscatesAnything && Reason is ClosingReason.Performed && !GoodsHandling.IsGiven())
            throw CaseClosing.ReasonNotBorneOut.With("没有没收物品、违法所得的处理情况");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Closing.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("reason", Reason);
}
