using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>Whether anything the decision asks for is still to be performed: fine, surcharge, correction.</summary>
    public bool IsOwed => Owed().Any();

    /// <summary>Whether the party has to be educated because its breach stays without penalty (APL-33-3).</summary>
    private bool EducationDue => Case.Outcome?.NeedsEducation() is true;

    private IEnumerable<string> Duties()
    {
        if (Case.Stage is CaseStage.Served or CaseStage.Ended)
            foreach (var owed in Owed())
                yield return owed;
        if (Case.Stage == CaseStage.Ended && IsOpen(DeadlineKind.Service))
            yield return "送达不予行政处罚决定书";
        if (Case.Stage == CaseStage.Ended && EducationDue && !EducationDone)
            yield return "教育当事人";
        if (Case.Stage is CaseStage.Served or CaseStage.Ended or CaseStage.Revoked)
            foreach (var thing in Undisposed())
                yield return thing;
        if (Case.PaymentOrder is { } order && order.Refundable > Money.Zero)
            yield return Case.Stage == CaseStage.Revoked ? "退还已缴罚款" : "退还多缴的款项";
    }

    private IEnumerable<string> Owed()
    {
        if (Case.PaymentOrder is { } order)
        {
            if (order.FineOwed > Money.Zero)
                yield return "缴纳罚款";
            if (order.SurchargeOwed > Money.Zero)
                yield return "缴纳加处罚款";
        }
        if (IsOpen(DeadlineKind.Correction))
            yield return "改正违法行为并复查";
    }

    /// <summary>Things taken from the party that nobody has dealt with.</summary>
    private IEnumerable<string> Undisposed()
    {
        if (IsOpen(DeadlineKind.Preservation))
            yield return "处理先行登记保存的物品";
        if (IsOpen(DeadlineKind.Sealing) || IsOpen(DeadlineKind.SealingApproval))
            yield return "处理查封、扣押的财物";
        if (
            Sealed.Any(s =>
                Case.Deadlines.Any(d =>
                    d is { Kind: DeadlineKind.PlannedActReview, IsOpen: true } && d.Reference == SealProperty.Reference(s.Id)
                )
            )
        )
            yield return "对紧急查封、扣押补办法制审核";
    }
}
