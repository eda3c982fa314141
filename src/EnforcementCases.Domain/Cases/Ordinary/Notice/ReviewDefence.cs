using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the re-check of every point of the party (复核). 行政处罚法 第四十五条第一款.</summary>
[Upcast(1)]
public sealed record ReviewDefence : ActBody
{
    /// <summary>The notice that the party answered, by the id of its act; null: the only one on file.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>For each point of the last statement, in its order, whether it is accepted, and why.</summary>
    public required IReadOnlyList<PointReview> Results { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Results.Count != act.File.Notice.StatementToReview!.Points.Count)
            throw Defence.NotRechecked.With($"当事人意见 {act.File.Notice.StatementToReview.Points.Count} 项，复核 {Results.Count} 项");
        act.Issue(DocumentKind.DefenceRecord);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.AnswerStatement(this);

    /// <summary>The statement with its re-check, point by point.</summary>
    internal DefenceStatement On(HearDefence statement) =>
        new(
            statement.DoneAt,
            [
                .. statement.Points.Zip(
                    Results,
                    (words, result) => new DefencePoint(words, result.Accepted, result.Recheck, result.ChangesNothingBecause)
                ),
            ]
        );

    internal override RecordFields RecordedFields() => new RecordFields().Add("accepted", (long)Results.Count(r => r.Accepted));
}

/// <summary>The result of the re-check of one point.</summary>
/// <param name="Accepted">Whether the point is accepted (采纳).</param>
/// <param name="Recheck">What the re-check found, and why.</param>
/// <param name="ChangesNothingBecause">Why an accepted point does not change the proposal; null if it does, or if the point is not accepted.</param>
public sealed record PointReview(bool Accepted, string Recheck, string? ChangesNothingBecause = null);
