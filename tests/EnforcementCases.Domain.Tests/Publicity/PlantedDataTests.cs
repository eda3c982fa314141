using EnforcementCases.Domain.Publicity;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>Three hundred decisions with particulars planted in them in every way of writing: none is shown; few decisions without any are stopped.</summary>
[Rule("PUB-PRIV")]
public sealed class PlantedDataTests
{
    private const int Decisions = 300;
    private const string Digits = "0123456789";
    private const string Chinese = "零一二三四五六七八九";
    private const string FullWidth = "０１２３４５６７８９";

    private static readonly string[] Given = ["建国", "文静", "伟", "秀英", "志强", "桂兰", "小龙", "玉梅", "海燕", "子轩"];
    private static readonly string[] Surnames = ["王", "李", "张", "欧阳", "诸葛", "赵", "慕容", "钱", "孔", "上官"];

    private static readonly string[] Facts =
    [
        "2026年11月30日10时20分，执法人员巡查至汉沽街道东风路12号门前，发现{0}擅自占用人行道堆放物品约3平方米。",
        "经查，{0}未经批准在新开中路36号门前设置户外广告牌一块，长2.5米、宽1.2米，责令限期拆除后逾期未拆除。",
        "{0}将装修垃圾约1.5吨倾倒在河堤绿地内，造成环境卫生污染，清运费用1200元。",
        "执法人员制作现场检查笔录和现场照片8张，{0}对上述事实无异议并在笔录上签字。",
        "当事人的行为违反了《城市道路管理条例》第二十七条第三项的规定，{0}在期限内改正。",
        "2026-11-02起至2026-11-25止，{0}夜间22:30后使用高噪声设备施工，实测68分贝，超过标准限值。",
        "{0}在市场外第三排摊位经营蔬菜，摊位面积4平方米，属于初次违法，危害后果轻微。",
        "该案涉及货值金额1234567.00元，违法所得3500元，{0}提供了进货凭证12份。",
    ];

    private static readonly string[] Around = ["{0}", "（{0}）", "，联系号码{0}，", "：{0}。", "{0}号"];

    [Fact]
    public void None_of_what_was_planted_is_shown()
    {
        var random = new Random(20261201);
        var (leaks, clear) = (new List<string>(), 0);
        for (var i = 0; i < Decisions; i++)
        {
            var (text, context, planted) = Plant(random);
            var masked = TextMask.Apply(text, context);
            var shown = Bare(masked.Text);
            clear += masked.IsClear ? 1 : 0;
            leaks.AddRange(
                planted
                    .Where(p => masked.IsClear && shown.Contains(Bare(p), StringComparison.OrdinalIgnoreCase))
                    .Select(p => $"{p} in {masked.Text}")
            );
            if (TextMask.LeaksIn(masked.Text, context).Any(l => l.IsHidden))
                leaks.Add(masked.Text);
        }
        leaks.ShouldBeEmpty();
        clear.ShouldBeGreaterThan(Decisions * 9 / 10); // what waits for the clerk is not looked through above
    }

    [Fact]
    public void Fewer_than_one_in_twenty_decisions_without_particulars_is_stopped()
    {
        var random = new Random(7);
        var stopped = new List<string>();
        for (var i = 0; i < Decisions; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, 3).Select(_ => Facts[random.Next(Facts.Length)].Replace("{0}", "当事人", StringComparison.Ordinal))
            );
            if (!TextMask.Apply(text, new()).IsClear)
                stopped.Add(text);
        }
        stopped.Count.ShouldBeLessThan(Decisions / 20, string.Join('\n', stopped.Take(3)));
    }

    private static (string Text, MaskContext Context, List<string> Planted) Plant(Random random)
    {
        var name = Surnames[random.Next(Surnames.Length)] + Given[random.Next(Given.Length)];
        var witness = Surnames[random.Next(Surnames.Length)] + Given[random.Next(Given.Length)];
        List<string> numbers =
        [
            Number(random, "120102", 11) + Digits[random.Next(10)], // an identity number, its check digit right or wrong
            Number(random, "13", 9),
            Number(random, "6222", 15),
            $"津{(char)('A' + random.Next(8))}{Number(random, "", 5)}",
            $"E{Number(random, "", 8)}",
            Number(random, "022", 8),
        ];
        var text = Facts[random.Next(Facts.Length)].Replace("{0}", $"当事人{Spaced(random, name)}", StringComparison.Ordinal);
        foreach (var number in numbers.OrderBy(_ => random.Next()).Take(4))
            text +=
                Around[random.Next(Around.Length)].Replace("{0}", Disguised(random, number), StringComparison.Ordinal)
                + "在场人员"
                + Spaced(random, witness)
                + "。";
        return (text, new() { Persons = [new(name, LinkedAs.Party), new(witness, LinkedAs.Other)] }, [name, witness, .. numbers]);
    }

    private static string Number(Random random, string head, int more) =>
        head + string.Concat(Enumerable.Range(0, more).Select(_ => Digits[random.Next(1, 10)]));

    private static string Spaced(Random random, string name) => random.Next(3) == 0 ? string.Join(' ', name.AsEnumerable()) : name;

    private static string Disguised(Random random, string number) =>
        random.Next(6) switch
        {
            0 => string.Join(' ', number.AsEnumerable()),
            1 => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? FullWidth[c - '0'] : c)),
            2 => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? Chinese[c - '0'] : c)),
            3 => string.Join('-', number.Chunk(4).Select(c => new string(c))),
            4 => string.Join('\u200b', number.AsEnumerable()),
            _ => number,
        };

    /// <summary>Letters, digits and characters alone, Chinese and full-width numerals as digits.</summary>
    private static string Bare(string text) =>
        string.Concat(
            text.Where(char.IsLetterOrDigit)
                .Select(c =>
                    Chinese.IndexOf(c, StringComparison.Ordinal) is >= 0 and var chinese ? (char)('0' + chinese)
                    : FullWidth.IndexOf(c, StringComparison.Ordinal) is >= 0 and var wide ? (char)('0' + wide)
                    : c
                )
        );
}
