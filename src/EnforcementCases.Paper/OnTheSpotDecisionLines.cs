using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Pdf.Layout;
using static EnforcementCases.Paper.LayoutParts;
using static EnforcementCases.Paper.OnTheSpotDecisionText;

namespace EnforcementCases.Paper;

/// <summary>The decision made on the spot (当场行政处罚决定书) as plain lines for the printer of a handheld; ASCII takes one column, everything else two.</summary>
internal static class OnTheSpotDecisionLines
{
    /// <summary>Columns of 80 mm paper.</summary>
    public const int Wide = 48;

    /// <summary>Columns of 58 mm paper: the two codes do not fit side by side, so it prints in two parts with the same number.</summary>
    public const int Narrow = 32;

    /// <summary>The lines; the printer replaces <c>[缴款二维码]</c> and <c>[文书查验二维码]</c> with the codes.</summary>
    /// <param name="content">What to print.</param>
    /// <param name="copy">Which copy it is.</param>
    /// <param name="columns">Half-width columns, 24 or more.</param>
    public static IReadOnlyList<string> ReceiptLines(FormContent content, PrintedCopy copy, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 24);
        var inTwoParts = columns < Wide && content.PaymentText is not null;
        var lines = new List<string>();
        Center(content.OrganName);
        Center(content.Title);
        Center(content.Number + (inTwoParts ? "（1/2）" : ""));
        Rule();
        foreach (var line in Head(content).Concat(Sections(content)))
            Add($"{line.Label}：{line.Value}");
        lines.Add("");
        if (content.VerificationText is null)
            lines.Add("");
        else if (content.PaymentText is null)
            Center($"[{VerificationCaption}]");
        else if (!inTwoParts)
            lines.Add(SideBySide($"[{PaymentCaption}]", $"[{VerificationCaption}]", columns));
        else
        {
            Center($"[{PaymentCaption}]");
            Rule('=');
            Center(content.Number + "（2/2）");
            Center($"[{VerificationCaption}]");
        }
        Rule();
        foreach (var block in Signers(content))
            Add(block.Name is null ? $"{block.Role}：____________" : $"{block.Role}：{Signer(block)}\n签名：____________");
        Add(Refusal(content));
        lines.Add("");
        Right(content.OrganName + "（印章）");
        Right(ChineseDate.Day(content.On));
        Rule();
        Center($"{copy.CopyLabel} 第{copy.PrintNumber}次打印 {content.TemplateVersion}");
        return lines;

        void Add(string text) => lines.AddRange(LineBreaking.WrapColumns(PlainBoxes(text), columns, indent: 2));
        void Rule(char mark = '-') => lines.Add(new(mark, columns));
        void Center(string text) =>
            lines.AddRange(LineBreaking.WrapColumns(text, columns).Select(l => Padded(l, (columns - LineBreaking.ColumnsOf(l)) / 2)));
        void Right(string text) =>
            lines.AddRange(LineBreaking.WrapColumns(text, columns).Select(l => Padded(l, columns - LineBreaking.ColumnsOf(l))));
    }

    /// <summary>Line printers know GB 2312, which has no ☑ and ☐.</summary>
    private static string PlainBoxes(string text) => text.Replace('☑', '■').Replace('☐', '□');

    private static string Padded(string line, int spaces) => new string(' ', spaces) + line;

    private static string SideBySide(string left, string right, int columns)
    {
        var half = columns / 2;
        var first = Padded(left, (half - LineBreaking.ColumnsOf(left)) / 2);
        return first + new string(' ', half - LineBreaking.ColumnsOf(first) + (half - LineBreaking.ColumnsOf(right)) / 2) + right;
    }
}
