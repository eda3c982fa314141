using System.Text;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Supervision;

/// <content>What is done with a file in a round.</content>
public sealed partial class ReviewedFile
{
    /// <summary>Working days within which the unit replies, unless the supervisor sets more (design).</summary>
    public const int ReplyWorkingDays = 10;

    /// <summary>Two reviewers are named, none of whom had a part in the case. Until the result is fixed they may be changed; what was judged is then judged anew.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.OtherStep"/>, <see cref="FileReview.TwoReviewers"/>, <see cref="FileReview.ReviewerOfCase"/>.</exception>
    public void Assign(OrdinaryFile file, Guid first, Guid second, Guid by, DateTimeOffset at)
    {
        EnsureIn(FileReviewStep.ToAssign, FileReviewStep.ToJudge, FileReviewStep.ToConfirm);
        FileReview.EnsureReviewers(file, [first, second]);
        (FirstReviewer, SecondReviewer, Step) = (first, second, FileReviewStep.ToJudge);
        Forget();
        Enter("file-review-assigned", at, new RecordFields().Add("first", first).Add("second", second).Add("person", by));
    }

    /// <summary>One of the reviewers judges the file; the findings of the program are frozen with it.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.OtherStep"/>, <see cref="FileReviewErrors.NotReviewer"/> or a refusal of <see cref="FileReview.Score"/>.</exception>
    public void Judge(
        IReadOnlyList<FileFinding> findings,
        IReadOnlyList<RejectedFinding> rejected,
        IReadOnlyList<JudgedItem> judged,
        Guid by,
        DateTimeOffset at
    )
    {
        EnsureIn(FileReviewStep.ToJudge);
        EnsureReviewer(by);
        var standard = ReviewStandard.Find(Standard);
        var score = FileReview.Score(standard, findings, rejected, judged);
        StoredJudgementText = Encoding.UTF8.GetString(StoredFormat.Write(new StoredJudgement(findings, rejected, judged, score)));
        JudgementSha256 = HashOf(StoredJudgementText);
        (Points, Grade, JudgedByPerson, Step) = (score.Points, score.Grade, by, FileReviewStep.ToConfirm);
        Enter(
            "file-review-judged",
            at,
            new RecordFields()
                .Add("judgementSha256", JudgementSha256)
                .Add("points", PointsText(score.Points))
                .Add("grade", score.Grade)
                .Add("person", by)
        );
    }

    /// <summary>The other reviewer confirms exactly the judgement that he or she saw: the score is frozen.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.OtherStep"/>, <see cref="FileReviewErrors.NotReviewer"/>, <see cref="FileReviewErrors.OwnJudgement"/>,
    /// <see cref="FileReviewErrors.OtherJudgement"/>.</exception>
    public void Confirm(string judgementSha256, Guid by, DateTimeOffset at)
    {
        EnsureOther(by);
        if (!string.Equals(judgementSha256, JudgementSha256, StringComparison.OrdinalIgnoreCase))
            throw FileReviewErrors
                .OtherJudgement.With($"评查意见的哈希为 {JudgementSha256}", "重新查阅评查意见后确认")
                .At("/judgementSha256");
        (FixedAt, Step) = (at, FileReviewStep.Fixed);
        Enter("file-review-fixed", at, new RecordFields().Add("judgementSha256", JudgementSha256).Add("person", by));
    }

    /// <summary>The other reviewer does not agree: the file is judged anew.</summary>
    public void Return(string reason, Guid by, DateTimeOffset at)
    {
        EnsureOther(by);
        var returned = JudgementSha256;
        Step = FileReviewStep.ToJudge;
        Forget();
        Enter("file-review-returned", at, new RecordFields().Add("judgementSha256", returned).Add("reason", reason).Add("person", by));
    }

    /// <summary>The unit gets a notice of the result, and replies by a day. A file without a fault that loses points may be finished at once.</summary>
    public void Notify(string notice, DateOnly replyDueOn, Guid by, DateTimeOffset at)
    {
        EnsureIn(FileReviewStep.Fixed);
        (Notice, ReplyDueOn, Step) = (notice, replyDueOn, FileReviewStep.ToAnswer);
        Enter("file-review-notified", at, new RecordFields().Add("replyDueOn", replyDueOn).Add("person", by));
    }

    /// <summary>The unit replies, with what it has corrected.</summary>
    public void Answer(string reply, Guid by, DateTimeOffset at)
    {
        EnsureIn(FileReviewStep.ToAnswer);
        (Reply, RepliedAt, Step) = (reply, at, FileReviewStep.ToRecheck);
        Enter("file-review-answered", at, new RecordFields().Add("late", IsReplyLate(LegalDate.Of(at))).Add("person", by));
    }

    /// <summary>A reviewer checks again what was corrected; what is not put right is answered again by a new day.</summary>
    /// <param name="nextDueOn">Last day for the next reply; null if everything is put right.</param>
    public void Recheck(string note, DateOnly? nextDueOn, Guid by, DateTimeOffset at)
    {
        EnsureIn(FileReviewStep.ToRecheck);
        EnsureReviewer(by);
        RecheckNote = note;
        if (nextDueOn is { } due)
            (ReplyDueOn, RepliedAt, Step) = (due, null, FileReviewStep.ToAnswer);
        else
            Step = FileReviewStep.Finished;
        Enter(
            "file-review-rechecked",
            at,
            new RecordFields().Add("putRight", nextDueOn is null).Add("nextDueOn", nextDueOn).Add("person", by)
        );
    }

    /// <summary>The file is nominated for the choice of the year.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.OtherStep"/>, <see cref="FileReviewErrors.GradeDoesNotFit"/>.</exception>
    public void Nominate(FileNomination nomination, string reason, Guid by, DateTimeOffset at)
    {
        EnsureFixed();
        if (Grade != (nomination is FileNomination.Exemplary ? ReviewGrade.Excellent : ReviewGrade.Failed))
            throw FileReviewErrors.GradeDoesNotFit.With($"该份案卷评定为“{Grade!.Value.Term()}”").At("/nomination");
        (Nomination, NominationReason) = (nomination, reason);
        Enter("file-review-nominated", at, new RecordFields().Add("nomination", nomination).Add("reason", reason).Add("person", by));
    }

    /// <summary>A person who had a part in the case is held accountable for a fault of the file.</summary>
    /// <exception cref="DomainException"><see cref="FileReviewErrors.OtherStep"/>, <see cref="FileReviewErrors.GradeDoesNotFit"/>, <see cref="FileReviewErrors.NotOfCase"/>.</exception>
    public Accountability HoldAccountable(Guid id, OrdinaryFile file, AccountabilityContent content, Guid by, DateTimeOffset at)
    {
        EnsureFixed();
        if (!FileReview.TookPart(file).Contains(content.PersonId))
            throw FileReviewErrors.NotOfCase.With($"人员 {content.PersonId}").At("/personId");
        Enter(
            "accountability-entered",
            at,
            new RecordFields().Add("accountability", id).Add("held", content.PersonId).Add("measure", content.Measure).Add("person", by)
        );
        return new(id, this, content, by, at);
    }

    private void EnsureFixed()
    {
        if (FixedAt is null)
            throw FileReviewErrors.OtherStep.With($"当前步骤为“{Step.Term()}”", "评查结果确认后办理");
    }

    private void EnsureReviewer(Guid person)
    {
        if (person != FirstReviewer && person != SecondReviewer)
            throw FileReviewErrors.NotReviewer.With("由指定的评查人员办理");
    }

    private void EnsureOther(Guid person)
    {
        EnsureIn(FileReviewStep.ToConfirm);
        EnsureReviewer(person);
        if (person == JudgedByPerson)
            throw FileReviewErrors.OwnJudgement.With("评查人员不得确认自己的评查意见", "由另一名评查人员确认");
    }

    private void Forget() => (StoredJudgementText, JudgementSha256, Points, Grade, JudgedByPerson) = (null, null, null, null, null);

    private static string PointsText(decimal points) => points.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
