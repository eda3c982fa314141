using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Archive;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>For whom the file of a case is drawn, and what came after the decision.</summary>
public sealed class DrawnFileTests
{
    /// <summary>行政诉讼法 第三十五条; 行政复议法 第四十六条: the day of the decision itself is not after it.</summary>
    [Theory]
    [InlineData(FileForm.Court, 0, false)]
    [InlineData(FileForm.Court, 1, true)]
    [InlineData(FileForm.Reconsideration, 0, false)]
    [InlineData(FileForm.Reconsideration, 1, true)]
    [InlineData(FileForm.Main, 1, false)]
    [InlineData(FileForm.Party, 1, false)]
    public void What_came_after_the_decision_is_marked_for_court_and_reconsideration_alone(FileForm form, int days, bool after)
    {
        var played = DecisionGuardTests.Proposed();
        DrawnFile.IsAfterDecision(form, played.Case, new(2030, 1, 1)).ShouldBeFalse("nothing is decided");
        played.Do(Decision(played), Role.Head);

        DrawnFile.IsAfterDecision(form, played.Case, played.Case.DecidedOn!.Value.AddDays(days)).ShouldBe(after);
    }

    [Theory, Rule("FILE-2")]
    [InlineData(FileForm.Party, false, true)]
    [InlineData(FileForm.Party, true, false)]
    [InlineData(FileForm.Court, true, true)]
    [InlineData(FileForm.Main, true, true)]
    public void The_party_never_gets_the_inner_volume(FileForm form, bool inner, bool drawn)
    {
        var played = Filed();
        new Action(() => DrawnFile.Ensure(played.Case, form, inner)).ShouldRefuse(drawn ? null : DrawnFile.InnerNotForParty);
    }

    [Fact]
    public void Nothing_is_drawn_for_a_party_whom_nobody_knows()
    {
        var played = new PlayedCase().Register();
        new Action(() => DrawnFile.Ensure(played.Case, FileForm.Party, withInner: false)).ShouldRefuse(DrawnFile.NoParty);
        new Action(() => DrawnFile.Ensure(played.Case, FileForm.Main, withInner: false)).ShouldRefuse(null);
    }
}
