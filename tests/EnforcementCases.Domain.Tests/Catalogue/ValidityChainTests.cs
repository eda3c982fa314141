using System.Globalization;
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

    [Theory]
    [InlineData("2024-12-31", "2024-12-31", "未注明 至 2024-12-31 与 2024-12-31 至 2024-12-31 重叠")]
    [InlineData("2024-06-01", null, "未注明 至 2024-12-31 与 2024-06-01 至 今 重叠")]
    [InlineData(null, "2024-12-29", "2024-12-30 至 2024-12-31 没有版本")]
    public void A_refusal_names_the_days_that_meet_or_are_missing(string? from, string? to, string saying) =>
        new Action(() => ValidityChain.Place(Two, new(Day(from), Day(to)), _ => true)).ShouldRefuse(
            saying.EndsWith("重叠", StringComparison.Ordinal) ? ValidityChain.Overlap : ValidityChain.Hole,
            saying
        );

    [Fact]
    public void An_end_that_is_lifted_is_named()
    {
        Validity[] ended = [new(Day("2020-01-01"), Day("2026-06-30"))];

        new Action(() => ValidityChain.Place(ended, new(Day("2020-01-01"), null), _ => true)).ShouldRefuse(
            ValidityChain.EndNotLiftable,
            "2020-01-01 至 2026-06-30"
        );
    }

    [Fact]
    public void Between_two_versions_a_third_fills_exactly_the_gap()
    {
        Validity[] apart = [new(Day("2020-01-01"), Day("2021-12-31")), new(Day("2024-01-01"), null)];

        ValidityChain.Place(apart, new(Day("2022-01-01"), Day("2023-12-31")), _ => false).Outcome.ShouldBe(CatalogueRowOutcome.NewVersion);
        Placing("2022-01-01", "2023-12-30").ShouldRefuse(ValidityChain.Hole, "2023-12-31 至 2023-12-31");
        Placing("2022-01-02", "2023-12-31").ShouldRefuse(ValidityChain.Hole, "2022-01-01 至 2022-01-01");
        Placing("2022-01-01", "2024-01-01").ShouldRefuse(ValidityChain.Overlap);
        Placing("2022-01-01", null).ShouldRefuse(ValidityChain.Overlap);
        Placing("2019-01-01", "2019-12-31").ShouldRefuse(null);
        Placing("2019-01-01", "2019-12-30").ShouldRefuse(ValidityChain.Hole);

        Action Placing(string from, string? to) => () => ValidityChain.Place(apart, new(Day(from), Day(to)), _ => false);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
