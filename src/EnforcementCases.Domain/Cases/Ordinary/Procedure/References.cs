namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What acts of the ordinary procedure name by its id. Each is defined here once; the rows list them.</summary>
internal static class References
{
    /// <summary>The report on which the proposal is based.</summary>
    public static readonly Reference Report = new(
        "ReportId",
        "调查终结报告",
        (file, _) => All<ConcludeInvestigation>(file),
        (file, _) => file.ActOf(file.Investigation.Conclusion)
    );

    /// <summary>The proposed decision.</summary>
    public static readonly Reference Proposal = new(
        "ProposalId",
        "拟处理意见",
        (file, _) => All<ProposeDecision>(file),
        (file, _) => file.Approvals.ProposalOf(ApprovalPaper.Decision)
    );

    /// <summary>The paper that is endorsed.</summary>
    public static readonly Reference Endorsed = new(
        "ProposalId",
        "审批事项",
        (file, body) =>
            (body as EndorsePaper)?.Paper switch
            {
                ApprovalPaper.Filing => All<ProposeFiling>(file),
                ApprovalPaper.Decision => All<ProposeDecision>(file),
                ApprovalPaper.Closing => All<ProposeClosing>(file),
                null => [],
            },
        (file, body) => body is EndorsePaper endorsed ? file.Approvals.ProposalOf(endorsed.Paper) : null
    );

    /// <summary>The notice that was served on the party.</summary>
    public static readonly Reference Notice = new(
        "NoticeId",
        "事先告知",
        (file, _) => All<TellPenalty>(file),
        (file, _) => file.Notice.ServedAct
    );

    /// <summary>The notice that the statement under re-check answered.</summary>
    public static readonly Reference NoticeAnswered = Notice with
    {
        Standing = (file, _) => file.Notice.StatementToReview?.NoticeId is { } id ? file.Acts.FirstOrDefault(a => a.Entry.Id == id) : null,
    };

    /// <summary>The request for a hearing.</summary>
    public static readonly Reference HearingRequest = new(
        "RequestId",
        "听证申请",
        (file, _) => All<RequestHearing>(file),
        (file, _) => file.ActOf(file.Hearing.Requested)
    );

    /// <summary>The opinion of the legal review.</summary>
    public static readonly Reference Opinion = new(
        "OpinionId",
        "法制审核意见",
        (file, _) => All<GiveReviewOpinion>(file),
        (file, _) => file.Review.OpinionAct
    );

    /// <summary>The objection to the opinion.</summary>
    public static readonly Reference Objection = new(
        "ObjectionId",
        "异议",
        (file, _) => All<ObjectToReview>(file),
        (file, _) => file.ActOf(file.Review.Objection)
    );

    /// <summary>The entry of a result that waits for the head: the one named, or the last.</summary>
    public static readonly Reference RemedyResult = new(
        "ResultId",
        "复议诉讼结果登记",
        (file, _) => file.Remedies.Entries,
        (file, body) =>
            file.Remedies.ToConfirm(
                body switch
                {
                    ConfirmRemedyResult confirmed => confirmed.ResultId,
                    EnterAppeal appeal => appeal.ResultId,
                    _ => null,
                }
            )
    );

    /// <summary>The opinion by which another, higher provision applies; only a heavier notice rests on one, so it is never entered from the file.</summary>
    public static readonly Reference HigherProvision = Opinion with
    {
        Member = "HigherProvisionOpinionId",
        Standing = (file, body) =>
            body is TellPenalty { HigherProvisionOpinionId: not null } && !file.Review.SentBack ? file.Review.OpinionAct : null,
    };

    private static IEnumerable<DoneAct> All<TBody>(OrdinaryFile file)
        where TBody : ActBody => file.Acts.Where(a => a.Body is TBody);
}
