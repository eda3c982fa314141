using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An officer asks to withdraw, or the party asks that one does, or the host of the hearing (回避). The investigation goes on meanwhile; a hearing under that host waits.
/// 行政处罚法 第四十三条、第六十四条第四项.</summary>
public sealed record RequestRecusal : ActBody
{
    /// <summary>The officer it is about, or the host whom the notice of the hearing names.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Who asked.</summary>
    public required RecusalAskedBy AskedBy { get; init; }

    /// <summary>直接利害关系或者其他关系, in the words of the request.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.Law.Roster.OfficerOn(OfficerId, act.DoneOn) is null && act.File.Hearing.Called?.HostPersonId != OfficerId)
            throw OfficerRoster.Unknown.With($"人员 {OfficerId}");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Recusals.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("officer", OfficerId).Add("askedBy", AskedBy);
}
