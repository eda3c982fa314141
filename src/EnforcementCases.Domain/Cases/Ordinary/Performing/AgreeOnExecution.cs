using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Concludes an agreement with the party on how it performs (执行协议). The fine itself is never reduced. 行政强制法 第四十二条.</summary>
public sealed record AgreeOnExecution : ActBody
{
    /// <summary>What is paid on which day, and how much of the surcharge remains.</summary>
    public required ExecutionAgreement Agreement { get; init; }

    internal override void Execute(ActExecution act)
    {
        var order = act.Case.PaymentOrder;
        AgreementOnPerforming.EnsureAllowed(Agreement, order?.FineOwed ?? Money.Zero, order?.SurchargeOwed ?? Money.Zero);
        if (Agreement.Stages.Any(s => s.DueOn < Agreement.AgreedOn))
            throw OrdinaryFile.TooEarly.With("分期早于协议日期");
        if (order is null)
            return;
        act.Case.PostSurcharge(Money.OfFen(order.SurchargeFen - order.SurchargeOwed.Fen + Agreement.SurchargeFen));
        if (Agreement.Stages.Count == 0)
            return;
        act.Drop(DeadlineKind.Payment);
        act.StartInstalments(Agreement.Stages, Agreement.AgreedOn.AddDays(-1));
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("agreedOn", Agreement.AgreedOn)
            .Add("fineFen", Agreement.FineFen)
            .Add("surchargeFen", Agreement.SurchargeFen)
            .Add("instalments", Agreement.Stages.Select(InstalmentActs.Fields));
}
