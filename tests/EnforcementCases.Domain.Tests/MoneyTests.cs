using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

public sealed class MoneyTests
{
    [Theory, Rule("NUM-MONEY")]
    [InlineData(0, 0)]
    [InlineData(0.01, 1)]
    [InlineData(200.01, 20001)]
    public void Yuan_become_whole_fen(decimal yuan, long fen) => Money.Yuan(yuan).Fen.ShouldBe(fen);

    [Theory, Rule("NUM-MONEY")]
    [InlineData(-0.01)]
    [InlineData(0.001)]
    public void Negative_amounts_and_fractions_of_a_fen_are_refused(decimal yuan) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Yuan(yuan));

    [Fact, Rule("NUM-MONEY")]
    public void Money_adds_up_is_compared_by_the_fen_and_never_falls_below_nothing()
    {
        var (one, two) = (Money.Yuan(1), Money.Yuan(2));

        (one + one).ShouldBe(two);
        (two - one).ShouldBe(one);
        Should.Throw<ArgumentOutOfRangeException>(() => one - two);
        Should.Throw<OverflowException>(() => Money.OfFen(long.MaxValue) + one);
        (one < two, two < one, one < Money.Yuan(1)).ShouldBe((true, false, false));
        (two > one, one > two, one > Money.Yuan(1)).ShouldBe((true, false, false));
        (one <= two, one <= Money.Yuan(1), two <= one).ShouldBe((true, true, false));
        (two >= one, one >= Money.Yuan(1), one >= two).ShouldBe((true, true, false));
        new[] { two, one }.Order().ShouldBe([one, two]);
        Money.Yuan(1234.5m).ToString().ShouldBe("1234.50");
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Yuan(0.001m)).Message.ShouldContain("fraction");
    }
}
