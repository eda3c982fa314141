using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>The page that is published: the flow chart and, below it, the list of records of the whole process (行政执法流程图、全过程记录清单). 国办发〔2018〕118号 二、（一）, 三、（一）.</summary>
internal static class FlowChartPage
{
    private static readonly ConcurrentDictionary<ChartLanguage, string> Pages = new();

    /// <summary>The page in a language; it changes only with the program.</summary>
    public static string In(ChartLanguage language) => Pages.GetOrAdd(language, Write);

    private static string Write(ChartLanguage language)
    {
        var english = language == ChartLanguage.English;
        var page = new StringBuilder();
        var title = english ? "Ordinary procedure of administrative penalties" : "行政处罚普通程序流程图";
        page.Append(
            $$"""
            <!DOCTYPE html>
            <html lang="{{(english ? "en" : "zh-CN")}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>
            body { font-family: 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Droid Sans Fallback', sans-serif; color: #1f2933; margin: 24px; }
            figure { margin: 0; overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; max-width: 1500px; }
            th, td { border: 1px solid #cbd2d9; padding: 6px 8px; text-align: left; vertical-align: top; }
            th { background: #e1ecf4; }
            p { max-width: 1000px; line-height: 1.6; }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>

            """
        );
        page.Append(
            english
                ? "<p>The column shows the stages of a case and the moves between them: solid lines go on, dashed lines go back; numbers name the acts that make the move. Beside each stage lie its acts: who does them, what is recorded, how and on what, which deadlines they set off or meet, and the rules whose conditions must hold before. A blue frame marks acts that move the case.</p>\n"
                : "<p>左列为案件各阶段及其流转：实线为向后推进，虚线为退回，数字为引起流转的环节编号。各阶段右侧为该阶段办理的环节：由谁办理，记录什么、以何种方式、载于何处，起算或者办结哪些期限，以及办理前须符合的规则编号。蓝色边框为引起阶段流转的环节。</p>\n"
        );
        page.Append("<figure>\n").Append(FlowChartImage.Draw(language)).Append("</figure>\n");
        page.Append(english ? "<h2>Records of the whole process</h2>\n" : "<h2>行政执法全过程记录清单</h2>\n");
        page.Append(
            english
                ? "<table>\n<thead><tr><th>Stage</th><th>No.</th><th>Act</th><th>Content</th><th>How</th><th>On</th></tr></thead>\n<tbody>\n"
                : "<table>\n<thead><tr><th>环节</th><th>编号</th><th>办理事项</th><th>内容</th><th>方式</th><th>载体</th></tr></thead>\n<tbody>\n"
        );
        foreach (var stage in RecordingList.Stages)
        {
            var first = true;
            foreach (var record in stage.Records)
            {
                page.Append("<tr>");
                if (first)
                    page.Append(CultureInfo.InvariantCulture, $"<td rowspan=\"{stage.Records.Count}\">{stage.Name}</td>");
                first = false;
                var name = english ? $"{ProcedureChart.Words(record.Act)} {record.Name}" : record.Name;
                page.Append(CultureInfo.InvariantCulture, $"<td>{record.Number}</td>");
                foreach (var cell in new[] { name, record.Content, record.Manner, record.Carrier })
                    page.Append($"<td>{WebUtility.HtmlEncode(cell)}</td>");
                page.Append("</tr>\n");
            }
        }
        return page.Append("</tbody>\n</table>\n</body>\n</html>\n").ToString();
    }
}
