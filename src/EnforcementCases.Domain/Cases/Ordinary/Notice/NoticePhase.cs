using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The prior notice and what the party answered (事先告知、陈述申辩), as the acts left it. Another notice, its service and a reopened investigation each begin a fresh
/// round; the statements of the party outlast them all.</summary>
public sealed class NoticePhase
{
    private readonly List<DefenceStatement> statements;
    private readonly List<ReviewedMatter> toChange;

    internal NoticePhase()
        : this([], []) { }

    private NoticePhase(IEnumerable<DefenceStatement> statements, IEnumerable<ReviewedMatter> toChange) =>
        (this.statements, this.toChange) = ([.. statements], [.. toChange]);

    /// <summary>The act of the notice written last, served or not; null before, and after the investigation was reopened.</summary>
    public DoneAct? WrittenAct { get; private init; }

    /// <summary>The notice written last, served or not; null before, and after the investigation was reopened.</summary>
    public TellPenalty? Written => WrittenAct?.Body as TellPenalty;

    /// <summary>The notice that counts, since it was served; null before, once another one is written, and after the investigation was reopened.</summary>
    public PriorNotice? Served { get; private init; }

    /// <summary>The act of the notice that counts; null where none does.</summary>
    public DoneAct? ServedAct => Served is null ? null : WrittenAct;

    /// <summary>The proposal that the notice written last states; null where it names none, as those of before.</summary>
    public ReviewedMatter? Told { get; private init; }

    /// <summary>The rights that the party gave up; null if none.</summary>
    public RightsWaiver? Waiver { get; private set; }

    /// <summary>The statements of the party, each point re-checked.</summary>
    public IReadOnlyList<DefenceStatement> Statements => statements;

    /// <summary>The proposals that points of the party were accepted against: what is decided differs from each of them.</summary>
    public IReadOnlyList<ReviewedMatter> ToChange => toChange;

    /// <summary>A statement whose points wait for their re-check; null if none.</summary>
    public HearDefence? StatementToReview { get; private set; }

    /// <summary>The notice that was served last, also where it counts no more: the next one is no heavier without new facts.</summary>
    internal PriorNotice? ServedBefore { get; private init; }

    /// <summary>Another notice is written. A waiver lasts until the new notice is served; a statement is still to be re-checked.</summary>
    /// <param name="proposed">The proposal as it is then; null if nothing is proposed.</param>
    internal NoticePhase FollowedBy(DoneAct notice, ReviewedMatter? proposed) =>
        new(statements, toChange)
        {
            WrittenAct = notice,
            Told = ((TellPenalty)notice.Body).ProposalId is null ? null : proposed,
            Waiver = Waiver,
            StatementToReview = StatementToReview,
            ServedBefore = ServedBefore,
        };

    /// <summary>The written notice is served: a waiver that answered an earlier notice is over, the time of the party begins anew.</summary>
    internal NoticePhase ServedAt(DateTimeOffset servedAt)
    {
        var served = Written!.AsServed(servedAt);
        return new(statements, toChange)
        {
            WrittenAct = WrittenAct,
            Told = Told,
            Served = served,
            StatementToReview = StatementToReview,
            ServedBefore = served,
        };
    }

    /// <summary>The report that the notice rested on is withdrawn: a new notice is due.</summary>
    internal NoticePhase WithdrawnWithReport() => new(statements, toChange) { ServedBefore = ServedBefore };

    /// <summary>The case is handled again: the statements stay, what was proposed fell with the decision.</summary>
    internal NoticePhase StartedAgain() => new(statements, []);

    internal void Apply(WaiveDefence waiver) => Waiver = waiver.AsWaiver;

    internal void Apply(HearDefence statement) => StatementToReview = statement;

    /// <param name="proposed">The proposal as it is then; null if nothing is proposed.</param>
    internal void Apply(ReviewDefence review, ReviewedMatter? proposed)
    {
        var statement = review.On(StatementToReview!);
        statements.Add(statement);
        if (proposed is not null && statement.Points.Any(p => p.ChangesProposal))
            toChange.Add(proposed);
        StatementToReview = null;
    }
}
