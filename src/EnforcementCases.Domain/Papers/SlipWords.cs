using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Papers;

/// <summary>Words and patterns by which a paper is read for what a correction may not change.</summary>
internal static class SlipWords
{
    public const string Addressee = "当事人";
    public const string Text = "正文";
    public const string Question = "询问";
    public const string Answer = "回答";

    /// <summary>A provision as cited.</summary>
    public const string CitationPattern = "《[^》]*》|第[〇零一二三四五六七八九十百千0-9]+(?:条|款|项|目)";

    /// <summary>A number, in figures or in characters.</summary>
    public const string FigurePattern = "[0-9〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+(?:[,，.][0-9]+)*";

    /// <summary>A sum of money, or a rate.</summary>
    public const string SumPattern = FigurePattern + "(?:元|角|分|%|％|倍)|百分之" + FigurePattern;

    /// <summary>Parts of headings and labels under which a paper states what happened and what was heard. Everything else on it is what was decided, on whom, by which law.</summary>
    public static readonly string[] Telling = ["事实", "违法行为", "证据", "告知", "意见", "申辩", "情况", "理由", "裁量", "联系"];

    /// <summary>Grades and circumstances of discretion.</summary>
    public static readonly string[] Gravity = ["从轻", "减轻", "从重", "不予", "较轻", "轻微", "一般", "较重", "严重", "特别"];

    /// <summary>Words by which something is denied, or is done.</summary>
    public static readonly string[] Denials = ["未", "不", "无", "没", "非", "否", "免", "已", "拒"];

    /// <summary>Words of time and quantity beside figures: what changes them changes a figure.</summary>
    public static readonly string[] Measures =
    [
        "上午",
        "下午",
        "中午",
        "凌晨",
        "清晨",
        "早",
        "晚",
        "夜",
        "昨",
        "今",
        "当",
        "次",
        "前",
        "后",
        "半",
        "余",
        "多",
        "数",
        "几",
        "双",
        "年",
        "月",
        "日",
        "时",
        "分",
        "米",
        "克",
        "斤",
        "吨",
        "升",
    ];

    /// <summary>Marks that end a clause.</summary>
    public static readonly char[] Marks = ['，', '。', '；', '：', '、', '！', '？', ',', ';', ':', '!', '?', '\n'];

    /// <summary>Kinds of penalties and orders.</summary>
    public static readonly string[] Kinds =
    [
        .. Enum.GetValues<PenaltyKind>().Select(k => k.Term()),
        "罚款",
        "没收",
        "吊销",
        "责令",
        "限期",
        "拆除",
    ];
}
