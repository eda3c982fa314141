using EnforcementCases.Domain.Remedies;
using Xunit;

namespace EnforcementCases.Domain.Tests.Remedies;

/// <summary>行政复议法 第六十四条第二款; 行政诉讼法 第七十一条; 最高人民法院行诉解释 第九十条.</summary>
public sealed class NotTheSameAgainTests
{
    private static readonly GroundsOfDecision Fallen = new("GJ-ZD-01", ["《条例》第一条第一款"], Money.Yuan(500), ["a", "b"]);

    [Theory, Rule("ARL-64-2")]
    [InlineData(RemedyResult.Revoked, false, 500, "a b", "《条例》第一条第一款", true)]
    [InlineData(RemedyResult.Revoked, false, 500, "a", "《条例》第一条第一款", true)] // less evidence is nothing new
    [InlineData(RemedyResult.Revoked, false, 600, "a b", "《条例》第一条第一款", true)] // heavier
    [InlineData(RemedyResult.Revoked, false, 499, "a b", "《条例》第一条第一款", false)] // lighter: another act
    [InlineData(RemedyResult.Revoked, false, 500, "a b c", "《条例》第一条第一款", false)] // new evidence
    [InlineData(RemedyResult.Revoked, false, 500, "a b", "《条例》第二条第一款", false)] // another provision
    [InlineData(RemedyResult.Revoked, true, 500, "a b", "《条例》第一条第一款", false)] // only procedure was at fault
    [InlineData(RemedyResult.Invalid, false, 500, "a b", "《条例》第一条第一款", true)]
    [InlineData(RemedyResult.Upheld, false, 500, "a b", "《条例》第一条第一款", false)]
    public void A_decision_that_was_struck_down_is_not_made_again(
        RemedyResult result,
        bool procedureOnly,
        long yuan,
        string evidence,
        string basis,
        bool refused
    )
    {
        var ensure = () =>
            NotTheSameAgain.Ensure(
                new(Fallen.ViolationCode, [basis], Money.Yuan(yuan), evidence.Split(' ')),
                [new("决字1号", result, procedureOnly, Fallen)]
            );
        ensure.ShouldRefuse(refused, RemedyResults.SameActAgain);
    }

    [Fact, Rule("ARL-64-2")]
    public void Another_violation_is_another_act() =>
        new Action(() =>
            NotTheSameAgain.Ensure(Fallen with { ViolationCode = "GJ-ZD-02" }, [new("决字1号", RemedyResult.Revoked, false, Fallen)])
        ).ShouldRefuse(null);
}
