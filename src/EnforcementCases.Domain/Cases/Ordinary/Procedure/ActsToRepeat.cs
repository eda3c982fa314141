using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An act that has to be done again before the decision.</summary>
/// <param name="Act">The act.</param>
/// <param name="Position">Position in the file of the act as it was done.</param>
/// <param name="On">Position of the proposal that it was about.</param>
/// <param name="Now">Position of the proposal that counts now.</param>
/// <param name="Because">The elements that changed; empty if it has to be done again for another reason.</param>
/// <param name="Why">The refusal of the gate before the decision.</param>
public sealed record ActToRepeat(CaseAct Act, int Position, int On, int Now, IReadOnlyList<MatterElement> Because, DomainException Why);

/// <summary>Which acts have to be done again before the decision, by the gates before it.</summary>
public static class ActsToRepeat
{
    /// <summary>The acts, in the order of the procedure; none if nothing is proposed. What nobody has to do is not done again.</summary>
    public static IReadOnlyList<ActToRepeat> ToRepeat(this OrdinaryFile file, ActContext law)
    {
        var onMatter = OnMatter(file, law);
        return [.. AfterChangeOfParty(file).Where(act => onMatter.All(other => other.Act != act.Act)), .. onMatter];
    }

    /// <summary>What was done with a party that is none any more, in the order of the procedure.</summary>
    private static readonly CaseAct[] DoneWithParty =
    [
        CaseAct.ConcludeInvestigation,
        CaseAct.ProposeDecision,
        CaseAct.TellPenalty,
        CaseAct.HoldHearing,
        CaseAct.GiveReviewOpinion,
        CaseAct.DiscussCollectively,
    ];

    private static IEnumerable<ActToRepeat> AfterChangeOfParty(OrdinaryFile file) =>
        file.Filing.PartyChangedAt is { } changed && CaseStages.Undecided.Contains(file.Case.Stage)
            ? DoneWithParty
                .Select(file.Last)
                .OfType<DoneAct>()
                .Where(act => act.Entry.Place < changed)
                .Select(act => new ActToRepeat(
                    act.Act,
                    act.Entry.Place,
                    act.Entry.Place,
                    changed,
                    [MatterElement.Party],
                    PartyChange.DoneWithFormer.With($"案卷第 {act.Entry.Place} 项在第 {changed} 项变更当事人前办理")
                ))
            : [];

    private static IReadOnlyList<ActToRepeat> OnMatter(OrdinaryFile file, ActContext law)
    {
        if (file.Deciding.Matter is not { } matter)
            return [];
        var closed = new[] { DecidingGates.MayDecide, DecidingGates.DecisionEndorsed }
            .SelectMany(gate => gate.FindObstacles(file, law, law.Now))
            .Select(obstacle => obstacle.Error)
            .ToHashSet();
        return
        [
            .. new[] { Notice(file, matter), Opinion(file, matter), Discussion(file, matter), Endorsement(file, matter) }
                .OfType<ActToRepeat>()
                .Where(act => closed.Contains(act.Why.Error)),
        ];
    }

    private static ActToRepeat? Notice(OrdinaryFile file, ReviewedMatter matter) =>
        file.Notice is { ServedAct: { } act, Told: { } told } && PriorNotices.ObstacleUnlessAsNotified(told, matter) is { } why
            ? new(act.Act, act.Entry.Place, told.Position, matter.Position, PriorNotices.ElementsToTell(told, matter), why)
            : null;

    private static ActToRepeat? Opinion(OrdinaryFile file, ReviewedMatter matter)
    {
        if (file.Review is not { OpinionAct: { } act, Opinion: { } opinion })
            return null;
        var reviewed = file.Review.Reviewed;
        var why =
            ReviewGate.ObstacleFromObjection(file.Review.Objection is not null, file.Review.SentBack)
            ?? ReviewGate.ObstacleUnlessPassed(opinion, matter, file.Hearing.Held?.At, reviewed);
        return why is null
            ? null
            : new(act.Act, act.Entry.Place, (reviewed ?? matter).Position, matter.Position, reviewed?.ChangedIn(matter) ?? [], why);
    }

    private static ActToRepeat? Discussion(OrdinaryFile file, ReviewedMatter matter)
    {
        if (file.Deciding.Discussed is not { } discussed || file.Last(CaseAct.DiscussCollectively) is not { } act)
            return null;
        var why =
            (CollectiveDiscussion.ObstaclesUnlessOf(discussed, matter) is [var first, ..] ? first : null)
            ?? CollectiveDiscussion.ObstacleUnlessConcluded(discussed, matter)
            ?? CollectiveDiscussion.ObstacleIfBefore(discussed.Minutes, file.Review.PassedAt);
        return why is null
            ? null
            : new(
                act.Act,
                act.Entry.Place,
                (discussed.Proposed ?? matter).Position,
                matter.Position,
                discussed.Proposed?.ChangedIn(matter) ?? [],
                why
            );
    }

    private static ActToRepeat? Endorsement(OrdinaryFile file, ReviewedMatter matter) =>
        file.Approvals.EndorsementOf(ApprovalPaper.Decision, ApprovalLevel.TeamLead) is null
        && LastEndorsement(file) is { } act
        && file.Deciding.Endorsed is { } endorsed
            ? new(
                act.Act,
                act.Entry.Place,
                endorsed.Position,
                matter.Position,
                endorsed.ChangedIn(matter),
                ApprovalLine.NotEndorsed.With("缺少中队、大队负责人的同意意见")
            )
            : null;

    private static DoneAct? LastEndorsement(OrdinaryFile file) =>
        file.Acts.LastOrDefault(a => a.Body is EndorsePaper { Paper: ApprovalPaper.Decision, Agrees: true });
}
