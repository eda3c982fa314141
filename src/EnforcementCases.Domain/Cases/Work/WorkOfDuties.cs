using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>Duties that wait in either procedure: reports, re-checks, services, things taken from the party, reviews of planned acts, results of remedies.</summary>
internal static class WorkOfDuties
{
    public static IEnumerable<WorkItem> Of(EnforcementCase @case, OrdinaryFile? file)
    {
        if (@case is { Procedure: CaseProcedure.Simple, Stage: CaseStage.Decided, ReportedAt: null })
            yield return new(WorkKind.ReportBack, CaseAct.ReportBack, @case.DecidedAt ?? @case.OpenedAt)
            {
                DueOn = @case.Next(DeadlineKind.ReportBack)?.LastDay,
            };
        if (Recheck(@case) is { } recheck)
            yield return recheck;
        if (@case.Next(DeadlineKind.Service) is { } service)
            yield return new(WorkKind.Service, CaseAct.ServeDocument, service.Began()) { DueOn = service.LastDay };
        if (@case.Next(DeadlineKind.ServiceOfCorrection) is { } correction)
            yield return new(WorkKind.Service, CaseAct.ServeDocument, correction.Began()) { DueOn = correction.LastDay };
        if (file is null)
            yield break;
        if (Unserved(file) is { } waiting)
            yield return new(WorkKind.Service, CaseAct.ServeDocument, waiting.DoneAt);
        if (@case.Next(DeadlineKind.SealingApproval) is { } approval)
            yield return new(WorkKind.MeasureApproval, CaseAct.ApproveSealing, approval.Began()) { DueOn = approval.LastDay };
        if (@case.Next(DeadlineKind.Preservation) is { } preserved)
            yield return new(WorkKind.ThingsTaken, CaseAct.DisposePreserved, preserved.Began()) { DueOn = preserved.LastDay };
        if (@case.Next(DeadlineKind.Sealing) is { } taken)
            yield return new(WorkKind.ThingsTaken, CaseAct.LiftSealing, taken.Began()) { DueOn = taken.LastDay };
        if (@case.Next(DeadlineKind.Claim) is { } claim)
            yield return new(
                WorkKind.ThingsTaken,
                file.Measures.Approvals.Disposal.Any(a =>
                    a.Approved.Ground is DisposalGround.Unclaimed && SealProperty.Reference(a.Approved.MeasureId) == claim.Reference
                )
                    ? CaseAct.DisposeOfThings
                    : CaseAct.ApproveDisposal,
                LegalDate.StartOf(claim.LastDay.AddDays(1))
            )
            {
                From = claim.LastDay.AddDays(1),
            };
        if (file.PlannedReviews.All.FirstOrDefault(r => r.IsOpen) is { } planned)
            yield return new(
                WorkKind.LegalReview,
                planned.Reviewer is null ? CaseAct.TakePlannedReview : CaseAct.GivePlannedReviewOpinion,
                file.Since(CaseAct.SubmitPlannedAct)
            )
            {
                DueOn = @case.Next(DeadlineKind.PlannedActReview)?.LastDay,
            };
        if (file.Remedies.ToConfirm() is { } result)
            yield return new(WorkKind.RemedyResult, CaseAct.ConfirmRemedyResult, result.DoneAt);
    }

    /// <summary>A re-check is due on the last day to put it right; an order at once is re-checked now.</summary>
    private static WorkItem? Recheck(EnforcementCase @case)
    {
        var undecided = @case.Procedure is CaseProcedure.Ordinary && @case.Stage is not (CaseStage.Served or CaseStage.Ended);
        var act = undecided ? CaseAct.RecheckOrder : CaseAct.RecheckCorrection;
        if (@case.Next(DeadlineKind.Correction) is { } order)
            return new(WorkKind.Recheck, act, order.Began()) { DueOn = order.LastDay, From = order.LastDay };
        var atOnce =
            @case.Correction is { CorrectedAt: null, DueOn: null, Required.Length: > 0 }
            && @case is { Procedure: CaseProcedure.Simple, Stage: CaseStage.Decided } or { Stage: CaseStage.Served };
        return atOnce ? new(WorkKind.Recheck, CaseAct.RecheckCorrection, @case.ServedAt ?? @case.DecidedAt ?? @case.OpenedAt) : null;
    }

    /// <summary>The act that wrote a paper that works only once it is served, and was not.</summary>
    private static DoneAct? Unserved(OrdinaryFile file)
    {
        var hearing = file.Hearing is { Called: { } called, NoticeServedOn: null } ? file.ActOf(called) : null;
        var notice = file.Notice is { Written: not null, Served: null } ? file.Notice.WrittenAct : null;
        var call =
            file.Case.StageInTable() is CaseStage.Served && file.Calls is { All.Count: > 0, ServedOn: null }
                ? file.Last(CaseAct.CallToPerform)
                : null;
        return file.Case.Stage is CaseStage.Concluded or CaseStage.Told ? notice ?? hearing : call;
    }
}
