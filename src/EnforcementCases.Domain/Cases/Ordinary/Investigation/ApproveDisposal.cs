using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head approves what is done with things that do not keep, or that nobody claimed (批准处理财物). One approval covers one disposal. 行政强制法 第二十八条第二款.</summary>
public sealed record ApproveDisposal : ActBody
{
    /// <summary>The measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Things that do not keep, or that nobody claimed.</summary>
    public required DisposalGround Ground { get; init; }

    /// <summary>Positions of the things on the list of the measure, from 1; each once.</summary>
    public required IReadOnlyList<int> Positions { get; init; }

    /// <summary>How they are disposed of.</summary>
    public required DisposalWay Way { get; init; }

    /// <summary>Why they do not keep (不易保管的理由), or that nobody came for them.</summary>
    public required string Reasons { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        ThingsDisposed.EnsureWay(Ground, Way);
        var (measures, calendar) = (act.File.Measures, act.Law.Calendar);
        if (measures.FindPreserved(MeasureId) is { } kept)
        {
            if (Ground is DisposalGround.Perishable)
                throw ThingsDisposed.PreservedNotSold.With($"先行登记保存 {MeasureId}", "返还，或者先办理查封、扣押").At("/measureId");
            EnsureUnclaimed(kept.Notice, act);
            MeasuresOnFile.EnsureOpenPlaces(Positions, kept.OpenPlaces, "/positions");
            return;
        }
        var measure = measures.SealedOf(MeasureId);
        MeasuresOnFile.EnsureOpenPlaces(Positions, measure.OpenPlaces, "/positions");
        if (Ground is DisposalGround.Unclaimed)
        {
            EnsureUnclaimed(measure.Notice, act);
            return;
        }
        MeasuresOnFile.EnsureHeldLawfully(measure, DoneAt, calendar);
        if (measure.Sold.Any(sold => Positions.Contains(sold.Position)))
            throw MeasuresOnFile.ThingNotOpen.With("已经拍卖、变卖或者销毁").At("/positions");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Approvals.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("ground", Ground)
            .Add("way", Way)
            .Add("positions", Positions.Select(position => position.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Whether a disposal is the one that is approved: of the same things of the same measure.</summary>
    internal bool IsOf(DisposeOfThings disposed) =>
        MeasureId == disposed.MeasureId && Positions.Order().SequenceEqual(disposed.Things.Select(t => t.Position).Order());

    /// <summary>The owner had its time.</summary>
    private void EnsureUnclaimed(ClaimNotice? notice, ActExecution act)
    {
        if (notice is null)
            throw ThingsDisposed.StillClaimable.With("没有发布认领公告", "先公告认领");
        act.File.Measures.EnsureOwnerWasCalled(act.Case, MeasureId, notice);
        if (notice.TermBy(act.Law.Calendar).LastDay is var until && LegalDate.Of(DoneAt) <= until)
            throw ThingsDisposed.StillClaimable.With($"认领至 {until:yyyy-MM-dd}", "期满后再批准处理");
    }
}
