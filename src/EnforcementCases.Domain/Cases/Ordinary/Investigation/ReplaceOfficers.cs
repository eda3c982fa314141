using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Assigns other officers to the case (更换承办人员). The former officers still count as persons who investigated it.</summary>
public sealed record ReplaceOfficers : ActBody
{
    /// <summary>The officers from now on, at least two.</summary>
    public required IReadOnlyList<Guid> OfficerIds { get; init; }

    /// <summary>Why they are replaced.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => act.Case.Appoint(act.EnsureOfficers(OfficerIds, act.DoneOn));

    internal override RecordFields RecordedFields() => new RecordFields().Add("officers", OfficerIds.Select(id => id.ToString()));
}
