using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head approves that evidence is registered and kept (批准先行登记保存); one approval carries one registration. 行政处罚法 第五十六条.</summary>
public sealed record ApprovePreservation : ActBody
{
    /// <summary>What is to be registered, and why it may be lost.</summary>
    public required string Purpose { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act) { }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.PreservationApproval = new(done.PersonId, DoneAt, Opinion);
}

/// <summary>Registers and keeps evidence that may be lost (先行登记保存). Seven working days run for a handling decision. 行政处罚法 第五十六条.</summary>
public sealed record PreserveEvidence : SceneActBody
{
    /// <summary>Identity of the registration, chosen by the client.</summary>
    public required Guid PreservationId { get; init; }

    /// <summary>Why the evidence may be lost or hard to get later.</summary>
    public required string Risk { get; init; }

    /// <summary>What was registered; the handling decision goes by the places on this list, from 1.</summary>
    public required IReadOnlyList<ListedThing> Things { get; init; }

    /// <summary>Where it is kept (保存地点).</summary>
    public required string KeptAt { get; init; }

    /// <summary>How the list was signed.</summary>
    public required RecordSignature Signature { get; init; }

    /// <summary>Sound and picture, SHA-256.</summary>
    public IReadOnlyList<string> MediaSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        RegisterPreserve.EnsureAllowed(AsRecord(act.File.PreservationApproval));
        InvestigationRecords.EnsureSigned(DoneAt, DoneAt, Signature);
        act.EnsureAttended(Attendance);
        act.EnsureRecorded(MediaSha256);
        act.File.EnsureNewMeasure(PreservationId);
        act.Start(DeadlineKind.Preservation, RegisterPreserve.Due(DoneAt, act.Law.Calendar), Reference(PreservationId));
        act.Issue(DocumentKind.PreservationNotice);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.Add(new PreservedThings(PreservationId, AsRecord(file.PreservationApproval), [.. Enumerable.Range(1, Things.Count)]));
        file.PreservationApproval = null;
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("preservation", PreservationId).Add("things", (long)Things.Count).Add("media", MediaSha256);

    /// <summary>What the deadline of a registration hangs on.</summary>
    internal static string Reference(Guid preservationId) => preservationId.ToString("D");

    private RegisterPreserveRecord AsRecord(HeadApproval? approval) => new(DoneAt, Risk, approval, Things);
}

/// <summary>What is done with one registered thing.</summary>
/// <param name="Place">Its place on the list, from 1.</param>
/// <param name="Disposal">What is done.</param>
/// <param name="Note">To whom it goes, or who signed for it; null where there is nothing to say.</param>
public sealed record ThingDisposed(int Place, PreserveDisposal Disposal, string? Note = null);

/// <summary>Decides what is done with registered things (先行登记保存证据处理决定), thing by thing. 行政处罚法 第五十六条.</summary>
public sealed record DisposePreserved : ActBody
{
    /// <summary>The registration.</summary>
    public required Guid PreservationId { get; init; }

    /// <summary>The things that are dealt with; the seven working days are kept once none is left.</summary>
    public required IReadOnlyList<ThingDisposed> Things { get; init; }

    internal override void Do(ActInHand act)
    {
        var kept = act.File.PreservedOf(PreservationId);
        if (Things.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明处理的物品");
        foreach (var thing in Things)
        {
            if (!kept.OpenPlaces.Contains(thing.Place) || Things.Count(t => t.Place == thing.Place) > 1)
                throw OrdinaryFile.ThingNotOpen.With($"清单第 {thing.Place} 项");
            RegisterPreserve.EnsureMayDispose(kept.Record, thing.Disposal, DoneAt, act.Law.Calendar);
            RegisterPreserve.EnsureFounded(thing.Disposal, act.File.ConfiscatesGoods, act.File.Sealed.Any(s => s.IsOpen));
        }
        if (Things.Count == kept.OpenPlaces.Count)
            act.Meet(DeadlineKind.Preservation, PreserveEvidence.Reference(PreservationId));
        act.Issue(DocumentKind.PreservationHandling);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.ChangePreserved(
            PreservationId,
            kept =>
            {
                IReadOnlyList<int> open = [.. kept.OpenPlaces.Except(Things.Select(t => t.Place))];
                return kept with
                {
                    OpenPlaces = open,
                    Record = open.Count > 0 ? kept.Record : kept.Record with { Disposal = Things[^1].Disposal, DisposedAt = DoneAt },
                };
            }
        );

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("preservation", PreservationId)
            .Add(
                "things",
                Things.OrderBy(t => t.Place).Select(t => new RecordFields().Add("place", (long)t.Place).Add("disposal", t.Disposal))
            );
}

public sealed partial class OrdinaryFile
{
    /// <summary>A measure has the identity of another.</summary>
    public static readonly DomainError MeasureIdTaken = new("measure.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的措施");

    /// <summary>No such measure in the case, or nothing of it is left.</summary>
    public static readonly DomainError MeasureNotOpen = new("measure.not-open", null, ErrorKind.WrongStage, "没有尚待处理的该项措施");

    /// <summary>The place is not on the list, was dealt with, or stands twice.</summary>
    public static readonly DomainError ThingNotOpen = new(
        "register-preserve.thing-not-open",
        null,
        ErrorKind.Unacceptable,
        "清单上没有该项物品，或者已经处理"
    );

    internal void EnsureNewMeasure(Guid id)
    {
        if (preserved.Exists(p => p.Id == id) || @sealed.Exists(s => s.Id == id))
            throw MeasureIdTaken.With($"措施 {id}");
    }

    internal PreservedThings PreservedOf(Guid id) =>
        preserved.Find(p => p.Id == id && p.OpenPlaces.Count > 0) ?? throw MeasureNotOpen.With($"先行登记保存 {id}");
}
