using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Recordings;
using EnforcementCases.Api.Statistics;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.OpenApi;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Language;

/// <summary>Every text of the program has its English, and every English text its Chinese.</summary>
public sealed partial class LanguageTests
{
    /// <summary>Source whose Chinese is no message: what is filled into papers, which stay Chinese, and words by which data are read.</summary>
    private static readonly Dictionary<string, string> NotMessages = new(StringComparer.Ordinal)
    {
        [@"EnforcementCases\.Paper/(OnTheSpotDecision(Layout|Lines)|FormWord|LayoutParts|FormLayout|FormSlip)\.cs$"] =
            "how papers are laid out",
        [@"Api/Cases/Simple/ReceiptWriter\.cs$"] = "how a receipt is laid out",
        [@"Domain/Papers/(\w+Papers|PaperWords|PaperInHand)\.cs$"] = "what is filled into papers",
        [@"Domain/Papers/SlipWords\.cs$"] = "words by which papers are read",
        [@"Domain/Documents/(ChineseNumber|ChineseAmount|ChineseDate|DocumentWord)\.cs$"] = "numbers, dates and document words of papers",
        [@"Domain/Statistics/ReportName\.cs$"] = "parts of names of organs",
        [@"Api/(Access/DemoOrganisations|Personnel/DemoOfficers|Catalogue/DemoCatalogue)\.cs$"] = "names of the demo",
        [@"Api/.*(Endpoints|ActTags|CatalogueFileSchema)\.cs$"] = "summaries, groups and schemas of the contract",
        [@"Api/Catalogue/\w+File\.cs$"] = "words of the catalogue's data",
        [@"Domain/Law/DeadlineExplanation\.cs$"] = "its English is DeadlineSentence",
        [@"Platform/OpenApi/"] = "the contract, one file in both languages",
        [@"Platform/(Transparency/Log(Anchors|Check)|Recording/RowCheck)\.cs$"] = "findings of a verification, in both at once",
        [@"Platform/Operations/"] = "what the operator's console says, in both at once",
        [@"Api/Access/Pages/"] = "pages are in Chinese",
        [@"Api/Startup\.cs$"] = "what the console says at the first start",
        [@"(Platform/Web/PublicAddress|Api/Fines/BankPages)\.cs$"] = "what the console says of a setting at the start",
        [@"Platform/Recording/LastEntries\.cs$"] = "what the console says at the start, in both at once",
        [@"Domain/Text/Radicals\.cs$"] = "characters in place of others",
        [@"Platform/Language/"] = "the tables' own",
    };

    /// <summary>Single words that data are read by, and parts of patterns.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "大队",
        "中队",
        "支队",
        "队",
        "科",
        "室",
        "所",
        "站",
        "办公室",
        "执法中心", // by which an organ's inner unit is known
        "条",
        "款",
        "项",
        "人民政府",
        "(行政命令)",
        "责令停业",
        "没收实物或违法收入",
        "限期改正",
        "限期拆除",
        "责令停止建设",
        "责令停工整治",
        "责令停业整治",
        "责令暂停施工",
        "可以并处",
        "可并处",
        "可以处",
        "在编",
        "辅助",
        "市级",
        "国家部委", // values of the sheet of officers
        "拒不改正",
        "首次未分类投放",
        "首次违反",
        "第二次",
        "再次违反",
        "第二次及以后每次违法",
        "第三次", // words of the benchmarks' data
        "案由代码",
        "类别",
        "适用地域",
        "适用于本市",
        "依据名称",
        "效力层级",
        "违反条款",
        "罚则条款",
        "处罚种类",
        "个人罚款",
        "单位罚款",
        "币种",
        "个人可简易程序",
        "单位可简易程序",
        "可据以处罚",
        "施行日期",
        "文本版本",
        "终止日期",
        "核实状态",
        "核实来源",
        "执法主体",
        "裁量权基准",
        "基准编号",
        "基准来源",
        "示意数据",
        "发布机关",
        "裁量阶次",
        "档次",
        "情形",
        "处理",
        "个人罚款幅度",
        "单位罚款幅度",
        "造价百分比幅度",
        "本市依据",
        "免罚清单",
        "清单编号",
        "清单类别",
        "条件",
        "后续措施",
        "改正时限",
        "改正时限单位",
        "改正时限来源",
        "承接事项",
        "机构路径",
        "起始日期",
        "区域代码",
        "赋权文件",
        "因地参数",
        "参数",
        "值",
        "依据文件",
        "工作日历",
        "年度",
        "通知名称",
        "通知文号",
        "文号核实状态",
        "公布网址",
        "全年工作日数",
        "放假",
        "放假日",
        "调休上班",
        "调休上班日",
        "下限",
        "加重幅度",
        "特定情形",
        "特定情形数额",
        "分主体幅度", // names of sheets and columns of the catalogue workbook
        "法定不予处罚",
        "轻微不罚",
        "首违不罚",
        "无主观过错不罚",
        "超过追责期限",
        "从轻或减轻",
        "不予处罚(社区服务替代)",
        "首次被发现",
        "第二次被发现", // words of the exemption list's data
        "没有意见",
        "没意见",
        "无意见",
        "没有异议",
        "没异议",
        "无异议",
        "不陈述",
        "不申辩",
        "认可",
        "接受处罚",
        "愿意改正",
        "不服",
        "不认可",
        "不接受",
        "但",
        "不过",
        "可是",
        "只是",
        "不是我",
        "冤",
        "从轻",
        "减轻",
        "少罚",
        "免罚",
        "不罚",
        "请求",
        "希望", // words of the party that are compared and never shown
        "法律",
        "行政法规",
        "地方性法规",
        "部门规章",
        "地方政府规章",
        "规范性文件",
        "规范性文件/规章", // words of the violations' data
        "交易流水号",
        "交易类型",
        "凭证号",
        "金额",
        "交易时间",
        "渠道",
        "缴存",
        "电子", // columns and words of the bank's file
        "yyyy年M月d日",
        "yyyy年M月d日 H:mm:ss",
        "津{short}综执{word}字〔{year}〕第{serial}号",
        "，。、；：）】",
        "？",
        "行政处罚法 prints periods of 2, 3, 5, 7, 15 and 90 days.",
        "行政复议法 prints periods of 3, 5, 7 and 10 days, and longer ones.",
    };

    /// <summary>Calls whose text goes into the contract, onto papers, or into no answer.</summary>
    private static readonly HashSet<string> OtherCalls = new(StringComparer.Ordinal)
    {
        "WithTags",
        "WithSummary",
        "WithDescription",
        "StatutoryRule",
        "GeneratedRegex",
        "Contains",
        "StartsWith",
        "EndsWith",
        "Append",
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<IReadOnlyList<SourceText>> Program = new(SourceTexts.OfProgram);

    private static IEnumerable<SourceText> Messages =>
        Program.Value.Where(t =>
            t.Call is "Term" // names are shown, also where papers and data use the same word
            || !NotMessages.Keys.Any(pattern => Regex.IsMatch(t.File, pattern))
                && !Words.Contains(t.Key)
                && (t.Key.Any(IsHan) || Places(t.Key).Any())
                && !(t.Call is { } call && OtherCalls.Contains(call))
        );

    /// <summary>Words that the program no longer writes, but that stored papers contain: a reading copy of them needs the English.</summary>
    private static readonly HashSet<string> StoredBefore = new(StringComparer.Ordinal)
    {
        "逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额",
        "逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额（《行政处罚法》第七十二条第一款第一项）。",
        "逾期不缴纳罚款的，依据《行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。",
    };

    [Fact]
    public void Every_message_and_label_has_its_English()
    {
        var keys = AllKeys();
        var missing = Messages
            .Where(t => !keys.Contains(t.Key) && !IsCitation(t.Key))
            .Concat(FromData().Where(t => !keys.Contains(t.Key)))
            .DistinctBy(t => t.Key)
            .ToList();

        missing.ShouldBeEmpty(
            "These lines are to be filled in under src/EnforcementCases.Platform/Language/Data:\n"
                + string.Join(
                    "\n",
                    missing
                        .GroupBy(t => t.Table)
                        .Select(table =>
                            $"en.{table.Key}.json\n"
                            + string.Join(
                                "\n",
                                table.Select(t => $"  {JsonSerializer.Serialize(t.Key, Plain)}: \"\", // {t.File}:{t.Line}")
                            )
                        )
                )
        );
    }

    [Fact]
    public void Every_English_text_has_its_Chinese()
    {
        var said = Program.Value.Concat(FromData()).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);

        var dead = English
            .Tables.SelectMany(t => t.Value.Keys.Where(k => !said.Contains(k)).Except(StoredBefore).Select(k => $"en.{t.Key}.json: {k}"))
            .ToList();

        dead.ShouldBeEmpty("No message says these any more:\n" + string.Join("\n", dead));
    }

    [Fact]
    public void No_text_has_two_English_ones_and_every_value_is_said()
    {
        var all = English.Tables.SelectMany(t => t.Value).ToList();

        all.GroupBy(w => w.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        all.Where(w => !Places(w.Key).SequenceEqual(Places(w.Value))).Select(w => w.Key).ShouldBeEmpty();
        all.Where(w => w.Value.Trim().Length == 0).Select(w => w.Key).ShouldBeEmpty();
    }

    /// <summary>The Chinese of a law term stands in brackets beside it; words by which data are read are quoted.</summary>
    [Fact]
    public void English_texts_are_English()
    {
        var chinese = English
            .Tables.SelectMany(t => t.Value)
            .Where(w =>
                Bracketed().Replace(w.Value, "").Any(IsHan)
                && !w.Value.Contains("在编", StringComparison.Ordinal)
                && !w.Value.Contains("市级", StringComparison.Ordinal)
            )
            .Select(w => w.Key);

        chinese.ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_has_an_English_title_and_basis()
    {
        ErrorCatalogue
            .Find(Capabilities.Assemblies)
            .SelectMany(e => new[] { English.Of(e.Title), Bracketed().Replace(English.Of(e.Basis?.ToString() ?? ""), "") })
            .Where(said => said.Any(IsHan))
            .ShouldBeEmpty();
    }

    /// <summary>A finished sentence is recognised by its fixed parts: with any values in it, each finds its own English and no other's.</summary>
    [Fact]
    public void A_finished_sentence_finds_its_own_English()
    {
        var mistaken = English
            .Tables.Where(t => t.Key is not "documents")
            .SelectMany(t => t.Value)
            .Where(w => Places(w.Key).Any() && w.Key.Any(IsHan) && !"，（ ".Contains(w.Key[0], StringComparison.Ordinal))
            .Select(w => (w.Key, Expected: Filled(w.Value), Said: English.Of(Filled(w.Key))))
            .Where(w => w.Said != w.Expected)
            .Select(w => $"{w.Key} → {w.Said}, not {w.Expected}")
            .ToList();

        mistaken.ShouldBeEmpty(string.Join("\n", mistaken));
    }

    [Theory]
    [InlineData("《行政处罚法》第五十一条", "Administrative Penalty Law (行政处罚法), Article 51 (第五十一条)")]
    [InlineData(
        "《行政处罚法》第七十二条第一款第一项",
        "Administrative Penalty Law (行政处罚法), Article 72, paragraph 1, item 1 (第七十二条第一款第一项)"
    )]
    [InlineData("《民事诉讼法》第一百二十条", "Civil Procedure Law (民事诉讼法), Article 120 (第一百二十条)")]
    [InlineData("第十条", "Article 10 (第十条)")]
    [InlineData("第五十六条第二款、第五十八条", "Article 56, paragraph 2, Article 58 (第五十六条第二款、第五十八条)")]
    [InlineData("《某市条例》第二十条之一", "《某市条例》, Article 20-1 (第二十条之一)")]
    [InlineData("三、（二）", "section 3 (2) (三、（二）)")]
    [InlineData(
        "《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）",
        "Opinions of the General Office of the State Council on Strictly Regulating Administrative Checks on Enterprises (国务院办公厅关于严格规范涉企行政检查的意见), (2024) No. 54 (国办发〔2024〕54号)"
    )]
    public void Citations_keep_what_the_law_prints_beside_them(string chinese, string english) => English.Of(chinese).ShouldBe(english);

    [Theory]
    [InlineData("罚款 500.00 元，限额 200.00 元", "The fine is 500.00 yuan, the ceiling 200.00 yuan")]
    [InlineData("案件处于“已告知”阶段，不能办理“结案”", "The case is at stage \"Told (已告知)\"; \"Closing (结案)\" cannot be done")]
    [InlineData("缺少：事实、校验值", "Missing: facts, checksum")]
    [InlineData(
        "罚款由 100 元增至 200 元；增加未告知的警告",
        "Fine (罚款) raised from 100 to 200 yuan; Warning (警告) was added without notice"
    )]
    [InlineData("“程序”没有结果", "\"Procedure\" has no result")]
    [InlineData("行为时：警告、罚款，没有规定罚款", "at the act: Warning (警告), Fine (罚款), no fine provided")]
    [InlineData("20日", "20 days")]
    [InlineData("节日", "节日")]
    [InlineData("张三五金店", "张三五金店")]
    [InlineData("GJ-ZD-01，2024-05-13", "GJ-ZD-01, 2024-05-13")]
    [InlineData("没有证据。", "No evidence.")]
    [InlineData(
        "自收到本决定书之日起15日内（至2024年5月25日），扫描缴款二维码或者到工商银行汉沽支行缴纳罚款。"
            + "到期不缴纳罚款的，依据《行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额。",
        "Pay the fine within 15 days of receipt of this decision (by 2024年5月25日), by the payment QR code or at 工商银行汉沽支行. "
            + "Where the fine is not paid in time, under Article 72, paragraph 1, item 1 of the Administrative Penalty Law a surcharge of three per cent of the fine a day is imposed, up to the amount of the fine."
    )]
    [InlineData("☑拒绝签收（注明：录像为证）", "☑ refused to sign (note: 录像为证)")]
    [InlineData("堆放蔬菜，面积约三平方米。", "堆放蔬菜，面积约三平方米。")] // somebody's own words
    public void Sentences_are_said_with_their_values(string chinese, string english) => English.Of(chinese).ShouldBe(english);

    [Theory]
    [InlineData(null, "zh-CN")]
    [InlineData("", "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en;q=0.8,zh;q=0.2", "en")]
    [InlineData("en,zh", "zh-CN")] // both as welcome: Chinese first
    [InlineData("en;q=0", "zh-CN")]
    [InlineData("fr", "zh-CN")]
    [InlineData("fr,en;q=0.1", "en")]
    [InlineData("en;q=0.5,*;q=0.8", "zh-CN")]
    [InlineData("enm", "zh-CN")]
    [InlineData("not a header;;q=x", "zh-CN")]
    public void The_language_is_that_which_weighs_more(string? header, string tag) => AnswerLanguages.Of(header).Tag().ShouldBe(tag);

    /// <summary>Reads source of every shape in which texts are written here.</summary>
    [Fact]
    public void The_reader_of_the_source_sees_every_shape_of_text()
    {
        var source = string.Join(
            '\n',
            "// \"注释\"",
            "var a = \"甲\";",
            "var b = $\"乙{x:yyyy-MM-dd}丙{(y ? \"丁\" : $\"戊{z}\")}\";",
            "var c = \"己\" + $\"庚{q}\" + Join('、', w) + \"辛{0}\";",
            "/* \"注释\" */ var d = @\"壬\"\"癸\"; var e = '\"'; var f = \"\\u5b50\\n\";",
            "var g = $$\"\"\"丑{{v}}{寅}\"\"\";"
        );

        SourceTexts
            .Of("x.cs", source)
            .Select(t => t.Key)
            .ShouldBe(["甲", "乙{0}丙{1}", "丁", "戊{0}", "己庚{0}{1}辛{0}", "壬\"癸", "子\n", "丑{0}{寅}"]);
    }

    private static HashSet<string> AllKeys() => English.Tables.Values.SelectMany(t => t.Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>Texts of ours that stand in data files: holidays, sentences of reports.</summary>
    private static IEnumerable<SourceText> FromData()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(Snapshot.Root, "src/EnforcementCases.Api/Catalogue/Data/holidays-2021-2026.json"))
        );
        var holidays = NamesIn(file.RootElement).SelectMany(n => n.Split('、', '（', '）')).Where(n => n.Length > 0).ToList();
        var reports = ReportTemplates.All.SelectMany(t =>
        {
            var place = 0;
            return new[] { t.Source, Placeholder().Replace(t.Text, _ => $"{{{place++}}}") };
        });
        return holidays
            .Select(n => new SourceText("Catalogue/Data/holidays", 0, n, ""))
            .Concat(reports.Select(r => new SourceText("Api/Statistics/Data/report-templates.json", 0, r, "")))
            .Concat(
                RecordingMatrixData
                    .Versions.SelectMany(v => v.Rows)
                    .SelectMany(r => new[] { r.From, r.To })
                    .Select(moment => new SourceText("Api/Recordings/Data/recording-matrix.json", 0, moment, ""))
            );
    }

    private static IEnumerable<string> NamesIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(m => m is { Name: "name", Value.ValueKind: JsonValueKind.String } ? [m.Value.GetString()!] : NamesIn(m.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
            _ => [],
        };

    private static bool IsCitation(string text) => Citation.Say(text, _ => null) is not null;

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Filled(string text) => Place().Replace(text, place => "7" + place.Value[1..^1]);

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(@"\{[A-Za-z0-9-]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\([^()]*\)|（[^（）]*）")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Placeholder();
}
