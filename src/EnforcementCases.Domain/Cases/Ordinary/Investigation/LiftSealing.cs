using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Lifts a measure and returns the things (解除查封、扣押), or ends it because the decision confiscated them. 行政强制法 第二十六条至第二十八条.</summary>
[Upcast(1)] // receivedByTie: where it was not stored, it was not asked
[Upcast(2)] // positions, proceedsFen, compensationFen, receiptNumber: a measure was lifted as a whole, and nothing was sold
public sealed record LiftSealing : SceneActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>One of the five grounds of 第二十八条第一款, or that an emergency measure was not approved (第十九条); null if the decision confiscated the things.</summary>
    public LiftingGround? Ground { get; init; }

    /// <summary>When the things were returned; null if they were not.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Name of the person who signed for them; null if they were not returned.</summary>
    public string? ReceivedByName { get; init; }

    /// <summary>How the person who signed is tied to the party (与当事人的关系), if it is somebody else; null: it is the party or its representative.</summary>
    public string? ReceivedByTie { get; init; }

    /// <summary>The decision confiscated the things (没收), so they are not given back.</summary>
    public bool Confiscated { get; init; }

    /// <summary>Positions of the things on the list, from 1; empty: all that are still with the organ.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    /// <summary>Money that things fetched which were sold because they do not keep, given back or, if confiscated, paid to the treasury, in fen; null if none was sold.</summary>
    public long? ProceedsFen { get; init; }

    /// <summary>Compensation where such things were sold clearly below the market (补偿), in fen; default 0.</summary>
    public long CompensationFen { get; init; }

    /// <summary>Number of the receipt for that money (票据、缴库凭证); required with it, otherwise null.</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>Charge for keeping the things, in fen; must be 0.</summary>
    public long StorageChargedFen { get; init; }

    internal override void Execute(ActExecution act)
    {
        var measure = act.File.Measures.SealedOf(MeasureId);
        act.EnsureAttended(Attendance);
        if (Positions.Count > 0)
            MeasuresOnFile.EnsureOpenPlaces(Positions, measure.OpenPlaces, "/positions");
        if (Ground is not null && !Confiscated) // a decision that confiscates was refused while a measure had to be lifted
        {
            CoercionLifting.EnsureGround(Ground, measure, DoneAt, act.Law.Calendar);
            MeasuresOnFile.EnsureDealtWith(Ground, act.File);
        }
        CoercionLifting.EnsureStorageFree(Money.OfFen(StorageChargedFen));
        if (!Confiscated)
            EnsureReturned(act, measure);
        else
            EnsureConfiscated(act, measure);
        if (measure.Without(PositionsOf(measure)).IsOpen is false)
        {
            act.Meet(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
            act.Meet(DeadlineKind.Claim, SealProperty.Reference(MeasureId));
            act.Drop(DeadlineKind.SealingApproval, SealProperty.Reference(MeasureId));
            act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(MeasureId));
        }
        act.Issue(DocumentKind.SeizureLifting);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this);
        file.PlannedReviews.ForgetExtensionOf(MeasureId);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("measure", MeasureId).Add("ground", Ground).Add("returnedAt", ReturnedAt).Add("confiscated", Confiscated);

    /// <summary>The things that are dealt with.</summary>
    internal IReadOnlyList<int> PositionsOf(SealedThings measure) => Positions.Count > 0 ? Positions : measure.OpenPlaces;

    /// <summary>Things of the measure that are dealt with here, and were sold before.</summary>
    internal IReadOnlyList<ThingSold> SoldOf(SealedThings measure) =>
        [.. measure.Sold.Where(sold => PositionsOf(measure).Contains(sold.Position))];

    private IEnumerable<string> NamesOf(SealedThings measure) => PositionsOf(measure).Select(place => measure.Things[place - 1].Name);

    private void EnsureReturned(ActExecution act, SealedThings measure)
    {
        MeasuresOnFile.EnsureOwnerKnown(act.Case);
        CoercionLifting.EnsureComplete(new(Ground, DoneAt, ReturnedAt, ReceivedByName));
        CoercionLifting.EnsureReturnedTo(measure.Owner?.Party ?? act.Case.Party, ReceivedByName!, ReceivedByTie);
        MeasuresOnFile.EnsureNotConfiscated(act.File, NamesOf(measure));
        EnsureMoney(measure, Money.OfFen(CompensationFen));
    }

    private void EnsureConfiscated(ActExecution act, SealedThings measure)
    {
        if (Ground is not LiftingGround.DealtWith || !act.File.Deciding.ConfiscatesGoods)
            throw MeasuresOnFile.NotConfiscated.With("处罚决定没有没收非法财物", "解除查封、扣押，退还财物");
        MeasuresOnFile.EnsureAllConfiscated(act.File, NamesOf(measure));
        EnsureMoney(measure, compensation: null);
    }

    private void EnsureMoney(SealedThings measure, Money? compensation)
    {
        var sold = SoldOf(measure);
        ThingsDisposed.EnsureProceeds(sold, ProceedsFen is { } fen ? Money.OfFen(fen) : null, compensation);
        if (sold.Any(s => s.PriceFen > 0) && !ReceiptNumber.IsGiven())
            throw ThingsDisposed.RecordIncomplete.With("没有款项的票据", "写明退款票据或者缴库凭证的号码").At("/receiptNumber");
    }
}
