using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Lifts a measure and returns the things (解除查封、扣押), or ends it because the decision confiscated them. 行政强制法 第二十六条至第二十八条.</summary>
[Upcast(1)] // receivedByTie: where it was not stored, it was not asked
public sealed record LiftSealing : SceneActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>One of the five grounds of 第二十八条第一款; null if the decision confiscated the things.</summary>
    public LiftingGround? Ground { get; init; }

    /// <summary>When the things were returned; null if they were not.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Name of the person who signed for them; null if they were not returned.</summary>
    public string? ReceivedByName { get; init; }

    /// <summary>How the person who signed is tied to the party (与当事人的关系), if it is somebody else; null: it is the party or its representative.</summary>
    public string? ReceivedByTie { get; init; }

    /// <summary>The decision confiscated the things (没收), so they are not given back.</summary>
    public bool Confiscated { get; init; }

    /// <summary>Charge for keeping the things, in fen; must be 0.</summary>
    public long StorageChargedFen { get; init; }

    internal override void Execute(ActExecution act)
    {
        var measure = act.File.Measures.SealedOf(MeasureId);
        act.EnsureAttended(Attendance);
        if (Ground is LiftingGround.Expired)
            CoercionLifting.EnsureExpired(measure.TermBy(act.Law.Calendar), DoneAt);
        CoercionLifting.EnsureStorageFree(Money.OfFen(StorageChargedFen));
        if (!Confiscated)
        {
            CoercionLifting.EnsureComplete(new(Ground, DoneAt, ReturnedAt, ReceivedByName));
            CoercionLifting.EnsureReturnedTo(act.Case.Party, ReceivedByName!, ReceivedByTie);
            MeasuresOnFile.EnsureNotConfiscated(act.File, measure.Things.Select(thing => thing.Name));
        }
        else if (Ground is not LiftingGround.DealtWith || !act.File.Deciding.ConfiscatesGoods)
            throw MeasuresOnFile.NotConfiscated.With("处罚决定没有没收非法财物", "解除查封、扣押，退还财物");
        act.Meet(DeadlineKind.Sealing, SealProperty.Reference(MeasureId));
        act.Drop(DeadlineKind.SealingApproval, SealProperty.Reference(MeasureId));
        act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(MeasureId));
        act.Issue(DocumentKind.SeizureLifting);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this);
        file.PlannedReviews.ForgetExtensionOf(MeasureId);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("measure", MeasureId).Add("ground", Ground).Add("returnedAt", ReturnedAt).Add("confiscated", Confiscated);
}
