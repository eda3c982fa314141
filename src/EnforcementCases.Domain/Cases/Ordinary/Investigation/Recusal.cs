using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Who requested the recusal.</summary>
public enum RecusalAskedBy
{
    /// <summary>执法人员、负责人、审核人员自行回避: the person concerned.</summary>
    Officer,

    /// <summary>当事人申请回避.</summary>
    Party,
}

/// <summary>What was decided on a recusal request.</summary>
/// <param name="HeadPersonId">The head of the organ; for the recusal of the head, the leader who entered what the leaders decided together.</param>
/// <param name="Granted">The officer has to withdraw.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">Why.</param>
public sealed record RecusalDecision(Guid HeadPersonId, bool Granted, DateTimeOffset At, string Reasons);

/// <summary>A request that an officer withdraw (回避申请).</summary>
/// <param name="OfficerPersonId">The officer it is about.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="Reason">直接利害关系或者其他关系.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Decision">What the head decided; null while it is undecided.</param>
public sealed record RecusalRequest(
    Guid OfficerPersonId,
    RecusalAskedBy AskedBy,
    string Reason,
    DateTimeOffset AskedAt,
    RecusalDecision? Decision = null
);

/// <summary>Withdrawing from a case (回避). 行政处罚法 第四十三条.</summary>
/// <remarks>Until the head has decided, the investigation is not stopped (决定作出之前，不停止调查): no function here blocks it. Only the decision waits.</remarks>
public static class Recusal
{
    /// <summary>A request is undecided.</summary>
    public static readonly DomainError Undecided = new(
        "recusal.undecided",
        "APL-43",
        ErrorKind.RuleBroken,
        "回避申请尚未由行政机关负责人决定，不得作出处罚决定",
        PenaltyLaw.At("第四十三条第三款")
    );

    /// <summary>Decided by somebody else than the head, or by the person it is about.</summary>
    public static readonly DomainError NotDecidedByHead = new(
        "recusal.not-decided-by-head",
        "APL-43",
        ErrorKind.RuleBroken,
        "执法人员的回避应当由行政机关负责人决定",
        PenaltyLaw.At("第四十三条第三款")
    );

    /// <summary>An officer who has to withdraw went on acting.</summary>
    public static readonly DomainError WithdrawnOfficerActing = new(
        "recusal.withdrawn-officer-acting",
        "APL-43",
        ErrorKind.RuleBroken,
        "已决定回避的执法人员不得继续办理本案",
        PenaltyLaw.At("第四十三条第一款")
    );

    /// <summary>The decision on a request, by the head.</summary>
    /// <param name="decidedAs">Role in which the person decides.</param>
    /// <returns>The request, decided.</returns>
    /// <exception cref="DomainException"><see cref="NotDecidedByHead"/>.</exception>
    public static RecusalRequest Decide(RecusalRequest request, RecusalDecision decision, Role decidedAs)
    {
        if (decidedAs is not Role.Head)
            throw NotDecidedByHead.With("作出回避决定的不是行政机关负责人");
        if (decision.HeadPersonId == request.OfficerPersonId)
            throw NotDecidedByHead.With("不能决定本人的回避");
        if (decision.At < request.AskedAt)
            throw NotDecidedByHead.With("回避决定早于回避申请");
        return request with { Decision = decision };
    }

    /// <summary>Obstacles to a penalty decision from recusal requests; none of them stops the investigation.</summary>
    /// <param name="acting">Officers in charge of the case; replaced officers do not count.</param>
    public static IReadOnlyList<DomainException> ObstaclesToDecision(
        IReadOnlyCollection<RecusalRequest> requests,
        IReadOnlyCollection<Guid> acting,
        DateTimeOffset decidedAt
    ) =>
        [
            .. requests
                .Where(r => r.AskedAt <= decidedAt && !(r.Decision?.At <= decidedAt))
                .Select(r => Undecided.With($"{LegalDate.Of(r.AskedAt):yyyy-MM-dd} 的回避申请尚未决定", "报请行政机关负责人决定")),
            .. requests
                .Where(r => IsOut(r, decidedAt) && acting.Contains(r.OfficerPersonId))
                .Select(_ => WithdrawnOfficerActing.With("更换执法人员")),
        ];

    /// <summary>Obstacles to an act from recusal: an officer among those acting had to withdraw before it.</summary>
    public static IReadOnlyList<DomainException> ObstaclesToActing(
        IEnumerable<RecusalRequest> requests,
        IReadOnlyCollection<Guid> acting,
        DateTimeOffset at
    ) =>
        requests.Any(r => IsOut(r, at) && acting.Contains(r.OfficerPersonId))
            ? [WithdrawnOfficerActing.With("参加人员中有已决定回避的人员", "更换执法人员")]
            : [];

    /// <summary>Refuses an act of an officer who had to withdraw before it.</summary>
    /// <exception cref="DomainException"><see cref="WithdrawnOfficerActing"/>.</exception>
    public static void EnsureMayAct(IEnumerable<RecusalRequest> requests, IReadOnlyCollection<Guid> acting, DateTimeOffset at) =>
        ObstaclesToActing(requests, acting, at).RefuseFirst();

    private static bool IsOut(RecusalRequest request, DateTimeOffset at) => request.Decision is { Granted: true } d && d.At <= at;
}
