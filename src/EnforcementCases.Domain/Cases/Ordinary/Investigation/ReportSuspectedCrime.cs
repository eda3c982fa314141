using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Reports to the head that a crime is suspected (报告涉嫌犯罪), at any stage: before the filing, and after a decision, too. 行政处罚法 第二十七条.</summary>
public sealed record ReportSuspectedCrime : ActBody
{
    /// <summary>The suspected crime, and the grounds for the suspicion.</summary>
    public required string Suspicion { get; init; }

    internal override void Execute(ActExecution act) =>
        act.Start(
            DeadlineKind.CrimeDecision,
            CriminalTransfer.DecisionDue(DoneAt, act.Law.Calendar, act.Law.Parameter(LocalParameters.TransferDecide, act.DoneOn).Number)
        );

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);
}
