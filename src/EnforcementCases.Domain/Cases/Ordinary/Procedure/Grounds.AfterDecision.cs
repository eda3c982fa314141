using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What acts rest on once there is a decision: its service, performance, remedies and closing.</summary>
internal static partial class Grounds
{
    /// <summary>The documents that are served were made.</summary>
    public static readonly Ground PapersMade = new(
        nameof(PapersMade),
        (file, body, _) =>
            body is ServeDocument service
                ? file
                    .Papers.Where(paper => service.DocumentIds.Contains(paper.DocumentId))
                    .SelectMany(paper => Handed(service.Return).Select(handed => new Rest(Made(file, paper), handed)))
                : [],
        ServiceOfDocuments.OutOfOrder
    );

    /// <summary>The decision was served before the party asked for a deferral, agreed on how it performs, or performed.</summary>
    public static readonly Ground DecisionServed = new(
        nameof(DecisionServed),
        (file, body, _) =>
            file.Service.DecisionServedOn is not { } served
                ? []
                : body switch
                {
                    RecordPerformance done => [new(Dated.On("处罚决定书的送达", served), new Dated("履行", done.PerformedAt))],
                    ApplyForDeferral asked =>
                    [
                        new(
                            Dated.On("处罚决定书的送达", served),
                            Dated.On("申请", asked.Application.AppliedOn) with
                            {
                                Pointer = "/application/appliedOn",
                            }
                        ),
                    ],
                    AgreeOnExecution agreed =>
                    [
                        new(
                            Dated.On("处罚决定书的送达", served),
                            Dated.On("协议日期", agreed.Agreement.AgreedOn) with
                            {
                                Pointer = "/agreement/agreedOn",
                            }
                        ),
                    ],
                    _ => [],
                }
    );

    /// <summary>The fine was asked to be deferred.</summary>
    public static readonly Ground DeferralAsked = new(
        nameof(DeferralAsked),
        file => file.Paying.DeferralRequest is null ? null : Named(file.Last(CaseAct.ApplyForDeferral))
    );

    /// <summary>The call to perform was served.</summary>
    public static readonly Ground CallServed = new(
        nameof(CallServed),
        file => file.Calls.ServedOn is { } served ? Dated.On("催告书的送达", served) : null
    );

    /// <summary>The answer to the call was heard.</summary>
    public static readonly Ground CallAnswered = new(
        nameof(CallAnswered),
        file => file.Calls.Answer is null ? null : Named(file.Last(CaseAct.HearCallDefence))
    );

    /// <summary>The execution was paused.</summary>
    public static readonly Ground ExecutionPaused = new(
        nameof(ExecutionPaused),
        file => file.Execution.Pause is { } pause ? Dated.On(CaseAct.PauseExecution.Term(), pause.PausedOn) : null
    );

    /// <summary>The court was asked before it took the step.</summary>
    public static readonly Ground CourtAsked = new(
        nameof(CourtAsked),
        (file, body, _) =>
            body is EnterCourtStep step && file.Court.AppliedOn is { } applied
                ? [new(Dated.On(CaseAct.ApplyToCourt.Term(), applied), Dated.On("法院环节", step.On))]
                : [],
        CourtPhase.CourtStepOutOfOrder
    );

    /// <summary>The decision was made before it was contested.</summary>
    public static readonly Ground DecisionMade = new(
        nameof(DecisionMade),
        (file, body, _) =>
            body is EnterRemedy remedy && file.Case.DecidedOn is { } decided
                ? [new(Dated.On(CaseAct.Decide.Term(), decided), Dated.On("申请", remedy.AppliedOn))]
                : [],
        RemedyPhase.RemedyOutOfOrder
    );

    /// <summary>The remedy was accepted before it had its result.</summary>
    public static readonly Ground RemedyAccepted = new(
        nameof(RemedyAccepted),
        (file, body, _) =>
            body is EnterRemedyResult result && file.Remedies.Of(result.RemedyNumber) is { } remedy
                ? [new(Dated.On("受理", remedy.Entered.AcceptedOn), Dated.On("结果", result.ResultServedOn))]
                : [],
        RemedyPhase.RemedyOutOfOrder
    );

    /// <summary>The result that is confirmed was entered.</summary>
    public static readonly Ground RemedyResultEntered = new(
        nameof(RemedyResultEntered),
        (file, body, _) => body is ConfirmRemedyResult confirmed ? Each(Named(file.Remedies.ToConfirm(confirmed.ResultId))) : []
    );

    /// <summary>The decision fell.</summary>
    public static readonly Ground DecisionFallen = new(
        nameof(DecisionFallen),
        file => file.Case.Effect.FellAt is { } fell ? new("原决定的撤销", fell) : null
    );

    /// <summary>The closing was proposed.</summary>
    public static readonly Ground ClosingProposed = Proposed(ApprovalPaper.Closing);

    /// <summary>The closing was endorsed on each level.</summary>
    public static readonly Ground ClosingEndorsed = Endorsed(ApprovalPaper.Closing);
}
