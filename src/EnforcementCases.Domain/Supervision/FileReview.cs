using EnforcementCases.Domain.Cases.Ordinary;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Grade of a reviewed file (评查等次).</summary>
public enum ReviewGrade
{
    /// <summary>不合格: less than 60 points, or a veto.</summary>
    [Term("不合格")]
    Failed,

    /// <summary>合格: 60 points or more.</summary>
    [Term("合格")]
    Passable,

    /// <summary>优秀: 90 points or more.</summary>
    [Term("优秀")]
    Excellent,
}

/// <summary>A finding of the program that a reviewer rejects.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why it is no fault; required.</param>
public sealed record RejectedFinding(FileFinding Finding, string Reason);

/// <summary>An item as a reviewer judged it.</summary>
/// <param name="Item">Item of the standard.</param>
/// <param name="InOrder">No fault beside those that the program found.</param>
/// <param name="Deduction">Points lost beside those; 0 for a veto.</param>
/// <param name="Note">What is wrong; required unless it is in order.</param>
public sealed record JudgedItem(string Item, bool InOrder, decimal Deduction = 0, string? Note = null);

/// <summary>The result of a review.</summary>
/// <param name="Standard">Version of the standard.</param>
/// <param name="Points">Score; 0 after a veto.</param>
/// <param name="SheetPoints">Score of the sheet alone, for information.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Vetoed">Items of the base standard that the file fails.</param>
public sealed record ReviewScore(string Standard, decimal Points, decimal SheetPoints, ReviewGrade Grade, IReadOnlyList<string> Vetoed);

/// <summary>Review of a file (案卷评查): what the program finds, and the score once the reviewers have judged.</summary>
public static class FileReview
{
    /// <summary>A finding is rejected, or a fault entered, without saying why.</summary>
    public static readonly DomainError NoReason = new("file-review.no-reason", null, ErrorKind.Unacceptable, "评查意见没有写明理由");

    /// <summary>An item that only a person can judge is not judged.</summary>
    public static readonly DomainError NotJudged = new(
        "file-review.not-judged",
        null,
        ErrorKind.Unacceptable,
        "评查项目尚未由评查人员判断"
    );

    /// <summary>The item or the deduction is not one of the standard, or the finding not one of the file.</summary>
    public static readonly DomainError NotInStandard = new(
        "file-review.not-in-standard",
        null,
        ErrorKind.Unacceptable,
        "评查标准没有规定的，不得扣分"
    );

    /// <summary>The reviewers are not two different persons.</summary>
    public static readonly DomainError TwoReviewers = new(
        "file-review.two-reviewers",
        null,
        ErrorKind.Unacceptable,
        "每份案卷至少由两人评查"
    );

    /// <summary>A reviewer took part in the case.</summary>
    public static readonly DomainError ReviewerOfCase = new(
        "file-review.reviewer-of-case",
        null,
        ErrorKind.Unacceptable,
        "参与办理、审核、审批本案的人员不得评查本案案卷"
    );

    /// <summary>What the program finds in a file of the ordinary procedure.</summary>
    public static IReadOnlyList<FileFinding> FindingsIn(FileUnderReview file) => [.. VetoFaults.In(file), .. SheetFaults.In(file)];

    /// <summary>The score, once every item that only a person can judge is judged. No item loses more than its points.</summary>
    /// <exception cref="DomainException"><see cref="NoReason"/>, <see cref="NotJudged"/>, <see cref="NotInStandard"/>.</exception>
    public static ReviewScore Score(
        ReviewStandard standard,
        IReadOnlyList<FileFinding> findings,
        IReadOnlyList<RejectedFinding> rejected,
        IReadOnlyList<JudgedItem> judged
    )
    {
        if (rejected.Any(r => !r.Reason.IsGiven()) || judged.Any(j => !j.InOrder && !j.Note.IsGiven()))
            throw NoReason.With("不认可系统提示或者认定存在问题，须写明理由");
        EnsureInStandard(standard, findings, rejected, judged);
        if (standard.ToBeJudged.Except(judged.Select(j => j.Item), StringComparer.Ordinal).ToList() is { Count: > 0 } open)
            throw NotJudged.With($"尚未判断的项目：{string.Join('、', open)}");

        var confirmed = Confirmed(findings, rejected);
        var wrong = judged.Where(j => !j.InOrder).ToList();
        var failed = confirmed.Select(f => f.Item).Concat(wrong.Select(j => j.Item)).ToHashSet(StringComparer.Ordinal);
        List<string> vetoed = [.. standard.Vetoes.Select(v => v.Id).Where(failed.Contains)];
        var sheet = standard.Items.Sum(item =>
            Math.Max(
                0,
                item.Points
                    - confirmed.Where(f => f.Item == item.Id).Sum(f => f.Points)
                    - wrong.Where(j => j.Item == item.Id).Sum(j => j.Deduction)
            )
        );
        var points = vetoed.Count > 0 ? 0 : sheet;
        return new(standard.Version, points, sheet, GradeOf(points, vetoed.Count > 0), vetoed);
    }

    /// <summary>The grade of a score (优秀、合格、不合格).</summary>
    public static ReviewGrade GradeOf(decimal points, bool vetoed) =>
        vetoed || points < ReviewStandard.PassableFrom ? ReviewGrade.Failed
        : points < ReviewStandard.ExcellentFrom ? ReviewGrade.Passable
        : ReviewGrade.Excellent;

    /// <summary>Two reviewers at least, none of whom took part in the case, whatever the role: it goes by person.</summary>
    /// <exception cref="DomainException"><see cref="TwoReviewers"/>, <see cref="ReviewerOfCase"/>.</exception>
    public static void EnsureReviewers(OrdinaryFile file, IReadOnlyCollection<Guid> reviewers)
    {
        if (reviewers.Distinct().Count() < 2)
            throw TwoReviewers.With("评查人员少于两人", "另行指定评查人员");
        if (reviewers.Any(TookPart(file).Contains))
            throw ReviewerOfCase.With("所指定的评查人员参与过本案", "另行指定评查人员");
    }

    /// <summary>Everyone who had a part in the case, whatever the role.</summary>
    public static IReadOnlySet<Guid> TookPart(OrdinaryFile file) =>
        file
            .Investigators.Concat(file.Acts.Select(a => a.PersonId))
            .Concat(file.All<ServeDocument>().SelectMany(s => s.Return.Servers))
            .Concat(file.All<NotifyHearing>().Select(n => n.HostPersonId))
            .ToHashSet();

    private static void EnsureInStandard(
        ReviewStandard standard,
        IReadOnlyList<FileFinding> findings,
        IReadOnlyList<RejectedFinding> rejected,
        IReadOnlyList<JudgedItem> judged
    )
    {
        var most = standard
            .Vetoes.Select(v => (v.Id, Points: 0m))
            .Concat(standard.Items.Select(i => (i.Id, i.Points)))
            .ToDictionary(i => i.Id, i => i.Points, StringComparer.Ordinal);
        if (
            findings.Any(f => !most.ContainsKey(f.Item))
            || rejected.Any(r => !findings.Contains(r.Finding))
            || judged.Any(j =>
                !most.TryGetValue(j.Item, out var points) || j.Deduction < 0 || j.Deduction > points || (j.InOrder && j.Deduction > 0)
            )
            || judged.DistinctBy(j => j.Item, StringComparer.Ordinal).Count() != judged.Count
        )
            throw NotInStandard.With("项目、扣分或者系统提示不在评查标准和本案卷之内");
    }

    /// <summary>The findings that stay: each rejection takes one away, also among findings with the same words.</summary>
    internal static List<FileFinding> Confirmed(IReadOnlyList<FileFinding> findings, IReadOnlyList<RejectedFinding> rejected)
    {
        var left = findings.ToList();
        foreach (var rejection in rejected)
            left.Remove(rejection.Finding);
        return left;
    }
}
