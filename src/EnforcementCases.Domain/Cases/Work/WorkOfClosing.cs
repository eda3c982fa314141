using EnforcementCases.Domain.Cases.Ordinary;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>What waits in an ordinary case from its last duty to the archive.</summary>
internal static class WorkOfClosing
{
    public static IEnumerable<WorkItem> Of(OrdinaryFile file)
    {
        var @case = file.Case;
        if (@case.Stage is CaseStage.Closed)
        {
            yield return new(WorkKind.Archiving, CaseAct.Archive, @case.Closing.At ?? file.Since(CaseAct.ApproveClosing))
            {
                DueOn = @case.Next(DeadlineKind.Archiving)?.LastDay,
            };
            yield break;
        }
        if (@case.Stage is not (CaseStage.Served or CaseStage.Ended or CaseStage.Revoked))
            yield break;
        if (@case.Stage is CaseStage.Ended && file.Duties.EducationDue && !file.Deciding.EducationDone)
            yield return new(WorkKind.Education, CaseAct.Educate, file.StageSince ?? @case.OpenedAt);
        if (file.Duties.Open().Count > 0 && file.Execution.End is null && file.Court.Progress?.EndedOn is null)
            yield break;
        var since = file.Acts[^1].DoneAt;
        yield return file.Approvals.ProposalOf(ApprovalPaper.Closing) is null
            ? new(WorkKind.Closing, CaseAct.ProposeClosing, since)
            : WorkOnPapers.Next(
                file,
                ApprovalPaper.Closing,
                new(WorkKind.Closing, CaseAct.ProposeClosing, file.Since(CaseAct.EndorsePaper)),
                on => new(WorkKind.ClosingApproval, CaseAct.ApproveClosing, on),
                due: null
            );
    }
}
