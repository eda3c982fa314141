using System.Text;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
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

    /// <summary>The ends of each run that is refused, and the neighbour that is not.</summary>
    [Theory]
    [InlineData(0x034F, 0x0350)] // combining grapheme joiner
    [InlineData(0x115F, 0x115E)]
    [InlineData(0x17B4, 0x17B6)]
    [InlineData(0x17B5, 0x17B6)]
    [InlineData(0x2800, 0x2801)] // the empty Braille cell
    [InlineData(0x3164, 0x3163)]
    [InlineData(0xFFA0, 0xFFA1)]
    [InlineData(0xFE00, 0xFDFC)]
    [InlineData(0xFE0F, 0xFE10)]
    [InlineData(0x180B, 0x180A)]
    [InlineData(0x180F, 0x1810)]
    [InlineData(0xFDD0, 0xFDCF)]
    [InlineData(0xFDEF, 0xFDF0)]
    [InlineData(0xE0000, 0x1F600)]
    [InlineData(0xE0FFF, 0xE1000)]
    [InlineData(0x1FFFF, 0x1FFFD)]
    public void Signs_that_look_like_nothing_are_refused_and_their_neighbours_are_not(int refused, int neighbour)
    {
        new Action(() => TextRules.Line($"张三{char.ConvertFromUtf32(refused)}")).ShouldRefuse(
            TextRules.ForbiddenCharacter,
            $"第 3 个字符 U+{refused:X4} 不允许使用"
        );
        TextRules.Line($"张{char.ConvertFromUtf32(neighbour)}").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_refusal_says_which_sign_it_is()
    {
        new Action(() => TextRules.Line("张三" + '\uD842')).ShouldRefuse(TextRules.ForbiddenCharacter, "第 3 个字符不完整");
        new Action(() => TextRules.Line("张\u212B")).ShouldRefuse(TextRules.NotNormalised, "第 2 个字符 U+212B 请改用标准字符");
    }

    [Theory]
    [InlineData("A 张", "A张")]
    [InlineData("张 A", "张A")]
    [InlineData("A  B", "A B")]
    [InlineData("ɏ ɏ", "ɏ ɏ")] // the last Latin letter of Extended-B
    [InlineData("ɏ ɐ", "ɏɐ")] // the first of what comes after
    public void A_space_stands_between_Latin_letters_alone(string typed, string name) => TextRules.Name(typed).ShouldBe(name);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        new Action(() => TextRules.Line("张" + '\uD842')).ShouldRefuse(TextRules.ForbiddenCharacter);

    [Theory]
    [InlineData("e\u0301")] // é in two pieces
    [InlineData("\u90DE\uF92C")] // 郎 as a compatibility ideograph
    [InlineData("\uD87E\uDC00")] // U+2F800
    [InlineData("\u212B")] // Ångström sign
    [InlineData("\u1112\u1161")] // 하 in two pieces
    [InlineData("张\u0301")] // a loose accent, which .NET lets pass
    [InlineData("\u05E9\u05C1\u05B0")] // two Hebrew points in the order that is not the standard one
    public void A_second_spelling_of_the_same_text_is_refused(string text) =>
        new Action(() => TextRules.Line(text)).ShouldRefuse(TextRules.NotNormalised);

    [Fact]
    public void No_single_character_passes_that_NET_takes_for_a_second_spelling()
    {
        var passed = Enumerable
            .Range(0x21, 0x10FFFF)
            .Where(Rune.IsValid)
            .Select(c => new Rune(c).ToString())
            .Where(text => Passes(text) && !text.IsNormalized());

        passed.ShouldBeEmpty();
        "Å".Normalize(NormalizationForm.FormD).ShouldBe("A\u030A", "globalization is switched off: .NET normalises nothing");

        static bool Passes(string text)
        {
            try
            {
                return TextRules.Line(text).Length > 0;
            }
            catch (DomainException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Facts_may_have_lines_with_one_kind_of_line_end() => TextRules.Paragraphs("一\r\n二\r三\n").ShouldBe("一\n二\n三");

    [Theory]
    [InlineData(" 张 三 ", "张三")]
    [InlineData("张　三", "张三")]
    [InlineData("阿卜杜拉•买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉・买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉‧买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉∙买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉･买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉⋅买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉․买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉．买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉.买买提", "阿卜杜拉·买买提")]
    [InlineData("阿卜杜拉 · 买买提", "阿卜杜拉·买买提")]
    [InlineData("J. Smith", "J. Smith")] // a stop of an abbreviation
    [InlineData("\u2F00\u2F17", "一十")] // radicals of Kangxi
    [InlineData("\u2EE2\u2F30", "马己")] // a radical of the supplement
    [InlineData("\u2FD5", "龠")] // the last of Kangxi
    [InlineData("\u2EF3", "龟")] // the last of the supplement
    [InlineData("津海(天津)有限公司", "津海（天津）有限公司")]
    [InlineData("津海﹙天津﹚有限公司", "津海（天津）有限公司")]
    [InlineData("津海【天津】 有限公司", "津海（天津）有限公司")]
    [InlineData("Smith (Tianjin) Ltd", "Smith (Tianjin) Ltd")]
    [InlineData("John  Smith", "John Smith")]
    public void One_person_has_one_name_however_it_is_spaced(string typed, string name) => TextRules.Name(typed).ShouldBe(name);

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
