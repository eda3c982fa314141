using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What still has to be done before the case can be closed (未了事项), by the party and by the organ.</summary>
public sealed class DutiesOnFile
{
    private readonly OrdinaryFile file;

    internal DutiesOnFile(OrdinaryFile file) => this.file = file;

    /// <summary>Whether anything the decision asks for is still to be performed: fine, surcharge, correction.</summary>
    public bool AreOwed => Owed().Any();

    /// <summary>Whether the party has to be educated because its offence stays without penalty (APL-33-3).</summary>
    internal bool EducationDue => file.Case.Outcome?.NeedsEducation() is true;

    /// <summary>What still has to be done before the case can be closed, in Chinese.</summary>
    public IReadOnlyList<string> Open() => [.. All()];

    /// <summary>Something other than money is asked for, by the decision or by an order, and its last day is over (限期内不履行).</summary>
    internal bool AreOverdue(DateOnly day) =>
        (file.Case is { Procedure: CaseProcedure.Simple, Correction: { CorrectedAt: null, DueOn: { } correctBy } } && correctBy < day)
        || file.Orders.Given.Any(o => o.Result is not RecheckResult.Corrected && (o.DueOn ?? o.OrderedOn) < day)
        || (
            file.Deciding.Decision is { } decision
            && (
                PerformanceDuties.AreOverdue(file.Case, day)
                || file.Case.Deadlines.Any(d => d is { Kind: DeadlineKind.Correction, IsOpen: true } && d.LastDay < day)
                || (decision.Orders.Any(o => o.IsAtOnce) && file.Case.Correction.CorrectedAt is null && file.Service.DecisionServedOn < day)
            )
        );

    /// <summary>Things taken from the party that nobody has dealt with.</summary>
    internal IEnumerable<string> Undisposed()
    {
        if (file.IsOpen(DeadlineKind.Preservation))
            yield return "处理先行登记保存的物品";
        if (file.IsOpen(DeadlineKind.Sealing) || file.IsOpen(DeadlineKind.SealingApproval))
            yield return "处理查封、扣押的财物";
        if (file.Measures.Preserved.Any(p => p.InTesting.Count > 0))
            yield return "收回送检的物品";
        if (file.IsOpen(DeadlineKind.Claim))
            yield return "处理公告认领的财物";
        if (file.Measures.Sealed.Any(s => ReviewIsDue(s.Id)))
            yield return "对紧急查封、扣押补办法制审核";
    }

    private IEnumerable<string> All()
    {
        var stage = file.Case.Stage;
        if (stage is CaseStage.Served or CaseStage.Ended)
            foreach (var owed in Owed())
                yield return owed;
        if (stage == CaseStage.Ended && AwaitsService(reference: null))
            yield return "送达不予行政处罚决定书";
        if (stage == CaseStage.Ended && AwaitsService(ServiceOnFile.OrderToGuardian))
            yield return "向监护人送达责令管教通知书";
        if (file.Case.AwaitsServiceOfRevocation)
            yield return "送达撤销行政处罚决定书";
        if (file.Case.AwaitsServiceOfCorrection)
            yield return "送达补正决定书";
        if (file.Case.AwaitsFiles)
            yield return DutiesOfCase.UploadFiles;
        if (stage == CaseStage.Ended && EducationDue && !file.Deciding.EducationDone)
            yield return "教育当事人";
        if (stage is CaseStage.Served or CaseStage.Ended or CaseStage.Revoked)
            foreach (var thing in Undisposed())
                yield return thing;
        if (file.Case.PaymentOrder is { } order && order.Refundable > Money.Zero)
            yield return stage == CaseStage.Revoked ? "退还已缴罚款" : "退还多缴的款项";
    }

    private bool AwaitsService(string? reference) =>
        file.Case.Deadlines.Any(d => d is { Kind: DeadlineKind.Service, IsOpen: true } && d.Reference == reference);

    private IEnumerable<string> Owed()
    {
        if (file.Case.PaymentOrder is { } order)
        {
            if (order.FineOwed > Money.Zero)
                yield return "缴纳罚款";
            if (order.SurchargeOwed > Money.Zero)
                yield return "缴纳加处罚款";
        }
        if (file.IsOpen(DeadlineKind.Correction) || AtOnceOrderIsOpen)
            yield return "改正违法行为并复查";
        foreach (var duty in PerformanceDuties.Open(file.Case))
            yield return duty;
    }

    /// <summary>An order that is due at once has no last day: only its re-check ends it.</summary>
    private bool AtOnceOrderIsOpen =>
        file.Case is { Stage: CaseStage.Served, Correction.CorrectedAt: null }
        && file.Execution.End is null
        && file.Deciding.Decision?.Orders.Any(o => o.IsAtOnce) is true;

    private bool ReviewIsDue(Guid measureId) =>
        file.Case.Deadlines.Any(d =>
            d is { Kind: DeadlineKind.PlannedActReview, IsOpen: true } && d.Reference == SealProperty.Reference(measureId)
        );
}
