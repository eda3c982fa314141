using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides whether an officer withdraws from the case (决定回避). An officer who must withdraw may do nothing more in it. 行政处罚法
/// 第四十三条第三款.</summary>
public sealed record DecideRecusal : ActBody
{
    /// <summary>The officer; every open request about him or her is decided.</summary>
    public required Guid OfficerId { get; init; }

    /// <summary>Whether the officer must withdraw.</summary>
    public required bool Granted { get; init; }

    /// <summary>Reasons for the decision.</summary>
    public required string Reasons { get; init; }

    internal override void Execute(ActExecution act)
    {
        var asked = act.File.Recusals.Requests.Where(r => r.OfficerPersonId == OfficerId && r.Decision is null).ToList();
        if (asked.Count == 0)
            throw RecusalsOnFile.NoRecusal.With($"人员 {OfficerId}");
        foreach (var request in asked)
            Recusal.Decide(request, By(act.Law.PersonId), act.Law.Roles.Contains(Role.Head) ? Role.Head : Role.DeputyHead);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Recusals.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("officer", OfficerId).Add("granted", Granted);

    internal RecusalDecision By(Guid headPersonId) => new(headPersonId, Granted, DoneAt, Reasons);
}
