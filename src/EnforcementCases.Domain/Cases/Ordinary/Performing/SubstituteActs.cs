using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides to have a duty performed by others at the party's cost (代履行决定, D42). 行政强制法 第五十条、第五十一条.</summary>
public sealed record DecideSubstitute : ActBody
{
    /// <summary>The duty is to remove an obstacle or to restore (排除妨碍、恢复原状).</summary>
    public required bool RemovalOrRestoration { get; init; }

    /// <summary>What non-performance harms; null where nothing.</summary>
    public HarmOfNonPerformance? Harm { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Object and manner (标的、方式).</summary>
    public required string ObjectAndManner { get; init; }

    /// <summary>Planned day (代履行的时间).</summary>
    public required DateOnly PerformOn { get; init; }

    /// <summary>Estimated cost in fen (费用预算).</summary>
    public required long CostEstimateFen { get; init; }

    /// <summary>Who performs (代履行人).</summary>
    public required string Performer { get; init; }

    /// <summary>The performer has no interest in the matter (没有利害关系).</summary>
    public required bool PerformerDisinterested { get; init; }

    internal override void Do(ActInHand act)
    {
        act.File.EnsureMayExecute(act.DoneOn);
        // served and called upon again today at the earliest: what is refused now can never become right
        PerformanceByOthers.EnsureMayStart(PlanFor(act.File, PerformOn, act.DoneOn, act.DoneOn), act.Law.Calendar);
        act.Issue(DocumentKind.SubstitutePerformance);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.Substitute = (this, done.Entry.Place);
        file.UseReview(PlannedAct.SubstitutePerformance);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("harm", Harm).Add("performOn", PerformOn).Add("costEstimateFen", CostEstimateFen);

    /// <summary>The plan as the law asks for it; its number comes with the paper.</summary>
    internal PerformanceByOthersPlan PlanFor(OrdinaryFile file, DateOnly performOn, DateOnly? servedOn, DateOnly? calledAgainOn) =>
        new()
        {
            Number = "",
            DecisionServedOn = servedOn,
            RemovalOrRestoration = RemovalOrRestoration,
            Harm = Harm,
            ReasonsAndBasis = ReasonsAndBasis,
            ObjectAndManner = ObjectAndManner,
            PerformOn = performOn,
            CostEstimateFen = CostEstimateFen,
            Performer = Performer,
            PerformerDisinterested = PerformerDisinterested,
            CallServedOn = file.CallServedOn,
            PerformBy = file.ServedCall?.Call.PerformBy,
            CalledAgainOn = calledAgainOn,
        };
}

/// <summary>Has the duty performed by others (实施代履行), supervised and filmed. 行政强制法 第四十三条、第五十一条.</summary>
public sealed record CarryOutSubstitute : SceneActBody
{
    /// <summary>From when to when, why it cannot wait where it can not, and that no supply of residents is cut.</summary>
    public required ExecutionPlan Times { get; init; }

    /// <summary>到场监督的工作人员签名.</summary>
    public required bool SignedByOfficer { get; init; }

    /// <summary>代履行人签名.</summary>
    public required bool SignedByPerformer { get; init; }

    /// <summary>当事人或者见证人签名.</summary>
    public required bool SignedByPartyOrWitness { get; init; }

    /// <summary>Actual cost in fen, which is the party's.</summary>
    public required long ActualCostFen { get; init; }

    /// <summary>Violence, threats or other unlawful means were used.</summary>
    public required bool Violent { get; init; }

    /// <summary>Film, SHA-256; mandatory.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Do(ActInHand act)
    {
        var (file, day) = (act.File, act.DoneOn);
        act.EnsureAttended(Attendance);
        file.EnsureMayExecute(day);
        var served = file.ServiceOf(DocumentKind.SubstitutePerformance);
        var (decision, place) = file.Substitute!.Value;
        PerformanceByOthers.EnsureMayStart(
            decision.PlanFor(file, day, served?.Paper.ActPlace == place ? served.ServedOn : null, file.CalledAgainAfter(place)),
            act.Law.Calendar
        );
        act.EnsureAllowedTime(Times);
        PerformanceByOthers.EnsureRecorded(
            new(
                day,
                [.. Attendance.Officers.Select(o => o.OfficerId)],
                SignedByOfficer,
                SignedByPerformer,
                SignedByPartyOrWitness,
                ActualCostFen,
                Violent
            )
        );
        RecordingMatrix.EnsureRecorded(RecordedAct.SubstitutePerformance, MediaSha256.Count > 0);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Substitute = null;

    internal override RecordFields Clear() => new RecordFields().Add("actualCostFen", ActualCostFen).Add("mediaSha256", MediaSha256);
}

/// <summary>Clears a road, a river or a public place at once (立即代履行), without a call. 行政强制法 第五十二条.</summary>
public sealed record RemoveAtOnce : SceneActBody
{
    /// <summary>What was cleared, where and why at once, with its film and when an absent party was told.</summary>
    public required ImmediateClearing Clearing { get; init; }

    internal override void Do(ActInHand act)
    {
        act.EnsureAttended(Attendance);
        ImmediatePerformance.EnsureAllowed(Clearing);
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("thing", Clearing.Thing)
            .Add("place", Clearing.Place)
            .Add("clearedAt", Clearing.ClearedAt)
            .Add("partyToldAt", Clearing.PartyToldAt)
            .Add("mediaSha256", Clearing.VideoSha256);
}

/// <summary>Announces that an unlawful structure will be removed by force (强制拆除公告, D43). 行政强制法 第四十四条.</summary>
public sealed record AnnounceRemoval : ActBody
{
    /// <summary>Last day for the party to remove it (限期当事人自行拆除).</summary>
    public required DateOnly SelfRemovalBy { get; init; }

    /// <summary>Planned day of the removal.</summary>
    public required DateOnly RemoveOn { get; init; }

    /// <summary>What is to be removed.</summary>
    public required string Structure { get; init; }

    /// <summary>Where the notice was posted.</summary>
    public required string PostedAt { get; init; }

    /// <summary>Photographs of the notice where it stands, SHA-256.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Do(ActInHand act)
    {
        var file = act.File;
        file.EnsureMayExecute(act.DoneOn);
        RemovalOfStructures.EnsureAllowed(new(RemoveOn, act.DoneOn, SelfRemovalBy, file.RemedyRuns), file.Clock!, act.Law.Calendar);
        if (MediaSha256.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有张贴公告的照片");
        act.Issue(DocumentKind.DemolitionAnnouncement);
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("selfRemovalBy", SelfRemovalBy).Add("removeOn", RemoveOn).Add("mediaSha256", MediaSha256);
}

public sealed partial class OrdinaryFile
{
    /// <summary>A decision on performance by others that was not carried out yet, with the place of its act; null where there is none.</summary>
    public (DecideSubstitute Decision, int Place)? Substitute { get; internal set; }

    /// <summary>Day on which the party was first called upon again after an act: a further call does not undo it. Null where it was not.</summary>
    internal DateOnly? CalledAgainAfter(int place) => calls.Where(c => c.Place > place).Select(ServedOn).Min();
}
