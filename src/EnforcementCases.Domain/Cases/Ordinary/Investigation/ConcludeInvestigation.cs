using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Concludes the investigation with a report (案件调查终结报告). 行政处罚法 第四十条、第四十六条、第五十七条.</summary>
[Upcast(1)]
public sealed record ConcludeInvestigation : ActBody
{
    /// <summary>Facts established (查明的事实).</summary>
    public required string Findings { get; init; }

    /// <summary>Each fact with the evidence that supports it; may be empty only if the facts are not proved.</summary>
    public required IReadOnlyList<FactElement> Facts { get; init; }

    /// <summary>What the investigation left open (未查清的事项); null if nothing.</summary>
    public string? LeftOpen { get; init; }

    /// <summary>Which provision the offence violates, and why (定性).</summary>
    public required string Characterisation { get; init; }

    /// <summary>The proposed outcome: a penalty, or a kind of no penalty.</summary>
    public required CaseOutcome ProposedOutcome { get; init; }

    /// <summary>Proposed kinds and amounts; empty if no penalty is proposed.</summary>
    public IReadOnlyList<PenaltyItem> Penalties { get; init; } = [];

    /// <summary>Ordinary, lenient, mitigated or aggravated.</summary>
    public PenaltyGrade Grade { get; init; }

    /// <summary>The stored assessment on which the proposal is based; null if there is none yet.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>Tier and reasons (裁量阶次与理由), or why no penalty is imposed.</summary>
    public required string Reasons { get; init; }

    /// <summary>The party's mental capacity at the time of the offence; null if nobody raised it.</summary>
    public CapacityFinding? Capacity { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, law, @case) = (act.File, act.Law, act.Case);
        if (ProposedOutcome >= CaseOutcome.CriminalTransfer)
            throw InvestigationPhase.OutcomeHasItsOwnAct.With($"“{ProposedOutcome.Term()}”", "直接办理移送案件或者撤销案件");
        ProposedOutcome.EnsureFits(Penalties);
        PenaltyItems.EnsureFit(Penalties);
        if (ProposedOutcome is not CaseOutcome.NoPenaltyNotProved || Facts.Count > 0)
            EvidenceRules.EnsureFactsCarried(Facts, file.Evidence.Items, "/facts");
        if (Capacity is { } capacity)
        {
            MentalCapacity.EnsureProved(capacity);
            if (capacity.EvidenceId is { } proof)
                file.Evidence.Of(proof);
        }
        if (ProposedOutcome is CaseOutcome.Penalty)
        {
            if (Capacity is { } finding)
                MentalCapacity.EnsurePunishable(finding);
            if (@case.Party.AgeAtOffence is { } age)
                PartyAge.EnsurePunishable(age, Grade);
            var violation = law.Catalogue.Violation(
                AssessmentId is { } id ? law.AssessmentOf(@case, id).AppliedVersionId : @case.ViolationVersionId
            )!;
            if (AssessmentId is { } assessed)
                file.EnsureProvided(violation, Penalties, orders: null, assessed, law);
            else
                KindsOfProvision.EnsureThreatened(violation, Penalties);
            if (violation.Correction is CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty)
                file.Orders.EnsureExpiredUnmet(law.EarlierOrder);
            @case.Apply(violation);
        }
        act.Issue(DocumentKind.InvestigationReport);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("proposedOutcome", ProposedOutcome).Add("penalties", PenaltyFields.Of(Penalties)).Add("grade", Grade);
}
