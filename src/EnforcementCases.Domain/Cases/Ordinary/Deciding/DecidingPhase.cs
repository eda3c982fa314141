using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Proposal, discussion and decision (拟定、集体讨论、决定), as the acts left them. The proposal is on the approval line, and off it with a new notice or a reopened
/// investigation; minutes and decision outlast that.</summary>
public sealed class DecidingPhase
{
    /// <summary>A penalty without a stored assessment.</summary>
    public static readonly DomainError NoAssessment = new(
        "ordinary-decision.no-assessment",
        "APL-5",
        ErrorKind.RuleBroken,
        "处罚决定应当有裁量评估和裁量理由",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>Nothing is proposed for the head.</summary>
    public static readonly DomainError DecisionNotProposed = new(
        "ordinary-decision.not-proposed",
        null,
        ErrorKind.WrongStage,
        "承办人员尚未拟定处理决定"
    );

    /// <summary>The head signs something other than what is proposed now.</summary>
    public static readonly DomainError ProposalChanged = new(
        "ordinary-decision.proposal-changed",
        null,
        ErrorKind.Conflict,
        "所签署的内容不是当前拟定的内容"
    );

    /// <summary>The proposal has another outcome.</summary>
    public static readonly DomainError OtherOutcome = new(
        "ordinary-decision.other-outcome",
        null,
        ErrorKind.WrongStage,
        "拟定的处理结果不同"
    );

    private readonly OrdinaryFile file;

    internal DecidingPhase(OrdinaryFile file) => this.file = file;

    /// <summary>The decision as it is on its way to the head; null before, and after a new notice or a reopened investigation.</summary>
    public ProposeDecision? Proposal => file.Approvals.ProposalOf(ApprovalPaper.Decision)?.Body as ProposeDecision;

    /// <summary>The matter that is notified, reviewed, discussed and decided, as it is proposed now; null while nothing is proposed.</summary>
    public ReviewedMatter? Matter =>
        file.Approvals.ProposalOf(ApprovalPaper.Decision) is { Body: ProposeDecision p } act
            ? new(file.Case.Id, p.Facts, CitedProvisions.AsBasis(p.Basis), p.Penalties)
            {
                Position = act.Entry.Place,
                PartyId = file.Filing.PartyId,
                Outcome = p.Outcome,
                FactElements = p.FactElements,
                GroundEvidenceIds = p.Grounds,
                EvidenceCited = StatesOf(p.FactElements.SelectMany(f => f.EvidenceIds).Concat(p.Grounds).ToHashSet()),
                Findings = p.Findings,
                Things = p.Things,
                Orders = p.Orders,
                Grade = p.Grade,
                Reasons = p.Reasons,
                FurtherReasons = p.FurtherReasons,
                AssessmentId = p.AssessmentId,
                NoticeId = file.Notice.ServedAct?.Entry.Id,
                Statements =
                [
                    .. file.Notice.Statements.SelectMany(s =>
                        s.Points.Select(point => new AnsweredPoint(
                            s.At,
                            point.Words,
                            point.Accepted,
                            point.Recheck,
                            point.ChangesNothingBecause
                        ))
                    ),
                ],
            }
            : null;

    /// <summary>The matter as it was when the last level endorsed it; null before.</summary>
    public ReviewedMatter? Endorsed { get; private set; }

    /// <summary>The last discussion; null if there was none.</summary>
    public DiscussionOnFile? Discussed { get; private set; }

    /// <summary>Minutes of the last discussion; null if there are none.</summary>
    public DiscussionMinutes? Discussion => Discussed?.Minutes;

    /// <summary>The last discussion concluded exactly what is proposed now.</summary>
    internal bool DiscussionHolds =>
        Discussed is { } discussed
        && Matter is { } matter
        && CollectiveDiscussion.ObstacleUnlessOf(discussed, matter) is null
        && CollectiveDiscussion.ObstacleUnlessConcluded(discussed, matter) is null;

    /// <summary>The penalty that was decided; null before, and if none was.</summary>
    public ProposeDecision? Decision { get; private set; }

    /// <summary>The decision without penalty; null before, and where a penalty was decided.</summary>
    public ProposeDecision? NoPenalty { get; private set; }

    /// <summary>The party was educated (第三十三条第三款).</summary>
    public bool EducationDone { get; private set; }

    /// <summary>The decision confiscates goods (没收非法财物); one that fell confiscates nothing.</summary>
    internal bool ConfiscatesGoods =>
        file.Case.Effect.FellAt is null && Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>The decision confiscates goods or gains (没收非法财物、违法所得).</summary>
    internal bool ConfiscatesAnything =>
        Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGains or PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>The decision on its way to the head, with the hash that he or she signs.</summary>
    /// <exception cref="DomainException"><see cref="DecisionNotProposed"/>.</exception>
    public DoneAct EnsureProposed() =>
        file.Approvals.ProposalOf(ApprovalPaper.Decision) ?? throw DecisionNotProposed.With("没有拟定的处理决定", "由承办人员先行拟定");

    /// <summary>The proposal, where it is the one that the head saw.</summary>
    /// <exception cref="DomainException"><see cref="ProposalChanged"/>.</exception>
    internal ProposeDecision EnsureSeen(string sha256)
    {
        var on = file.Approvals.ProposalOf(ApprovalPaper.Decision);
        if (on is null || !string.Equals(on.Entry.BodySha256, sha256, StringComparison.Ordinal))
            throw ProposalChanged.With("请重新读取拟定的处理决定");
        return Proposal!;
    }

    /// <summary>Everything on file that the law requires to be checked before the head signs.</summary>
    internal DecisionDossier DossierFor(ProposeDecision proposal, DateTimeOffset decidedAt) =>
        new()
        {
            Party = file.Case.Party.Kind,
            Outcome = proposal.Outcome,
            Matter = Matter!,
            Grade = proposal.Grade,
            DepartsFromBenchmark = proposal.DepartureReasons is not null,
            Complex = file.Review.Assessment?.Complex is true,
            DecidedAt = decidedAt,
            Investigators = [.. file.Investigators],
            InCharge = [.. file.Case.Officers.Select(o => o.PersonId)],
            Recusals = file.Recusals.Requests,
            Transfer = file.Investigation.CrimeSuspicion,
            Capacity = proposal.Capacity ?? file.Investigation.Conclusion?.Capacity,
            Facts = proposal.FactElements,
            Evidence = file.Evidence.Items,
            Notice = file.Notice.Served,
            Told = file.Notice.Told,
            NoticesBefore =
            [
                .. file.Notice.BeforeServed.Select(before => new NoticeBefore(
                    before.Notice,
                    file.Notice.Written!.RestsOnHigherProvision(file, before.Told)
                )),
            ],
            NewEvidenceIds = file.Notice.Written?.NewEvidenceIds ?? [],
            ToChange = file.Notice.ToChange,
            Statements = file.Notice.Statements,
            Waiver = file.Notice.WaiverAt(decidedAt),
            HearingGroundsTicked = file.Notice.Written?.TickedHearingGrounds ?? [],
            HearingRequested = file.Hearing.Requested is not null,
            HearingAwaited = file.Hearing.Requested is { } asked && !(file.Hearing.Held?.At >= asked.DoneAt),
            OrdersCorrection = proposal.CorrectionRequired is not null,
            Hearing = file.Hearing.Held,
            HearingOnEarlierNotice = file.Hearing.HeldOnNoticeId is { } heard && heard != file.Notice.ServedAct?.Entry.Id,
            RefersToHearingRecord = proposal.RefersToHearingRecord,
            EvidenceShown = file.Hearing.EvidenceShown,
            Assessment = new(file.Review.Assessment?.Ticked ?? [], file.Review.Assessment?.NoneBecause),
            Features = [.. file.Review.Features()],
            Opinion = file.Review.Opinion,
            Reviewed = file.Review.Reviewed,
            ObjectionUndecided = file.Review.Objection is not null,
            OpinionSentBack = file.Review.SentBack,
            ReviewOpen = file.Review.IsOpen,
            TransferAdvisedAt = file.Review.TransferAdvisedAt,
            Discussed = Discussed,
        };

    /// <summary>What the place and the organ have set for decisions on a day.</summary>
    internal static DecisionSettings SettingsFor(ActContext law, DateOnly day) =>
        new(
            HearingAmounts.From(key => law.Parameter(key, day)),
            ReviewPhase.CatalogueInForce(law, day),
            law.Parameter(LocalParameters.DefenceWait, day).Number,
            law.Production
        );

    private IReadOnlyList<EvidenceState> StatesOf(HashSet<Guid> cited) =>
        [
            .. file
                .Evidence.Items.Where(e => cited.Contains(e.Id))
                .Select(e => new EvidenceState(e.Id, e.Sha256, e.Verification is not null, e.UnlawfulBecause is not null)),
        ];

    internal void Apply(ProposeDecision _, DoneAct done) => file.Approvals.Propose(ApprovalPaper.Decision, done);

    internal void Apply(DiscussCollectively discussed) =>
        Discussed = new(discussed.AsMinutes, Matter, discussed.ConcludedOutcome, discussed.ConcludedPenalties);

    /// <summary>A leader who had to withdraw took part in the discussion, and it was set aside for that: the leaders discuss anew.</summary>
    internal void SetAside(DiscussCollectively discussed)
    {
        if (Discussed?.Minutes.HeldAt == discussed.DoneAt)
            Discussed = null;
    }

    internal void Apply(EndorsePaper endorsed)
    {
        if (endorsed is { Paper: ApprovalPaper.Decision, Agrees: true })
            Endorsed = Matter;
    }

    internal void Apply(Decide _) => Decision = Proposal;

    internal void Apply(DecideNoPenalty _) => NoPenalty = Proposal;

    internal void Apply(Educate _) => EducationDone = true;
}
