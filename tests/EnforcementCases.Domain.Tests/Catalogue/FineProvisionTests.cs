using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Catalogue;

public sealed class FineProvisionTests
{
    [Fact]
    public void Range_in_yuan_is_the_range_of_the_fine()
    {
        var range = new FineProvision(FineMode.Range, 50_00, 2_000_00).RangeFor();

        range.AtLeast.ShouldBe(Money.Yuan(50));
        range.AtMost.ShouldBe(Money.Yuan(2_000));
    }

    [Fact]
    public void Percentage_is_taken_of_the_construction_cost()
    {
        var range = new FineProvision(FineMode.PercentOfConstructionCost, 500, 1_000).RangeFor(
            new(ConstructionCost: Money.Yuan(123_456.78m))
        );

        range.AtLeast.ShouldBe(Money.Yuan(6_172.84m)); // 6172.839 rounded up: less would be below five per cent
        range.AtMost.ShouldBe(Money.Yuan(12_345.67m)); // 12345.678 rounded down
    }

    [Fact]
    public void Multiple_is_taken_of_the_construction_cost() =>
        new FineProvision(FineMode.MultipleOfConstructionCost, 0, 10_000)
            .RangeFor(new(ConstructionCost: Money.Yuan(8_000)))
            .AtMost.ShouldBe(Money.Yuan(8_000));

    [Fact]
    public void Unit_price_is_multiplied_by_the_units()
    {
        var range = new FineProvision(FineMode.PerUnit, 20_00, 50_00, "每只(头)").RangeFor(new(Units: 3_000));

        range.AtLeast.ShouldBe(Money.Yuan(60));
        range.AtMost.ShouldBe(Money.Yuan(150));
    }

    [Theory]
    [InlineData(FineMode.PerUnit)]
    [InlineData(FineMode.PerSquareMetre)]
    [InlineData(FineMode.PercentOfConstructionCost)]
    [InlineData(FineMode.MultipleOfConstructionCost)]
    public void Fine_by_measure_is_refused_without_the_measure(FineMode mode) =>
        Measured(mode, new(Units: 0, ConstructionCost: Money.Zero))
            .ShouldRefuse(
                FineProvision.MeasureMissing,
                mode is FineMode.PerUnit or FineMode.PerSquareMetre ? "没有写明数量或者面积" : "没有写明工程造价"
            );

    [Theory]
    [InlineData(FineMode.PerUnit)]
    [InlineData(FineMode.PercentOfConstructionCost)]
    public void Fine_by_measure_is_refused_where_nothing_is_said(FineMode mode) =>
        Measured(mode, null).ShouldRefuse(FineProvision.MeasureMissing);

    private static Action Measured(FineMode mode, FineMeasure? measure) => () => new FineProvision(mode, 1, 2).RangeFor(measure);

    [Fact]
    public void Graver_case_has_the_range_printed_for_it_and_no_other()
    {
        var fine = new FineProvision(FineMode.Range, 100_00, 200_00, Variants: [new("有碍城市容貌", 2_000_00, 2_000_00)]);

        fine.RangeFor(circumstance: "有碍城市容貌").AtLeast.ShouldBe(Money.Yuan(2_000));
        new Action(() => fine.RangeFor(circumstance: "情节恶劣")).ShouldRefuse(FineProvision.VariantUnknown);
    }
}
