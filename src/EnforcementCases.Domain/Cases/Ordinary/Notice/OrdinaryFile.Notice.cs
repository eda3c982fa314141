namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private readonly List<DefenceStatement> statements = [];

    /// <summary>The notice written last, served or not.</summary>
    public TellPenalty? Told { get; internal set; }

    /// <summary>The notice that counts, since it was served; null before, once another one is written, and after the investigation was reopened.</summary>
    public PriorNotice? Notice { get; internal set; }

    /// <summary>The notice that was served last, also where it counts no more: the next one is no heavier without new facts.</summary>
    internal PriorNotice? NoticeBefore { get; private set; }

    /// <summary>What the party gave up; null where nothing.</summary>
    public RightsWaiver? Waiver { get; internal set; }

    /// <summary>What the party said, each point re-checked.</summary>
    public IReadOnlyList<DefenceStatement> Statements => statements;

    /// <summary>A statement whose points wait for their re-check; null where there is none.</summary>
    public HearDefence? StatementToReview { get; private set; }

    internal void HearStatement(HearDefence statement) => StatementToReview = statement;

    internal void ReviewStatement(ReviewDefence review)
    {
        statements.Add(
            new(
                StatementToReview!.DoneAt,
                [
                    .. StatementToReview.Points.Zip(
                        review.Results,
                        (words, result) => new DefencePoint(words, result.Accepted, result.Recheck)
                    ),
                ]
            )
        );
        StatementToReview = null;
    }

    internal void WriteNotice(TellPenalty told) => (Told, Notice) = (told, null);

    /// <summary>A notice was served: what was given up or said about an earlier one stays in the file, the time begins anew.</summary>
    internal void ServeNotice(DateTimeOffset servedAt)
    {
        NoticeBefore = Notice = Told!.AsServed(servedAt);
        Waiver = null;
        ForgetDecision();
    }
}
