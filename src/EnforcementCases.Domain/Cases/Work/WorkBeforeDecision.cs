using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>What waits in an ordinary case from the clue to the decision.</summary>
internal static class WorkBeforeDecision
{
    public static IEnumerable<WorkItem> Of(
        OrdinaryFile file,
        Func<DateTimeOffset, IReadOnlyList<DomainException>> mayDecide,
        DateTimeOffset now
    )
    {
        var @case = file.Case;
        if (@case.Stage is not (CaseStage.Registered or CaseStage.Investigating or CaseStage.Concluded or CaseStage.Told))
            yield break;
        if (file.Recusals.Requests.Any(r => r.Decision is null))
            yield return new(WorkKind.Recusal, CaseAct.DecideRecusal, file.Since(CaseAct.RequestRecusal));
        if (file.Investigation.CrimeSuspicion is { Approved: not false } crime)
        {
            yield return crime.Approved is null
                ? new(WorkKind.CrimeTransfer, CaseAct.DecideCrimeTransfer, file.Since(CaseAct.ReportSuspectedCrime))
                {
                    DueOn = @case.Next(DeadlineKind.CrimeDecision)?.LastDay,
                }
                : new(WorkKind.CrimeTransfer, CaseAct.TransferCase, file.Since(CaseAct.DecideCrimeTransfer))
                {
                    DueOn = @case.Next(DeadlineKind.CrimeTransfer)?.LastDay,
                };
            yield break; // nothing goes on towards a decision meanwhile
        }
        var next = @case.Stage switch
        {
            CaseStage.Registered => [Filing(file)],
            CaseStage.Investigating => [Investigation(file)],
            _ => TowardsDecision(file, mayDecide, now),
        };
        foreach (var item in next)
            yield return item;
    }

    private static WorkItem Filing(OrdinaryFile file)
    {
        var due = file.Case.Next(DeadlineKind.Filing)?.LastDay;
        if (file.Case.PartyId is null)
            return new(WorkKind.Filing, CaseAct.IdentifyParty, file.Since(CaseAct.RegisterClue)) { DueOn = due };
        return file.Filing.Proposal is null
            ? new(WorkKind.Filing, CaseAct.ProposeFiling, file.Since(CaseAct.IdentifyParty)) { DueOn = due }
            : WorkOnPapers.Next(
                file,
                ApprovalPaper.Filing,
                new(WorkKind.Filing, CaseAct.ProposeFiling, file.Since(CaseAct.EndorsePaper)) { DueOn = due },
                since => new(WorkKind.FilingApproval, CaseAct.FileCase, since) { DueOn = due },
                due
            );
    }

    private static WorkItem Investigation(OrdinaryFile file) =>
        new(WorkKind.Investigation, CaseAct.ConcludeInvestigation, file.StageSince ?? file.Case.OpenedAt)
        {
            DueOn = file.Case.Next(DeadlineKind.Decision)?.LastDay,
        };

    private static IEnumerable<WorkItem> TowardsDecision(
        OrdinaryFile file,
        Func<DateTimeOffset, IReadOnlyList<DomainException>> mayDecide,
        DateTimeOffset now
    )
    {
        var due = file.Case.Next(DeadlineKind.Decision)?.LastDay;
        var waits = WithOthers(file, due).ToList();
        if (waits.Count > 0)
            return waits;
        if (file.Deciding.Proposal is not { } proposal)
            return [new(WorkKind.Proposal, CaseAct.ProposeDecision, file.Since(CaseAct.ConcludeInvestigation)) { DueOn = due }];
        if (proposal.Outcome.BindsParty() && file.Notice.Written is null)
            return [new(WorkKind.Notice, CaseAct.TellPenalty, file.Since(CaseAct.ProposeDecision)) { DueOn = due }];
        if (file.Notice is { Written: not null, Served: null })
            return []; // its service is listed
        return Signing(file, proposal, mayDecide, now, due);
    }

    /// <summary>What waits for somebody beside the line of approval: the party's words, the hearing, the review, the objection.</summary>
    private static IEnumerable<WorkItem> WithOthers(OrdinaryFile file, DateOnly? due)
    {
        if (file.Notice.StatementToReview is { } statement)
            yield return new(WorkKind.Defence, CaseAct.ReviewDefence, statement.DoneAt) { DueOn = due };
        if (file.Hearing is { Requested: not null, IsDone: false })
        {
            if (file.Hearing.Called is not { } called)
                yield return new(WorkKind.HearingCall, CaseAct.NotifyHearing, file.Since(CaseAct.RequestHearing)) { DueOn = due };
            else if (file.Hearing.NoticeServedOn is not null)
                yield return new(WorkKind.Hearing, CaseAct.HoldHearing, file.Since(CaseAct.NotifyHearing))
                {
                    DueOn = LegalDate.Of(called.HearingAt),
                };
        }
        else if (file.Hearing is { IsDone: true, Report: null, Held: not null })
            yield return new(WorkKind.Hearing, CaseAct.ReportHearing, file.Since(CaseAct.HoldHearing)) { DueOn = due };
        if (file.Review.IsOpen)
            yield return new(
                WorkKind.LegalReview,
                file.Review.Reviewer is null ? CaseAct.TakeReview : CaseAct.GiveReviewOpinion,
                file.Since(CaseAct.SubmitForReview)
            )
            {
                DueOn = file.Case.Next(DeadlineKind.LegalReview)?.LastDay,
            };
        if (file.Review.Objection is not null)
            yield return new(WorkKind.Objection, CaseAct.DecideObjection, file.Since(CaseAct.ObjectToReview)) { DueOn = due };
    }

    /// <summary>The way of the proposal to the head: what the law still asks before he signs, the opinions below him, his signature.</summary>
    private static IEnumerable<WorkItem> Signing(
        OrdinaryFile file,
        ProposeDecision proposal,
        Func<DateTimeOffset, IReadOnlyList<DomainException>> mayDecide,
        DateTimeOffset now,
        DateOnly? due
    )
    {
        var today = LegalDate.Of(now);
        var partysTime = file
            .Case.Deadlines.Where(d =>
                d is { Kind: DeadlineKind.Defence or DeadlineKind.HearingRequest, IsOpen: true } && d.LastDay >= today
            )
            .Max(d => (DateOnly?)d.LastDay)
            ?.AddDays(1);
        var at = partysTime is { } over ? LegalDate.StartOf(over) : now;
        var since = file.Since(CaseAct.ProposeDecision);
        if (mayDecide(at) is [{ Error: var missing }, ..])
        {
            WorkItem next =
                missing == ReviewTriggers.NoneWithoutReason ? new(WorkKind.ReviewSubmission, CaseAct.AssessReviewTriggers, since)
                : missing.Code.StartsWith("legal-review.", StringComparison.Ordinal)
                    ? new(WorkKind.ReviewSubmission, CaseAct.SubmitForReview, since)
                : missing.Code.StartsWith("collective-discussion.", StringComparison.Ordinal)
                    ? new(WorkKind.Discussion, CaseAct.DiscussCollectively, since)
                : new(WorkKind.Proposal, CaseAct.ProposeDecision, since);
            return [next with { DueOn = due, From = partysTime }];
        }
        var decide = proposal.Outcome.BindsParty() ? CaseAct.Decide : CaseAct.DecideNoPenalty;
        var signed = WorkOnPapers.Next(
            file,
            ApprovalPaper.Decision,
            new(WorkKind.Proposal, CaseAct.ProposeDecision, file.Since(CaseAct.EndorsePaper)) { DueOn = due },
            on => new(WorkKind.Decision, decide, on) { DueOn = due },
            due
        );
        return [signed with { From = partysTime }];
    }
}

/// <summary>Who is next on the way of a paper to the head (审批).</summary>
internal static class WorkOnPapers
{
    /// <param name="sentBack">What waits if a level did not agree: the paper is proposed anew.</param>
    /// <param name="toSign">What waits for the last level, since an instant.</param>
    /// <param name="due">Until when.</param>
    public static WorkItem Next(
        OrdinaryFile file,
        ApprovalPaper paper,
        WorkItem sentBack,
        Func<DateTimeOffset, WorkItem> toSign,
        DateOnly? due
    )
    {
        var since = file.Approvals.ProposalOf(paper)!.DoneAt;
        foreach (var (level, role) in new[] { (ApprovalLevel.TeamLead, Role.TeamLead), (ApprovalLevel.DeputyHead, Role.DeputyHead) })
        {
            if (file.Approvals.EndorsementOf(paper, level) is not { } opinion)
                return new(WorkKind.Endorsement, CaseAct.EndorsePaper, since) { DueOn = due, Roles = [role] };
            if (!opinion.Agrees)
                return sentBack;
            since = opinion.DoneAt;
        }
        return toSign(since);
    }
}
