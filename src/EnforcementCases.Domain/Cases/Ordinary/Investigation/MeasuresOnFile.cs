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

    /// <summary>The owner of the things was asked to claim them already.</summary>
    public static readonly DomainError AlreadyAnnounced = new(
        "measure.already-announced",
        null,
        ErrorKind.WrongStage,
        "该项措施的财物已经发布认领公告"
    );

    /// <summary>Things of somebody are still with the organ.</summary>
    public static readonly DomainError StillHeld = new(
        "measure.still-held",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "不予立案的，应当先解除措施并退还财物",
        CoercionLaw.At("第二十八条")
    );

    /// <summary>Things that are given back while nobody knows whose they are.</summary>
    public static readonly DomainError NobodyToReturnTo = new(
        "measure.nobody-to-return-to",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "财物应当退还当事人；当事人不明的，先核实当事人或者公告认领",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>Lifted as dealt with, and nothing was decided.</summary>
    public static readonly DomainError NotDealtWith = new(
        "coercion.not-dealt-with",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "尚未对违法行为作出处理决定，不得以已经作出处理决定为由解除",
        CoercionLaw.At("第二十八条第一款第三项")
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
            .. preserved.Where(p => p.IsOpen).Select(p => new OpenMeasure(p.Id, MeasureKind.Preserved, p.Record.At, p.OpenThings)),
            .. @sealed
                .Where(s => s.IsOpen)
                .Select(s => new OpenMeasure(
                    s.Id,
                    s.Kind is CoerciveMeasureKind.Seal ? MeasureKind.Sealed : MeasureKind.Detained,
                    s.AppliedAt,
                    s.OpenThings
                )),
        ];

    /// <summary>What the head approved and nobody has done yet.</summary>
    public ApprovalsToUse Approvals { get; } = new();

    internal void Apply(PreserveEvidence kept, OwnerOfThings? owner)
    {
        var approval = Approvals.Of(kept);
        preserved.Add(
            new(kept.PreservationId, kept.AsRecord(approval?.Approval), [.. Enumerable.Range(1, kept.Things.Count)]) { Owner = owner }
        );
        Approvals.Use(approval);
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
            Approvals.Apply(approved, done);
    }

    internal void Apply(SealProperty measure, OwnerOfThings? owner)
    {
        @sealed.Add(measure.AsMeasure with { Owner = owner });
        if (!measure.Emergency)
            Approvals.Use(Approvals.Of(measure));
    }

    internal void Apply(ExtendSealing extended, DoneAct done) =>
        @sealed.Replace(s => s.Id == extended.MeasureId, s => extended.With(s, done.PersonId));

    internal void Apply(LiftSealing lifted)
    {
        if (@sealed.Find(s => s.Id == lifted.MeasureId) is not { } measure)
            return;
        var positions = lifted.PositionsOf(measure);
        if (lifted.Confiscated)
            taken.UnionWith(positions.Select(place => measure.Things[place - 1].Name));
        @sealed.Replace(s => s.Id == lifted.MeasureId, s => s.Without(positions));
    }

    /// <summary>The owner is asked to claim all things of the measure; those that were tested are back with the organ.</summary>
    internal void Apply(AnnounceThings announced)
    {
        preserved.Replace(
            p => p.Id == announced.MeasureId,
            p => p with { Notice = announced.AsNotice, OpenPlaces = [.. p.OpenPlaces.Union(p.InTesting).Order()], InTesting = [] }
        );
        @sealed.Replace(s => s.Id == announced.MeasureId, s => s with { Notice = announced.AsNotice });
    }

    internal void Apply(DisposeOfThings disposed)
    {
        var approval = Approvals.Of(disposed);
        var unclaimed = approval?.Approved.Ground is DisposalGround.Unclaimed;
        var positions = disposed.Things.Select(t => t.Position).ToList();
        @sealed.Replace(
            s => s.Id == disposed.MeasureId,
            s => unclaimed ? s.Without(positions) : s with { Sold = [.. s.Sold, .. disposed.Things] }
        );
        preserved.Replace(p => p.Id == disposed.MeasureId, p => p with { OpenPlaces = [.. p.OpenPlaces.Except(positions)] });
        Approvals.Use(approval);
    }

    /// <summary>How many things of the measure are left once unclaimed ones are disposed of.</summary>
    internal int LeftAfter(DisposeOfThings disposed) =>
        (FindPreserved(disposed.MeasureId)?.OpenPlaces ?? SealedOf(disposed.MeasureId).OpenPlaces)
            .Except(disposed.Things.Select(t => t.Position))
            .Count();

    /// <summary>Why something cannot rest on the measures that hold things: one of them has to be lifted at once. Null if none has.</summary>
    /// <param name="names">The things in question.</param>
    internal DomainException? WhyLiftAtOnce(IEnumerable<string> names, DateTimeOffset at, WorkingCalendar calendar)
    {
        var asked = names.ToList();
        return @sealed
            .Where(s =>
                s.IsOpen && s.Notice is null && s.OpenThings.Any(thing => asked.Exists(name => PartyServed.IsSame(name, thing.Name)))
            )
            .Select(s => EmergencyMeasure.WhyLiftAtOnce(s, at, calendar))
            .FirstOrDefault(why => why is not null);
    }

    /// <summary>Whether a sealing or detaining that goes on holds a thing of this name.</summary>
    internal bool SealsThing(string name) =>
        @sealed.Exists(s => s.Notice is null && s.OpenThings.Any(thing => PartyServed.IsSame(name, thing.Name)));

    /// <summary>Refuses positions that are not on the list, were dealt with, or are named twice; and none at all.</summary>
    /// <exception cref="DomainException"><see cref="ThingNotOpen"/>.</exception>
    internal static void EnsureOpenPlaces(IReadOnlyList<int> positions, IReadOnlyList<int> open, string member)
    {
        if (positions.Count == 0)
            throw ThingNotOpen.With("没有写明物品").At(member);
        foreach (var (position, i) in positions.Select((position, i) => (position, i)))
        {
            if (!open.Contains(position) || positions.Count(p => p == position) > 1)
                throw ThingNotOpen.With($"清单第 {position} 项").At($"{member}/{i}");
        }
    }

    /// <summary>Refuses to sell what the organ should have given back: the measure has to be lifted, or its time is over. Things that wait for their owner under a notice are kept for the
    /// owner, so what does not keep may be sold for the owner too.</summary>
    /// <exception cref="DomainException">A rule of <see cref="EmergencyMeasure"/>, or <see cref="CoercionLifting.TimeOver"/>.</exception>
    internal static void EnsureHeldLawfully(SealedThings measure, DateTimeOffset at, WorkingCalendar calendar)
    {
        if (measure.Notice is not null)
            return;
        EmergencyMeasure.EnsureStands(measure, at, calendar);
        CoercionLifting.EnsureStillStands(measure.TermBy(calendar), at);
    }

    /// <summary>Refuses to end a measure as dealt with while nothing was decided in the case (行政机关对违法行为已经作出处理决定).</summary>
    /// <exception cref="DomainException"><see cref="NotDealtWith"/>.</exception>
    internal static void EnsureDealtWith(LiftingGround? ground, OrdinaryFile file)
    {
        if (ground is LiftingGround.DealtWith && file.Case.Outcome is null)
            throw NotDealtWith.With($"案件处于“{file.Case.Stage.Term()}”阶段", "选择实际的解除情形").At("/ground");
    }

    /// <summary>Refuses to give things back while nobody knows whose they are.</summary>
    /// <exception cref="DomainException"><see cref="NobodyToReturnTo"/>.</exception>
    internal static void EnsureOwnerKnown(EnforcementCase @case)
    {
        if (@case.PartyId is null)
            throw NobodyToReturnTo.With("没有当事人", "核实当事人，或者公告认领");
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

    /// <summary>Refuses to keep as confiscated what the decision does not name. A decision of the time before things were listed names none.</summary>
    /// <exception cref="DomainException"><see cref="NotConfiscated"/>.</exception>
    internal static void EnsureAllConfiscated(OrdinaryFile file, IEnumerable<string> names)
    {
        if (file.Deciding.Decision is not { Things.Count: > 0 } decision)
            return;
        var others = names.Where(name => !decision.Things.Any(thing => PartyServed.IsSame(name, thing.Name))).ToList();
        if (others.Count > 0)
            throw NotConfiscated.With(
                $"处罚决定没收“{string.Join('、', decision.Things.Select(t => t.Name))}”，没有没收“{string.Join('、', others)}”",
                "退还没有没收的财物"
            );
    }

    /// <summary>Ends all measures if the transfer states that the things were handed over with the case; from the judicial organs they can come back.</summary>
    internal void Apply(TransferCase transfer)
    {
        if (!transfer.GoodsHandedOver)
            return;
        var mayComeBack = transfer.To is TransferTo.Justice;
        preserved.Replace(
            p => p.IsOpen,
            p => p with { OpenPlaces = [], InTesting = [], HandedOver = mayComeBack ? [.. p.OpenPlaces.Union(p.InTesting).Order()] : [] }
        );
        @sealed.Replace(s => s.IsOpen, s => s with { OpenPlaces = [], HandedOver = mayComeBack ? s.OpenPlaces : [] });
    }

    /// <summary>Things that were handed over to the judicial organs and are neither back nor kept by them, by measure.</summary>
    internal IReadOnlyList<ThingsComeBack> HandedOver =>
        [
            .. preserved.Where(p => p.HandedOver.Count > 0).Select(p => new ThingsComeBack(p.Id, p.HandedOver)),
            .. @sealed.Where(s => s.HandedOver.Count > 0).Select(s => new ThingsComeBack(s.Id, s.HandedOver)),
        ];

    /// <summary>The criminal case is over: things that come back are under their measures again, without the days away; the others are gone.</summary>
    /// <param name="away">The days away; none if it was less than one.</param>
    internal void Apply(EnterCriminalResult entered, IReadOnlyList<ExcludedSpan> away)
    {
        if (!entered.Result.IsFinal())
            return;
        preserved.Replace(p => p.HandedOver.Count > 0, p => p.ComeBack(entered.BackOf(p.Id), away));
        @sealed.Replace(s => s.HandedOver.Count > 0, s => s.ComeBack(entered.BackOf(s.Id), away));
    }

    /// <summary>Another party is identified. Things of an owner who was unknown are the party's who is found; things of the former party stay that party's, unless the other one is
    /// its successor, or the same person with a document.</summary>
    /// <param name="former">The party before; null if nobody was identified.</param>
    /// <param name="succeeds">The other party takes the place of the former.</param>
    internal void Identify(OwnerOfThings now, OwnerOfThings? former, bool succeeds)
    {
        preserved.Replace(p => IsNow(p.Owner), p => p with { Owner = now });
        @sealed.Replace(s => IsNow(s.Owner), s => s with { Owner = now });

        bool IsNow(OwnerOfThings? owner) =>
            owner is null ? former is null : owner.PartyId == now.PartyId || (succeeds && owner.PartyId == former?.PartyId);
    }

    /// <summary>Refuses to treat things as unclaimed whose owner was identified since the notice was published, and was not called to collect them.</summary>
    /// <exception cref="DomainException"><see cref="ThingsDisposed.OwnerNotCalled"/>.</exception>
    internal void EnsureOwnerWasCalled(EnforcementCase @case, Guid measureId, ClaimNotice? notice)
    {
        if (notice is { OwnerCalled: false } && @case.PartyId is not null)
            throw ThingsDisposed.OwnerNotCalled.With(
                $"公告时当事人不明，现已核实为“{(OwnerOf(measureId)?.Party ?? @case.Party).Name}”",
                "通知当事人领取；不来领取的，重新公告"
            );
    }

    /// <summary>From whom the things of a measure were taken; null if unknown.</summary>
    internal OwnerOfThings? OwnerOf(Guid measureId) =>
        @sealed.Find(s => s.Id == measureId)?.Owner ?? preserved.Find(p => p.Id == measureId)?.Owner;

    /// <summary>Refuses a measure whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="MeasureIdTaken"/>.</exception>
    internal void EnsureNew(Guid id)
    {
        if (preserved.Exists(p => p.Id == id) || @sealed.Exists(s => s.Id == id))
            throw MeasureIdTaken.With($"措施 {id}");
    }

    /// <summary>When the things of a measure were taken of which something is left.</summary>
    /// <exception cref="DomainException"><see cref="MeasureNotOpen"/>.</exception>
    internal DateTimeOffset TakenAt(Guid id) => FindPreserved(id)?.Record.At ?? SealedOf(id).AppliedAt;

    /// <summary>A registration of which something is left to deal with; null if there is none of that id.</summary>
    internal PreservedThings? FindPreserved(Guid id) => preserved.Find(p => p.Id == id && p.IsOpen);

    /// <summary>A registration of which something is left to deal with.</summary>
    /// <exception cref="DomainException"><see cref="MeasureNotOpen"/>.</exception>
    internal PreservedThings PreservedOf(Guid id) => FindPreserved(id) ?? throw MeasureNotOpen.With($"先行登记保存 {id}");

    /// <summary>A sealing or detaining that is not lifted.</summary>
    /// <exception cref="DomainException"><see cref="MeasureNotOpen"/>.</exception>
    internal SealedThings SealedOf(Guid id) => @sealed.Find(s => s.Id == id && s.IsOpen) ?? throw MeasureNotOpen.With($"查封、扣押 {id}");
}
