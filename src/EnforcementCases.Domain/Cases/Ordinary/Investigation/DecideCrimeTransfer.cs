using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides whether the case is transferred to the judicial organs (决定是否移送), within three calendar days of the report. 行政执法机关移送涉嫌犯罪案件的规定
/// 第五条.</summary>
[Upcast(1)] // officerIds: not asked then
public sealed record DecideCrimeTransfer : ActBody
{
    /// <summary>True if the case is transferred.</summary>
    public required bool Approved { get; init; }

    /// <summary>The officers who see to the transfer (专案组), at least two; required if the transfer is approved before officers were appointed, otherwise empty.</summary>
    public IReadOnlyList<Guid> OfficerIds { get; init; } = [];

    /// <summary>Why it is not transferred; required if it is not, otherwise null.</summary>
    public string? Reasons { get; init; }

    internal override void Execute(ActExecution act)
    {
        var decided = Decided(act.File.Investigation.CrimeSuspicion!, act.Law.PersonId);
        if (Approved && act.Case.Officers.Count == 0)
            act.Case.Appoint(act.EnsureOfficers(OfficerIds, act.DoneOn));
        if (Approved)
            act.Start(DeadlineKind.CrimeTransfer, CriminalTransfer.HandOverDue(DoneAt, act.Law.Calendar));
        else
            CriminalTransfer.EnsureComplete(decided);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("approved", Approved);

    internal CriminalTransferRecord Decided(CriminalTransferRecord reported, Guid headPersonId) =>
        reported with
        {
            HeadPersonId = headPersonId,
            DecidedAt = DoneAt,
            Approved = Approved,
            Reasons = Reasons,
        };
}
