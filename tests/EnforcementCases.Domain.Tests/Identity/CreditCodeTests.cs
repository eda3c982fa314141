using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Identity;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91110000101623741K")]
    [InlineData("911101066976941872")]
    [InlineData("11120000MB1660879L")]
    [InlineData("91120102123456788U")]
    [InlineData("91120102MA05000230")] // remainder 0 is written 0, not index 31
    [InlineData("91120102MA0500013Y")] // remainder 1
    public void A_valid_code_is_taken(string code) => CreditCode.Parse(code).Value.ShouldBe(code);

    [Theory]
    [InlineData(" 91350100m000100y43 ")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    public void However_it_is_typed_it_has_one_spelling(string typed) => CreditCode.Parse(typed).Value.ShouldBe("91350100M000100Y43");

    [Theory]
    [InlineData("91350100M000100Y4A", "credit-code.wrong-check-character")]
    [InlineData("91350211M0000XUF46", "credit-code.wrong-check-character")]
    [InlineData("91350100M000100YIO", "credit-code.malformed")]
    [InlineData("91350100M000100Y4", "credit-code.malformed")]
    [InlineData("9135A100M000100Y43", "credit-code.malformed")]
    public void A_wrong_code_is_refused(string code, string error) => new Action(() => CreditCode.Parse(code)).ShouldRefuseWith(error);

    [Fact]
    public void A_genuine_code_that_fails_its_check_is_taken_with_a_reason()
    {
        Should.Throw<DomainException>(() => CreditCode.Parse("91350211M0000XUF46")).Detail.ShouldContain("应为 R");
        CreditCode
            .Parse("91350211M0000XUF46", overrideReason: "已核对营业执照原件")
            .Warnings.ShouldContain(CreditCodeWarning.CheckOverridden);
        Should.Throw<DomainException>(() => CreditCode.Parse("91350211M0000XUF46", overrideReason: " "));
        Should.Throw<DomainException>(() => CreditCode.Parse("91350211M0000XUF46", overrideReason: "已核对。！")); // no reason
    }

    [Fact]
    public void What_is_odd_is_a_warning_and_no_refusal()
    {
        CreditCode.Parse("91120102123456788U").Warnings.ShouldBeEmpty();
        CreditCode.Parse("91350100D2143569XA").Warnings.ShouldBeEmpty(); // GB 11714 gives D2143569-X as its example
        CreditCode.Parse("91120102123456789U", overrideReason: "已核对营业执照").Warnings.ShouldContain(CreditCodeWarning.InnerCheckFails);
        CreditCode.Parse("99120102123456788U", overrideReason: "已核对营业执照").Warnings.ShouldContain(CreditCodeWarning.UnknownPrefix);
    }
}
