using EnforcementCases.Domain.Cases.Identity;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Identity;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("龚喆彧")]
    [InlineData("㛃𠮷﨎")] // extension A, extension B, and one of the twelve unified ideographs of the compatibility block
    [InlineData("Müller & Söhne GmbH")]
    [InlineData("津汉街综执当罚决字〔2022〕第0001号")]
    public void Ordinary_text_passes_unchanged(string text) => TextRules.Line(text).ShouldBe(text);

    [Theory]
    [InlineData("张\0三")]
    [InlineData("张\u0007三")]
    [InlineData("张\n三")]
    [InlineData("张\u200B三")] // zero width space
    [InlineData("张\u200D三")] // zero width joiner
    [InlineData("\uFEFF张三")]
    [InlineData("张\u202E三")] // right-to-left override
    [InlineData("张\u2066三")] // isolate
    [InlineData("张\u2028三")] // line separator
    [InlineData("张\u3164三")] // Hangul filler: looks like nothing
    [InlineData("葛\uDB40\uDD00城")] // variation selector 17
    [InlineData("\uFFFE")]
    public void What_cannot_be_seen_or_turns_the_line_is_refused(string text) =>
        new Action(() => TextRules.Line(text)).ShouldRefuse(TextRules.ForbiddenCharacter);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        new Action(() => TextRules.Line("张" + '\uD842')).ShouldRefuse(TextRules.ForbiddenCharacter);

    [Theory]
    [InlineData("e\u0301")] // é in two pieces
    [InlineData("\u90DE\uF92C")] // 郎 as a compatibility ideograph
    [InlineData("\uD87E\uDC00")] // U+2F800
    [InlineData("\u212B")] // Ångström sign
    [InlineData("\u1112\u1161")] // 하 in two pieces
    public void A_second_spelling_of_the_same_text_is_refused(string text) =>
        new Action(() => TextRules.Line(text)).ShouldRefuse(TextRules.NotNormalised);

    [Fact]
    public void Facts_may_have_lines_with_one_kind_of_line_end() => TextRules.Paragraphs("一\r\n二\r三\n").ShouldBe("一\n二\n三");

    [Theory]
    [InlineData(" 张 三 ", "张三")]
    [InlineData("张　三", "张三")]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉・买买提", "阿卜杜拉·买买提")]
    [InlineData("John  Smith", "John Smith")]
    public void One_person_has_one_name_however_it_is_spaced(string typed, string name) => TextRules.PersonName(typed).ShouldBe(name);

    [Theory, Rule("APL-30")]
    [InlineData("2010-06-01", "2024-06-01", 13)]
    [InlineData("2010-06-01", "2024-06-02", 14)]
    [InlineData("2010-06-01", "2028-06-01", 17)]
    [InlineData("2010-06-01", "2028-06-02", 18)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2026-01-01", "2026-01-01", 0)]
    public void A_person_reaches_an_age_on_the_day_after_the_birthday(string born, string day, int age) =>
        Age.On(Date(born), Date(day)).ShouldBe(age);
}
