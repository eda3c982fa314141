using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The file of an ordinary case (普通程序案卷): its acts in their order, and what they add up to, phase by phase. Each phase has an object that only the acts of that
/// phase change; a fresh round (another notice, a reopened investigation, a case handled again) begins with a fresh object, and what outlasts the round is handed to it.
/// The file is opened from the stored acts each time and holds nothing that is not in them, in the case or in its documents.</summary>
public sealed class OrdinaryFile
{
    /// <summary>The act is dated before what it builds on.</summary>
    public static readonly DomainError TooEarly = new(
        "case.act-before-its-stage",
        null,
        ErrorKind.Unacceptable,
        "办理时间早于进入当前阶段的时间"
    );

    /// <summary>Something inside the act is dated after it.</summary>
    public static readonly DomainError AfterTheAct = new(
        "case.part-after-the-act",
        null,
        ErrorKind.Unacceptable,
        "所载事项的时间晚于办理时间"
    );

    /// <summary>A required part of the act is missing.</summary>
    public static readonly DomainError Incomplete = new("act.incomplete", null, ErrorKind.Unacceptable, "办理该环节所需的内容不完整");

    private readonly List<DoneAct> acts = [];
    private readonly List<IssuedPaper> papers = [];
    private readonly List<StruckDownDecision> struckDown = [];

    private OrdinaryFile(EnforcementCase @case)
    {
        Case = @case;
        Filing = new(Approvals);
        Investigation = new(this);
        Review = new(this);
        PlannedReviews = new(this);
        Orders = new(this);
        Deciding = new(this);
        Service = new(this);
        Paying = new(this);
        Calls = new(this);
        Court = new(this);
        Closing = new(this);
        Duties = new(this);
        Guardianship = new(this);
    }

    /// <summary>The case.</summary>
    public EnforcementCase Case { get; }

    /// <summary>The acts in their order.</summary>
    public IReadOnlyList<DoneAct> Acts => acts;

    /// <summary>The documents issued so far.</summary>
    public IReadOnlyList<IssuedPaper> Papers => papers;

    /// <summary>When the case came into its present stage; never earlier than into the one before.</summary>
    public DateTimeOffset? StageSince { get; private set; }

    /// <summary>Position of the act by which the case was last handled again (重新处理); what lies before it belongs to the decision that fell. Null if it never was.</summary>
    public int? ReopenedAt { get; private set; }

    /// <summary>Papers on the approval line (审批).</summary>
    public ApprovalLine Approvals { get; } = new();

    /// <summary>Clue and filing (线索、立案).</summary>
    public FilingPhase Filing { get; }

    /// <summary>Evidence (证据); it outlasts every round.</summary>
    public EvidenceOnFile Evidence { get; } = new();

    /// <summary>Requests for recusal (回避).</summary>
    public RecusalsOnFile Recusals { get; } = new();

    /// <summary>The guardian of a minor, or of a party without capacity (监护人).</summary>
    public GuardianOnFile Guardianship { get; }

    /// <summary>The other tracks of a joint matter (共同违法).</summary>
    public JointOnFile Joint { get; } = new();

    /// <summary>Orders to correct (责令改正).</summary>
    public OrdersOnFile Orders { get; }

    /// <summary>Measures over things of the party (先行登记保存、查封、扣押).</summary>
    public MeasuresOnFile Measures { get; private set; } = new();

    /// <summary>The investigation (调查).</summary>
    public InvestigationPhase Investigation { get; private set; }

    /// <summary>Prior notice, waiver and statements (事先告知、陈述申辩).</summary>
    public NoticePhase Notice { get; private set; } = new();

    /// <summary>The hearing (听证).</summary>
    public HearingPhase Hearing { get; private set; } = new();

    /// <summary>Legal review of the decision (法制审核).</summary>
    public ReviewPhase Review { get; private set; }

    /// <summary>Legal review of acts beside the decision (拟实施行为的法制审核).</summary>
    public PlannedReviewPhase PlannedReviews { get; private set; }

    /// <summary>Proposal, discussion and decision (拟定、讨论、决定).</summary>
    public DecidingPhase Deciding { get; private set; }

    /// <summary>Service of documents (送达).</summary>
    public ServiceOnFile Service { get; }

    /// <summary>Deferrals and surcharge (延期、分期、加处罚款).</summary>
    public PayingPhase Paying { get; private set; }

    /// <summary>Calls to perform (催告).</summary>
    public CallPhase Calls { get; private set; }

    /// <summary>Performance by others and execution by the organ (代履行、强制执行).</summary>
    public ExecutionPhase Execution { get; private set; } = new();

    /// <summary>Execution by the court (申请法院强制执行).</summary>
    public CourtPhase Court { get; private set; }

    /// <summary>Reconsideration and suits against the decision (复议、诉讼).</summary>
    public RemedyPhase Remedies { get; private set; } = new();

    /// <summary>Earlier decisions of this case that a remedy struck down before it was handled again.</summary>
    public IReadOnlyList<StruckDownDecision> StruckDown => struckDown;

    /// <summary>The decision as a remedy struck it down; null if none did.</summary>
    public StruckDownDecision? StruckDownNow =>
        Remedies.StruckDownBy is not { } result ? null
        : Case.Procedure is CaseProcedure.Simple
            ? new(
                Case.DecisionNumber!,
                result.Result,
                result.ForProcedureOnly,
                new(Case.ViolationCode, [], Case.Penalty.Fine, [.. Case.Evidence.Select(e => e.Sha256)])
            )
        : Deciding.Decision is { } decision
            ? new(
                papers.FindLast(p => p.Kind is Documents.DocumentKind.PenaltyDecision)?.Number ?? "",
                result.Result,
                result.ForProcedureOnly,
                GroundsOf(decision)
            )
        : null;

    /// <summary>What a proposed penalty rests on, as it is compared with one that was struck down.</summary>
    internal GroundsOfDecision GroundsOf(ProposeDecision proposal)
    {
        var cited = proposal.FactElements.SelectMany(f => f.EvidenceIds).ToHashSet();
        return new(
            Case.ViolationCode,
            [.. proposal.Basis.Select(b => b.Instrument + b.Article)],
            proposal.Fine,
            [.. Evidence.Items.Where(e => cited.Contains(e.Id)).Select(e => e.Sha256)]
        );
    }

    /// <summary>The closing (结案).</summary>
    public ClosingPhase Closing { get; private set; }

    /// <summary>What still has to be done before the case can be closed.</summary>
    public DutiesOnFile Duties { get; }

    /// <summary>Everyone who took part in the investigation: the officers, also those since replaced, the persons who recorded it, and those who took the evidence that another track
    /// of a joint matter shares (调查人员和记录人员).</summary>
    public IReadOnlySet<Guid> Investigators =>
        Case
            .Officers.Select(o => o.PersonId)
            .Concat(All<ProposeFiling>().SelectMany(filing => filing.OfficerIds))
            .Concat(All<ReplaceOfficers>().SelectMany(replaced => replaced.OfficerIds))
            .Concat(All<JoinTrack>().SelectMany(joined => joined.Evidence).SelectMany(shared => shared.Collectors))
            .Concat(
                acts.Where(a => a.Body is SceneActBody)
                    .SelectMany(a => ((SceneActBody)a.Body).Attendance.Officers.Select(o => o.OfficerId).Append(a.PersonId))
            )
            .ToHashSet();

    /// <summary>Opens the file from what is stored.</summary>
    public static OrdinaryFile Open(EnforcementCase @case, IEnumerable<DoneAct> done, IEnumerable<IssuedPaper> papers)
    {
        var file = new OrdinaryFile(@case);
        file.papers.AddRange(papers);
        foreach (var act in done.OrderBy(a => a.Entry.Place))
            file.Enter(act);
        return file;
    }

    /// <summary>A document was issued: number and content are fixed.</summary>
    public void Add(IssuedPaper paper) => papers.Add(paper);

    /// <summary>The last act of a kind; null if it was not done.</summary>
    public DoneAct? Last(CaseAct act) => acts.FindLast(a => a.Act == act);

    /// <summary>The last act whose body is of a type; null if it was not done.</summary>
    public TBody? Last<TBody>()
        where TBody : ActBody => acts.FindLast(a => a.Body is TBody)?.Body as TBody;

    /// <summary>The act with a body; null if the body is null.</summary>
    public DoneAct? ActOf(ActBody? body) => body is null ? null : acts.FindLast(a => ReferenceEquals(a.Body, body));

    /// <summary>All acts whose bodies are of a type, in their order.</summary>
    public IEnumerable<TBody> All<TBody>()
        where TBody : ActBody => acts.Select(a => a.Body).OfType<TBody>();

    /// <summary>Enters an act that was done into the phases that it belongs to.</summary>
    internal void Enter(DoneAct act)
    {
        var before =
            acts.Count > 0 ? acts[^1].Entry.StageAfter
            : Case.Procedure is CaseProcedure.Simple ? act.Entry.StageAfter
            : CaseStage.Open;
        acts.Add(act);
        if (act.Entry.StageAfter != before && !(StageSince > act.DoneAt)) // no stage begins before the one that it follows
            StageSince = act.DoneAt;
        act.Body.Apply(this, act);
        PlannedReviews.ForgetOverAt(Case.InTable(act.Entry.StageAfter));
    }

    /// <summary>Whether no later document of its kind was issued.</summary>
    /// <param name="before">Only documents issued before this position in the file; all by default.</param>
    internal bool IsLatest(IssuedPaper paper, int before = int.MaxValue) =>
        papers.FindLast(p => p.Kind == paper.Kind && p.ActPosition < before) == paper;

    /// <summary>Whether a deadline of a kind is open.</summary>
    internal bool IsOpen(DeadlineKind kind) => Case.Deadlines.Any(d => d.Kind == kind && d.IsOpen);

    /// <summary>Another notice is written; it counts from its service.</summary>
    internal void WriteNotice(DoneAct notice) =>
        Notice = Notice.FollowedBy(notice, ((TellPenalty)notice.Body).Told(notice, Case.Id, Deciding.Matter));

    /// <summary>A notice that another one took the place of reached the party all the same.</summary>
    internal void ServeOvertakenNotice(int position, DateTimeOffset servedAt)
    {
        if (acts.Find(a => a.Entry.Place == position)?.Body is TellPenalty told)
            Notice.ReachedParty(told, servedAt);
    }

    /// <summary>The notice is served: the time of the party begins, and what was endorsed before is endorsed anew. A notice of before that named no proposal takes one that
    /// was made already off the approval line.</summary>
    internal void ServeNotice(DateTimeOffset servedAt)
    {
        Notice = Notice.ServedAt(servedAt);
        Hearing.ServePriorNotice();
        if (Notice.Written!.ProposalId is null)
            Approvals.Drop(ApprovalPaper.Decision);
        else
            Approvals.Forget(ApprovalPaper.Decision);
    }

    /// <summary>A hearing took place: what was endorsed before is endorsed anew.</summary>
    internal void HoldHearing(HoldHearing hearing)
    {
        Hearing.Apply(hearing);
        if (Hearing.IsDone)
            Approvals.Forget(ApprovalPaper.Decision);
    }

    /// <summary>A statement of the party was answered: what was endorsed before is endorsed anew.</summary>
    internal void AnswerStatement(ReviewDefence review)
    {
        Notice.Apply(review, Deciding.Matter ?? Notice.Told);
        Approvals.Forget(ApprovalPaper.Decision);
    }

    /// <summary>Another party is identified: opinions on papers that name the one before are gone, and it is notified and heard by itself.</summary>
    internal void IdentifyParty(IdentifyParty identified, DoneAct done)
    {
        var (now, former) = (new OwnerOfThings(identified.PartyId, identified.Party), Filing.Known);
        var proved = Filing.PartyChange is null && former?.IsProvedAs(identified.Party) is true;
        Measures.Identify(now, former, succeeds: proved || Filing.PartyChange?.Ground is PartyChangeGround.Succeeded);
        if (Filing.PartyId is { } before && before != identified.PartyId)
        {
            Approvals.Forget(ApprovalPaper.Filing);
            Approvals.Forget(ApprovalPaper.Decision);
            Guardianship.Forget();
            Orders.ForgetFormerParty();
            Service.ForgetFormerParty();
            Filing.ChangedParty(done.Entry.Place, proved);
            (Notice, Hearing) = (new(), new()); // what one party was notified of, said and was heard on is nothing of another
        }
        Filing.Apply(identified);
    }

    /// <summary>The head approved another party: the report and what was built on it is off the way to a decision, until that party is identified and heard.</summary>
    internal void ApprovePartyChange(ChangeParty approved)
    {
        ReopenInvestigation();
        Filing.Apply(approved);
        Joint.Leave();
    }

    /// <summary>The investigation is taken up again (补充调查): the report and what was built on it is off the way to a decision. All acts stay in the file; statements,
    /// hearing and opinions still count as far as they fit the next proposal.</summary>
    internal void ReopenInvestigation()
    {
        Investigation = Investigation.Reopened();
        Notice = Notice.WithdrawnWithReport();
        Hearing = Hearing.WithdrawnWithReport();
        Review = Review.WithdrawnWithReport();
        Approvals.Drop(ApprovalPaper.Decision);
    }

    /// <summary>The case comes back from the criminal proceedings: it is investigated and decided by its own rules. Evidence, orders and measures stay.</summary>
    internal void ComeBackFromCrime(IReadOnlyList<TermExclusion> away)
    {
        ReopenInvestigation();
        Investigation = Investigation.ComeBack(away);
        Approvals.Drop(ApprovalPaper.Closing);
        Closing = new(this);
    }

    /// <summary>The case is handled again after its decision fell (重新处理): a new decision is notified, heard, reviewed and discussed anew. Evidence, orders, measures, recusals,
    /// services and the statements of the party stay.</summary>
    internal void StartAgain(DoneAct reopened)
    {
        if (StruckDownNow is { } fallen)
            struckDown.Add(fallen);
        ReopenedAt = reopened.Entry.Place;
        Investigation = Investigation.HandledAgain(reopened.DoneOn);
        Measures = new(Measures.Preserved, Measures.Sealed);
        Notice = Notice.StartedAgain();
        Hearing = new();
        Review = new(this, Review.Rounds);
        PlannedReviews = new(this, PlannedReviews.OutlastingTheDecision);
        Approvals.Drop(ApprovalPaper.Decision);
        Deciding = new(this);
        Paying = new(this);
        Calls = new(this);
        Execution = new();
        Court = new(this);
        Remedies = new();
        Closing = new(this);
    }
}
