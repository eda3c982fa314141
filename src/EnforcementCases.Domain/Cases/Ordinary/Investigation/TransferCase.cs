using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Kind of organ to which a case is transferred.</summary>
public enum TransferTo
{
    /// <summary>司法机关: a crime is suspected.</summary>
    Justice,

    /// <summary>有管辖权的机关: the organ that filed first, or that the superior organ designated (第二十五条).</summary>
    [StatutoryRule("APL-25")]
    CompetentOrgan,
}

/// <summary>Transfers the case to the judicial organs or to the competent organ (移送案件), with the things taken from the party. Before a decision the case ends with it
/// until it comes back; after one the file goes to the judicial organs and the case goes on. 行政处罚法 第二十五条、第二十七条; 行政强制法
/// 第二十一条.</summary>
[UpcastRename(1, "partyToldInWriting", "partyNotifiedInWriting")]
public sealed record TransferCase : ActBody
{
    /// <summary>Kind of organ to which it is transferred.</summary>
    public required TransferTo To { get; init; }

    /// <summary>Name of the receiving organ.</summary>
    public required string ReceiverName { get; init; }

    /// <summary>Reason for the transfer.</summary>
    public required string Reason { get; init; }

    /// <summary>Materials handed over with the case (移送材料清单).</summary>
    public required string Materials { get; init; }

    /// <summary>Whether the things sealed, seized or registered were handed over with the case.</summary>
    public bool GoodsHandedOver { get; init; }

    /// <summary>The party was notified of it in writing.</summary>
    public bool PartyNotifiedInWriting { get; init; }

    internal override void Execute(ActExecution act)
    {
        var ends = EndsTheCase(act.Case.StageInTable());
        if (To is TransferTo.Justice)
        {
            if (act.File.Investigation.CrimeSuspicion is { IsAway: true, HandedOverAt: { } before })
                throw CriminalTransfer.HandedOverAlready.With($"已于 {LegalDate.Of(before):yyyy-MM-dd} 移送", "登记司法机关的处理结果");
            if (act.File.Investigation.CrimeSuspicion is { IsPending: false })
                throw CriminalTransfer.NotApproved.With("没有待移送的涉嫌犯罪案件", "报告涉嫌犯罪，由机关负责人决定");
            CriminalTransfer.EnsureComplete(Handed(act.File));
            act.Meet(DeadlineKind.CrimeTransfer, reference: null);
        }
        else if (!ends)
            throw CaseLifecycle.NotOpen(act.Case.Stage, act.Row.Act);
        else if (act.File.Investigation.CrimeSuspicion is { IsPending: true })
            throw InvestigationPhase.CrimePending.With("涉嫌犯罪的，向司法机关移送");
        if (ends)
        {
            act.Case.SetOutcome(To is TransferTo.Justice ? CaseOutcome.CriminalTransfer : CaseOutcome.TransferToOrgan, act.DoneOn);
            act.Meet(DeadlineKind.Filing, reference: null);
            act.Meet(DeadlineKind.Decision, reference: null);
            EndOfCase.DropDeadlines(act);
            act.MoveTo(CaseStage.Ended);
        }
        if (GoodsHandedOver)
        {
            act.Drop(DeadlineKind.Preservation);
            act.Drop(DeadlineKind.Sealing);
            act.Drop(DeadlineKind.SealingApproval);
            act.Drop(DeadlineKind.Claim);
            foreach (var measure in act.File.Measures.Sealed.Where(s => s.IsOpen))
                act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(measure.Id));
        }
        act.Issue(DocumentKind.TransferLetter);
    }

    /// <summary>Whether the case ends with its transfer; after a decision it goes on beside the criminal one (第三十五条).</summary>
    internal static bool EndsTheCase(CaseStage at) => at is CaseStage.Registered || CaseStages.Undecided.Contains(at);

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Investigation.Apply(this);
        if (GoodsHandedOver)
            foreach (var measure in file.Measures.Sealed.Where(s => s.IsOpen))
                file.PlannedReviews.ForgetExtensionOf(measure.Id);
        file.Measures.Apply(this);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("to", To).Add("goodsHandedOver", GoodsHandedOver).Add("partyToldInWriting", PartyNotifiedInWriting);

    internal CriminalTransferRecord Handed(OrdinaryFile file) =>
        (file.Investigation.CrimeSuspicion ?? new(DoneAt)) with
        {
            HandedOverAt = DoneAt,
            SeizedGoods = file.Measures.Open.Any(m => m.Kind is not MeasureKind.Preserved),
            GoodsHandedOver = GoodsHandedOver,
            PartyNotifiedInWriting = PartyNotifiedInWriting,
            PartyUnknown = file.Case.PartyId is null,
        };
}
