using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Acts of a person who had to withdraw that no longer count (回避前所作环节不予采信). What is not set aside still counts. 行政处罚法 第四十三条.</summary>
public static class ActsSetAside
{
    /// <summary>Something is set aside that the person did not do, that nobody can set aside, or though the person need not withdraw.</summary>
    public static readonly DomainError NotPossible = new(
        "recusal.not-to-set-aside",
        "APL-43",
        ErrorKind.RuleBroken,
        "只有回避人员本人办理的取证、审批意见、审核意见和集体讨论可以决定不予采信",
        PenaltyLaw.At("第四十三条第一款")
    );

    /// <summary>Refuses to set aside what cannot be.</summary>
    /// <exception cref="DomainException"><see cref="NotPossible"/>.</exception>
    internal static void EnsureMayBe(OrdinaryFile file, Guid actId, DecideRecusal decided, string pointer)
    {
        var why =
            !decided.Granted ? NotPossible.With("没有决定回避")
            : file.Acts.FirstOrDefault(a => a.Entry.Id == actId) is not { } act ? NotPossible.With($"案卷中没有环节 {actId}")
            : !TookPart(act, decided.OfficerId) ? NotPossible.With($"案卷第 {act.Entry.Place} 项不是该人员办理的")
            : !Falls(act.Body) ? NotPossible.With($"案卷第 {act.Entry.Place} 项“{act.Act.Term()}”", "由有权的人员重新办理")
            : null;
        if (why is not null)
            throw why.At(pointer);
    }

    /// <summary>Takes the effect from the acts that a decision sets aside.</summary>
    internal static void Apply(OrdinaryFile file, DecideRecusal decided)
    {
        foreach (var act in file.Acts.Where(a => decided.SetAsideActIds.Contains(a.Entry.Id)).ToList())
        {
            switch (act.Body)
            {
                case RecordScene scene:
                    file.Evidence.SetAside([scene.EvidenceId], decided.Reasons);
                    break;
                case RecordInquiry inquiry:
                    file.Evidence.SetAside([inquiry.EvidenceId], decided.Reasons);
                    break;
                case CollectEvidence collected:
                    file.Evidence.SetAside([.. collected.Items.Select(i => collected.AsEvidence(i).Id)], decided.Reasons);
                    break;
                case EndorsePaper endorsed:
                    file.Approvals.Forget(endorsed.Paper);
                    break;
                case GiveReviewOpinion:
                    file.Review.SetAside(act);
                    break;
                case DiscussCollectively discussed:
                    file.Deciding.SetAside(discussed);
                    break;
            }
        }
    }

    private static bool Falls(ActBody body) =>
        body is RecordScene or RecordInquiry or CollectEvidence or EndorsePaper or GiveReviewOpinion or DiscussCollectively;

    private static bool TookPart(DoneAct act, Guid person) =>
        act.PersonId == person
        || (act.Body is SceneActBody scene && scene.Attendance.Officers.Any(o => o.OfficerId == person))
        || (act.Body is DiscussCollectively discussed && discussed.Views.Any(v => v.PersonId == person));
}
