using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>A sentence keeps its values apart from its words.</summary>
public sealed class SentenceTests
{
    private static readonly DomainError Error = new("test.refused", null, ErrorKind.Unacceptable, "不能办理");

    [Fact]
    public void An_interpolated_refusal_has_a_template_and_its_values()
    {
        var refusal = Error.With($"罚款 {Money.Yuan(300).InYuan} 元，限额 {200} 元", $"于 {new DateOnly(2024, 9, 3):yyyy-MM-dd} 前补正");

        refusal.Detail.ShouldBe("罚款 300.00 元，限额 200 元");
        refusal.Sentence.Template.ShouldBe("罚款 {0} 元，限额 {1} 元");
        refusal.Sentence.Arguments.Select(a => a.Text).ShouldBe(["300.00", "200"]);
        refusal.NextStep!.Template.ShouldBe("于 {0} 前补正");
        refusal.NextStep.Text.ShouldBe("于 2024-09-03 前补正");
    }

    [Fact]
    public void A_value_that_looks_like_a_place_stays_a_value()
    {
        var refusal = Error.With($"案由“{"{1}"}”与“{"{0}"}”不一致");

        refusal.Detail.ShouldBe("案由“{1}”与“{0}”不一致");
        refusal.Sentence.Arguments.Select(a => a.Text).ShouldBe(["{1}", "{0}"]);
    }

    [Fact]
    public void A_finished_string_has_no_values_and_a_missing_value_is_written_as_nothing()
    {
        string? nobody = null;

        Error.With("没有理由").Sentence.Arguments.ShouldBeEmpty();
        Error.With($"由{nobody}办理").Detail.ShouldBe("由办理");
    }

    [Fact]
    public void A_sentence_within_a_sentence_keeps_its_own_values()
    {
        Sentence inner = Error.With($"第 {3} 项").Sentence;
        var outer = Error.With($"{inner}没有证据");

        outer.Detail.ShouldBe("第 3 项没有证据");
        outer.Sentence.Arguments.Single().Template.ShouldBe("第 {0} 项");
    }
}
