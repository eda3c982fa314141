using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>One point of the party's statement, with its re-check (复核).</summary>
/// <param name="Words">What the party put forward: fact, reason or evidence.</param>
/// <param name="Accepted">The point holds and is accepted (采纳).</param>
/// <param name="Recheck">What the re-check found, and why.</param>
/// <param name="ChangesNothingBecause">Why an accepted point does not change the proposal; otherwise null.</param>
public sealed record DefencePoint(string Words, bool Accepted, string Recheck, string? ChangesNothingBecause = null)
{
    /// <summary>The point holds, and a new proposal has to follow it.</summary>
    internal bool ChangesProposal => Accepted && !ChangesNothingBecause.IsGiven();
}

/// <summary>A statement or defence of the party (陈述、申辩).</summary>
/// <param name="At">When it was made.</param>
/// <param name="Points">Its points, each re-checked.</param>
public sealed record DefenceStatement(DateTimeOffset At, IReadOnlyList<DefencePoint> Points);

/// <summary>The party gives rights up (明确放弃).</summary>
/// <param name="At">When.</param>
/// <param name="Words">The words in which it was done; silence is no waiver.</param>
/// <param name="Statement">The right to state and defend.</param>
/// <param name="Hearing">The right to ask for a hearing.</param>
public sealed record RightsWaiver(DateTimeOffset At, string Words, bool Statement, bool Hearing);

/// <summary>Stating, defending and the time for it (陈述、申辩). 行政处罚法 第四十五条、第六十二条.</summary>
public static class Defence
{
    /// <summary>Working days where the place sets no other number (<c>defence.wait</c>); the law sets none.</summary>
    public const int DefaultWaitWorkingDays = 3;

    /// <summary>A point of the party was not re-checked.</summary>
    public static readonly DomainError NotRechecked = new(
        "defence.not-rechecked",
        "APL-45",
        ErrorKind.RuleBroken,
        "应当充分听取当事人的意见，对当事人提出的事实、理由和证据逐项复核",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>A waiver without words, of nothing, or before the notice.</summary>
    public static readonly DomainError WaiverNotExplicit = new(
        "defence.waiver-not-explicit",
        "APL-62",
        ErrorKind.RuleBroken,
        "当事人放弃陈述、申辩或者听证权利，应当在告知后明确表示；沉默不是放弃",
        PenaltyLaw.At("第六十二条")
    );

    /// <summary>The decision comes before the party's time has run out.</summary>
    public static readonly DomainError TimeNotOver = new(
        "defence.time-not-over",
        "APL-44-WAIT",
        ErrorKind.RuleBroken,
        "陈述、申辩或者要求听证的期限尚未届满，当事人也未明确放弃，不得作出处罚决定",
        PenaltyLaw.At("第六十二条")
    );

    /// <summary>A point of the party was accepted, and the proposal is the same as before.</summary>
    public static readonly DomainError AcceptedWithoutEffect = new(
        "defence.accepted-without-effect",
        "APL-45-ANSWER",
        ErrorKind.RuleBroken,
        "采纳当事人意见的，应当重新拟定处理意见，或者在复核时写明不改变的理由",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>Elements of the proposal that an accepted point can change.</summary>
    private static readonly MatterElement[] Changeable =
    [
        MatterElement.Outcome,
        MatterElement.Facts,
        MatterElement.Provisions,
        MatterElement.Kinds,
        MatterElement.Sums,
        MatterElement.Things,
        MatterElement.Orders,
        MatterElement.Grade,
    ];

    /// <summary>Why an accepted point had no effect; null if what is decided differs from the proposal against which it was accepted.</summary>
    public static DomainException? ObstacleUnlessChanged(ReviewedMatter accepted, ReviewedMatter matter) =>
        accepted.ChangedIn(matter).Intersect(Changeable).Any()
            ? null
            : AcceptedWithoutEffect.With(
                $"采纳的意见针对第 {accepted.Position} 项拟处理意见，现行为第 {matter.Position} 项，事实、依据、种类、数额等均未改变",
                "重新拟定处理意见"
            );

    /// <summary>Last day of the party's time after a notice: as the place sets it, never before the end of the time to ask for a hearing if the notice states that right.</summary>
    /// <param name="waitWorkingDays">What the place sets (<c>defence.wait</c>).</param>
    [StatutoryRule("APL-44-WAIT")]
    public static Deadline LastDay(
        DateOnly noticeServedOn,
        bool hearingRightNotified,
        WorkingCalendar calendar,
        int waitWorkingDays = DefaultWaitWorkingDays
    )
    {
        var defence = Deadline.From(
            new(
                "APL-44-WAIT",
                "陈述、申辩",
                TimeLimit.WorkingDays(waitWorkingDays),
                PenaltyLaw.At("第四十四条"),
                DeadlineFor.Party,
                "收到事先告知书"
            ),
            noticeServedOn,
            calendar
        );
        if (!hearingRightNotified)
            return defence;
        var hearing = HearingRequest.Due(noticeServedOn, calendar);
        return hearing.LastDay > defence.LastDay ? hearing : defence;
    }

    /// <summary>Why a waiver does not count; null if it is explicit.</summary>
    public static DomainException? ObstacleUnlessExplicit(RightsWaiver waiver, PriorNotice notice) =>
        !waiver.Words.IsGiven() ? WaiverNotExplicit.With("没有当事人放弃权利的原话")
        : !waiver.Statement && !waiver.Hearing ? WaiverNotExplicit.With("没有写明放弃哪一项权利")
        : waiver.At < notice.ServedAt ? WaiverNotExplicit.With("放弃时间早于告知时间")
        : null;

    /// <summary>Refuses a waiver that is not explicit.</summary>
    /// <exception cref="DomainException"><see cref="WaiverNotExplicit"/>.</exception>
    public static void EnsureExplicit(RightsWaiver waiver, PriorNotice notice)
    {
        if (ObstacleUnlessExplicit(waiver, notice) is { } why)
            throw why;
    }

    /// <summary>Why a statement counts as unheard; null if each of its points was re-checked.</summary>
    public static DomainException? ObstacleUnlessHeard(DefenceStatement statement) =>
        statement.Points.Count == 0 ? NotRechecked.With("没有列明当事人的意见")
        : statement.Points.Any(p => !p.Words.IsGiven() || !p.Recheck.IsGiven()) ? NotRechecked.With("有意见没有复核结果")
        : null;

    /// <summary>Refuses a statement with a point that nobody re-checked.</summary>
    /// <exception cref="DomainException"><see cref="NotRechecked"/>.</exception>
    public static void EnsureRechecked(DefenceStatement statement)
    {
        if (ObstacleUnlessHeard(statement) is { } why)
            throw why;
    }

    /// <summary>Obstacles to the decision from hearing the party: points without re-check, a waiver that does not count, time that is not over.</summary>
    /// <param name="notice">The latest notice.</param>
    /// <param name="statements">Statements of the party; none if it kept silent.</param>
    /// <param name="waiver">What it gave up; null if nothing.</param>
    /// <param name="hearingDone">A hearing was held or ended as given up: the time to ask for one is used.</param>
    /// <param name="waitWorkingDays">What the place sets (<c>defence.wait</c>).</param>
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        PriorNotice notice,
        IReadOnlyCollection<DefenceStatement> statements,
        RightsWaiver? waiver,
        bool hearingDone,
        DateTimeOffset decidedAt,
        WorkingCalendar calendar,
        int waitWorkingDays = DefaultWaitWorkingDays
    )
    {
        var obstacles = statements.Select(ObstacleUnlessHeard).OfType<DomainException>().ToList();
        var notWaived = waiver is null ? null : ObstacleUnlessExplicit(waiver, notice);
        if (notWaived is not null)
            obstacles.Add(notWaived);
        var last = OpenUntil(notice, notWaived is null && waiver?.At <= decidedAt ? waiver : null, hearingDone, calendar, waitWorkingDays);
        if (last?.IsMissedAt(decidedAt) is false)
            obstacles.Add(
                TimeNotOver.With($"{last.Explanation.Name}的期限至 {last.LastDay:yyyy-MM-dd}", "期限届满后或者当事人明确放弃后再作决定")
            );
        return obstacles;
    }

    /// <summary>Refuses a decision before the party was heard, gave its rights up, or let its time run out.</summary>
    /// <inheritdoc cref="ObstaclesToDecision" />
    /// <exception cref="DomainException"><see cref="NotRechecked"/>, <see cref="WaiverNotExplicit"/> or <see cref="TimeNotOver"/>.</exception>
    public static void EnsureHeardBefore(
        PriorNotice notice,
        IReadOnlyCollection<DefenceStatement> statements,
        RightsWaiver? waiver,
        bool hearingDone,
        DateTimeOffset decidedAt,
        WorkingCalendar calendar,
        int waitWorkingDays = DefaultWaitWorkingDays
    ) => ObstaclesToDecision(notice, statements, waiver, hearingDone, decidedAt, calendar, waitWorkingDays).RefuseFirst();

    /// <summary>Deadline of the rights that were not given up; null if there is nothing left to wait for.</summary>
    private static Deadline? OpenUntil(
        PriorNotice notice,
        RightsWaiver? waiver,
        bool hearingDone,
        WorkingCalendar calendar,
        int waitWorkingDays
    )
    {
        var servedOn = LegalDate.Of(notice.ServedAt);
        var hearingOpen = notice.HearingRightNotified && !hearingDone && waiver is not { Hearing: true };
        if (waiver is not { Statement: true })
            return LastDay(servedOn, hearingOpen, calendar, waitWorkingDays);
        return hearingOpen ? HearingRequest.Due(servedOn, calendar) : null;
    }
}
