using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Requests the recusal (回避) of an officer, by the officer or by the party, or that of the host of the hearing. The investigation continues meanwhile;
/// a hearing under that host waits. 行政处罚法 第四十三条、第六十四条第四项.</summary>
public sealed record RequestRecusal : ActBody
{
    /// <summary>The officer concerned, or the host named in the notice of the hearing.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Who requests it.</summary>
    public required RecusalAskedBy AskedBy { get; init; }

    /// <summary>直接利害关系或者其他关系, in the words of the request.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.Law.Roster.OfficerOn(OfficerId, act.DoneOn) is null && act.File.Hearing.Called?.HostPersonId != OfficerId)
            throw OfficerRoster.Unknown.With($"人员 {OfficerId}");
        if (!ActsIn(act))
            throw RecusalsOnFile.NotOfThisCase.With($"人员 {OfficerId}", "核对申请回避的对象");
    }

    private bool ActsIn(ActExecution act) =>
        act.Case.Officers.Any(o => o.PersonId == OfficerId)
        || act.File.Hearing.Called?.HostPersonId == OfficerId
        || act.File.Acts.Any(a =>
            a.PersonId == OfficerId || (a.Body is SceneActBody scene && scene.Attendance.Officers.Any(o => o.OfficerId == OfficerId))
        );

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Recusals.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("officer", OfficerId).Add("askedBy", AskedBy);
}
