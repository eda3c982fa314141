using System.Text;
using EnforcementCases.Pdf.Layout;
using Shouldly;
using Xunit;

namespace EnforcementCases.Pdf.Tests;

public sealed class LineBreakingTests
{
    [Theory]
    [InlineData("罚", "款", true)]
    [InlineData("款", "。", false)]
    [InlineData("款", "，", false)]
    [InlineData("款", "、", false)]
    [InlineData("款", "；", false)]
    [InlineData("款", "：", false)]
    [InlineData("款", "？", false)]
    [InlineData("款", "！", false)]
    [InlineData("款", "）", false)]
    [InlineData("款", "》", false)]
    [InlineData("款", "」", false)]
    [InlineData("款", "』", false)]
    [InlineData("款", "”", false)]
    [InlineData("款", "’", false)]
    [InlineData("款", "％", false)]
    [InlineData("3", "%", false)]
    [InlineData("（", "一", false)]
    [InlineData("《", "行", false)]
    [InlineData("「", "行", false)]
    [InlineData("『", "行", false)]
    [InlineData("“", "行", false)]
    [InlineData("‘", "行", false)]
    [InlineData("〔", "2", false)]
    [InlineData("2", "〕", false)]
    [InlineData("字", "〔", true)]
    [InlineData("〕", "第", true)]
    [InlineData("。", "依", true)]
    [InlineData("》", "第", true)]
    [InlineData("2", "0", false)]
    [InlineData("0", ".", false)]
    [InlineData(",", "3", false)]
    [InlineData("a", "b", false)]
    [InlineData("5", "月", false)]
    [InlineData("月", "1", true)]
    [InlineData("¥", "1", false)]
    [InlineData("￥", "1", false)]
    [InlineData("—", "—", false)]
    [InlineData("…", "…", false)]
    [InlineData("a", " ", false)]
    [InlineData(" ", "b", true)]
    [InlineData("𠮷", "𠮷", true)]
    [InlineData("８", "９", false)]
    public void Marks_numbers_and_words_keep_their_company(string before, string after, bool canBreak) =>
        LineBreaking.CanBreakBetween(Rune.GetRuneAt(before, 0), Rune.GetRuneAt(after, 0)).ShouldBe(canBreak);

    [Theory]
    [InlineData("当事人应当到场。", 14, "当事人应当到|场。")] // 。 does not fit: 场 comes along
    [InlineData("当事人应当到场。", 16, "当事人应当到场。")]
    [InlineData("依据《条例》处罚", 6, "依据|《条|例》处|罚")]
    [InlineData("罚款100.00元整", 6, "罚款|100.00|元整")]
    [InlineData("于2022-05-10作出", 12, "于2022-05-10|作出")]
    [InlineData("于2022-05-10作出", 11, "于|2022-05-10|作出")]
    [InlineData("第一行\n第二行", 20, "第一行|第二行")]
    [InlineData("第一行\n", 20, "第一行|")]
    [InlineData("\n\n", 20, "||")]
    [InlineData("", 20, "")]
    [InlineData("Beijing Road 12", 8, "Beijing|Road 12")]
    [InlineData("ABCDEFGHIJ", 4, "ABCD|EFGH|IJ")] // longer than a line: cut
    [InlineData("。。。。", 4, "。。|。。")]
    [InlineData("（（（（", 4, "（（|（（")]
    [InlineData("龚喆彧", 2, "龚|喆|彧")]
    public void Plain_text_is_wrapped(string text, int columns, string expected) =>
        string.Join('|', LineBreaking.WrapColumns(text, columns)).ShouldBe(expected);

    [Fact]
    public void Following_lines_can_be_indented() =>
        LineBreaking.WrapColumns("违反：一二三四五六七八九", 10, indent: 4).ShouldBe(["违反：一二", "    三四五", "    六七八", "    九"]);

    [Fact]
    public void No_line_is_wider_and_no_character_is_lost_whatever_the_text()
    {
        const string Letters = "罚款，。（）《》〔2022〕第0001号 ab%¥…—\n“”";
        var random = new Random(20220510);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var columns = random.Next(2, 24);

            var lines = LineBreaking.WrapColumns(text, columns);

            lines.ShouldAllBe(line => LineBreaking.ColumnsOf(line) <= columns);
            string.Concat(lines).Replace(" ", "").ShouldBe(text.Replace("\n", "").Replace(" ", ""));
        }
    }
}
