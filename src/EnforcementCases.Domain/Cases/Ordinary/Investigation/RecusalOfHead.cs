using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>View and vote of a leader on the recusal of the head (集体讨论中的意见).</summary>
/// <param name="PersonId">The leader.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="View">The view as stated.</param>
/// <param name="Grants">Whether the head must withdraw.</param>
public sealed record RecusalVote(Guid PersonId, string Name, string View, bool Grants);

/// <summary>The head of the organ withdraws (行政机关负责人的回避): the other leaders decide together, and one of them acts in the place of the head. 行政处罚法 第四十三条; the collective of leaders
/// as in 市场监督管理行政处罚程序规定 第四条.</summary>
public static class RecusalOfHead
{
    /// <summary>Fewest leaders beside the head: one is no collective.</summary>
    public const int LeadersAtLeast = 2;

    /// <summary>The recusal of the head was not decided by the other leaders together.</summary>
    public static readonly DomainError NotDecidedTogether = new(
        "recusal.head-not-decided-together",
        "RECUSAL-HEAD",
        ErrorKind.RuleBroken,
        "行政机关负责人的回避，由行政机关其他负责人集体讨论决定，本人不参加",
        PenaltyLaw.At("第四十三条第三款")
    );

    /// <summary>The head must withdraw and nobody is named who does what is reserved to the head; or somebody is named who cannot.</summary>
    public static readonly DomainError NoStandIn = new(
        "recusal.no-stand-in",
        "RECUSAL-HEAD",
        ErrorKind.RuleBroken,
        "行政机关负责人回避的，应当确定一名未参与办案的本机关负责人代行其在本案中的职责",
        PenaltyLaw.At("第四十三条第三款")
    );

    /// <summary>A deputy does what is reserved to the head, who need not withdraw.</summary>
    public static readonly DomainError ReservedToHead = new(
        "recusal.reserved-to-head",
        "RECUSAL-HEAD",
        ErrorKind.Forbidden,
        "该环节由行政机关负责人办理；负责人回避的，由集体讨论确定的负责人代行",
        PenaltyLaw.At("第四十三条第三款")
    );

    /// <summary>Whether an act is reserved to the head: a deputy does it only in the place of a head who had to withdraw.</summary>
    public static bool IsReservedToHead(this ActRow row) => row.By.Contains(Role.Head) && !row.By.Contains(Role.DeputyHead);

    /// <summary>Everyone who may do an act: its roles, and deputies where one may act in the place of the head.</summary>
    public static IEnumerable<Role> Admitted(this ActRow row) => row.IsReservedToHead() ? row.By.Append(Role.DeputyHead) : row.By;

    /// <summary>What an act is checked against, where the person acts in the place of the head: with the head's role.</summary>
    internal static ActContext InPlaceOfHead(this ActContext law, OrdinaryFile file) =>
        file.Recusals.StandIn == law.PersonId && !law.Roles.Contains(Role.Head)
            ? law with
            {
                Roles = law.Roles.Append(Role.Head).ToHashSet(),
            }
            : law;

    /// <summary>Why a deputy may not do an act that is reserved to the head; null if the deputy acts in the place of the head, and for everybody else.</summary>
    internal static DomainException? ObstacleToDeputy(ActRow row, ActContext law) =>
        row.IsReservedToHead() && law.Roles.Contains(Role.DeputyHead) && !row.By.Any(law.Roles.Contains)
            ? ReservedToHead.With("当前人员不是行政机关负责人，也没有被确定代行", "由行政机关负责人办理")
            : null;

    /// <summary>Refuses a decision on the head's recusal that the other leaders did not make together.</summary>
    /// <exception cref="DomainException"><see cref="NotDecidedTogether"/> or <see cref="Recusal.NotDecidedByHead"/>.</exception>
    internal static void EnsureDecidedTogether(
        RecusalRequest request,
        RecusalDecision decision,
        IReadOnlyList<RecusalVote> votes,
        ActContext law,
        OrdinaryFile file
    )
    {
        if (decision.HeadPersonId == request.OfficerPersonId)
            throw NotDecidedTogether.With("不能决定本人的回避", "由其他负责人集体讨论决定");
        if (decision.At < request.AskedAt)
            throw Recusal.NotDecidedByHead.With("回避决定早于回避申请");
        foreach (var (vote, i) in votes.Select((vote, i) => (vote, i)))
        {
            if (vote.PersonId == request.OfficerPersonId)
                throw NotDecidedTogether.With("被申请回避的负责人参加了讨论").At($"/votes/{i}/personId");
            if (LeaderOf(vote.PersonId, law) is not { } leader)
                throw NotDecidedTogether.With($"人员 {vote.PersonId} 不在本机关负责人名册中").At($"/votes/{i}/personId");
            if (!string.Equals(leader.Name, vote.Name.Trim(), StringComparison.Ordinal))
                throw NotDecidedTogether.With($"人员 {vote.PersonId} 的姓名与名册不一致").At($"/votes/{i}/name");
            if (file.Investigators.Contains(vote.PersonId))
                throw NotDecidedTogether.With($"人员 {vote.PersonId} 是本案承办人员").At($"/votes/{i}/personId");
        }
        Recusal.EnsureMayAct(file.Recusals.Requests, [.. votes.Select(v => v.PersonId)], decision.At);
        EnsureMajority(votes, decision.Granted, LeadersNeeded(request.OfficerPersonId, law, file, decision.At));
    }

    /// <summary>How many leaders decide together: two, or about a leader who acts in the place of the head as many as are left, if that is only one.</summary>
    private static int LeadersNeeded(Guid about, ActContext law, OrdinaryFile file, DateTimeOffset at)
    {
        if (about != file.Recusals.StandIn)
            return LeadersAtLeast;
        var left = law
            .OfficeHolders.Where(h => h.PersonId != about && h.IsLeaderOf(law.Organ.Path) && !file.Investigators.Contains(h.PersonId))
            .Select(h => h.PersonId)
            .Distinct()
            .Count(person => Recusal.ObstaclesToActing(file.Recusals.Requests, [person], at).Count == 0);
        return Math.Clamp(left, 1, LeadersAtLeast);
    }

    /// <summary>Refuses what too few leaders, or not more than half of them, decided.</summary>
    /// <param name="atLeast">How many leaders decide together.</param>
    /// <exception cref="DomainException"><see cref="NotDecidedTogether"/>.</exception>
    public static void EnsureMajority(IReadOnlyList<RecusalVote> votes, bool granted, int atLeast = LeadersAtLeast)
    {
        var voters = votes.Select(v => v.PersonId).Distinct().Count();
        if (voters < atLeast || voters < votes.Count)
            throw NotDecidedTogether.With($"应有 {atLeast} 名以上其他负责人参加讨论，实有 {voters} 名").At("/votes");
        var agree = votes.Count(v => v.Grants == granted);
        if (agree * 2 <= votes.Count)
            throw NotDecidedTogether.With($"参加讨论 {votes.Count} 名，同意该结论的 {agree} 名，没有过半数").At("/granted");
    }

    /// <summary>Refuses a head who withdraws without somebody to act in the head's place, and somebody who cannot.</summary>
    /// <exception cref="DomainException"><see cref="NoStandIn"/>.</exception>
    internal static void EnsureStandIn(DecideRecusal decided, ActContext law, OrdinaryFile file)
    {
        if (!decided.Granted)
        {
            if (decided.StandInPersonId is not null)
                throw NoStandIn.With("负责人不回避的，无人代行").At("/standInPersonId");
            return;
        }
        if (decided.StandInPersonId is not { } person)
            throw NoStandIn.With("没有确定代行的负责人").At("/standInPersonId");
        if (person == decided.OfficerId || LeaderOf(person, law) is null)
            throw NoStandIn.With($"人员 {person} 不是本机关的其他负责人").At("/standInPersonId");
        if (file.Investigators.Contains(person) || Recusal.ObstaclesToActing(file.Recusals.Requests, [person], decided.DoneAt).Count > 0)
            throw NoStandIn.With($"人员 {person} 参与办案或者已决定回避").At("/standInPersonId");
    }

    private static OfficeHolder? LeaderOf(Guid person, ActContext law) =>
        law.OfficeHolders.FirstOrDefault(h => h.PersonId == person && h.IsLeaderOf(law.Organ.Path));
}
