using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Statistics;

/// <summary>Frozen figures are released by two persons, and only if nothing in them contradicts itself; figures of the place's own never take the place of computed ones.</summary>
[Rule("PUB-ANNUAL"), Rule("ST-11")]
public sealed class SnapshotReleaseTests
{
    private static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "汉沽街道",
        new(),
        At("2021-01-01")
    );

    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact]
    public void The_second_person_releases_what_the_first_has_approved()
    {
        var snapshot = Frozen();

        Approve(snapshot, First);
        (snapshot.FirstApprovedBy, snapshot.ReleasedAt).ShouldBe((First, null));
        new Action(() => Approve(snapshot, First)).ShouldRefuse(SnapshotRelease.SamePerson);
        Approve(snapshot, Second);

        (snapshot.ReleasedBy, snapshot.ReleasedAt).ShouldBe((Second, At("2025-01-31")));
        new Action(() => Approve(snapshot, Guid.NewGuid())).ShouldRefuse(SnapshotRelease.AlreadyReleased);
        snapshot.PendingRecord.Select(r => r.Type).ShouldBe(["statistics-frozen", "statistics-approved", "statistics-released"]);
    }

    [Fact]
    public void What_is_preliminary_superseded_or_other_than_seen_is_not_released()
    {
        new Action(() => Approve(Frozen("2024-12-31"), First)).ShouldRefuse(SnapshotRelease.Preliminary);
        var snapshot = Frozen();
        new Action(() => snapshot.Approve(First, snapshot.ContentHash, newer: true, [], At("2025-01-06"))).ShouldRefuse(
            SnapshotRelease.Superseded
        );
        new Action(() => snapshot.Approve(First, new string('0', 64), newer: false, [], At("2025-01-06"))).ShouldRefuse(
            SnapshotRelease.OtherContent
        );
        snapshot.FirstApprovedBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("2024", "2025-01-31")]
    [InlineData("2024-Q4", null)]
    [InlineData("2024-12", null)]
    public void A_year_is_due_on_31_January(string period, string? due) =>
        SnapshotRelease
            .DueOn(period, 2024)
            .ShouldBe(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

    [Fact] // 军粮城街道 2021: 32 suits, results of 6, 17, 2 and 2
    public void A_sum_that_its_parts_do_not_make_blocks_the_release_and_so_does_a_missing_part()
    {
        OwnFigure[] results = [Own("won", 6), Own("withdrawn", 17), Own("lost", 2), Own("settled", 2)];
        var suits = Own("suits", 32, "won", "withdrawn", "lost", "settled");

        var broken = Should.Throw<DomainException>(() => Approve(Frozen(), First, [suits, .. results]));
        broken.Error.ShouldBe(FigureIdentity.Broken);
        broken.Detail.ShouldContain("相差 5");
        var missing = Should.Throw<DomainException>(() => Approve(Frozen(), First, [suits, .. results[1..]]));
        missing.Error.ShouldBe(SnapshotRelease.PartMissing);
        missing.Detail.ShouldContain("won");
        Should.NotThrow(() => Approve(Frozen(), First, [Own("suits", 27, "won", "withdrawn", "lost", "settled"), .. results]));
    }

    [Fact]
    public void Parts_may_be_computed_figures()
    {
        new Action(() => Approve(Frozen(), First, [Own("all", 3, "penaltyCasesEntered")])).ShouldRefuse(FigureIdentity.Broken);
        Should.NotThrow(() => Approve(Frozen(), First, [Own("all", 2, "penaltyCasesEntered")]));
    }

    [Fact]
    public void A_computed_figure_cannot_be_typed_over_and_no_figure_is_a_part_of_itself()
    {
        foreach (var figure in Figures.All)
            new Action(() => Own(figure.Key, 1)).ShouldRefuse(OwnFigure.Computed);
        new Action(() => Own("all", 1, "all")).ShouldRefuse(OwnFigure.PartOfItself);
        foreach (var key in (string[])["", "All", "1st", "a b", "a-b", "出动人次", new string('a', 61)])
            new Action(() => Own(key, 1)).ShouldRefuse(OwnFigure.BadKey);
    }

    [Fact]
    public void A_correction_and_a_withdrawal_are_revisions()
    {
        var entered = Own("patrols", 5);
        var corrected = OwnFigure.Enter(Guid.NewGuid(), Street, 2024, "patrols", Content(6), entered, Second, At("2025-01-07"));
        var withdrawn = corrected.Withdraw(Guid.NewGuid(), Street, First, At("2025-01-08"));

        (entered.Revision, corrected.Revision, withdrawn.Revision).ShouldBe((1, 2, 3));
        (withdrawn.IsWithdrawn, withdrawn.Value, withdrawn.EnteredBy).ShouldBe((true, 6, First));
        (corrected.IsWithdrawn, corrected.EnteredBy).ShouldBe((false, Second));
        withdrawn.PendingRecord.Single().Type.ShouldBe("own-figure-withdrawn");
        corrected.PendingRecord.Single().Type.ShouldBe("own-figure-entered");
    }

    private static void Approve(StatisticsSnapshot snapshot, Guid person, IReadOnlyList<OwnFigure>? own = null) =>
        snapshot.Approve(person, snapshot.ContentHash, newer: false, own ?? [], At("2025-01-31"));

    private static OwnFigure Own(string key, decimal value, params string[] parts) =>
        OwnFigure.Enter(Guid.NewGuid(), Street, 2024, key, Content(value, parts), null, First, At("2025-01-06"));

    private static OwnFigureContent Content(decimal value, params string[] parts) => new("自填指标", "件", value, parts, "台账");

    private static StatisticsSnapshot Frozen(string cutOff = "2025-01-05")
    {
        var snapshot = new StatisticsSnapshot(
            Guid.NewGuid(),
            Street,
            FigurePeriod.OfYear(2024),
            null,
            null,
            At(cutOff),
            null,
            [],
            new(1, 1, [1])
        );
        snapshot.Freeze([(Figures.PenaltyCasesEntered, 2, [new(Guid.NewGuid(), 1), new(Guid.NewGuid(), 1)])]);
        return snapshot;
    }
}
