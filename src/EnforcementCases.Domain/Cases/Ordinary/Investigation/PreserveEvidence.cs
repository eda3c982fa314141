using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Registers and preserves evidence that may be lost (先行登记保存). What is done with it must be decided within seven working days. 行政处罚法 第五十六条.</summary>
[Upcast(1)] // ownerUnknown: the party was known
public sealed record PreserveEvidence : SceneActBody
{
    /// <summary>Identity of the registration, chosen by the client.</summary>
    public required Guid PreservationId { get; init; }

    /// <summary>Why the evidence may be lost or hard to obtain later.</summary>
    public required string Risk { get; init; }

    /// <summary>The registered things; the handling decision refers to their positions on this list, from 1.</summary>
    public required IReadOnlyList<ListedThing> Things { get; init; }

    /// <summary>The owner is unknown (当事人不明), with what was done to find it; null if the party is identified.</summary>
    public Coercion.UnknownOwner? OwnerUnknown { get; init; }

    /// <summary>Where they are kept (保存地点).</summary>
    public required string KeptAt { get; init; }

    /// <summary>How the list was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Recordings (sound and picture), each as the SHA-256 of its file.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        var approved = act.File.Measures.Approvals.Of(this);
        RegisterPreserve.EnsureAllowed(AsRecord(approved?.Approval));
        ThingToTake.EnsureApproved(approved?.Things ?? [], Things, RegisterPreserve.ThingNotApproved, "/things");
        InvestigationRecords.EnsureSigned(DoneAt, DoneAt, Signature);
        act.EnsureAttended(Attendance);
        Coercion.OnTheScene.EnsureOwner(act.Case, OwnerUnknown);
        act.EnsureRecorded(MediaSha256);
        act.File.Measures.EnsureNew(PreservationId);
        act.Start(DeadlineKind.Preservation, RegisterPreserve.Due(DoneAt, act.Law.Calendar), Reference(PreservationId));
        act.Issue(DocumentKind.PreservationNotice);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Apply(this, file.Filing.Known);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("preservation", PreservationId).Add("things", (long)Things.Count).Add("media", MediaSha256);

    /// <summary>Reference that links a deadline to its registration.</summary>
    internal static string Reference(Guid preservationId) => preservationId.ToString("D");

    internal RegisterPreserveRecord AsRecord(HeadApproval? approval) => new(DoneAt, Risk, approval, Things);
}
