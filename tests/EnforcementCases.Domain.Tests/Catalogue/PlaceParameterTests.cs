using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Catalogue;

public sealed class PlaceParameterTests
{
    [Fact]
    public void Keys_are_unique_and_no_default_is_confirmed_as_shipped()
    {
        PlaceParameter.Shipped.Select(p => p.Key).ShouldBeUnique();
        PlaceParameter.Shipped.ShouldAllBe(p => !p.Confirmed && p.Why.Length > 0);
    }

    [Fact]
    public void Every_parameter_names_a_row_of_the_rule_table() =>
        PlaceParameter.Shipped.Select(p => p.Rule).Except(RuleTable.Rows.Select(r => r.Id), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory, Rule("APL-51-4"), Rule("APL-52-4")]
    [InlineData("simple.individualBusiness.cap", "200")]
    [InlineData("simple.reportBack", "2")]
    public void The_simple_procedure_has_its_safe_defaults(string key, string value) =>
        PlaceParameter.Shipped.Single(p => p.Key == key).Default.ShouldBe(value);

    [Theory, Rule("TJ-HEAR")]
    [InlineData(true)]
    [InlineData(false)]
    public void No_act_rests_on_a_figure_that_nobody_has_confirmed(bool confirmed)
    {
        var parameter = PlaceParameter.Shipped.Single(p => p.Key == "hearing.fine.citizen");
        var inForce = new ParameterInForce(parameter, parameter.Default, confirmed, "shipped", ValidFrom: null, SetBy: null, ValueId: null);

        new Action(inForce.EnsureConfirmed).ShouldRefuse(!confirmed, ParameterInForce.Unconfirmed);
        inForce.Money.ShouldBe(Money.Yuan(5_000));
    }
}
