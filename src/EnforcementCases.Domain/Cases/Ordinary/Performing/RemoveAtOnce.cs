using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Has a road, a river or a public place cleared immediately (立即代履行), without a call to perform. 行政强制法 第五十二条.</summary>
[UpcastRename(1, "clearing.partyToldAt", "partyNotifiedAt")]
public sealed record RemoveAtOnce : SceneActBody
{
    /// <summary>What was cleared, where and why at once, with its film, and when an absent party was notified.</summary>
    public required ImmediateClearing Clearing { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.EnsureAttended(Attendance, Clearing.ClearedAt);
        ImmediatePerformance.EnsureAllowed(Clearing);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("thing", Clearing.Thing)
            .Add("place", Clearing.Place)
            .Add("clearedAt", Clearing.ClearedAt)
            .Add("partyToldAt", Clearing.PartyNotifiedAt)
            .Add("mediaSha256", Clearing.VideoSha256);
}
