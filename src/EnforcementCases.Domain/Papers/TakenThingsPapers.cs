using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Papers.PaperOfAct;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of things taken from somebody: sampled, preserved, sealed or seized, and what became of them.</summary>
internal static class TakenThingsPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<TakeSample>(DocumentKind.SamplingVoucher, SamplingVoucher),
            Of<PreserveEvidence>(DocumentKind.PreservationNotice, PreservationNotice),
            Of<DisposePreserved>(DocumentKind.PreservationHandling, PreservationHandling),
            Of<SealProperty>(DocumentKind.SeizureDecision, SeizureDecision),
            Of<LiftSealing>(DocumentKind.SeizureLifting, SeizureLifting),
            Of<AnnounceThings>(DocumentKind.ClaimNotice, ClaimNotice),
            Of<DisposeOfThings>(DocumentKind.ThingsDisposal, ThingsDisposal),
        ];

    private static FormValues SamplingVoucher(PaperInHand paper, TakeSample taken) =>
        paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.Period, taken.DoneAt)
            .With(FormFields.Place, paper.Case.Place.Text)
            .With(FormFields.Handlers, paper.Present(taken))
            .With(
                InvestigationFields.Samples,
                taken.Samples.Select(s =>
                    new[]
                    {
                        s.Thing.Name,
                        s.Thing.State,
                        $"{Quantity(s.Thing)}（自{s.OutOf:0.###}{s.Thing.Unit}中抽取，{s.How}）",
                        taken.HowSealed,
                    }
                )
            );

    private static FormValues PreservationNotice(PaperInHand paper, PreserveEvidence preserved)
    {
        var approval = paper.File.Measures.Preserved.Last(p => p.Id == preserved.PreservationId).Record.Approval!;
        var due = RegisterPreserve.Due(preserved.DoneAt, paper.Law.Calendar).LastDay;
        return paper
            .Values()
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.ApprovedBy, $"{paper.Law.NameOf(approval.PersonId)}，{ChineseDate.Moment(approval.At)}")
            .With(InvestigationFields.KeptAt, preserved.KeptAt)
            .With(InvestigationFields.KeptFor, $"{ChineseDate.Day(paper.Done.DoneOn)}至{ChineseDate.Day(due)}")
            .With(FormFields.Handlers, paper.Present(preserved))
            .With(InvestigationFields.PreservedItems, preserved.Things.Select(t => new[] { t.Name, "", Quantity(t), t.State }));
    }

    private static FormValues PreservationHandling(PaperInHand paper, DisposePreserved disposed)
    {
        var things = paper.File.Measures.Preserved.Last(p => p.Id == disposed.PreservationId).Record.Things;
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, disposed.PreservationId))
            .With(
                FormFields.NoticeNumber,
                paper.NumberIssuedBy<PreserveEvidence>(DocumentKind.PreservationNotice, p => p.PreservationId == disposed.PreservationId)
            )
            .With(
                InvestigationFields.HandledItems,
                disposed.Things.Select(t =>
                    new[]
                    {
                        things[t.Position - 1].Name,
                        Quantity(things[t.Position - 1]),
                        t.Note is { } note ? $"{t.Disposal.Term()}（{note}）" : t.Disposal.Term(),
                        PenaltyLaw.At("第五十六条").ToString(),
                    }
                )
            );
    }

    private static FormValues SeizureDecision(PaperInHand paper, SealProperty @sealed) =>
        paper
            .WithParty()
            .With(FormFields.PartyAddress, @sealed.OwnerUnknown is null ? @sealed.PartyAddress : UnknownOwner.Address)
            .With(FormFields.Handlers, paper.Present(@sealed))
            .With(FormFields.Witness, @sealed.WitnessName)
            .With(InvestigationFields.Measure, @sealed.Kind is CoerciveMeasureKind.Seal ? "查封" : "扣押")
            .With(FormFields.Reason, @sealed.Reason)
            .With(FormFields.Basis, @sealed.Basis)
            .With(
                InvestigationFields.SeizureTerm,
                $"{ChineseDate.Day(paper.Done.DoneOn)}至{ChineseDate.Day(CoercionTerm.LastDay(paper.Done.DoneOn, paper.Law.Calendar).LastDay)}"
            )
            .With(FormFields.RemedyText, @sealed.Remedies)
            .With(
                InvestigationFields.SeizedItems,
                @sealed.Objects.Select(o => new[] { o.Thing.Name, "", Quantity(o.Thing), o.Thing.State })
            );

    private static FormValues SeizureLifting(PaperInHand paper, LiftSealing lifted) =>
        paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, lifted.MeasureId))
            .With(
                FormFields.DecisionNumber,
                paper.NumberIssuedBy<SealProperty>(DocumentKind.SeizureDecision, s => s.MeasureId == lifted.MeasureId)
            )
            .With(FormFields.Reason, lifted.Ground is { } ground ? ground.Term() : null)
            .With(InvestigationFields.LiftedItems, ThingsLifted(paper, lifted))
            .With(InvestigationFields.ReturnedAt, lifted.ReturnedAt is { } at ? ChineseDate.Moment(at) : "不退还")
            .With(InvestigationFields.Receiver, lifted.ReceivedByName ?? (lifted.Confiscated ? paper.Law.Organ.Name : null));

    /// <summary>The things that a lifting deals with; of those that were sold, their money.</summary>
    private static IEnumerable<string[]> ThingsLifted(PaperInHand paper, LiftSealing lifted)
    {
        var measure = paper.File.Measures.Sealed.Last(s => s.Id == lifted.MeasureId);
        var before = paper
            .File.Acts.TakeWhile(a => a.Entry.Place < paper.Done.Entry.Place)
            .Select(a => a.Body)
            .OfType<LiftSealing>()
            .Where(l => l.MeasureId == lifted.MeasureId)
            .SelectMany(l => l.Positions);
        var positions = lifted.Positions.Count > 0 ? lifted.Positions : [.. Enumerable.Range(1, measure.Things.Count).Except(before)];
        return positions.Select(place =>
        {
            var thing = measure.Things[place - 1];
            var what = lifted.Confiscated ? "依处罚决定没收" : "退还";
            return new[]
            {
                thing.Name,
                Quantity(thing),
                measure.Sold.LastOrDefault(s => s.Position == place) is { PriceFen: > 0 } sold
                    ? $"{what}，价款{Money.OfFen(sold.PriceFen).InYuan}元"
                    : what,
            };
        });
    }

    private static FormValues ClaimNotice(PaperInHand paper, AnnounceThings announced)
    {
        var (what, number, things) = MeasureOf(paper, announced.MeasureId);
        var until = paper.File.Case.Deadlines.Last(d =>
            d.Kind is DeadlineKind.Claim && d.Reference == SealProperty.Reference(announced.MeasureId)
        );
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, announced.MeasureId))
            .With(FormFields.DecisionNumber, number)
            .With(InvestigationFields.TakenBy, what)
            .With(FormFields.Reason, announced.Ground is { } ground ? ground.Term() : "登记保存的物品无人领取")
            .With(InvestigationFields.OwnerSought, announced.OwnerSought)
            .With(InvestigationFields.ClaimUntil, ChineseDate.Day(until.LastDay))
            .With(InvestigationFields.PublishedIn, string.Join('、', announced.PublishedIn))
            .With(InvestigationFields.ClaimedItems, things.Select(t => new[] { t.Name, Quantity(t), t.State }))
            .With(FormFields.Contact, paper.Law.Organ.Name);
    }

    private static FormValues ThingsDisposal(PaperInHand paper, DisposeOfThings disposed)
    {
        var (what, number, _) = MeasureOf(paper, disposed.MeasureId);
        var approval = paper.File.Acts.Last(a => a.Body is ApproveDisposal one && one.IsOf(disposed));
        var approved = (ApproveDisposal)approval.Body;
        var list =
            paper.File.Measures.Sealed.LastOrDefault(s => s.Id == disposed.MeasureId)?.Things
            ?? paper.File.Measures.Preserved.Last(p => p.Id == disposed.MeasureId).Record.Things;
        return paper
            .Values()
            .With(FormFields.Party, OwnerOf(paper, disposed.MeasureId))
            .With(FormFields.DecisionNumber, number)
            .With(InvestigationFields.TakenBy, what)
            .With(FormFields.Reason, $"{approved.Ground.Term()}：{approved.Reasons}")
            .With(InvestigationFields.DisposalWay, approved.Way.Term())
            .With(InvestigationFields.ApprovedBy, $"{paper.NameOf(approval)}，{ChineseDate.Moment(approved.DoneAt)}")
            .With(FormFields.Handlers, paper.Present(disposed))
            .With(InvestigationFields.DisposedTo, disposed.ReceiverName)
            .With(InvestigationFields.MoneyReceipt, disposed.ReceiptNumber)
            .With(
                InvestigationFields.DisposedItems,
                disposed.Things.Select(t =>
                    new[]
                    {
                        list[t.Position - 1].Name,
                        Quantity(list[t.Position - 1]),
                        Yuan(t.MarketPriceFen),
                        t.MarketPriceSource ?? t.WorthlessBecause ?? "",
                        Yuan(t.PriceFen),
                    }
                )
            );
    }

    /// <summary>From whom the things were taken, also where the case has another party now.</summary>
    private static string? OwnerOf(PaperInHand paper, Guid measureId) =>
        paper.File.Measures.OwnerOf(measureId) is { } owner && owner.PartyId != paper.Case.PartyId ? owner.Party.Name : paper.Party.Name;

    private static string Yuan(long fen) => $"{Money.OfFen(fen).InYuan}元";

    /// <summary>How the things came to the organ, by which paper, and those that are still there.</summary>
    private static (string What, string? Number, IReadOnlyList<ListedThing> Things) MeasureOf(PaperInHand paper, Guid id) =>
        paper.File.Measures.Sealed.LastOrDefault(s => s.Id == id) is { } measure
            ? (
                measure.Kind is CoerciveMeasureKind.Seal ? "查封" : "扣押",
                paper.NumberIssuedBy<SealProperty>(DocumentKind.SeizureDecision, s => s.MeasureId == id),
                measure.OpenThings
            )
            : (
                "先行登记保存",
                paper.NumberIssuedBy<PreserveEvidence>(DocumentKind.PreservationNotice, p => p.PreservationId == id),
                paper.File.Measures.Preserved.Last(p => p.Id == id) is var kept
                    ? [.. kept.OpenPlaces.Select(place => kept.Record.Things[place - 1])]
                    : []
            );

    private static string Quantity(ListedThing thing) => $"{thing.Quantity:0.###}{thing.Unit}";
}
