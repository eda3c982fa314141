using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Disposes of things as the head approved (处理财物): sold, auctioned or destroyed because they do not keep, the money then taking their place; or, when nobody claimed them, sold,
/// destroyed or handed to the treasury. 行政强制法 第二十八条第二款.</summary>
public sealed record DisposeOfThings : SceneActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>The things, each with price and market price; exactly those that the head approved.</summary>
    public required IReadOnlyList<ThingSold> Things { get; init; }

    /// <summary>Buyer, auctioneer, site of the destruction, or office that took them over (去向).</summary>
    public required string ReceiverName { get; init; }

    /// <summary>Number of the receipt: of the account that keeps the money, of the treasury for unclaimed things, or of what was handed over (票据、缴库凭证); required unless destroyed.</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>Recordings (sound and picture), each as the SHA-256 of its file; at least one.</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Execute(ActExecution act)
    {
        var measures = act.File.Measures;
        var approval = measures.Approvals.Of(this) ?? throw NotApproved(measures.Approvals);
        MeasuresOnFile.EnsureOpenPlaces(
            approval.Approved.Positions,
            measures.FindPreserved(MeasureId)?.OpenPlaces ?? measures.SealedOf(MeasureId).OpenPlaces,
            "/things"
        ); // since the approval, some may have gone back
        act.EnsureAttended(Attendance);
        ThingsDisposed.EnsureRecorded(approval.Approved.Way, Things, ReceiverName, ReceiptNumber, MediaSha256.Count > 0);
        EnsureStillRight(act, measures.FindPreserved(MeasureId) is null ? measures.SealedOf(MeasureId) : null, approval.Approved);
        if (approval.Approved.Ground is DisposalGround.Unclaimed && measures.LeftAfter(this) == 0)
            act.Meet(DeadlineKind.Claim, SealProperty.Reference(MeasureId));
        act.Issue(DocumentKind.ThingsDisposal);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add(
                "things",
                Things
                    .OrderBy(t => t.Position)
                    .Select(t =>
                        new RecordFields().Add("position", (long)t.Position).Add("price", t.PriceFen).Add("market", t.MarketPriceFen)
                    )
            )
            .Add("receipt", ReceiptNumber)
            .Add("media", MediaSha256);

    /// <summary>What the head approved may still be done, and the money of things sold before is the money that is paid in.</summary>
    /// <param name="measure">The sealing or detaining; null for registered things, which were never sold before.</param>
    private void EnsureStillRight(ActExecution act, SealedThings? measure, ApproveDisposal approved)
    {
        if (measure is not null && approved.Ground is DisposalGround.Perishable)
        {
            MeasuresOnFile.EnsureHeldLawfully(measure, DoneAt, act.Law.Calendar);
            return;
        }
        act.File.Measures.EnsureOwnerWasCalled(
            act.Case,
            MeasureId,
            (measure?.Notice ?? act.File.Measures.FindPreserved(MeasureId)?.Notice)
        );
        var sold = measure?.Sold.Where(s => approved.Positions.Contains(s.Position)).ToList() ?? [];
        if (approved.Way is not DisposalWay.Treasury)
        {
            if (sold.Count > 0)
                throw ThingsDisposed.WayNotAllowed.With("已经变卖的财物只能上缴价款", "将价款移交财政部门");
            return;
        }
        foreach (var (thing, i) in Things.Select((thing, i) => (thing, i)))
        {
            var fetched = sold.Find(s => s.Position == thing.Position)?.PriceFen ?? 0;
            if (thing.PriceFen != fetched)
                throw ThingsDisposed
                    .ProceedsDiffer.With($"所得款项 {Money.OfFen(fetched).InYuan} 元，写明 {Money.OfFen(thing.PriceFen).InYuan} 元")
                    .At($"/things/{i}/priceFen");
        }
    }

    /// <summary>Nothing of the measure is approved, or other things of it.</summary>
    private DomainException NotApproved(ApprovalsToUse approvals)
    {
        var others = approvals.Disposal.Where(a => a.Approved.MeasureId == MeasureId).Select(a => List(a.Approved.Positions)).ToList();
        return others.Count == 0
            ? ThingsDisposed.NotApproved.With($"措施 {MeasureId}", "报请行政机关负责人批准").At("/measureId")
            : ThingsDisposed
                .NotApproved.With(
                    $"批准处理清单第 {string.Join("；", others)} 项，实际处理第 {List(Things.Select(t => t.Position))} 项",
                    "按照批准的财物处理"
                )
                .At("/things");
    }

    private static string List(IEnumerable<int> positions) => string.Join('、', positions.Order());
}
