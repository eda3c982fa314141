using EnforcementCases.Domain.Access;
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

    /// <summary>直接利害关系或者其他关系, as it was put.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act)
    {
        if (act.Law.Roster.OfficerOn(OfficerId, act.DoneOn) is null && act.File.HearingCalled?.HostPersonId != OfficerId)
            throw OfficerRoster.Unknown.With($"人员 {OfficerId}");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Add(new RecusalRequest(OfficerId, AskedBy, Reason, DoneAt));

    internal override RecordFields Clear() => new RecordFields().Add("officer", OfficerId).Add("askedBy", AskedBy);
}

/// <summary>The head decides whether an officer withdraws (决定回避); whoever has to does nothing more in the case. 行政处罚法 第四十三条第三款.</summary>
public sealed record DecideRecusal : ActBody
{
    /// <summary>The officer; every undecided request about him or her is decided.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>The officer has to withdraw.</summary>
    public required bool Granted { get; init; }

    /// <summary>Why.</summary>
    public required string Reasons { get; init; }

    internal override void Do(ActInHand act)
    {
        var asked = act.File.Recusals.Where(r => r.OfficerPersonId == OfficerId && r.Decision is null).ToList();
        if (asked.Count == 0)
            throw OrdinaryFile.NoRecusal.With($"人员 {OfficerId}");
        foreach (var request in asked)
            Recusal.Decide(request, Decision(act.Law.PersonId), act.Law.Roles.Contains(Role.Head) ? Role.Head : Role.DeputyHead);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Decide(OfficerId, Decision(done.PersonId));

    internal override RecordFields Clear() => new RecordFields().Add("officer", OfficerId).Add("granted", Granted);

    private RecusalDecision Decision(Guid headPersonId) => new(headPersonId, Granted, DoneAt, Reasons);
}

/// <summary>Puts other officers in charge of the case (更换承办人员). Those before stay persons who investigated it.</summary>
public sealed record ReplaceOfficers : ActBody
{
    /// <summary>The officers from now on, at least two.</summary>
    public required IReadOnlyList<Guid> OfficerIds { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act) => act.Case.Appoint(act.EnsureOfficers(OfficerIds, act.DoneOn));

    internal override RecordFields Clear() => new RecordFields().Add("officers", OfficerIds.Select(id => id.ToString()));
}

public sealed partial class OrdinaryFile
{
    /// <summary>No recusal request waits for the head.</summary>
    public static readonly DomainError NoRecusal = new("recusal.nothing-to-decide", null, ErrorKind.WrongStage, "没有待决定的回避申请");
}
