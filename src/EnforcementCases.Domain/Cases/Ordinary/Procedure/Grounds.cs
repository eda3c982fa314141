using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the acts of the ordinary procedure rest on. Each is defined here once; the rows list them.</summary>
internal static partial class Grounds
{
    /// <summary>The party was identified.</summary>
    public static readonly Ground PartyIdentified = new(nameof(PartyIdentified), file => Named(file.Last(CaseAct.IdentifyParty)));

    /// <summary>The filing was proposed.</summary>
    public static readonly Ground FilingProposed = Proposed(ApprovalPaper.Filing);

    /// <summary>The filing was endorsed on each level.</summary>
    public static readonly Ground FilingEndorsed = Endorsed(ApprovalPaper.Filing);

    /// <summary>The paper was proposed, and endorsed on the level below.</summary>
    public static readonly Ground PaperBelow = new(
        nameof(PaperBelow),
        (file, body, _) =>
            body is not EndorsePaper endorsed
                ? []
                : Each(
                    Named(file.Approvals.ProposalOf(endorsed.Paper)),
                    endorsed.Level is ApprovalLevel.DeputyHead ? Opinion(file, endorsed.Paper, ApprovalLevel.TeamLead) : null
                )
    );

    /// <summary>The offence was discovered before evidence of it was taken; recordings, which name their source, and what others provided may be older.</summary>
    public static readonly Ground OffenceDiscovered = new(
        nameof(OffenceDiscovered),
        (file, body, _) =>
            body is CollectEvidence { ProviderName: null } taken && file.Filing.Proposal is { } filing
                ? taken
                    .Items.Where(item => item.Monitoring is null && !item.Kind.IsRecording())
                    .Select(item => new Rest(Dated.On("发现违法行为", filing.DiscoveredOn), new($"证据 {item.Id} 的取得", item.TakenAt)))
                : []
    );

    /// <summary>The offence was discovered before anything was done about it in the street.</summary>
    public static readonly Ground DiscoveredFirst = new(
        nameof(DiscoveredFirst),
        (file, body, _) =>
            body is ProposeFiling filing
                ? StreetActs
                    .Of(file)
                    .Select(act => new Rest(
                        Dated.On("发现违法行为", filing.DiscoveredOn) with
                        {
                            Pointer = "/discoveredOn",
                        },
                        new(act.Act.Term(), act.DoneAt)
                    ))
                : [],
        StreetActs.BeforeDiscovery
    );

    /// <summary>The evidence that the act names was taken, and is on file.</summary>
    public static readonly Ground EvidenceTaken = new(
        nameof(EvidenceTaken),
        (file, body, _) =>
            body switch
            {
                VerifyEvidence verified => Taken(file, verified.Items.Select(item => item.EvidenceId)),
                ExcludeEvidence excluded => Taken(file, [excluded.EvidenceId]),
                _ => [],
            }
    );

    /// <summary>The same, where the verification is what comes too early.</summary>
    public static readonly Ground EvidenceToVerify = EvidenceTaken with { Error = OrdinaryFile.TooEarly };

    /// <summary>The evidence of the facts was taken and verified.</summary>
    public static readonly Ground FactsProved = new(
        nameof(FactsProved),
        (file, body, _) =>
            body switch
            {
                ConcludeInvestigation report => Proved(file, report.Facts, report.Capacity),
                ProposeDecision proposal => Proved(file, proposal.FactElements, proposal.Capacity, proposal.GroundEvidenceIds),
                Decide or DecideNoPenalty when file.Deciding.Proposal is { } proposal => Proved(
                    file,
                    proposal.FactElements,
                    proposal.Capacity,
                    proposal.GroundEvidenceIds
                ),
                _ => [],
            }
    );

    /// <summary>The penalty was assessed (裁量评估).</summary>
    public static readonly Ground Assessed = new(
        nameof(Assessed),
        (_, body, law) =>
            ((body as ConcludeInvestigation)?.AssessmentId ?? (body as ProposeDecision)?.AssessmentId) is { } id
            && law.Assessments.GetValueOrDefault(id) is { } assessment
                ? [new(new("裁量评估", assessment.AssessedAt))]
                : []
    );

    /// <summary>The order to correct was given and re-checked, where the provision asks for one first.</summary>
    public static readonly Ground OrderRechecked = new(
        nameof(OrderRechecked),
        (file, body, law) =>
            body is RelyOnOrder ? Each(Recheck(law.EarlierOrder?.RecheckedOn))
            : body is ConcludeInvestigation { ProposedOutcome: not CaseOutcome.Penalty }
            || law.Catalogue.Violation(file.Case.ViolationVersionId)
                is not { Correction: CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty }
                ? []
            : Each(
                Recheck(
                    file.Orders.RecheckRelied(law.EarlierOrder) ?? (file.Orders.Given.Count > 0 ? file.Orders.Given[^1].RecheckedOn : null)
                )
            )
    );

    /// <summary>The case was taken up again after it was suspended.</summary>
    public static readonly Ground Resumed = new(nameof(Resumed), file => Named(file.Last(CaseAct.ResumeCase)));

    /// <summary>The case was suspended.</summary>
    public static readonly Ground Suspended = new(
        nameof(Suspended),
        file => file.Investigation.Suspension is { } suspension ? new(CaseAct.SuspendCase.Term(), suspension.DoneAt) : null,
        OrdinaryFile.TooEarly
    );

    /// <summary>The suspected crime was reported.</summary>
    public static readonly Ground CrimeReported = new(
        nameof(CrimeReported),
        file => file.Investigation.CrimeSuspicion is { } reported ? new(CaseAct.ReportSuspectedCrime.Term(), reported.ReportedAt) : null,
        CriminalTransfer.NotApproved
    );

    /// <summary>The result of the criminal case was entered.</summary>
    public static readonly Ground CriminalResultEntered = new(
        nameof(CriminalResultEntered),
        file => file.Investigation.CrimeSuspicion?.Result is { } result ? new(CaseAct.EnterCriminalResult.Term(), result.DoneAt) : null
    );

    /// <summary>The report of the investigation was written.</summary>
    public static readonly Ground Reported = new(
        nameof(Reported),
        file => file.Investigation.Conclusion is { } report ? new(CaseAct.ConcludeInvestigation.Term(), report.DoneAt) : null
    );

    /// <summary>The things were registered and preserved.</summary>
    public static readonly Ground ThingsPreserved = new(
        nameof(ThingsPreserved),
        (file, body, _) =>
            body is DisposePreserved disposed && file.Measures.Preserved.FirstOrDefault(p => p.Id == disposed.PreservationId) is { } kept
                ? [new(new(CaseAct.PreserveEvidence.Term(), kept.Record.At))]
                : []
    );

    /// <summary>The things were sealed or detained.</summary>
    public static readonly Ground ThingsSealed = new(
        nameof(ThingsSealed),
        (file, body, _) =>
            body switch
            {
                ApproveSealing { MeasureId: { } id } => Sealed(file, id),
                ExtendSealing extended => Sealed(file, extended.MeasureId),
                LiftSealing { ReturnedAt: { } returned } lifted => Sealed(file, lifted.MeasureId)
                    .SelectMany(rest => new[] { rest, rest with { What = new("退还", returned) } }),
                LiftSealing lifted => Sealed(file, lifted.MeasureId),
                AnnounceThings announced => Sealed(file, announced.MeasureId).Concat(Preserved(file, announced.MeasureId)),
                ApproveDisposal approved => Sealed(file, approved.MeasureId).Concat(Preserved(file, approved.MeasureId)),
                _ => [],
            }
    );

    /// <summary>The head approved the disposal.</summary>
    public static readonly Ground DisposalApproved = new(
        nameof(DisposalApproved),
        (file, body, _) =>
            body is DisposeOfThings disposed && file.Measures.Approvals.Of(disposed) is { } approved
                ? [new(new(CaseAct.ApproveDisposal.Term(), approved.Approval.At))]
                : [],
        Coercion.ThingsDisposed.NotApproved
    );

    /// <summary>The order to correct that is re-checked was given, and served where it was.</summary>
    public static readonly Ground OrderGiven = new(
        nameof(OrderGiven),
        (file, body, _) =>
            body is RecheckOrder recheck
            && file.Acts.LastOrDefault(a => a.Body is GiveOrderToCorrect order && order.OrderId == recheck.OrderId) is { } given
                ? Each(
                    Named(given),
                    file.Service.Served.LastOrDefault(s =>
                        s.Paper.Kind is DocumentKind.CorrectionOrder && s.Paper.ActPosition == given.Entry.Place
                    )
                        is { } served
                        ? Dated.On("责令改正通知书的送达", served.ServedOn)
                        : null
                )
                : []
    );

    /// <summary>The prior notice was served.</summary>
    public static readonly Ground NoticeServed = new(nameof(NoticeServed), file => Service(file.Notice.Served));

    /// <summary>The same, where giving up the rights is what comes too early.</summary>
    public static readonly Ground RightsNotified = NoticeServed with { Error = Defence.WaiverNotExplicit };

    /// <summary>The notice before was served.</summary>
    public static readonly Ground NoticeBeforeServed = new(nameof(NoticeBeforeServed), file => Service(file.Notice.ServedBefore));

    /// <summary>The right to a hearing was notified before the party asked for one.</summary>
    public static readonly Ground HearingOffered = new(
        nameof(HearingOffered),
        (file, body, _) =>
            body is RequestHearing asked && Service(file.Notice.Served) is { } served
                ? [new(served, Dated.On(CaseAct.RequestHearing.Term(), asked.Submission.MadeOn))]
                : []
    );

    /// <summary>The party made its statement.</summary>
    public static readonly Ground StatementMade = new(
        nameof(StatementMade),
        file => file.Notice.StatementToReview is { } statement ? new(CaseAct.HearDefence.Term(), statement.DoneAt) : null
    );

    /// <summary>The statements of the party were re-checked.</summary>
    public static readonly Ground StatementReviewed = new(
        nameof(StatementReviewed),
        file => file.Notice.Statements.Count > 0 ? Named(file.Last(CaseAct.ReviewDefence)) : null
    );

    /// <summary>A hearing was asked for, and one that was called before was postponed.</summary>
    public static readonly Ground HearingAsked = new(
        nameof(HearingAsked),
        (file, _, _) =>
            Each(
                file.Hearing.Requested is { } asked ? new(CaseAct.RequestHearing.Term(), asked.DoneAt) : null,
                file.Hearing is { Held: { } held, IsDone: false } ? new("延期的听证", held.At) : null
            )
    );

    /// <summary>The hearing was called.</summary>
    public static readonly Ground HearingCalled = new(
        nameof(HearingCalled),
        file => file.Hearing.Called is { } called ? new(CaseAct.NotifyHearing.Term(), called.DoneAt) : null
    );

    /// <summary>The evidence that was shown at the hearing was taken before.</summary>
    public static readonly Ground EvidenceShown = new(
        nameof(EvidenceShown),
        (file, body, _) =>
            body is HoldHearing { EvidenceShownIds: { } shown }
                ? shown.SelectMany(
                    (id, i) => Taken(file, [id]).Select(rest => rest with { On = rest.On with { Pointer = $"/evidenceShownIds/{i}" } })
                )
                : []
    );

    /// <summary>The hearing was held.</summary>
    public static readonly Ground HearingHeld = new(
        nameof(HearingHeld),
        file => file.Hearing.Held is { } held ? new(CaseAct.HoldHearing.Term(), held.At) : null
    );

    /// <summary>The hearing was reported on.</summary>
    public static readonly Ground HearingReported = new(
        nameof(HearingReported),
        file => file.Hearing.Report is { } report ? new(CaseAct.ReportHearing.Term(), report.DoneAt) : null
    );

    /// <summary>The decision was proposed.</summary>
    public static readonly Ground DecisionProposed = Proposed(ApprovalPaper.Decision);

    /// <summary>The decision was proposed after the hearing and the report on it, so that it can follow them; what an answer to the party's statement changes is compared with it
    /// (<see cref="Defence.AcceptedWithoutEffect"/>).</summary>
    public static readonly Ground ProposedOnHearingTheParty = new(
        nameof(ProposedOnHearingTheParty),
        (file, body, law) =>
            DecisionProposed.Of(file, body, law).FirstOrDefault().On is { } proposal
                ? (file.Hearing.Held is { Attendance: HearingAttendance.Attended } ? HearingHeld.Of(file, body, law) : [])
                    .Concat(HearingReported.Of(file, body, law))
                    .Select(heard => heard with { What = proposal })
                : []
    );

    /// <summary>The notice was served and the statements of the party were re-checked before the decision was endorsed.</summary>
    public static readonly Ground EndorsedOnHearingTheParty = new(
        nameof(EndorsedOnHearingTheParty),
        (file, body, law) =>
            body is EndorsePaper { Paper: ApprovalPaper.Decision }
                ? NoticeServed.Of(file, body, law).Concat(StatementReviewed.Of(file, body, law))
                : []
    );

    /// <summary>The opinion was given.</summary>
    public static readonly Ground OpinionGiven = new(nameof(OpinionGiven), file => Named(file.Review.OpinionAct));

    /// <summary>The objection to the opinion was made.</summary>
    public static readonly Ground ObjectionMade = new(nameof(ObjectionMade), file => Named(file.ActOf(file.Review.Objection)));

    /// <summary>The decision was endorsed on each level.</summary>
    public static readonly Ground DecisionEndorsed = Endorsed(ApprovalPaper.Decision);

    /// <summary>The decision was submitted for review.</summary>
    public static readonly Ground ReviewSubmitted = new(nameof(ReviewSubmitted), file => Named(file.Last(CaseAct.SubmitForReview)));

    /// <summary>The review was taken.</summary>
    public static readonly Ground ReviewTaken = new(
        nameof(ReviewTaken),
        file => file.Review.Reviewer is null ? null : Named(file.Last(CaseAct.TakeReview))
    );

    /// <summary>The planned act was submitted for review.</summary>
    public static readonly Ground PlannedActSubmitted = new(
        nameof(PlannedActSubmitted),
        (file, body, _) =>
            KeyOf(body) is { } key && file.PlannedReviews.All.FirstOrDefault(r => r.IsOpen && r.Sent.Key() == key) is { } review
                ? [new(new(CaseAct.SubmitPlannedAct.Term(), review.Sent.DoneAt))]
                : [],
        OrdinaryFile.TooEarly
    );

    /// <summary>The review of the planned act was taken.</summary>
    public static readonly Ground PlannedReviewTaken = new(
        nameof(PlannedReviewTaken),
        (file, body, _) =>
            KeyOf(body) is { } key ? Each(Named(file.Acts.LastOrDefault(a => a.Body is TakePlannedReview && KeyOf(a.Body) == key))) : []
    );
}
