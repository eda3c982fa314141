using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides whether a person withdraws from the case (决定回避): the head of the organ, and about the head himself or herself the other leaders together. A person who
/// must withdraw may do nothing more in it; what he or she did before still counts, unless it is set aside with the decision. 行政处罚法 第四十三条第三款.</summary>
[Upcast(1)] // votes, standInPersonId, setAsideActIds: not asked then
public sealed record DecideRecusal : ActBody
{
    /// <summary>The person; every open request about him or her is decided.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Whether the person must withdraw.</summary>
    public required bool Granted { get; init; }

    /// <summary>Reasons for the decision.</summary>
    public required string Reasons { get; init; }

    /// <summary>The leaders who discussed the recusal of the head, each with view and vote; required if it is about the head, otherwise empty.</summary>
    public IReadOnlyList<RecusalVote> Votes { get; init; } = [];

    /// <summary>The leader of the organ who does in this case what is reserved to the head (代行负责人职责); required if the head must withdraw, otherwise null.</summary>
    public Guid? StandInPersonId { get; init; }

    /// <summary>Acts of the person that no longer count, by their ids: records of evidence, endorsements, opinions of the legal review, discussions. Empty if all that
    /// was done still counts.</summary>
    public IReadOnlyList<Guid> SetAsideActIds { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        var asked = act.File.Recusals.Requests.Where(r => r.OfficerPersonId == OfficerId && r.Decision is null).ToList();
        if (asked.Count == 0)
            throw RecusalsOnFile.NoRecusal.With($"人员 {OfficerId}");
        if (
            OfficerId == act.File.Recusals.StandIn // who acts in the place of the head is judged like the head
            || act.Law.OfficeHolders.Any(h => h.PersonId == OfficerId && h.Roles.Contains(Role.Head) && h.IsLeaderOf(act.Law.Organ.Path))
        )
        {
            foreach (var request in asked)
                RecusalOfHead.EnsureDecidedTogether(request, By(act.Law.PersonId), Votes, act.Law, act.File);
            RecusalOfHead.EnsureStandIn(this, act.Law, act.File);
        }
        else
        {
            foreach (var request in asked)
                Recusal.Decide(request, By(act.Law.PersonId), act.Law.Roles.Contains(Role.Head) ? Role.Head : Role.DeputyHead);
            if (StandInPersonId is not null)
                throw RecusalOfHead.NoStandIn.With("回避的不是行政机关负责人").At("/standInPersonId");
        }
        foreach (var (id, i) in SetAsideActIds.Select((id, i) => (id, i)))
            ActsSetAside.EnsureMayBe(act.File, id, this, $"/setAsideActIds/{i}");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Recusals.Apply(this, done);
        ActsSetAside.Apply(file, this);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("officer", OfficerId).Add("granted", Granted).Add("standIn", StandInPersonId?.ToString());

    internal RecusalDecision By(Guid headPersonId) => new(headPersonId, Granted, DoneAt, Reasons);
}
