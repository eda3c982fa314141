using System.Text;
using EnforcementCases.Domain.Access;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Access;

public sealed class TimeCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890"); // RFC 6238, appendix B
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly long Step = TimeCode.StepOf(Now);

    /// <summary>RFC 6238, appendix B, the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        TimeCode.Of(Secret, TimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(second))).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_phone_may_be_half_a_minute_fast_or_slow(int off, bool accepted) =>
        TimeCode.Accept(Secret, TimeCode.Of(Secret, Step + off), Now, lastStep: null).ShouldBe(accepted ? Step + off : null);

    [Theory]
    [InlineData(0, 0, false)] // the code that was accepted
    [InlineData(0, 1, false)] // one that is older than the accepted one
    [InlineData(0, -1, true)]
    [InlineData(1, 0, true)]
    public void No_code_is_accepted_twice_nor_an_older_one(int off, int lastOff, bool accepted) =>
        TimeCode.Accept(Secret, TimeCode.Of(Secret, Step + off), Now, Step + lastOff).ShouldBe(accepted ? Step + off : null);

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_is_not_accepted(string typed) => TimeCode.Accept(Secret, typed, Now, lastStep: null).ShouldBeNull();
}
