using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Catalogue;

[Rule("TIME-RULE-VERSION")]
public sealed class ValidityChainTests
{
    private static readonly Validity[] Two = [new(null, Day("2024-12-31")), new(Day("2025-01-01"), null)];

    [Theory]
    [InlineData("2026-01-01", null, CatalogueRowOutcome.NewVersion, null, 1)] // ends the newest on the day before
    [InlineData("2025-01-01", "2025-06-30", CatalogueRowOutcome.End, 1, null)]
    [InlineData("2025-01-01", null, CatalogueRowOutcome.Unchanged, 1, null)]
    [InlineData(null, "2024-12-31", CatalogueRowOutcome.Unchanged, 0, null)]
    public void A_row_finds_its_place(string? from, string? to, CatalogueRowOutcome outcome, int? same, int? before) =>
        ValidityChain.Place(Two, new(Day(from), Day(to)), _ => true).ShouldBe(new Placement(outcome, same, before));

    [Theory]
    [InlineData("2024-06-01", null, "catalogue-change.overlap")]
    [InlineData("2024-12-31", "2024-12-31", "catalogue-change.overlap")]
    [InlineData(null, "2024-12-30", "catalogue-change.hole")]
    [InlineData(null, "2025-01-01", "catalogue-change.overlap")]
    [InlineData("2026-01-02", "2026-01-01", "catalogue-change.ends-before-it-begins")]
    public void Overlap_and_hole_are_refused_by_name(string? from, string? to, string code) =>
        new Action(() => ValidityChain.Place(Two, new(Day(from), Day(to)), _ => true)).ShouldRefuseWith(code);

    [Theory]
    [InlineData("2026-07-01", null)]
    [InlineData("2026-07-02", "catalogue-change.hole")]
    [InlineData("2026-06-30", null)] // shortens the one before by a day
    public void After_an_ended_version_the_next_begins_on_the_next_day(string from, string? code)
    {
        Validity[] ended = [new(Day("2020-01-01"), Day("2026-06-30"))];

        if (code is null)
            ValidityChain.Place(ended, new(Day(from), null), _ => false).Outcome.ShouldBe(CatalogueRowOutcome.NewVersion);
        else
            new Action(() => ValidityChain.Place(ended, new(Day(from), null), _ => false)).ShouldRefuseWith(code);
    }

    [Fact]
    public void A_first_version_needs_its_day_another_text_corrects_and_an_end_is_not_lifted()
    {
        ValidityChain.Place([], new(Day("2026-01-01"), null), _ => true).Outcome.ShouldBe(CatalogueRowOutcome.Create);
        new Action(() => ValidityChain.Place([], new(null, null), _ => true)).ShouldRefuse(ValidityChain.StartMissing);
        ValidityChain.Place(Two, new(Day("2025-01-01"), null), _ => false).ShouldBe(new Placement(CatalogueRowOutcome.Correct, 1, null));
        Should
            .Throw<DomainException>(() =>
                ValidityChain.Place([new(Day("2020-01-01"), Day("2026-06-30"))], new(Day("2020-01-01"), null), _ => true)
            )
            .Error.ShouldBe(ValidityChain.EndNotLiftable);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
