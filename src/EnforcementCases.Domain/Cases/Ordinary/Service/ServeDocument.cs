using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the return of service of documents of the case (送达回证). Every period that runs from receiving a document runs from the date it proves. 行政处罚法 第六十一条.</summary>
public sealed record ServeDocument : ActBody
{
    /// <summary>The documents, of this case.</summary>
    public required IReadOnlyList<Guid> DocumentIds { get; init; }

    /// <summary>What was done and what proves it; <c>documents</c> is left out.</summary>
    public required ServiceReturn Return { get; init; }

    internal override void Do(ActInHand act)
    {
        var papers = act.File.PapersOf(DocumentIds);
        var servedOn = ServiceOfDocuments.DateOfService(
            Return with
            {
                Documents = [.. papers.Select(p => p.Number.Length > 0 ? p.Number : p.Kind.ToString())],
            },
            act.Case.Party.Kind,
            act.Law.Calendar,
            act.File.ElectronicConsent
        );
        if (servedOn > act.DoneOn)
            throw NotYetServed.With($"送达日期为 {servedOn:yyyy-MM-dd}", "届满后登记");
        if (papers.FirstOrDefault(p => p.IssuedOn > servedOn) is { } later)
            throw ServiceOfDocuments.OutOfOrder.With($"文书 {later.Number} 制作于 {later.IssuedOn:yyyy-MM-dd}");
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

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Serve(this, done.Entry.ServedOn!.Value, done.Entry.Place);

    internal override RecordFields Clear() =>
        new RecordFields().Add("documents", DocumentIds.Select(id => id.ToString())).Add("way", Return.Way);

    /// <summary>When the document counts as received, to the instant where the return gives one.</summary>
    internal DateTimeOffset ServedAt(DateOnly servedOn) =>
        Return.Way is ServiceWay.Direct ? Return.SignedAt!.Value
        : Return.Way is ServiceWay.PublicNotice ? LegalDate.StartOf(servedOn)
        : Return.ArrivedAt!.Value;

    private RecordedAct AsRecorded =>
        Return.Way switch
        {
            ServiceWay.Direct => RecordedAct.DirectService,
            ServiceWay.Left => RecordedAct.LeavingService,
            ServiceWay.PublicNotice => RecordedAct.PublicNoticeService,
            ServiceWay.Post or ServiceWay.Electronic => RecordedAct.OtherService,
        };

    private void Served(ActInHand act, IssuedPaper paper, DateOnly servedOn)
    {
        var calendar = act.Law.Calendar;
        switch (paper.Kind)
        {
            case DocumentKind.PriorNotice when act.File.Told is not null && act.File.IsLatest(paper):
                if (act.Case.Stage is CaseStage.Concluded)
                    act.MoveTo(CaseStage.Told);
                act.Restart(
                    DeadlineKind.Defence,
                    Defence.LastDay(servedOn, hearingRightTold: false, calendar, act.Law.Parameter("defence.wait", servedOn).Number)
                );
                if (act.File.Told!.HearingRightTold)
                    act.Restart(DeadlineKind.HearingRequest, HearingRequest.Due(servedOn, calendar));
                break;
            case DocumentKind.PenaltyDecision when act.Case.Stage is CaseStage.Decided:
                act.MoveTo(CaseStage.Served);
                act.Case.MeetDeadlines(DeadlineKind.Service, ServedAt(servedOn));
                act.Case.ServeDecision(act, ServedAt(servedOn));
                var window = CourtWindow.After(
                    new()
                    {
                        KnownOn = servedOn,
                        Told = true,
                        DecidedOn = act.Case.DecidedOn!.Value,
                    },
                    calendar
                );
                act.Start(DeadlineKind.CourtApplication, new Deadline(window.LastDay, LastInstant: null, window.Explanation));
                break;
            case DocumentKind.NoPenaltyDecision when act.File.IsLatest(paper):
                act.Case.MeetDeadlines(DeadlineKind.Service, ServedAt(servedOn));
                break;
            case DocumentKind.CallToPerform:
                act.Restart(DeadlineKind.Call, Enforcement.CallToPerform.WaitBeforeCourt(servedOn, calendar));
                break;
            default:
                break; // other papers set nothing off
        }
    }
}

/// <summary>A document that was served.</summary>
/// <param name="Paper">The document.</param>
/// <param name="ServedOn">Date of service.</param>
/// <param name="Return">The return.</param>
public sealed record ServedPaper(IssuedPaper Paper, DateOnly ServedOn, ServiceReturn Return);

public sealed partial class OrdinaryFile
{
    /// <summary>No such document in this case.</summary>
    public static readonly DomainError PaperUnknown = new("service.document-unknown", null, ErrorKind.Unacceptable, "本案没有该文书");

    private readonly List<ServedPaper> served = [];

    /// <summary>What was served, in its order.</summary>
    public IReadOnlyList<ServedPaper> ServedPapers => served;

    /// <summary>Date on which the decision was served; null before.</summary>
    public DateOnly? DecisionServedOn => ServiceOf(DocumentKind.PenaltyDecision)?.ServedOn;

    /// <summary>The last service of a document of a kind; null where there was none.</summary>
    public ServedPaper? ServiceOf(DocumentKind kind) => served.FindLast(s => s.Paper.Kind == kind);

    /// <summary>Whether no later document of its kind was issued.</summary>
    /// <param name="before">Only by acts before this place in the file; otherwise by any.</param>
    internal bool IsLatest(IssuedPaper paper, int before = int.MaxValue) =>
        papers.FindLast(p => p.Kind == paper.Kind && p.ActPlace < before) == paper;

    internal IReadOnlyList<IssuedPaper> PapersOf(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
            throw Incomplete.With("没有写明送达的文书");
        return [.. ids.Select(id => papers.Find(p => p.DocumentId == id) ?? throw PaperUnknown.With($"文书 {id}"))];
    }

    /// <summary>Folds a service in; its date was counted when it was entered.</summary>
    /// <param name="place">Place of the service in the file: what was issued later was not there yet.</param>
    internal void Serve(ServeDocument service, DateOnly servedOn, int place)
    {
        foreach (var id in service.DocumentIds)
        {
            if (papers.Find(p => p.DocumentId == id) is not { } paper)
                continue;
            served.Add(new(paper, servedOn, service.Return));
            switch (paper.Kind)
            {
                case DocumentKind.PriorNotice when Told is not null && IsLatest(paper, place):
                    ServeNotice(service.ServedAt(servedOn));
                    break;
                case DocumentKind.HearingNotice when IsLatest(paper, place):
                    HearingNoticeServedOn = servedOn;
                    break;
                default:
                    break;
            }
        }
    }
}
