using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The prior notice and what the party answered (事先告知、陈述申辩), as the acts left it. Another notice, its service and a reopened investigation each begin a fresh
/// round; the statements of the party outlast them all.</summary>
public sealed class NoticePhase
{
    private readonly List<DefenceStatement> statements;
    private readonly List<ReviewedMatter> toChange;
    private readonly List<ServedNotice> reached;
    private readonly List<RightsWaiver> waivers = [];

    internal NoticePhase()
        : this([], [], []) { }

    private NoticePhase(
        IEnumerable<DefenceStatement> statements,
        IEnumerable<ReviewedMatter> toChange,
        IEnumerable<ServedNotice> reached,
        IEnumerable<RightsWaiver>? waivers = null
    )
    {
        (this.statements, this.toChange, this.reached) = ([.. statements], [.. toChange], [.. reached]);
        this.waivers.AddRange(waivers ?? []);
    }

    /// <summary>The act of the notice written last, served or not; null before, and after the investigation was reopened.</summary>
    public DoneAct? WrittenAct { get; private init; }

    /// <summary>The notice written last, served or not; null before, and after the investigation was reopened.</summary>
    public TellPenalty? Written => WrittenAct?.Body as TellPenalty;

    /// <summary>The notice that counts, since it was served; null before, once another one is written, and after the investigation was reopened.</summary>
    public PriorNotice? Served { get; private init; }

    /// <summary>The act of the notice that counts; null where none does.</summary>
    public DoneAct? ServedAct => Served is null ? null : WrittenAct;

    /// <summary>The proposal that the notice written last states; of a notice of before, which names none, what its own words state. Null if none is written.</summary>
    public ReviewedMatter? Told { get; private init; }

    /// <summary>The rights that the party gave up since the notice was served; null if none.</summary>
    public RightsWaiver? Waiver => WaiverAt(DateTimeOffset.MaxValue);

    /// <summary>The statements of the party, each point re-checked.</summary>
    public IReadOnlyList<DefenceStatement> Statements => statements;

    /// <summary>The proposals that points of the party were accepted against: what is decided differs from each of them.</summary>
    public IReadOnlyList<ReviewedMatter> ToChange => toChange;

    /// <summary>A statement whose points wait for their re-check; null if none.</summary>
    public HearDefence? StatementToReview { get; private set; }

    /// <summary>Every notice that reached the party, also where it counts no more: the next one is no heavier than any of them without new facts.</summary>
    internal IReadOnlyList<ServedNotice> Reached => reached;

    /// <summary>The notice that reached the party last; null if none did.</summary>
    internal PriorNotice? ServedBefore => reached.Count > 0 ? reached[^1].Notice : null;

    /// <summary>The notices that reached the party before the one that counts.</summary>
    internal IEnumerable<ServedNotice> BeforeServed =>
        reached.Where(r => !ReferenceEquals(r.Notice, Served) && r.Notice.ServedAt <= Served?.ServedAt);

    /// <summary>What the party gave up by an instant, each right from its own waiver; null if nothing.</summary>
    public RightsWaiver? WaiverAt(DateTimeOffset at)
    {
        var counting = waivers.FindAll(w => w.At <= at);
        return counting.Count == 0
            ? null
            : new(
                counting.Max(w => w.At),
                string.Join('；', counting.Select(w => w.Words).Distinct(StringComparer.Ordinal)),
                counting.Exists(w => w.Statement),
                counting.Exists(w => w.Hearing)
            );
    }

    /// <summary>Another notice is written. A waiver lasts until the new notice is served; a statement is still to be re-checked.</summary>
    /// <param name="told">What it states.</param>
    internal NoticePhase FollowedBy(DoneAct notice, ReviewedMatter? told) =>
        new(statements, toChange, reached, waivers)
        {
            WrittenAct = notice,
            Told = told,
            StatementToReview = StatementToReview,
        };

    /// <summary>The written notice is served: a waiver that answered an earlier notice is over, the time of the party begins anew.</summary>
    internal NoticePhase ServedAt(DateTimeOffset servedAt)
    {
        var served = Written!.AsServed(servedAt);
        return new(statements, toChange, [.. reached, new(Written, served)])
        {
            WrittenAct = WrittenAct,
            Told = Told,
            Served = served,
            StatementToReview = StatementToReview,
        };
    }

    /// <summary>A notice that counts no more reached the party.</summary>
    internal void ReachedParty(TellPenalty told, DateTimeOffset servedAt) => reached.Add(new(told, told.AsServed(servedAt)));

    /// <summary>The report that the notice rested on is withdrawn: a new notice is due.</summary>
    internal NoticePhase WithdrawnWithReport() => new(statements, toChange, reached);

    /// <summary>The case is handled again: the statements stay, what was proposed fell with the decision.</summary>
    internal NoticePhase StartedAgain() => new(statements, [], []);

    internal void Apply(WaiveDefence waiver) => waivers.Add(waiver.AsWaiver);

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

/// <summary>A prior notice that reached the party.</summary>
/// <param name="Told">The notice as it was written.</param>
/// <param name="Notice">The notice as it was served.</param>
internal sealed record ServedNotice(TellPenalty Told, PriorNotice Notice);
