using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the service of documents of the case (送达回证). Every period that runs from the service of a document runs from the date proved by this return.
/// 行政处罚法 第六十一条.</summary>
[Upcast(1)] // return.receiverTie, tieChecked, guardianInformed, through, whereaboutsUnknownProof: not asked then
public sealed record ServeDocument : ActBody
{
    /// <summary>The documents served, all of this case.</summary>
    public required IReadOnlyList<Guid> DocumentIds { get; init; }

    /// <summary>How they were served, with the proof; <c>documents</c> is omitted.</summary>
    public required ServiceReturn Return { get; init; }

    internal override void Execute(ActExecution act)
    {
        var papers = act.File.Service.PapersOf(DocumentIds);
        if (act.Case.Stage is CaseStage.Closed or CaseStage.Archived && papers.Any(p => p.Kind is not DocumentKind.CorrectionDecision))
            throw CaseLifecycle.NotOpen(act.Case.Stage, CaseAct.ServeDocument);
        var servedOn = ServiceOfDocuments.DateOfService(
            Return with
            {
                Documents = [.. papers.Select(p => p.Number.Length > 0 ? p.Number : p.Kind.ToString())],
            },
            act.File.Service.AddresseeOf(papers, LegalDate.Of(Return.SignedAt ?? Return.ArrivedAt ?? DoneAt)),
            act.Law.Calendar,
            papers.Any(p => p.Kind is DocumentKind.GuardianOrder) ? null : act.File.Service.ElectronicConsent
        );
        if (servedOn > act.DoneOn)
            throw NotYetServed.With($"送达日期为 {servedOn:yyyy-MM-dd}", "届满后登记");
        if (Return.Way is ServiceWay.Direct or ServiceWay.Left)
        {
            OfficersPresent.EnsureEnough(
                [.. Return.Servers.Select(id => act.Law.Roster.AtScene(id, act.Law.Organ.Path, servedOn).Acting)],
                servedOn
            );
        }
        act.EnsureRecorded(Return.MediaSha256, AsRecorded);
        act.ServedOn = servedOn;
        act.Issue(DocumentKind.ServiceReceipt);
        foreach (var paper in papers)
            Served(act, paper, servedOn);
    }

    /// <summary>The service is not complete yet, as while a public notice runs.</summary>
    public static readonly DomainError NotYetServed = new(
        "service.not-yet",
        "CPL-95",
        ErrorKind.RuleBroken,
        "送达期间尚未届满",
        CivilProcedureLaw.At("第九十五条第一款")
    );

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Service.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("documents", DocumentIds.Select(id => id.ToString())).Add("way", Return.Way);

    /// <summary>When the document counts as received, to the instant where the return gives one.</summary>
    internal DateTimeOffset ServedAt(DateOnly servedOn) =>
        Return.Way is ServiceWay.Direct or ServiceWay.Entrusted or ServiceWay.ThroughUnit ? Return.SignedAt!.Value
        : Return.Way is ServiceWay.PublicNotice ? LegalDate.StartOf(servedOn)
        : Return.ArrivedAt!.Value;

    internal RecordedAct AsRecorded =>
        Return.Way switch
        {
            ServiceWay.Direct => RecordedAct.DirectService,
            ServiceWay.Left => RecordedAct.LeavingService,
            ServiceWay.PublicNotice => RecordedAct.PublicNoticeService,
            ServiceWay.Post or ServiceWay.Electronic or ServiceWay.Entrusted or ServiceWay.ThroughUnit => RecordedAct.OtherService,
        };

    /// <summary>The decision is served: the time to pay begins, the time to put things right, and the time within which the court may be asked.</summary>
    private void ServeDecision(ActExecution act, DateOnly servedOn)
    {
        var (@case, law, at) = (act.Case, act.Law, ServedAt(servedOn));
        act.MoveTo(CaseStage.Served);
        @case.MeetDeadlines(DeadlineKind.Service, at);
        @case.ServeDecision(at);
        act.Raise(new DecisionServed(@case, at));
        if (@case.Penalty.Fine > Money.Zero)
        {
            var due = PaymentTerm.From(LegalDate.Of(at), law.Calendar);
            @case.OrderToPay(law.NewId(), law.NextPaymentCode!(), due.LastDay);
            act.Start(DeadlineKind.Payment, due);
        }
        PerformanceDuties.Start(act, servedOn);
        var window = CourtWindow.After(
            new()
            {
                KnownOn = servedOn,
                Informed = true,
                DecidedOn = @case.DecidedOn!.Value,
            },
            law.Calendar
        );
        act.Start(DeadlineKind.CourtApplication, new Deadline(window.LastDay, LastInstant: null, window.Explanation));
    }

    private void Served(ActExecution act, IssuedPaper paper, DateOnly servedOn)
    {
        var calendar = act.Law.Calendar;
        switch (paper.Kind)
        {
            case DocumentKind.PriorNotice when act.File.Notice.Written is not null && act.File.IsLatest(paper):
                if (act.Case.Stage is CaseStage.Concluded)
                    act.MoveTo(CaseStage.Told);
                act.Restart(
                    DeadlineKind.Defence,
                    Defence.LastDay(
                        servedOn,
                        hearingRightNotified: false,
                        calendar,
                        act.Law.Parameter(LocalParameters.DefenceWait, servedOn).Number
                    )
                );
                if (act.File.Notice.Written!.HearingRightNotified)
                    act.Restart(DeadlineKind.HearingRequest, HearingRequest.Due(servedOn, calendar));
                break;
            case DocumentKind.PenaltyDecision or DocumentKind.OrderDecision when act.Case.Stage is CaseStage.Decided:
                act.File.Service.EnsureInForce(paper);
                ServeDecision(act, servedOn);
                break;
            case DocumentKind.NoPenaltyDecision when act.File.IsLatest(paper):
                foreach (var deadline in act.Case.Deadlines.Where(d => d is { Kind: DeadlineKind.Service, Reference: null }))
                    deadline.Meet(ServedAt(servedOn));
                break;
            case DocumentKind.GuardianOrder when act.File.IsLatest(paper):
                act.Case.MeetDeadlines(DeadlineKind.Service, ServedAt(servedOn), ServiceOnFile.OrderToGuardian);
                break;
            case DocumentKind.RevocationDecision:
                act.Case.MeetDeadlines(DeadlineKind.Service, ServedAt(servedOn), paper.Number);
                break;
            case DocumentKind.CorrectionDecision:
                act.Case.MeetDeadlines(DeadlineKind.ServiceOfCorrection, ServedAt(servedOn), paper.Number);
                break;
            case DocumentKind.CallToPerform:
                act.File.Service.EnsureInForce(paper);
                if (!act.File.IsLatest(paper))
                    break; // the time of the later call runs
                act.Restart(DeadlineKind.Call, Enforcement.CallToPerform.WaitBeforeCourt(servedOn, calendar));
                break;
            default:
                break; // other papers start nothing
        }
    }
}

/// <summary>A document that was served.</summary>
/// <param name="Paper">The document.</param>
/// <param name="ServedOn">Date of service.</param>
/// <param name="Return">The return.</param>
/// <param name="Position">Position in the file of the act that entered the service.</param>
public sealed record ServedPaper(IssuedPaper Paper, DateOnly ServedOn, ServiceReturn Return, int Position);
