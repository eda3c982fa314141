using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>What non-performance harms or will harm (已经或者将要造成的后果). 行政强制法 第五十条.</summary>
public enum HarmOfNonPerformance
{
    /// <summary>危害交通安全.</summary>
    Traffic,

    /// <summary>造成环境污染.</summary>
    Environment,

    /// <summary>破坏自然资源.</summary>
    NaturalResources,
}

/// <summary>The decision to have a duty performed by others (代履行决定书, D42).</summary>
public sealed record PerformanceByOthersPlan
{
    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>Day on which the decision was served; null if it was not.</summary>
    public required DateOnly? DecisionServedOn { get; init; }

    /// <summary>The duty is to remove an obstacle or to restore (排除妨碍、恢复原状).</summary>
    public required bool RemovalOrRestoration { get; init; }

    /// <summary>What non-performance harms.</summary>
    public required HarmOfNonPerformance? Harm { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Object and manner (标的、方式).</summary>
    public required string ObjectAndManner { get; init; }

    /// <summary>Planned day (代履行的时间).</summary>
    public required DateOnly PerformOn { get; init; }

    /// <summary>Estimated cost in fen (费用预算).</summary>
    public required long CostEstimateFen { get; init; }

    /// <summary>Who performs (代履行人): the organ or a third person without interest in it.</summary>
    public required string Performer { get; init; }

    /// <summary>The performer has no interest in the matter (没有利害关系).</summary>
    public required bool PerformerDisinterested { get; init; }

    /// <summary>Day on which the first call was served; null if none was.</summary>
    public required DateOnly? CallServedOn { get; init; }

    /// <summary>Last day that the first call set.</summary>
    public required DateOnly? PerformBy { get; init; }

    /// <summary>Day on which the party was called upon again (代履行三日前再催告); null if it was not.</summary>
    public required DateOnly? CalledAgainOn { get; init; }
}

/// <summary>How performance by others went (代履行现场记录).</summary>
/// <param name="PerformedOn">Legal date.</param>
/// <param name="OfficersPresent">Officers of the organ who supervised on the scene (派员到场监督), by person.</param>
/// <param name="SignedByOfficer">到场监督的工作人员签名.</param>
/// <param name="SignedByPerformer">代履行人签名.</param>
/// <param name="SignedByPartyOrWitness">当事人或者见证人签名.</param>
/// <param name="ActualCostFen">Actual cost in fen; borne by the party, whatever the estimate was.</param>
/// <param name="Violent">Violence, threats or other unlawful means were used.</param>
public sealed record PerformanceByOthersRecord(
    DateOnly PerformedOn,
    IReadOnlyList<Guid> OfficersPresent,
    bool SignedByOfficer,
    bool SignedByPerformer,
    bool SignedByPartyOrWitness,
    long ActualCostFen,
    bool Violent
);

/// <summary>Having a duty performed by others at the party's cost (代履行). 行政强制法 第五十条、第五十一条.</summary>
public static class PerformanceByOthers
{
    /// <summary>Whole working days between the second call and the performance (代履行三日前).</summary>
    public const int ClearDaysAfterSecondCall = 3;

    /// <summary>The duty is of another kind, or nothing is harmed.</summary>
    public static readonly DomainError NotOpen = new(
        "performance-by-others.not-open",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "排除妨碍、恢复原状等义务不履行，其后果已经或者将危害交通安全、造成环境污染或者破坏自然资源的，才可以代履行",
        CoercionLaw.At("第五十条")
    );

    /// <summary>The party was not called upon, or its time has not run out.</summary>
    public static readonly DomainError NotCalledUpon = new(
        "performance-by-others.not-called-upon",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "经催告当事人逾期仍不履行的，才可以代履行",
        CoercionLaw.At("第五十条")
    );

    /// <summary>The decision lacks what the law asks for, or was not served.</summary>
    public static readonly DomainError DecisionIncomplete = new(
        "performance-by-others.decision-incomplete",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行前送达决定书，载明当事人、理由和依据、方式和时间、标的、费用预算以及代履行人",
        CoercionLaw.At("第五十一条第一款第一项")
    );

    /// <summary>Done before the day that the decision names.</summary>
    public static readonly DomainError BeforeItsDay = new(
        "performance-by-others.before-its-day",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行不得早于代履行决定书载明的时间",
        CoercionLaw.At("第五十一条第一款第一项")
    );

    /// <summary>Called upon again too late, or not at all.</summary>
    public static readonly DomainError SecondCallTooLate = new(
        "performance-by-others.second-call-too-late",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行三日前，催告当事人履行",
        CoercionLaw.At("第五十一条第一款第二项")
    );

    /// <summary>The performer is not disinterested.</summary>
    public static readonly DomainError PerformerInterested = new(
        "performance-by-others.performer-interested",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "可以委托没有利害关系的第三人代履行",
        CoercionLaw.At("第五十条")
    );

    /// <summary>No officer on the scene, or signatures are missing.</summary>
    public static readonly DomainError NotSupervised = new(
        "performance-by-others.not-supervised",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行时应当派员到场监督，完毕后由监督人员、代履行人和当事人或者见证人在执行文书上签名或者盖章",
        CoercionLaw.At("第五十一条第一款第三项")
    );

    /// <summary>By violence or threats.</summary>
    public static readonly DomainError Violence = new(
        "performance-by-others.violence",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行不得采用暴力、胁迫以及其他非法方式",
        CoercionLaw.At("第五十一条第三款")
    );

    /// <summary>Latest day for calling upon the party again: three whole working days before.</summary>
    public static DateOnly LatestSecondCall(DateOnly performOn, WorkingCalendar calendar) =>
        ClearDays.LatestBefore(performOn, ClearDaysAfterSecondCall, calendar);

    /// <summary>It cost more than the decision estimated, without a reason.</summary>
    public static readonly DomainError CostUnexplained = new(
        "performance-by-others.cost-unexplained",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行的费用按照成本合理确定，超过预算的应当说明理由",
        CoercionLaw.At("第五十一条第二款")
    );

    /// <summary>Refuses a cost above the estimate without its reason.</summary>
    /// <exception cref="DomainException"><see cref="CostUnexplained"/>.</exception>
    public static void EnsureCostExplained(Money estimate, Money actual, string? because)
    {
        if (actual > estimate && !because.IsGiven())
            throw new DomainException(CostUnexplained, $"预算 {estimate.InYuan} 元，实际 {actual.InYuan} 元")
            {
                NextStep = "说明超过预算的理由",
                Pointer = "/costBecause",
            };
    }

    /// <summary>Every obstacle to starting.</summary>
    public static IReadOnlyList<DomainException> Obstacles(PerformanceByOthersPlan plan, WorkingCalendar calendar) =>
        [.. FindObstacles(plan, calendar)];

    /// <summary>Refuses to start performance by others that the law does not allow.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles(PerformanceByOthersPlan, WorkingCalendar)"/>.</exception>
    public static void EnsureMayStart(PerformanceByOthersPlan plan, WorkingCalendar calendar) =>
        FindObstacles(plan, calendar).RefuseFirst();

    /// <summary>Refuses performance by others before the day of which the party was informed: until then it may perform itself.</summary>
    /// <exception cref="DomainException"><see cref="BeforeItsDay"/>.</exception>
    public static void EnsureNotBeforeItsDay(DateOnly performOn, DateOnly performedOn)
    {
        if (performedOn < performOn)
            throw new DomainException(BeforeItsDay, $"决定书载明 {performOn:yyyy-MM-dd}，实施于 {performedOn:yyyy-MM-dd}")
            {
                Pointer = "/times/from",
            };
    }

    /// <summary>Everything that its record lacks.</summary>
    public static IReadOnlyList<DomainException> Obstacles(PerformanceByOthersRecord record) => [.. FindObstacles(record)];

    /// <summary>Refuses a record without supervision and signatures.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles(PerformanceByOthersRecord)"/>.</exception>
    public static void EnsureRecorded(PerformanceByOthersRecord record) => FindObstacles(record).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(PerformanceByOthersPlan plan, WorkingCalendar calendar)
    {
        if (!plan.RemovalOrRestoration || plan.Harm is null)
            yield return NotOpen.With(plan.RemovalOrRestoration ? "没有写明危害后果" : "义务不是排除妨碍、恢复原状");
        if (plan.CallServedOn is null || !(plan.PerformBy < plan.PerformOn))
            yield return NotCalledUpon.With(plan.CallServedOn is null ? "没有送达催告书" : $"催告的履行期限至 {plan.PerformBy:yyyy-MM-dd}");
        if (plan.DecisionServedOn is not { } served || served > plan.PerformOn)
            yield return DecisionIncomplete.With("没有送达代履行决定书");
        if (string.IsNullOrWhiteSpace(plan.ReasonsAndBasis) || string.IsNullOrWhiteSpace(plan.ObjectAndManner))
            yield return DecisionIncomplete.With("没有理由和依据，或者没有标的和方式");
        if (plan.CostEstimateFen <= 0)
            yield return DecisionIncomplete.With("没有费用预算");
        if (string.IsNullOrWhiteSpace(plan.Performer))
            yield return DecisionIncomplete.With("没有代履行人");
        if (!plan.PerformerDisinterested)
            yield return PerformerInterested.With("代履行人与案件有利害关系");
        if (LatestSecondCall(plan.PerformOn, calendar) is var latest && !(plan.CalledAgainOn <= latest))
            yield return SecondCallTooLate.With($"拟于 {plan.PerformOn:yyyy-MM-dd} 代履行，最迟 {latest:yyyy-MM-dd} 再次催告");
    }

    private static IEnumerable<DomainException> FindObstacles(PerformanceByOthersRecord record)
    {
        if (record.OfficersPresent.Distinct().Count() < OfficersPresent.AtLeast)
            yield return OfficersPresent.TooFew.With($"到场监督 {record.OfficersPresent.Distinct().Count()} 名");
        if (!record.SignedByOfficer || !record.SignedByPerformer || !record.SignedByPartyOrWitness)
            yield return NotSupervised.With("执行文书缺少签名");
        if (record.Violent)
            yield return Violence.With("记录有暴力、胁迫或者其他非法方式");
    }
}

/// <summary>Thing that must be cleared at once (需要立即清除的物). 行政强制法 第五十二条.</summary>
public enum ThingToClear
{
    /// <summary>遗洒物.</summary>
    Spill,

    /// <summary>障碍物.</summary>
    Obstacle,

    /// <summary>污染物.</summary>
    Pollutant,
}

/// <summary>Where the thing to be cleared is. 行政强制法 第五十二条.</summary>
public enum PlaceToClear
{
    /// <summary>道路.</summary>
    Road,

    /// <summary>河道.</summary>
    River,

    /// <summary>航道.</summary>
    Channel,

    /// <summary>公共场所.</summary>
    PublicPlace,
}

/// <summary>Immediate clearing by the organ (立即实施代履行), without a call to perform.</summary>
/// <param name="Thing">Kind of thing to be cleared; null if it is of another kind, and then clearing is refused.</param>
/// <param name="Place">Kind of place; null if it is of another kind, and then clearing is refused.</param>
/// <param name="WhyAtOnce">Why it must be cleared at once.</param>
/// <param name="PartyCannotClear">Whether the party is unable to clear it (当事人不能清除); it must be.</param>
/// <param name="PartyPresent">Whether the party was present.</param>
/// <param name="ClearedAt">When it was cleared.</param>
/// <param name="PartyNotifiedAt">When an absent party was notified afterwards (事后立即通知); null if it was not.</param>
/// <param name="VideoSha256">Film of the clearing, each file as SHA-256 (64 lower-case hex digits); at least one.</param>
public sealed record ImmediateClearing(
    ThingToClear? Thing,
    PlaceToClear? Place,
    string WhyAtOnce,
    bool PartyCannotClear,
    bool PartyPresent,
    DateTimeOffset ClearedAt,
    DateTimeOffset? PartyNotifiedAt,
    IReadOnlyList<string> VideoSha256
);

/// <summary>Clearing roads, waters and public places at once (立即代履行). 行政强制法 第五十二条.</summary>
public static class ImmediatePerformance
{
    /// <summary>Something else, elsewhere, that could wait, or that the party can clear.</summary>
    public static readonly DomainError NotOpen = new(
        "immediate-performance.not-open",
        "ACL-52",
        ErrorKind.RuleBroken,
        "需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，当事人不能清除的，才可以立即代履行",
        CoercionLaw.At("第五十二条")
    );

    /// <summary>The absent party was not notified afterwards.</summary>
    public static readonly DomainError PartyNotNotified = new(
        "immediate-performance.party-not-told",
        "ACL-52",
        ErrorKind.RuleBroken,
        "当事人不在场的，行政机关应当在事后立即通知当事人，并依法作出处理",
        CoercionLaw.At("第五十二条")
    );

    /// <summary>No film.</summary>
    public static readonly DomainError NotFilmed = new(
        "immediate-performance.not-filmed",
        "ACL-52",
        ErrorKind.Unacceptable,
        "立即代履行应当全程音像记录"
    );

    /// <summary>Every obstacle to the clearing.</summary>
    /// <param name="afterwards">True once the act is completed: an absent party must have been notified by then.</param>
    public static IReadOnlyList<DomainException> Obstacles(ImmediateClearing clearing, bool afterwards = true) =>
        [.. FindObstacles(clearing, afterwards)];

    /// <summary>Refuses a clearing that the law does not allow, or that was not filmed or notified.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(ImmediateClearing clearing, bool afterwards = true) =>
        FindObstacles(clearing, afterwards).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(ImmediateClearing clearing, bool afterwards)
    {
        if (clearing.Thing is null || clearing.Place is null || !clearing.PartyCannotClear || string.IsNullOrWhiteSpace(clearing.WhyAtOnce))
            yield return NotOpen.With(clearing.PartyCannotClear ? "物品、地点或者紧急理由不符" : "当事人能够清除");
        if (!afterwards)
            yield break;
        if (clearing.VideoSha256.All(string.IsNullOrWhiteSpace))
            yield return NotFilmed.With("没有音像记录");
        if (!clearing.PartyPresent && !(clearing.PartyNotifiedAt >= clearing.ClearedAt))
            yield return PartyNotNotified.With("没有通知当事人的时间");
    }
}
