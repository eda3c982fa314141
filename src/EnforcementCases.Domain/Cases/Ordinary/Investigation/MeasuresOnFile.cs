using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The measures over things of the party (先行登记保存、查封、扣押), as the acts left them. The measures outlast a decision that fell; an approval that was not used does not.</summary>
public sealed class MeasuresOnFile
{
    /// <summary>A measure has the identity of another.</summary>
    public static readonly DomainError MeasureIdTaken = new("measure.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的措施");

    /// <summary>No such measure in the case, or nothing of it is left.</summary>
    public static readonly DomainError MeasureNotOpen = new("measure.not-open", null, ErrorKind.WrongStage, "没有尚待处理的该项措施");

    /// <summary>The position is not on the list, was dealt with, or is named twice.</summary>
    public static readonly DomainError ThingNotOpen = new(
        "register-preserve.thing-not-open",
        null,
        ErrorKind.Unacceptable,
        "清单上没有该项物品，或者已经处理"
    );

    /// <summary>The measure does not wait for the head.</summary>
    public static readonly DomainError NotToApprove = new(
        "coercion.not-to-approve",
        null,
        ErrorKind.WrongStage,
        "没有待补办批准的该项措施"
    );

    /// <summary>Kept as confiscated, and no decision confiscated them.</summary>
    public static readonly DomainError NotConfiscated = new(
        "coercion.not-confiscated",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "依法应当没收的非法财物予以没收；没有没收的，应当解除查封、扣押并退还",
        CoercionLaw.At("第二十七条")
    );

    /// <summary>Things are given back that the decision confiscates.</summary>
    public static readonly DomainError Confiscated = new(
        "measure.confiscated",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "处罚决定没收的财物不得退还",
        CoercionLaw.At("第二十七条")
    );

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<PreservedThings> preserved;
    private readonly List<SealedThings> @sealed;

    internal MeasuresOnFile(IEnumerable<PreservedThings>? preserved = null, IEnumerable<SealedThings>? @sealed = null) =>
        (this.preserved, this.@sealed) = ([.. preserved ?? []], [.. @sealed ?? []]);

    /// <summary>Things registered and kept (先行登记保存), dealt with or not.</summary>
    public IReadOnlyList<PreservedThings> Preserved => preserved;

    /// <summary>Things sealed or detained (查封、扣押), lifted or not.</summary>
    public IReadOnlyList<SealedThings> Sealed => @sealed;

    /// <summary>Measures that are not dealt with yet.</summary>
    public IReadOnlyList<OpenMeasure> Open =>
        [
            .. preserved
                .Where(p => p.OpenPlaces.Count > 0)
                .Select(p => new OpenMeasure(
                    p.Id,
                    MeasureKind.Preserved,
                    p.Record.At,
                    [.. p.OpenPlaces.Select(place => p.Record.Things[place - 1])]
                )),
            .. @sealed
                .Where(s => s.IsOpen)
                .Select(s => new OpenMeasure(
                    s.Id,
                    s.Kind is CoerciveMeasureKind.Seal ? MeasureKind.Sealed : MeasureKind.Detained,
                    s.AppliedAt,
                    s.Things
                )),
        ];

    /// <summary>The head's approval of a registration that is still to be used (先行登记保存的批准); null if none.</summary>
    internal HeadApproval? PreservationApproval { get; private set; }

    /// <summary>The head's approval of a measure that is still to be used (查封、扣押的批准); null if none.</summary>
    internal SealingApproval? SealingApproval { get; private set; }

    internal void Apply(ApprovePreservation approved, DoneAct done) =>
        PreservationApproval = new(done.PersonId, approved.DoneAt, approved.Opinion);

    internal void Apply(PreserveEvidence kept)
    {
        preserved.Add(new(kept.PreservationId, kept.AsRecord(PreservationApproval), [.. Enumerable.Range(1, kept.Things.Count)]));
        PreservationApproval = null; // used up
    }

    internal void Apply(DisposePreserved disposed)
    {
        foreach (var (thing, kept) in disposed.Things.Select(t => (t, preserved.Find(p => p.Id == disposed.PreservationId))))
            if (thing.Disposal is PreserveDisposal.Confiscated && kept is not null)
                taken.Add(kept.Record.Things[thing.Position - 1].Name);
        preserved.Replace(p => p.Id == disposed.PreservationId, disposed.LeftOf);
    }

    internal void Apply(ApproveSealing approved, DoneAct done)
    {
        if (approved.MeasureId is { } emergency)
            @sealed.Replace(s => s.Id == emergency, s => s with { HeadAgreed = approved.Agrees });
        else
            SealingApproval = approved.Agrees ? new(approved.Kind, new(done.PersonId, approved.DoneAt, approved.Opinion)) : null;
    }

    internal void Apply(SealProperty measure)
    {
        @sealed.Add(measure.AsMeasure);
        if (!measure.Emergency)
            SealingApproval = null; // used up
    }

    internal void Apply(ExtendSealing extended, DoneAct done) =>
        @sealed.Replace(s => s.Id == extended.MeasureId, s => extended.With(s, done.PersonId));

    internal void Apply(LiftSealing lifted)
    {
        if (lifted.Confiscated && @sealed.Find(s => s.Id == lifted.MeasureId) is { } measure)
            taken.UnionWith(measure.Things.Select(thing => thing.Name));
        @sealed.Replace(s => s.Id == lifted.MeasureId, s => s with { IsOpen = false });
    }

    /// <summary>Whether the organ has a thing: under a measure that is open, or kept as confiscated when the measure ended.</summary>
    internal bool Keep(ThingConfiscated thing) =>
        Open.SelectMany(m => m.Things).Select(t => t.Name).Concat(taken).Any(name => PartyServed.IsSame(name, thing.Name));

    /// <summary>Refuses to give back what a decision in force confiscates.</summary>
    /// <param name="names">The things to be given back.</param>
    /// <exception cref="DomainException"><see cref="Confiscated"/>.</exception>
    internal static void EnsureNotConfiscated(OrdinaryFile file, IEnumerable<string> names)
    {
        if (file.Case.Effect.FellAt is not null || file.Deciding.Decision is not { } decision)
            return;
        var both = names.Where(name => decision.Things.Any(thing => PartyServed.IsSame(name, thing.Name))).ToList();
        if (both.Count > 0)
            throw Confiscated.With(
                $"退还“{string.Join('、', both)}”，处罚决定没收“{string.Join('、', decision.Things.Select(t => t.Name))}”"
            );
    }

    /// <summary>Ends all measures if the transfer states that the things were handed over with the case.</summary>
    internal void Apply(TransferCase transfer)
    {
        if (!transfer.GoodsHandedOver)
            return;
        preserved.Replace(p => p.OpenPlaces.Count > 0, p => p with { OpenPlaces = [] });
        @sealed.Replace(s => s.IsOpen, s => s with { IsOpen = false });
    }

    /// <summary>Refuses a measure whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="MeasureIdTaken"/>.</exception>
    internal void EnsureNew(Guid id)
    {
        if (preserved.Exists(p => p.Id == id) || @sealed.Exists(s => s.Id == id))
            throw MeasureIdTaken.With($"措施 {id}");
    }

    /// <summary>A registration of which something is left to deal with.</summary>
    /// <exception cref="DomainException"><see cref="MeasureNotOpen"/>.</exception>
    internal PreservedThings PreservedOf(Guid id) =>
        preserved.Find(p => p.Id == id && p.OpenPlaces.Count > 0) ?? throw MeasureNotOpen.With($"先行登记保存 {id}");

    /// <summary>A sealing or detaining that is not lifted.</summary>
    /// <exception cref="DomainException"><see cref="MeasureNotOpen"/>.</exception>
    internal SealedThings SealedOf(Guid id) => @sealed.Find(s => s.Id == id && s.IsOpen) ?? throw MeasureNotOpen.With($"查封、扣押 {id}");
}
