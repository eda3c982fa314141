using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Requests the recusal (回避) of an officer, a leader, a reviewer or the host of the hearing, by that person or by the party. The investigation continues
/// meanwhile; a hearing under that host waits, and the decision does. 行政处罚法 第四十三条、第六十四条第四项.</summary>
public sealed record RequestRecusal : ActBody
{
    /// <summary>The person concerned: an officer of the case, a leader or reviewer of the organ, or the host named in the notice of the hearing.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Who requests it.</summary>
    public required RecusalAskedBy AskedBy { get; init; }

    /// <summary>直接利害关系或者其他关系, in the words of the request.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.Law.Roster.OfficerOn(OfficerId, act.DoneOn) is null && !ActsIn(act))
            throw OfficerRoster.Unknown.With($"人员 {OfficerId}");
        if (AskedBy is RecusalAskedBy.Officer && act.Law.PersonId != OfficerId)
            throw RecusalsOnFile.NotByItself.With($"自行回避的为 {OfficerId}", "由本人提出").At("/askedBy");
        if (!ActsIn(act))
            throw RecusalsOnFile.NotOfThisCase.With($"人员 {OfficerId}", "核对申请回避的对象");
    }

    /// <summary>Who decides or reviews by office may be asked to withdraw before having done anything in the case.</summary>
    private static readonly Role[] DecideOrReview = [Role.Head, Role.DeputyHead, Role.TeamLead, Role.LegalReviewer];

    private bool ActsIn(ActExecution act) =>
        act.Case.Officers.Any(o => o.PersonId == OfficerId)
        || act.File.Hearing.Called?.HostPersonId == OfficerId
        || act.Law.OfficeHolders.Any(h => h.PersonId == OfficerId && h.Roles.Any(DecideOrReview.Contains))
        || act.File.Acts.Any(a =>
            a.PersonId == OfficerId || (a.Body is SceneActBody scene && scene.Attendance.Officers.Any(o => o.OfficerId == OfficerId))
        );

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Recusals.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("officer", OfficerId).Add("askedBy", AskedBy);
}
