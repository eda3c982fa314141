using EnforcementCases.Domain.Text;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Text;

/// <summary>How an amount is written: one grammar, and nothing is guessed.</summary>
public sealed class AmountTextTests
{
    [Theory]
    [Rule("NUM-MONEY")]
    [InlineData("50", 50_00L)]
    [InlineData("50.0", 50_00L)]
    [InlineData("50.01", 50_01L)]
    [InlineData("50.010", 50_01L)]
    [InlineData("1234.5", 1_234_50L)]
    [InlineData("1,234.50", 1_234_50L)]
    [InlineData("12,345,678.90", 12_345_678_90L)]
    [InlineData("999999999.99", 999_999_999_99L)]
    [InlineData("1000000000", null)]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("50.001", null)]
    [InlineData("1,23", null)] // a comma that is a point elsewhere
    [InlineData("1,2345", null)]
    [InlineData("1234,567", null)]
    [InlineData("1.234,50", null)]
    [InlineData(",234", null)]
    [InlineData("12,34,567", null)]
    [InlineData("50.", null)]
    [InlineData(".50", null)]
    [InlineData("+50", null)]
    [InlineData("-50", null)]
    [InlineData("(50)", null)]
    [InlineData("5E1", null)]
    [InlineData("￥50", null)]
    [InlineData("50元", null)]
    [InlineData("５０", null)]
    [InlineData("5 0", null)]
    [InlineData(" 50", null)]
    [InlineData("50\n", null)]
    [InlineData("", null)]
    public void Yuan_are_digits_with_groups_of_three_and_at_most_two_decimals(string text, long? fen) =>
        (AmountText.Yuan(text)?.Fen).ShouldBe(fen);

    [Theory]
    [InlineData("5001", 50_01L)]
    [InlineData("5,001", 50_01L)]
    [InlineData("5001.0", 50_01L)]
    [InlineData("5001.5", null)]
    [InlineData("99999999999", 999_999_999_99L)]
    [InlineData("100000000000", null)]
    public void Fen_are_whole(string text, long? fen) => (AmountText.Fen(text)?.Fen).ShouldBe(fen);
}
