using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What is done with one registered thing.</summary>
/// <param name="Position">Position of the thing on the list, from 1.</param>
/// <param name="Disposal">What is done with it.</param>
/// <param name="Note">Person to whom it goes, or who signed for it; null if none.</param>
public sealed record ThingDisposed(int Position, PreserveDisposal Disposal, string? Note = null);

/// <summary>Decides what happens to things registered and preserved as evidence (先行登记保存证据处理决定), thing by thing. 行政处罚法 第五十六条.</summary>
[UpcastRename(1, "things.place", "position")]
public sealed record DisposePreserved : ActBody
{
    /// <summary>The registration of the things.</summary>
    public required Guid PreservationId { get; init; }

    /// <summary>The things that are decided on. The duty to decide within seven working days is met once all things of the list are decided on.</summary>
    public required IReadOnlyList<ThingDisposed> Things { get; init; }

    internal override void Execute(ActExecution act)
    {
        var kept = act.File.Measures.PreservedOf(PreservationId);
        if (Things.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明处理的物品");
        foreach (var thing in Things)
        {
            var tested = kept.InTesting.Contains(thing.Position);
            if (!(tested || kept.OpenPlaces.Contains(thing.Position)) || Things.Count(t => t.Position == thing.Position) > 1)
                throw MeasuresOnFile.ThingNotOpen.With($"清单第 {thing.Position} 项");
            if (kept.Notice is not null && thing.Disposal is PreserveDisposal.SentForTesting)
                throw MeasuresOnFile.AlreadyAnnounced.With($"清单第 {thing.Position} 项", "返还，或者期满后处理");
            if (tested ? thing.Disposal is PreserveDisposal.SentForTesting : thing.Disposal is PreserveDisposal.UsedUp)
                throw RegisterPreserve.NotTested.With($"清单第 {thing.Position} 项，“{thing.Disposal.Term()}”");
            if (!tested)
                RegisterPreserve.EnsureMayDispose(kept.Record, thing.Disposal, DoneAt, act.Law.Calendar);
            var name = kept.Record.Things[thing.Position - 1].Name;
            if (thing.Disposal is PreserveDisposal.Returned or PreserveDisposal.CopiedAndReturned)
            {
                MeasuresOnFile.EnsureOwnerKnown(act.Case);
                RegisterPreserve.EnsureReturnedTo(kept.Owner, act.Case.PartyId, thing.Note);
                MeasuresOnFile.EnsureNotConfiscated(act.File, [name]);
            }
            if (
                thing.Disposal is PreserveDisposal.SealedOrDetained
                && act.File.Measures.WhyLiftAtOnce([name], DoneAt, act.Law.Calendar) is { } lift
            )
                throw lift;
            RegisterPreserve.EnsureFounded(thing.Disposal, act.File.Deciding.ConfiscatesGoods, act.File.Measures.SealsThing(name));
            if (thing.Disposal is PreserveDisposal.Confiscated)
                MeasuresOnFile.EnsureAllConfiscated(act.File, [name]);
        }
        act.EnsureWasThere();
        if (kept.OpenPlaces.Except(Things.Select(t => t.Position)).Any() is false)
        {
            act.Meet(DeadlineKind.Preservation, PreserveEvidence.Reference(PreservationId));
            act.Meet(DeadlineKind.Claim, PreserveEvidence.Reference(PreservationId));
        }
        act.Issue(DocumentKind.PreservationHandling);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("preservation", PreservationId)
            .Add(
                "things",
                Things.OrderBy(t => t.Position).Select(t => new RecordFields().Add("place", (long)t.Position).Add("disposal", t.Disposal))
            );

    /// <summary>What is left of the registration after this decision.</summary>
    internal PreservedThings LeftOf(PreservedThings kept)
    {
        var positions = Things.Select(t => t.Position).ToList();
        IReadOnlyList<int> open = [.. kept.OpenPlaces.Except(positions)];
        return kept with
        {
            OpenPlaces = open,
            InTesting =
            [
                .. kept.InTesting.Except(positions),
                .. Things.Where(t => t.Disposal is PreserveDisposal.SentForTesting).Select(t => t.Position),
            ],
            Record = open.Count > 0 ? kept.Record : kept.Record with { Disposal = Things[^1].Disposal, DisposedAt = DoneAt },
        };
    }
}
