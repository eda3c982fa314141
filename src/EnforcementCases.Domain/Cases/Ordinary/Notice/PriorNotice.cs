using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A notice before the penalty (行政处罚事先告知书), as it was served.</summary>
/// <param name="ServedAt">When the party received it; its legal date starts the time for defence.</param>
/// <param name="Penalties">The exact kinds and amounts proposed (拟作出的行政处罚内容).</param>
/// <param name="Facts">事实.</param>
/// <param name="Reasons">理由.</param>
/// <param name="Basis">依据, as printed.</param>
/// <param name="StatementRightNotified">It states the rights to state and to defend (陈述、申辩权).</param>
/// <param name="HearingRightNotified">It states the right to ask for a hearing (要求听证的权利).</param>
public sealed record PriorNotice(
    DateTimeOffset ServedAt,
    IReadOnlyList<PenaltyItem> Penalties,
    string Facts,
    string Reasons,
    string Basis,
    bool StatementRightNotified,
    bool HearingRightNotified
);

/// <summary>A notice that reached the party before the one that counts.</summary>
/// <param name="Notice">The notice, as it was served.</param>
/// <param name="OnHigherProvision">The one that counts rests on the opinion of the legal review that a higher provision applies, which this one did not name.</param>
public sealed record NoticeBefore(PriorNotice Notice, bool OnHigherProvision);

/// <summary>Prior notice to the party before the decision (事先告知). 行政处罚法 第四十四条、第六十二条.</summary>
public static class PriorNotices
{
    /// <summary>The notice lacks a part.</summary>
    public static readonly DomainError Incomplete = new(
        "prior-notice.incomplete",
        "APL-44",
        ErrorKind.RuleBroken,
        "作出处罚决定前应当告知拟作出的处罚内容及事实、理由、依据和依法享有的权利",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>No notice before the decision.</summary>
    public static readonly DomainError Missing = new(
        "prior-notice.missing",
        "APL-62",
        ErrorKind.RuleBroken,
        "未依法告知当事人的，不得作出行政处罚决定",
        PenaltyLaw.At("第六十二条")
    );

    /// <summary>The decision is heavier than the prior notice, without new facts and a fresh notice.</summary>
    public static readonly DomainError HeavierThanNotified = new(
        "prior-notice.heavier-than-told",
        "APL-45",
        ErrorKind.RuleBroken,
        "不得因当事人陈述、申辩而给予更重的处罚；有新的事实的，应当重新告知",
        PenaltyLaw.At("第四十五条第二款")
    );

    /// <summary>A later notice proposes more and names no new fact.</summary>
    public static readonly DomainError HeavierWithoutNewFacts = new(
        "prior-notice.heavier-without-new-facts",
        "APL-45",
        ErrorKind.RuleBroken,
        "重新告知更重的处罚，应当有新的事实和证据",
        PenaltyLaw.At("第四十五条第二款")
    );

    /// <summary>Refuses a notice with an empty part.</summary>
    /// <exception cref="DomainException"><see cref="Incomplete"/> or <see cref="PenaltyItems.DoNotFit"/>.</exception>
    public static void EnsureComplete(PriorNotice notice)
    {
        var missing = Obstacles.NotGiven(
            ("拟作出的处罚内容", notice.Penalties.Count > 0),
            ("事实", notice.Facts.IsGiven()),
            ("理由", notice.Reasons.IsGiven()),
            ("依据", notice.Basis.IsGiven()),
            ("陈述、申辩的权利", notice.StatementRightNotified)
        );
        if (missing.Count > 0)
            throw Incomplete.With($"未告知：{string.Join('、', missing)}");
        PenaltyItems.EnsureFit(notice.Penalties);
    }

    /// <summary>The notice states something other than the proposal that it names.</summary>
    public static readonly DomainError NotAsProposed = new(
        "prior-notice.not-as-proposed",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "告知的内容应当与拟处理意见一致",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>What is decided differs from the notice.</summary>
    public static readonly DomainError OtherThanNotified = new(
        "prior-notice.other-than-told",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "拟处理意见的事实、依据、种类、财物或者责令内容与告知不同的，应当重新告知",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>Elements that need a new notice if they change. A lower sum, a kind or an order less need no new notice.</summary>
    private static readonly MatterElement[] ToldAnew =
    [
        MatterElement.Party,
        MatterElement.Outcome,
        MatterElement.Facts,
        MatterElement.Provisions,
    ];

    /// <summary>Refuses a later notice that proposes a heavier penalty than the one before and rests neither on new evidence nor on a higher provision.</summary>
    /// <param name="newEvidence">Items of evidence that were collected and verified after the notice before.</param>
    /// <param name="onHigherProvision">It rests on the opinion of the legal review that a higher provision applies.</param>
    /// <exception cref="DomainException"><see cref="HeavierWithoutNewFacts"/>.</exception>
    public static void EnsureMayFollow(
        PriorNotice before,
        PriorNotice next,
        IReadOnlyCollection<EvidenceItem> newEvidence,
        bool onHigherProvision = false
    )
    {
        if (!onHigherProvision && ObstacleToFollowing(before, next.Penalties, newEvidence) is { } why)
            throw why.At("/newEvidenceIds");
    }

    /// <summary>Why a decision may not be heavier than a notice that reached the party before the one that counts; null if it is not, or rests on new evidence that
    /// the proposal still cites, or on a higher provision.</summary>
    internal static DomainException? ObstacleUnlessCarried(NoticeBefore before, DecisionDossier dossier)
    {
        if (before.OnHigherProvision)
            return null;
        var cited = dossier.Facts.SelectMany(f => f.EvidenceIds).ToHashSet();
        if (
            PenaltyWeight.HeavierThan(before.Notice.Penalties, dossier.Matter.Penalties).Count > 0
            && dossier.NewEvidenceIds.Except(cited).ToList() is [var fallen, ..]
        )
            return HeavierWithoutNewFacts.With($"告知所依据的新证据 {fallen} 不在现行拟处理意见所引证据中", "重新拟定并告知");
        return ObstacleToFollowing(
            before.Notice,
            dossier.Matter.Penalties,
            [.. dossier.Evidence.Where(e => dossier.NewEvidenceIds.Contains(e.Id))]
        );
    }

    private static DomainException? ObstacleToFollowing(
        PriorNotice before,
        IReadOnlyCollection<PenaltyItem> penalties,
        IReadOnlyCollection<EvidenceItem> newEvidence
    )
    {
        if (PenaltyWeight.HeavierThan(before.Penalties, penalties) is not { Count: > 0 } heavier)
            return null;
        if (newEvidence.Count == 0)
            return HeavierWithoutNewFacts.With(string.Join('；', heavier), "写明前次告知后收集并查证的证据");
        foreach (var item in newEvidence)
        {
            if (item.TakenAt <= before.ServedAt || item.Verification is not { } verified || verified.At <= before.ServedAt)
                return HeavierWithoutNewFacts.With(
                    $"证据 {item.Id} 取得于 {item.TakenAt.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}，前次告知送达于 {before.ServedAt.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}",
                    "写明前次告知后收集并查证的证据"
                );
            if (!EvidenceRules.MayCarryAFact(item))
                return HeavierWithoutNewFacts.With($"新证据 {item.Id} 已排除", "重新拟定并告知");
        }
        return null;
    }

    /// <summary>Refuses a notice that states something other than what is proposed.</summary>
    /// <exception cref="DomainException"><see cref="NotAsProposed"/>, with the elements that differ.</exception>
    public static void EnsureAsProposed(ReviewedMatter proposed, ReviewedMatter told)
    {
        if (proposed.ChangedIn(told) is { Count: > 0 } changed)
            throw NotAsProposed
                .With(
                    $"与第 {proposed.Position} 项拟处理意见不同的要素：{string.Join('、', changed.Select(element => element.Term()))}",
                    "按照拟处理意见告知，或者先重新拟定"
                )
                .At(PointerOf(changed[0]));
    }

    /// <summary>Why a new notice is required before this is decided; null if the party was notified of it, or of more.</summary>
    /// <param name="told">The proposal that the notice states.</param>
    /// <param name="matter">The matter as it is to be decided.</param>
    public static DomainException? ObstacleUnlessAsNotified(ReviewedMatter told, ReviewedMatter matter) =>
        ElementsToTell(told, matter) is { Count: > 0 } changed
            ? OtherThanNotified.With(told.Against(matter, changed, "事先告知"), "重新告知")
            : null;

    /// <summary>The elements in which a matter goes beyond the notice.</summary>
    public static IReadOnlyList<MatterElement> ElementsToTell(ReviewedMatter told, ReviewedMatter matter)
    {
        var elements = told.ChangedIn(matter).Intersect(ToldAnew).ToList();
        if (matter.Penalties.Any(p => told.Penalties.All(t => t.Kind != p.Kind)))
            elements.Add(MatterElement.Kinds);
        if (
            !told.NotAsked.Contains(MatterElement.Things)
            && matter.Things.Any(thing =>
                !told.Things.Any(t => t.Name == thing.Name && t.Quantity == thing.Quantity && t.ValueFen >= thing.ValueFen)
            )
        )
            elements.Add(MatterElement.Things);
        if (!told.NotAsked.Contains(MatterElement.Orders) && matter.Orders.Any(order => !told.Orders.Any(t => IsNoLighter(t, order))))
            elements.Add(MatterElement.Orders);
        return elements;
    }

    private static bool IsNoLighter(DecisionOrder told, DecisionOrder order) =>
        told.What == order.What
        && told.Place == order.Place
        && (told.DueOn is not { } due || order.DueOn >= due)
        && (told.DaysAfterService is not { } days || order.DaysAfterService >= days);

    private static string PointerOf(MatterElement element) =>
        element switch
        {
            MatterElement.Facts => "/facts",
            MatterElement.Reasons => "/reasons",
            MatterElement.Provisions => "/basis",
            MatterElement.Orders => "/orders",
            MatterElement.Things => "/things",
            _ => "/penalties",
        };

    /// <summary>Obstacles to the decision from the prior notice: none before it, or a heavier penalty than in the notice.</summary>
    /// <param name="latest">The latest notice served; null if none.</param>
    /// <param name="decided">The penalty to be decided.</param>
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        PriorNotice? latest,
        IReadOnlyCollection<PenaltyItem> decided,
        DateTimeOffset decidedAt
    )
    {
        if (latest is null || latest.ServedAt > decidedAt)
            return [Missing.With(latest is null ? "没有送达事先告知书" : "告知时间晚于决定时间")];
        return PenaltyWeight.HeavierThan(latest.Penalties, decided) is { Count: > 0 } heavier
            ? [HeavierThanNotified.With(string.Join('；', heavier), "有新的事实的，重新告知并听取陈述、申辩")]
            : [];
    }

    /// <summary>Refuses a decision without prior notice, or heavier than the notice.</summary>
    /// <inheritdoc cref="ObstaclesToDecision" />
    /// <exception cref="DomainException"><see cref="Missing"/> or <see cref="HeavierThanNotified"/>.</exception>
    public static void EnsureNotifiedBefore(PriorNotice? latest, IReadOnlyCollection<PenaltyItem> decided, DateTimeOffset decidedAt) =>
        ObstaclesToDecision(latest, decided, decidedAt).RefuseFirst();
}
