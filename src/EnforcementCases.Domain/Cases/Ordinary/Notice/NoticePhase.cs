namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The prior notice and what the party answered (事先告知、陈述申辩), as the acts left it. Another notice, its service and a reopened investigation each begin a fresh
/// round; the statements of the party outlast them all.</summary>
public sealed class NoticePhase
{
    private readonly List<DefenceStatement> statements;

    internal NoticePhase(IEnumerable<DefenceStatement>? statements = null) => this.statements = [.. statements ?? []];

    /// <summary>The notice written last, served or not; null before, and after the investigation was reopened.</summary>
    public TellPenalty? Written { get; private init; }

    /// <summary>The notice that counts, since it was served; null before, once another one is written, and after the investigation was reopened.</summary>
    public PriorNotice? Served { get; private init; }

    /// <summary>The rights that the party gave up; null if none.</summary>
    public RightsWaiver? Waiver { get; private set; }

    /// <summary>The statements of the party, each point re-checked.</summary>
    public IReadOnlyList<DefenceStatement> Statements => statements;

    /// <summary>A statement whose points wait for their re-check; null if none.</summary>
    public HearDefence? StatementToReview { get; private set; }

    /// <summary>The notice that was served last, also where it counts no more: the next one is no heavier without new facts.</summary>
    internal PriorNotice? ServedBefore { get; private init; }

    /// <summary>Another notice is written. A waiver lasts until the new notice is served; a statement is still to be re-checked.</summary>
    internal NoticePhase FollowedBy(TellPenalty notice) =>
        new(statements)
        {
            Written = notice,
            Waiver = Waiver,
            StatementToReview = StatementToReview,
            ServedBefore = ServedBefore,
        };

    /// <summary>The written notice is served: a waiver that answered an earlier notice is over, the time of the party begins anew.</summary>
    internal NoticePhase ServedAt(DateTimeOffset servedAt)
    {
        var served = Written!.AsServed(servedAt);
        return new(statements)
        {
            Written = Written,
            Served = served,
            StatementToReview = StatementToReview,
            ServedBefore = served,
        };
    }

    /// <summary>The report that the notice rested on is withdrawn: a new notice is due.</summary>
    internal NoticePhase WithdrawnWithReport() => new(statements) { ServedBefore = ServedBefore };

    internal void Apply(WaiveDefence waiver) => Waiver = waiver.AsWaiver;

    internal void Apply(HearDefence statement) => StatementToReview = statement;

    internal void Apply(ReviewDefence review)
    {
        statements.Add(review.On(StatementToReview!));
        StatementToReview = null;
    }
}
