using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What one track of a joint matter is fined (各当事人的罚款).</summary>
/// <param name="CaseId">The track.</param>
/// <param name="FineFen">Its fine in fen; 0 if it is not fined.</param>
public sealed record JointShare(Guid CaseId, long FineFen);

/// <summary>A track of the matter: a case of its own against one of the parties.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="PartyId">Its party.</param>
/// <param name="PartyName">Name of its party.</param>
public sealed record JointTrack(Guid CaseId, Guid PartyId, string PartyName);

/// <summary>What another track proposed or decided last.</summary>
/// <param name="CaseId">The track.</param>
/// <param name="Shares">The shares that its decision in force or its last proposal names; empty if it proposed nothing since it was last investigated.</param>
/// <param name="IsDecided">They are those of a decision in force.</param>
/// <param name="IsOver">It is no track any more: withdrawn, transferred, its decision fell, or it has another party or matter than when it was joined.</param>
public sealed record TrackState(Guid CaseId, IReadOnlyList<JointShare> Shares, bool IsDecided = false, bool IsOver = false)
{
    /// <summary>The state of another case, as this one sees it.</summary>
    public static TrackState Of(OrdinaryFile other, Guid caseId)
    {
        var fell = other.Case.Effect.FellAt is not null;
        var decision = fell ? null : other.Deciding.Decision;
        var proposal = decision ?? (other.Investigation.Conclusion is null ? null : other.Deciding.Proposal);
        return new(
            other.Case.Id,
            fell ? [] : proposal?.JointShares ?? [],
            decision is not null,
            fell
                || other.Case.Outcome is CaseOutcome.Withdrawn or CaseOutcome.CriminalTransfer or CaseOutcome.TransferToOrgan
                || other.Joint.Others.All(o => o.CaseId != caseId)
        );
    }
}

/// <summary>Parties who acted together (共同违法): one matter, one track for each party. 行政处罚法 第五条第二款、第二十九条、第四十条.</summary>
public static class JointMatter
{
    /// <summary>The cases are not about the same matter.</summary>
    public static readonly DomainError AnotherMatter = new(
        "joint.another-matter",
        "JOINT",
        ErrorKind.RuleBroken,
        "共同违法的各案应当是同一违法行为：同一机关、案由、时间和地点，当事人不同，且尚未作出决定",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>The cases are tracks of one matter already.</summary>
    public static readonly DomainError JoinedAlready = new("joint.joined-already", null, ErrorKind.Conflict, "该案已经并案办理");

    /// <summary>A penalty of a joint matter does not state what each party is fined.</summary>
    public static readonly DomainError SharesNotNamed = new(
        "joint.shares-not-named",
        "JOINT",
        ErrorKind.RuleBroken,
        "共同违法的，拟处理意见应当写明各当事人的罚款，且本案数额与拟定的罚款一致",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>Two tracks state different shares.</summary>
    public static readonly DomainError SharesDiffer = new(
        "joint.shares-differ",
        "JOINT",
        ErrorKind.RuleBroken,
        "共同违法各案写明的各当事人罚款应当一致",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>Whether a case can become a track: it is filed and not decided.</summary>
    public static bool MayJoin(EnforcementCase @case) => CaseStages.Undecided.Contains(@case.Stage);

    /// <summary>Refuses to join cases that are not about the same matter.</summary>
    /// <exception cref="DomainException"><see cref="AnotherMatter"/>.</exception>
    public static void EnsureSame(EnforcementCase one, EnforcementCase other)
    {
        var why =
            one.Id == other.Id ? AnotherMatter.With("是同一案件")
            : one.OrganId != other.OrganId ? AnotherMatter.With("不是同一机关办理")
            : one.Procedure is not CaseProcedure.Ordinary || other.Procedure is not CaseProcedure.Ordinary
                ? AnotherMatter.With("不是普通程序案件")
            : one.PartyId is null || other.PartyId is null || one.PartyId == other.PartyId ? AnotherMatter.With("当事人相同或者尚未核实")
            : one.ViolationCode != other.ViolationCode ? AnotherMatter.With($"案由为 {one.ViolationCode} 和 {other.ViolationCode}")
            : one.CommittedOn != other.CommittedOn
                ? AnotherMatter.With($"违法行为发生于 {one.CommittedOn:yyyy-MM-dd} 和 {other.CommittedOn:yyyy-MM-dd}")
            : one.Place.DivisionCode != other.Place.DivisionCode || one.Place.Text != other.Place.Text
                ? AnotherMatter.With($"地点为“{one.Place.Text}”和“{other.Place.Text}”")
            : !MayJoin(one) || !MayJoin(other) ? AnotherMatter.With($"案件处于“{one.Stage.Term()}”和“{other.Stage.Term()}”阶段")
            : null;
        if (why is not null)
            throw why.At("/otherCaseId");
    }

    /// <summary>Refuses shares that are missing, name other cases than the tracks, or another fine than the one proposed.</summary>
    /// <param name="tracks">Every track, this case included; empty if the case is not joint.</param>
    /// <exception cref="DomainException"><see cref="SharesNotNamed"/>.</exception>
    public static void EnsureNamed(IReadOnlyList<JointShare> shares, IReadOnlyCollection<Guid> tracks, Guid caseId, Money fine)
    {
        if (tracks.Count == 0 && shares.Count > 0)
            throw SharesNotNamed.With("本案没有并案办理").At("/jointShares");
        if (tracks.Count == 0)
            return;
        if (shares.Count != tracks.Count || !shares.Select(s => s.CaseId).ToHashSet().SetEquals(tracks))
            throw SharesNotNamed.With($"并案 {tracks.Count} 件，写明 {shares.Count} 件", "逐案写明各当事人的罚款").At("/jointShares");
        if (shares.First(s => s.CaseId == caseId).FineFen is var own && own != fine.Fen)
            throw SharesNotNamed.With($"本案写明 {Money.OfFen(own).InYuan} 元，拟定罚款 {fine.InYuan} 元").At("/jointShares");
    }

    /// <summary>Refuses shares that another track states otherwise.</summary>
    /// <param name="handledAgain">The decision of this case fell, and it is handled again: a decision of another track that is in force binds it only for the share of that track.</param>
    /// <exception cref="DomainException"><see cref="SharesDiffer"/>.</exception>
    public static void EnsureAgree(IReadOnlyList<JointShare> shares, IEnumerable<TrackState> others, bool handledAgain = false)
    {
        foreach (var other in others.Where(o => o is { Shares.Count: > 0, IsOver: false }))
        {
            foreach (var share in shares.Where(s => !(handledAgain && other.IsDecided) || s.CaseId == other.CaseId))
            {
                if (other.Shares.FirstOrDefault(s => s.CaseId == share.CaseId) is not { } theirs || theirs.FineFen != share.FineFen)
                    throw SharesDiffer.With(
                        $"案件 {share.CaseId}：本案写明 {Money.OfFen(share.FineFen).InYuan} 元，案件 {other.CaseId} 写明的不同",
                        "各案重新拟定一致的数额"
                    );
            }
        }
    }
}

/// <summary>The tracks of the matter beside this case, as the acts left them.</summary>
public sealed class JointOnFile
{
    private readonly List<JointTrack> others = [];

    /// <summary>The other tracks, in the order in which they were joined.</summary>
    public IReadOnlyList<JointTrack> Others => others;

    /// <summary>Every track by its case, this one included, without those that are none any more; empty if the case is not joint.</summary>
    /// <param name="states">What is known of the other tracks now.</param>
    internal IReadOnlyList<Guid> Tracks(Guid caseId, IReadOnlyList<TrackState> states)
    {
        var going = others.Where(o => !states.Any(s => s.CaseId == o.CaseId && s.IsOver)).Select(o => o.CaseId).ToList();
        return going.Count == 0 ? [] : [caseId, .. going];
    }

    /// <summary>Refuses a case that is a track already, unless more of its evidence is shared, or it was none for a while.</summary>
    /// <exception cref="DomainException"><see cref="JointMatter.JoinedAlready"/> or <see cref="JointMatter.AnotherMatter"/>.</exception>
    internal void EnsureNew(JoinTrack joined, Guid caseId, IReadOnlyList<TrackState> states)
    {
        if (joined.OtherCaseId == caseId)
            throw JointMatter.AnotherMatter.With("是同一案件").At("/otherCaseId");
        if (
            joined.Evidence.Count == 0
            && others.Exists(o => o.CaseId == joined.OtherCaseId)
            && !states.Any(s => s.CaseId == joined.OtherCaseId && s.IsOver)
        )
            throw JointMatter.JoinedAlready.With($"案件 {joined.OtherCaseId}").At("/otherCaseId");
    }

    internal void Apply(JoinTrack joined)
    {
        others.RemoveAll(o => o.CaseId == joined.OtherCaseId);
        others.Add(new(joined.OtherCaseId, joined.OtherPartyId, joined.OtherPartyName));
    }

    /// <summary>The case has another party or matter: it is joined anew if it still belongs to the others.</summary>
    internal void Leave() => others.Clear();

    /// <summary>What the parties are fined together and each by itself, in the words of a paper; null if the case is not joint.</summary>
    internal string? InWords(IReadOnlyList<JointShare> shares, Guid caseId, string party) =>
        others.Count == 0 || shares.Count == 0
            ? null
            : $"本案系共同违法，各当事人罚款合计{Money.OfFen(shares.Sum(s => s.FineFen)).InYuan}元："
                + string.Join(
                    '；',
                    shares.Select(s =>
                        $"{(s.CaseId == caseId ? party : others.Find(o => o.CaseId == s.CaseId)?.PartyName)}罚款{Money.OfFen(s.FineFen).InYuan}元"
                    )
                )
                + "。";
}
