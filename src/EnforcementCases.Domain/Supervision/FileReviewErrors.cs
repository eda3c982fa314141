namespace EnforcementCases.Domain.Supervision;

/// <summary>Refusals of the review of files.</summary>
public static class FileReviewErrors
{
    /// <summary>No such round, or not within the reader's scope.</summary>
    public static readonly DomainError RoundNotFound = new("file-review.round-not-found", null, ErrorKind.NotFound, "没有找到该次案卷评查");

    /// <summary>No such file in a round, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("file-review.not-found", null, ErrorKind.NotFound, "没有找到该份评查案卷");

    /// <summary>There is nothing to draw from.</summary>
    public static readonly DomainError NothingToDraw = new(
        "file-review.nothing-to-draw",
        null,
        ErrorKind.Unacceptable,
        "该范围内没有可以抽取的案卷"
    );

    /// <summary>The period of a round ends before it begins, or lies ahead.</summary>
    public static readonly DomainError BadPeriod = new("file-review.bad-period", null, ErrorKind.Unacceptable, "结案期间不正确");

    /// <summary>The file is at another step of the review.</summary>
    public static readonly DomainError OtherStep = new("file-review.other-step", null, ErrorKind.WrongStage, "案卷评查的步骤不符");

    /// <summary>The person is not a reviewer of this file.</summary>
    public static readonly DomainError NotReviewer = new(
        "file-review.not-reviewer",
        null,
        ErrorKind.Forbidden,
        "本人不是该份案卷的评查人员"
    );

    /// <summary>The person judged the file; another reviewer confirms.</summary>
    public static readonly DomainError OwnJudgement = new(
        "file-review.own-judgement",
        null,
        ErrorKind.Unacceptable,
        "评查结果由另一名评查人员确认"
    );

    /// <summary>The person was named as a reviewer and cannot review.</summary>
    public static readonly DomainError UnknownReviewer = new(
        "file-review.unknown-reviewer",
        null,
        ErrorKind.Unacceptable,
        "所指定的评查人员不是本机关能够评查的人员"
    );

    /// <summary>What was confirmed is not what was judged.</summary>
    public static readonly DomainError OtherJudgement = new(
        "file-review.other-judgement",
        null,
        ErrorKind.Conflict,
        "确认的内容与评查意见不一致"
    );

    /// <summary>An exemplary file is excellent; a poor one failed.</summary>
    public static readonly DomainError GradeDoesNotFit = new(
        "file-review.grade-does-not-fit",
        null,
        ErrorKind.Unacceptable,
        "示范优案应为优秀案卷，典型差案应为不合格案卷"
    );

    /// <summary>The person had no part in the case.</summary>
    public static readonly DomainError NotOfCase = new(
        "file-review.not-of-case",
        null,
        ErrorKind.Unacceptable,
        "该人员没有参与本案，不得追究其责任"
    );

    /// <summary>The case has no file that can be reviewed this way.</summary>
    public static readonly DomainError NoOrdinaryFile = new(
        "file-review.no-ordinary-file",
        null,
        ErrorKind.Unacceptable,
        "该案不是普通程序案件，没有普通程序案卷"
    );
}
