using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Why the leaders have to decide together (应当集体讨论的情形).</summary>
public enum DiscussionTrigger
{
    /// <summary>应当法制审核的案件.</summary>
    LegalReview,

    /// <summary>偏离裁量权基准.</summary>
    DepartureFromBenchmark,

    /// <summary>减轻处罚.</summary>
    Mitigated,

    /// <summary>情节复杂或者重大违法行为, as the officers or the head see it.</summary>
    Complex,
}

/// <summary>View of one leader (参加人意见).</summary>
/// <param name="PersonId">The leader.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Post">Post, <c>街道办事处副主任</c>.</param>
/// <param name="IsLeaderOfOrgan">Whether he or she is a leader of the street or town itself (行政机关负责人). A head of the brigade is not.</param>
/// <param name="View">The view as stated.</param>
public sealed record LeaderView(Guid PersonId, string Name, string Post, bool IsLeaderOfOrgan, string View);

/// <summary>Minutes of a discussion (集体讨论记录).</summary>
/// <param name="HeldAt">When it ended.</param>
/// <param name="Views">Who took part, each with a view.</param>
/// <param name="Conclusion">What was concluded.</param>
public sealed record DiscussionMinutes(DateTimeOffset HeldAt, IReadOnlyList<LeaderView> Views, string Conclusion);

/// <summary>The leaders of the organ discuss and decide together (行政机关负责人集体讨论决定). 行政处罚法 第五十七条第二款.</summary>
public static class CollectiveDiscussion
{
    /// <summary>Fewest leaders of the organ: the law names no number; two cannot be a collective.</summary>
    public const int LeadersAtLeast = 3;

    /// <summary>No discussion before the decision where one is due.</summary>
    public static readonly DomainError Missing = new(
        "collective-discussion.missing",
        "APL-57-2",
        ErrorKind.RuleBroken,
        "情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>Too few leaders of the organ; a meeting of the brigade does not suffice.</summary>
    public static readonly DomainError TooFewLeaders = new(
        "collective-discussion.too-few-leaders",
        "APL-57-2",
        ErrorKind.RuleBroken,
        "集体讨论应当由行政机关负责人参加，大队会议不能代替",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>A view or the conclusion is missing.</summary>
    public static readonly DomainError MinutesIncomplete = new(
        "collective-discussion.minutes-incomplete",
        "APL-57-2",
        ErrorKind.RuleBroken,
        "集体讨论应当记录每名参加人的意见和结论",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>The leaders discussed before the legal review had passed.</summary>
    public static readonly DomainError BeforeReview = new(
        "collective-discussion.before-review",
        "APL-58-2",
        ErrorKind.RuleBroken,
        "应当法制审核的案件，集体讨论应当在审核通过后进行",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>What is proposed changed after the discussion.</summary>
    public static readonly DomainError Overtaken = new(
        "collective-discussion.overtaken",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "集体讨论后拟处理意见有变动的，应当重新集体讨论",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>The leaders concluded something other than what is proposed.</summary>
    public static readonly DomainError OtherThanConcluded = new(
        "collective-discussion.other-than-concluded",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "处罚决定应当与集体讨论的结论一致",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>Somebody counted as a leader of the organ who is none, or who handles the case.</summary>
    public static readonly DomainError NotALeader = new(
        "collective-discussion.not-a-leader",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "计入集体讨论的应当是本机关负责人，且不是本案承办人员",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>Why the leaders have to decide together; none if they need not.</summary>
    /// <param name="review">Triggers of the legal review: any of them is enough.</param>
    /// <param name="departsFromBenchmark">The penalty departs from the benchmark (裁量权基准).</param>
    /// <param name="complex">情节复杂或者重大违法行为, as ticked.</param>
    [StatutoryRule("APL-57-2")]
    public static IReadOnlyList<DiscussionTrigger> Triggers(
        IReadOnlyCollection<ReviewTrigger> review,
        bool departsFromBenchmark,
        PenaltyGrade grade,
        bool complex = false
    )
    {
        var triggers = new List<DiscussionTrigger>();
        if (review.Count > 0)
            triggers.Add(DiscussionTrigger.LegalReview);
        if (departsFromBenchmark)
            triggers.Add(DiscussionTrigger.DepartureFromBenchmark);
        if (grade is PenaltyGrade.Mitigated)
            triggers.Add(DiscussionTrigger.Mitigated);
        if (complex)
            triggers.Add(DiscussionTrigger.Complex);
        return triggers;
    }

    /// <summary>Obstacles to the decision from the collective discussion; none if no discussion is required.</summary>
    /// <param name="minutes">The minutes; null if there are none.</param>
    /// <param name="reviewPassedAt">When the legal review passed; null if none was due.</param>
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        IReadOnlyCollection<DiscussionTrigger> triggers,
        DiscussionMinutes? minutes,
        DateTimeOffset? reviewPassedAt,
        DateTimeOffset decidedAt
    )
    {
        if (triggers.Count == 0)
            return [];
        if (minutes is null || minutes.HeldAt > decidedAt)
            return [Missing.With(minutes is null ? "没有集体讨论记录" : "集体讨论晚于决定")];
        var obstacles = new List<DomainException>();
        var leaders = minutes.Views.Where(v => v.IsLeaderOfOrgan).Select(v => v.PersonId).Distinct().Count();
        if (leaders < LeadersAtLeast)
            obstacles.Add(TooFewLeaders.With($"应有 {LeadersAtLeast} 名以上行政机关负责人，实有 {leaders} 名"));
        if (minutes.Views.Any(v => !v.View.IsGiven()) || !minutes.Conclusion.IsGiven())
            obstacles.Add(MinutesIncomplete.With(minutes.Conclusion.IsGiven() ? "有参加人没有意见记录" : "没有结论"));
        if (ObstacleIfBefore(minutes, reviewPassedAt) is { } early)
            obstacles.Add(early);
        return obstacles;
    }

    /// <summary>Why minutes do not count because the review passed after them; null if they do.</summary>
    internal static DomainException? ObstacleIfBefore(DiscussionMinutes minutes, DateTimeOffset? reviewPassedAt) =>
        minutes.HeldAt < reviewPassedAt ? BeforeReview.With("集体讨论早于法制审核意见") : null;

    /// <summary>Why a discussion that is due is no longer about the matter; null if it is.</summary>
    /// <param name="matter">The matter as it is to be decided.</param>
    public static DomainException? ObstacleUnlessOf(DiscussionOnFile discussed, ReviewedMatter matter) =>
        discussed.Proposed is { } proposed && proposed.ChangedIn(matter) is { Count: > 0 } changed
            ? Overtaken.With(proposed.Against(matter, changed, "集体讨论"), "重新集体讨论")
            : null;

    /// <summary>The same, and that minutes of before do not state what was concluded: they are entered anew with it.</summary>
    internal static IReadOnlyList<DomainException> ObstaclesUnlessOf(DiscussionOnFile discussed, ReviewedMatter matter) =>
        [
            .. discussed is { Outcome: not null, Penalties: not null }
                ? Array.Empty<DomainException>()
                : [MinutesIncomplete.With("集体讨论记录没有写明讨论决定的处理结果、种类和数额", "写明后重新录入集体讨论记录")],
            .. ObstacleUnlessOf(discussed, matter) is { } over ? [over] : Array.Empty<DomainException>(),
        ];

    /// <summary>Why a decision is not what the leaders concluded; null if it is. Their conclusion binds until they discuss the case again, whether they had to or not.</summary>
    /// <param name="matter">The matter as it is to be decided.</param>
    public static DomainException? ObstacleUnlessConcluded(DiscussionOnFile discussed, ReviewedMatter matter) =>
        discussed.Outcome is { } outcome && outcome != matter.Outcome
            ? OtherThanConcluded.With(
                $"集体讨论的结论为“{outcome.Term()}”，拟定为“{matter.Outcome.Term()}”",
                "按照结论重新拟定、审核、讨论"
            )
        : discussed.Penalties is { } penalties && !penalties.ToHashSet().SetEquals(matter.Penalties)
            ? OtherThanConcluded.With(
                $"集体讨论的结论为“{PenaltyItems.InWords(penalties)}”，拟定为“{PenaltyItems.InWords(matter.Penalties)}”",
                "按照结论重新拟定、审核、讨论"
            )
        : null;

    /// <summary>Refuses a leader who holds no such office in the organ, bears another name there, or handles the case.</summary>
    /// <param name="organPath">Path of the street or town itself: a head of its brigade is none of its leaders.</param>
    /// <param name="handlers">Persons who handle the case or investigated it.</param>
    /// <exception cref="DomainException"><see cref="NotALeader"/>.</exception>
    public static void EnsureLeaders(
        IReadOnlyList<LeaderView> views,
        IReadOnlyCollection<OfficeHolder> holders,
        string organPath,
        IReadOnlySet<Guid> handlers
    )
    {
        foreach (var (view, i) in views.Select((view, i) => (view, i)).Where(v => v.view.IsLeaderOfOrgan))
        {
            var holder = holders.FirstOrDefault(h => h.PersonId == view.PersonId && h.IsLeaderOf(organPath));
            if (holder is null)
                throw NotALeader.With($"人员 {view.PersonId} 不在本机关负责人名册中").At($"/views/{i}/personId");
            if (!string.Equals(holder.Name, view.Name.Trim(), StringComparison.Ordinal))
                throw NotALeader.With($"人员 {view.PersonId} 的姓名与名册不一致").At($"/views/{i}/name");
            if (handlers.Contains(view.PersonId))
                throw NotALeader.With($"人员 {view.PersonId} 是本案承办人员").At($"/views/{i}/personId");
        }
    }

    /// <summary>Refuses a decision without the discussion that is due.</summary>
    /// <inheritdoc cref="ObstaclesToDecision" />
    /// <exception cref="DomainException"><see cref="Missing"/>, <see cref="TooFewLeaders"/>, <see cref="MinutesIncomplete"/> or <see cref="BeforeReview"/>.</exception>
    public static void EnsureDiscussed(
        IReadOnlyCollection<DiscussionTrigger> triggers,
        DiscussionMinutes? minutes,
        DateTimeOffset? reviewPassedAt,
        DateTimeOffset decidedAt
    ) => ObstaclesToDecision(triggers, minutes, reviewPassedAt, decidedAt).RefuseFirst();
}
