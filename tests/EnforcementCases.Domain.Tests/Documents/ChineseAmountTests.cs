using System.Globalization;
using EnforcementCases.Domain.Documents;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Documents;

public sealed class ChineseAmountTests
{
    [Theory]
    [InlineData("0", "人民币零元整")]
    [InlineData("0.01", "人民币壹分")]
    [InlineData("0.10", "人民币壹角整")]
    [InlineData("0.25", "人民币贰角伍分")]
    [InlineData("1", "人民币壹元整")]
    [InlineData("10", "人民币壹拾元整")]
    [InlineData("10.50", "人民币壹拾元伍角整")]
    [InlineData("50", "人民币伍拾元整")]
    [InlineData("100", "人民币壹佰元整")]
    [InlineData("101", "人民币壹佰零壹元整")]
    [InlineData("110", "人民币壹佰壹拾元整")]
    [InlineData("200", "人民币贰佰元整")]
    [InlineData("325.04", "人民币叁佰贰拾伍元零肆分")]
    [InlineData("1409.50", "人民币壹仟肆佰零玖元伍角整")]
    [InlineData("3000", "人民币叁仟元整")]
    [InlineData("6007.14", "人民币陆仟零柒元壹角肆分")]
    [InlineData("10010", "人民币壹万零壹拾元整")]
    [InlineData("16409.02", "人民币壹万陆仟肆佰零玖元零贰分")]
    [InlineData("107000.53", "人民币壹拾万柒仟元伍角叁分")]
    [InlineData("1000000", "人民币壹佰万元整")]
    [InlineData("100000001.05", "人民币壹亿零壹元零伍分")]
    [InlineData("1000005000", "人民币壹拾亿零伍仟元整")]
    [InlineData("1200000000000", "人民币壹万贰仟亿元整")]
    public void Amounts_are_read_in_capital_numerals(string yuan, string expected) =>
        ChineseAmount.InCapitals(Money.Yuan(decimal.Parse(yuan, CultureInfo.InvariantCulture))).ShouldBe(expected);

    [Fact]
    public void The_largest_amount_can_be_read() => ChineseAmount.InCapitals(Money.OfFen(long.MaxValue)).ShouldEndWith("伍拾捌元零柒分");
}
