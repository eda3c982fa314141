using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Catalogue;

public sealed class LocalParameterTests
{
    [Fact]
    public void Keys_are_unique_and_no_default_is_confirmed_as_shipped()
    {
        LocalParameter.Shipped.Select(p => p.Key).ShouldBeUnique();
        LocalParameter.Shipped.ShouldAllBe(p => LocalParameter.Find(p.Key.Text) == p);
        LocalParameter.Find("no.such").ShouldBeNull();
        LocalParameter.Shipped.ShouldAllBe(p => !p.Confirmed && p.Why.Length > 0);
    }

    [Fact]
    public void Every_parameter_names_a_row_of_the_rule_table() =>
        LocalParameter.Shipped.Select(p => p.Rule).Except(RuleTable.Rows.Select(r => r.Id), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_parameter_has_a_key_and_every_key_a_parameter() =>
        typeof(LocalParameters)
            .GetFields()
            .Select(f => (ParameterKey)f.GetValue(null)!)
            .ShouldBe(LocalParameter.Shipped.Select(p => p.Key), ignoreOrder: true);

    [Theory, Rule("APL-51-4"), Rule("APL-52-4")]
    [InlineData("simple.individualBusiness.cap", "200")]
    [InlineData("simple.reportBack", "2")]
    public void The_simple_procedure_has_its_safe_defaults(string key, string value) =>
        LocalParameter.Shipped.Single(p => p.Key.Text == key).Default.ShouldBe(value);

    [Theory, Rule("TJ-HEAR")]
    [InlineData(true)]
    [InlineData(false)]
    public void No_act_rests_on_a_figure_that_nobody_has_confirmed(bool confirmed)
    {
        var parameter = LocalParameter.Shipped.Single(p => p.Key == LocalParameters.HearingFineCitizen);
        var inForce = new ParameterInForce(parameter, parameter.Default, confirmed, "shipped", ValidFrom: null, SetBy: null, ValueId: null);

        new Action(inForce.EnsureConfirmed).ShouldRefuse(!confirmed, ParameterInForce.Unconfirmed);
        inForce.Money.ShouldBe(Money.Yuan(5_000));
    }

    [Fact]
    public void Every_default_is_a_value_that_could_be_entered()
    {
        foreach (var parameter in LocalParameter.Shipped)
            new Action(() => parameter.EnsureValue(parameter.Default)).ShouldRefuse(null);
    }

    [Theory]
    [InlineData("hearing.fine.citizen", "0", null)]
    [InlineData("hearing.fine.citizen", "10000000000", null)]
    [InlineData("hearing.fine.citizen", "10000000000.01", "金额")]
    [InlineData("hearing.fine.citizen", "5000.55", null)]
    [InlineData("hearing.fine.citizen", "5000.555", "最多两位小数")]
    [InlineData("hearing.fine.citizen", "-1", "金额")]
    [InlineData("hearing.fine.citizen", "5,000", "金额")]
    [InlineData("surcharge.base", "fine", null)]
    [InlineData("surcharge.base", "Fine", "unpaid 或者 fine")]
    [InlineData("simple.reportBack", "1", null)]
    [InlineData("simple.reportBack", "0", "1 至 9999")]
    [InlineData("simple.reportBack", "9999", null)]
    [InlineData("simple.reportBack", "10000", "1 至 9999")]
    [InlineData("simple.reportBack", "permanent", "1 至 9999")]
    [InlineData("publish.penalty", "7", null)]
    [InlineData("publish.penalty", "8", "1 至 7")] // the circular's own limit
    [InlineData("retention.simple", "permanent", null)]
    [InlineData("retention.simple", "30", null)]
    [InlineData("retention.simple", "forever", "1 至 9999")]
    [InlineData("quarterReport.day", "28", null)]
    [InlineData("quarterReport.day", "29", "1 至 28")] // February has none
    [InlineData("yearly.dataDue", "02-29", null)]
    [InlineData("yearly.dataDue", "02-30", "月日")]
    [InlineData("yearly.dataDue", "2024-01-31", "月日")]
    [InlineData("enforce.night", "21:30-07:00", null)]
    [InlineData("enforce.night", "22:00-22:00", "起止时刻")]
    [InlineData("enforce.night", "22:00", "起止时刻")]
    [InlineData("coercion.matters", "", null)]
    [InlineData("coercion.matters", "TJ-XX-01, TJ-XX-02", null)]
    [InlineData("coercion.matters", "TJ-XX-01,", "不得为空或者重复")]
    [InlineData("coercion.matters", "TJ-XX-01,TJ-XX-01", "不得为空或者重复")]
    [InlineData("recording.mandatory", "Hearing,Inquiry", null)]
    [InlineData("recording.mandatory", "Hearing,Everything", "没有“Everything”这一项")]
    public void A_parameter_takes_only_what_its_unit_can_mean(string key, string value, string? fault)
    {
        var parameter = LocalParameter.Shipped.Single(p => p.Key.Text == key);

        new Action(() => parameter.EnsureValue(value)).ShouldRefuse(fault is null ? null : LocalParameter.ValueRefused, fault ?? "");
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "不得为空或者重复")]
    public void An_item_of_a_list_has_at_most_sixty_characters(int length, string? fault) =>
        new Action(() =>
            LocalParameter.Shipped.Single(p => p.Key == LocalParameters.CaseExclusions).EnsureValue(new string('a', length))
        ).ShouldRefuse(fault is null ? null : LocalParameter.ValueRefused, fault ?? "");
}
