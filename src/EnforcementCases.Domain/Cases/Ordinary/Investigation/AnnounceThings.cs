using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Publishes a notice to the owner of things that nobody collects (认领公告): the measure is lifted, or the registration ended, and the things are kept for the owner until
/// the notice has run out. 行政强制法 第二十八条.</summary>
public sealed record AnnounceThings : ActBody
{
    /// <summary>The sealing, detaining or registration of the things.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Why a sealing or detaining is lifted (解除的情形); null for registered things.</summary>
    public LiftingGround? Ground { get; init; }

    /// <summary>What was done since to find an unknown owner (查找经过), or why a known one does not come.</summary>
    public required string OwnerSought { get; init; }

    /// <summary>Day on which a known owner was called to collect the things (通知领取); null while the owner is unknown.</summary>
    public DateOnly? CalledOn { get; init; }

    /// <summary>Recording of the call, or the receipt of the letter by which a known owner was called, each as the SHA-256 of its file; at least one if <c>calledOn</c> is given, otherwise null.</summary>
    public IReadOnlyList<string>? CallSha256 { get; init; }

    /// <summary>Where the notice is published: notice board, website, newspaper.</summary>
    public required IReadOnlyList<string> PublishedIn { get; init; }

    /// <summary>For how many calendar days; not fewer than the place asks for (<c>unclaimed.notice</c>).</summary>
    public required int Days { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (PublishedIn.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明公告的发布处所").At("/publishedIn");
        act.EnsureWasThere();
        EnsureOwnerCalled(act);
        var until = ThingsDisposed.ClaimableUntil(
            act.DoneOn,
            Days,
            act.Law.Parameter(LocalParameters.UnclaimedNotice, act.DoneOn).Number,
            act.Law.Calendar
        );
        var reference = SealProperty.Reference(MeasureId);
        if (act.File.Measures.FindPreserved(MeasureId) is { } kept)
        {
            EnsureNotAnnounced(kept.Notice, act);
            if (Ground is not null)
                throw OrdinaryFile.Incomplete.With("登记保存的物品没有解除查封、扣押的情形").At("/ground");
            MeasuresOnFile.EnsureNotConfiscated(act.File, kept.OpenThings.Select(thing => thing.Name));
            act.Meet(DeadlineKind.Preservation, reference);
        }
        else
        {
            var measure = act.File.Measures.SealedOf(MeasureId);
            EnsureNotAnnounced(measure.Notice, act);
            CoercionLifting.EnsureGround(Ground, measure, DoneAt, act.Law.Calendar);
            MeasuresOnFile.EnsureDealtWith(Ground, act.File);
            MeasuresOnFile.EnsureNotConfiscated(act.File, measure.OpenThings.Select(thing => thing.Name));
            act.Meet(DeadlineKind.Sealing, reference);
            act.Drop(DeadlineKind.SealingApproval, reference);
            act.Drop(DeadlineKind.PlannedActReview, PlannedAct.SealingExtension.Key(MeasureId));
        }
        act.Drop(DeadlineKind.Claim, reference);
        act.Start(DeadlineKind.Claim, until, reference);
        act.Issue(DocumentKind.ClaimNotice);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this);
        file.PlannedReviews.ForgetExtensionOf(MeasureId);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("measure", MeasureId)
            .Add("ground", Ground)
            .Add("days", (long)Days)
            .Add("calledOn", CalledOn)
            .Add("call", CallSha256 ?? []);

    private void EnsureOwnerCalled(ActExecution act)
    {
        if (act.Case.PartyId is null && CalledOn is not null)
            throw OrdinaryFile.Incomplete.With("当事人不明的，没有通知领取的日期").At("/calledOn");
        if (act.Case.PartyId is not null && CalledOn is null)
            throw ThingsDisposed
                .OwnerNotCalled.With(
                    $"当事人为“{(act.File.Measures.OwnerOf(MeasureId)?.Party ?? act.Case.Party).Name}”，没有通知其领取的日期",
                    "先通知当事人领取"
                )
                .At("/calledOn");
        if (CalledOn is { } called && LegalDate.Of(act.File.Measures.TakenAt(MeasureId)) is var taken && called < taken)
            throw ThingsDisposed
                .OwnerNotCalled.With($"通知领取 {called:yyyy-MM-dd}，取得财物 {taken:yyyy-MM-dd}", "先通知当事人领取")
                .At("/calledOn");
        if (CalledOn is not null && CallSha256 is not { Count: > 0 })
            throw ThingsDisposed.OwnerNotCalled.With("没有通知领取的录音或者回执", "留存通知的录音或者回执").At("/callSha256");
    }

    /// <summary>A notice to an unknown owner is repeated once the owner is known and was called.</summary>
    private void EnsureNotAnnounced(ClaimNotice? notice, ActExecution act)
    {
        if (notice is not null && (notice.OwnerCalled || CalledOn is null))
            throw MeasuresOnFile.AlreadyAnnounced.With($"认领至 {notice.TermBy(act.Law.Calendar).LastDay:yyyy-MM-dd}");
    }

    /// <summary>The notice as the measure keeps it.</summary>
    internal ClaimNotice AsNotice => new(LegalDate.Of(DoneAt), Days, CalledOn is not null);
}
