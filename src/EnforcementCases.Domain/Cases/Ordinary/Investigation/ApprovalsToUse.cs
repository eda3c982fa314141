namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head's approval of a registration to come (先行登记保存的批准).</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Things">What may be registered; empty in approvals of the time before things were named.</param>
public sealed record PreservationApproval(HeadApproval Approval, IReadOnlyList<ThingToTake> Things);

/// <summary>What the head approved and nobody has done yet: things to be registered, sealed or detained, or disposed of. Each approval covers one act. Approvals of different things wait
/// beside each other; of two about the same thing the later counts.</summary>
public sealed class ApprovalsToUse
{
    private readonly List<PreservationApproval> preservation = [];
    private readonly List<SealingApproval> sealing = [];
    private readonly List<DisposalApproval> disposal = [];

    /// <summary>Of things to be registered (先行登记保存), oldest first.</summary>
    public IReadOnlyList<PreservationApproval> Preservation => preservation;

    /// <summary>Of things to be sealed or detained (查封、扣押), oldest first.</summary>
    public IReadOnlyList<SealingApproval> Sealing => sealing;

    /// <summary>Of things to be disposed of (处理财物), oldest first.</summary>
    public IReadOnlyList<DisposalApproval> Disposal => disposal;

    /// <summary>The approval that a registration rests on: one that covers its things, or else the last one; null if there is none.</summary>
    internal PreservationApproval? Of(PreserveEvidence kept) =>
        preservation.FindLast(a => ThingToTake.Cover(a.Things, kept.Things)) ?? preservation.LastOrDefault();

    /// <summary>The approval that a measure rests on: one of its kind that covers its things, or else the last one of its kind; null if there is none.</summary>
    internal SealingApproval? Of(SealProperty measure) =>
        sealing.FindLast(a => a.Kind == measure.Kind && ThingToTake.Cover(a.Things, measure.Things))
        ?? sealing.FindLast(a => a.Kind == measure.Kind);

    /// <summary>The approval of exactly this disposal; null if there is none.</summary>
    internal DisposalApproval? Of(DisposeOfThings disposed) => disposal.FindLast(a => a.Approved.IsOf(disposed));

    internal void Apply(ApprovePreservation approved, DoneAct done)
    {
        preservation.RemoveAll(a => ThingToTake.Overlap(a.Things, approved.Things));
        preservation.Add(new(new(done.PersonId, approved.DoneAt, approved.Opinion), approved.Things));
    }

    /// <summary>The head's word on a measure that has not been taken: a refusal takes back what was approved of its kind.</summary>
    internal void Apply(ApproveSealing approved, DoneAct done)
    {
        sealing.RemoveAll(a => a.Kind == approved.Kind && (!approved.Agrees || ThingToTake.Overlap(a.Things, approved.Things)));
        if (approved.Agrees)
            sealing.Add(new(approved.Kind, new(done.PersonId, approved.DoneAt, approved.Opinion), approved.Things));
    }

    internal void Apply(ApproveDisposal approved, DoneAct done)
    {
        disposal.RemoveAll(a => a.Approved.MeasureId == approved.MeasureId && a.Approved.Positions.Intersect(approved.Positions).Any());
        disposal.Add(new(approved, new(done.PersonId, approved.DoneAt, approved.Opinion)));
    }

    /// <summary>An approval is used up.</summary>
    internal void Use(PreservationApproval? used) => preservation.RemoveAll(a => a == used);

    /// <inheritdoc cref="Use(PreservationApproval)"/>
    internal void Use(SealingApproval? used) => sealing.RemoveAll(a => a == used);

    /// <inheritdoc cref="Use(PreservationApproval)"/>
    internal void Use(DisposalApproval? used) => disposal.RemoveAll(a => a == used);
}
