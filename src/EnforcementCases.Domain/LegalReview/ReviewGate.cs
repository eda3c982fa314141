using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>The check before the head decides: unreviewed or not passed, no decision (未经法制审核或者审核未通过的，不得作出决定). 行政处罚法 第五十八条第一款.</summary>
public static class ReviewGate
{
    /// <summary>A required review is missing.</summary>
    public static readonly DomainError Missing = new(
        "legal-review.missing",
        "APL-58-2",
        ErrorKind.RuleBroken,
        "未经法制审核，不得作出处罚决定",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>The review did not pass it.</summary>
    public static readonly DomainError NotPassed = new(
        "legal-review.not-passed",
        "APL-58-2",
        ErrorKind.RuleBroken,
        "法制审核未通过，不得作出处罚决定",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>Facts, basis, kinds, amounts or the order to correct changed after the review.</summary>
    public static readonly DomainError MatterChanged = new(
        "legal-review.matter-changed",
        "APL-58-2",
        ErrorKind.RuleBroken,
        "审核后事实、证据、依据、种类、数额、财物、责令内容、理由、告知或者陈述申辩的复核有变动，应当重新法制审核",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>A hearing took place after the review.</summary>
    public static readonly DomainError HearingAfterReview = new(
        "legal-review.hearing-after-review",
        "APL-58-2",
        ErrorKind.RuleBroken,
        "审核后又举行听证的，应当重新法制审核",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>An objection to the opinion waits for the head.</summary>
    public static readonly DomainError ObjectionUndecided = new(
        "legal-review.objection-undecided",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "承办人员对审核意见提出异议的，由机关负责人听取审核人员意见后决定",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>The head decides on an objection without the reviewer.</summary>
    public static readonly DomainError ReviewerNotHeard = new(
        "legal-review.reviewer-not-heard",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "决定异议前应当听取提出审核意见的审核人员",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>What did not pass is submitted again as it was.</summary>
    public static readonly DomainError Unchanged = new(
        "legal-review.unchanged",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "审核不通过的，应当修改后再送审，或者书面提出异议由机关负责人决定",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>Why an opinion no longer covers this matter; null if it does.</summary>
    /// <param name="matter">The matter as it is to be decided.</param>
    /// <param name="lastHearingAt">When the last hearing took place; null if there was none.</param>
    /// <param name="reviewed">The matter that the opinion is about, for the words of the refusal; null if not known.</param>
    [StatutoryRule("APL-58-2")]
    public static DomainException? ObstacleUnlessPassed(
        ReviewOpinion opinion,
        ReviewedMatter matter,
        DateTimeOffset? lastHearingAt,
        ReviewedMatter? reviewed = null
    )
    {
        if (!opinion.Outcome.LetsPass())
            return NotPassed.With(OutcomeInWords(opinion.Outcome));
        if (!Covers(opinion, matter, reviewed))
            return MatterChanged.With(
                reviewed?.Against(matter, reviewed.ChangedIn(matter), "审核意见") ?? "拟决定的内容与审核的内容不同",
                "重新提交法制审核"
            );
        return lastHearingAt >= opinion.At ? HearingAfterReview.With("听证晚于审核意见", "重新提交法制审核") : null;
    }

    /// <summary>What an objection to the opinion keeps back; null if nothing.</summary>
    /// <param name="undecided">An objection waits for the head.</param>
    /// <param name="sentBack">The head sent the opinion back to the review.</param>
    internal static DomainException? ObstacleFromObjection(bool undecided, bool sentBack) =>
        undecided ? ObjectionUndecided.With("对审核意见的异议尚未决定", "由机关负责人决定")
        : sentBack ? Missing.With("审核意见已经退回，尚未重新审核", "重新提交法制审核")
        : null;

    /// <summary>Whether an opinion is about exactly this matter. One of before names the hash of before, over fewer elements: the others are compared with the matter
    /// as it lay before the reviewer. One that amends covers the notice that its own amendment asks for, of exactly what it passes.</summary>
    /// <param name="reviewed">The matter that the opinion is about; null if not known.</param>
    internal static bool Covers(ReviewOpinion opinion, ReviewedMatter matter, ReviewedMatter? reviewed) =>
        string.Equals(opinion.MatterSha256, matter.Sha256(), StringComparison.Ordinal)
        || (
            string.Equals(opinion.MatterSha256, matter.EarlierSha256(), StringComparison.Ordinal)
            && reviewed?.ChangedIn(matter) is null or []
        )
        || (opinion.Outcome is ReviewOutcome.PassedAsAmended && reviewed?.ChangedIn(matter) is [MatterElement.Notice]);

    /// <summary>In words, an outcome that lets nothing pass.</summary>
    internal static string OutcomeInWords(ReviewOutcome outcome) => $"审核意见为{outcome.Term()}";

    /// <summary>Obstacles to the decision from the review; empty if nothing triggers one, and no opinion withholds it.</summary>
    /// <param name="triggers">Triggers of the case.</param>
    /// <param name="latest">The latest opinion; null if none.</param>
    /// <inheritdoc cref="ObstacleUnlessPassed" />
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        IReadOnlyCollection<ReviewTrigger> triggers,
        ReviewOpinion? latest,
        ReviewedMatter matter,
        DateTimeOffset? lastHearingAt,
        DateTimeOffset decidedAt,
        ReviewedMatter? reviewed = null
    )
    {
        if (latest is { } given && given.At <= decidedAt && !given.Outcome.LetsPass())
            return [.. ReviewScope.Faults(given), NotPassed.With(OutcomeInWords(given.Outcome))]; // whatever became of the triggers
        if (triggers.Count == 0)
            return [];
        if (latest is null || latest.At > decidedAt)
            return [Missing.With(latest is null ? "没有法制审核意见" : "法制审核晚于决定", "提交法制审核")];
        return
        [
            .. ReviewScope.Faults(latest),
            .. ObstacleUnlessPassed(latest, matter, lastHearingAt, reviewed) is { } why ? [why] : Array.Empty<DomainException>(),
        ];
    }

    /// <summary>Refuses a decision without a review that passed exactly this matter.</summary>
    /// <inheritdoc cref="ObstaclesToDecision" />
    /// <exception cref="DomainException"><see cref="Missing"/>, <see cref="NotPassed"/>, <see cref="MatterChanged"/>, <see cref="HearingAfterReview"/>, or an error of <see cref="ReviewScope"/>.</exception>
    public static void EnsurePassed(
        IReadOnlyCollection<ReviewTrigger> triggers,
        ReviewOpinion? latest,
        ReviewedMatter matter,
        DateTimeOffset? lastHearingAt,
        DateTimeOffset decidedAt
    ) => ObstaclesToDecision(triggers, latest, matter, lastHearingAt, decidedAt).RefuseFirst();
}
