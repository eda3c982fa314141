using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Reports to the head that a crime is suspected (报告涉嫌犯罪). 行政处罚法 第二十七条.</summary>
public sealed record ReportSuspectedCrime : ActBody
{
    /// <summary>The crime suspected, and what speaks for it.</summary>
    public required string Suspicion { get; init; }

    internal override void Do(ActInHand act) =>
        act.Start(
            DeadlineKind.CrimeDecision,
            CriminalTransfer.DecisionDue(DoneAt, act.Law.Calendar, act.Law.Parameter("transfer.decide", act.DoneOn).Number)
        );

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.CrimeSuspicion = new(DoneAt);
}

/// <summary>The head decides whether the case goes to justice (决定是否移送), within three days. 行政执法机关移送涉嫌犯罪案件的规定 第五条.</summary>
public sealed record DecideCrimeTransfer : ActBody
{
    /// <summary>It goes.</summary>
    public required bool Approved { get; init; }

    /// <summary>Why not; required where it does not go.</summary>
    public string? Reasons { get; init; }

    internal override void Do(ActInHand act)
    {
        var decided = Decided(act.File.CrimeSuspicion!, act.Law.PersonId);
        if (DoneAt < decided.ReportedAt)
            throw CriminalTransfer.NotApproved.With("决定时间早于报告时间");
        if (Approved)
            act.Start(DeadlineKind.CrimeTransfer, CriminalTransfer.HandOverDue(DoneAt, act.Law.Calendar));
        else
            CriminalTransfer.EnsureComplete(decided);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.CrimeSuspicion = Decided(file.CrimeSuspicion!, done.PersonId);

    internal override RecordFields Clear() => new RecordFields().Add("approved", Approved);

    private CriminalTransferRecord Decided(CriminalTransferRecord reported, Guid headPersonId) =>
        reported with
        {
            HeadPersonId = headPersonId,
            DecidedAt = DoneAt,
            Approved = Approved,
            Reasons = Reasons,
        };
}

/// <summary>Where a case goes.</summary>
public enum TransferTo
{
    /// <summary>司法机关: a crime is suspected.</summary>
    Justice,

    /// <summary>有管辖权的机关: the one that filed first, or that the superior organ designated (第二十五条).</summary>
    [StatutoryRule("APL-25")]
    CompetentOrgan,
}

/// <summary>Hands the case over to justice or to the competent organ (移送案件), with what was taken from the party. 行政处罚法 第二十五条、第二十七条; 行政强制法 第二十一条.</summary>
public sealed record TransferCase : ActBody
{
    /// <summary>Where it goes.</summary>
    public required TransferTo To { get; init; }

    /// <summary>Name of who receives it.</summary>
    public required string ReceiverName { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>What goes along (移送材料清单).</summary>
    public required string Materials { get; init; }

    /// <summary>Things sealed, detained or registered went along.</summary>
    public bool GoodsHandedOver { get; init; }

    /// <summary>The party was told so in writing.</summary>
    public bool PartyToldInWriting { get; init; }

    internal override void Do(ActInHand act)
    {
        if (To is TransferTo.Justice)
            CriminalTransfer.EnsureComplete(Handed(act.File));
        else if (act.File.CrimeSuspicion is { Approved: not false })
            throw OrdinaryFile.CrimePending.With("涉嫌犯罪的，向司法机关移送");
        act.Case.SetOutcome(To is TransferTo.Justice ? CaseOutcome.CriminalTransfer : CaseOutcome.TransferToOrgan, act.DoneOn);
        if (To is TransferTo.Justice)
            act.Meet(DeadlineKind.CrimeTransfer, reference: null);
        EndOfCase.DropDeadlines(act);
        if (GoodsHandedOver)
        {
            act.Drop(DeadlineKind.Preservation);
            act.Drop(DeadlineKind.Sealing);
            act.Drop(DeadlineKind.SealingApproval);
            foreach (var measure in act.File.Sealed.Where(s => s.IsOpen))
                act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(measure.Id));
        }
        act.Issue(DocumentKind.TransferLetter);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        if (file.CrimeSuspicion is not null && To is TransferTo.Justice)
            file.CrimeSuspicion = Handed(file);
        if (GoodsHandedOver)
            file.HandGoodsOver();
    }

    internal override RecordFields Clear() =>
        new RecordFields().Add("to", To).Add("goodsHandedOver", GoodsHandedOver).Add("partyToldInWriting", PartyToldInWriting);

    private CriminalTransferRecord Handed(OrdinaryFile file) =>
        (file.CrimeSuspicion ?? new(DoneAt)) with
        {
            HandedOverAt = DoneAt,
            SeizedGoods = file.OpenMeasures.Any(m => m.Kind is not MeasureKind.Preserved),
            GoodsHandedOver = GoodsHandedOver,
            PartyToldInWriting = PartyToldInWriting,
        };
}

/// <summary>The head withdraws the case (撤销案件).</summary>
public sealed record WithdrawCase : ActBody
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act)
    {
        act.Case.SetOutcome(CaseOutcome.Withdrawn, act.DoneOn);
        EndOfCase.DropDeadlines(act);
        act.Issue(DocumentKind.WithdrawalApproval);
        act.Issue(DocumentKind.WithdrawalDecision);
    }
}

/// <summary>What an end before the decision does to what still ran.</summary>
internal static class EndOfCase
{
    private static readonly DeadlineKind[] OfTheDecision = [DeadlineKind.Defence, DeadlineKind.HearingRequest, DeadlineKind.LegalReview];

    /// <summary>Deadlines on the way to a decision fall away; those of orders and of things of the party stay.</summary>
    public static void DropDeadlines(ActInHand act)
    {
        foreach (var kind in OfTheDecision)
            act.Drop(kind);
    }
}

public sealed partial class OrdinaryFile
{
    /// <summary>A suspicion of crime is undecided, or its transfer approved.</summary>
    public static readonly DomainError CrimePending = new(
        "criminal-transfer.pending",
        "APL-27",
        ErrorKind.RuleBroken,
        "违法行为涉嫌犯罪的，应当及时移送司法机关，依法追究刑事责任",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>Nobody reported a suspicion of crime that is undecided.</summary>
    public static readonly DomainError NoCrimeReported = new(
        "criminal-transfer.nothing-to-decide",
        null,
        ErrorKind.WrongStage,
        "没有待决定的涉嫌犯罪报告"
    );

    /// <summary>Everything taken from the party left with the case.</summary>
    internal void HandGoodsOver()
    {
        Replace(preserved, p => p.OpenPlaces.Count > 0, p => p with { OpenPlaces = [] });
        foreach (var measure in @sealed.Where(s => s.IsOpen))
            ForgetReviewOfExtension(measure.Id);
        Replace(@sealed, s => s.IsOpen, s => s with { IsOpen = false });
    }
}
