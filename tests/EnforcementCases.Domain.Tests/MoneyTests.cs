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
}
