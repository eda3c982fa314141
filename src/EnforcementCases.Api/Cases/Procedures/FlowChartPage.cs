using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>The page that is published: the flow chart and, below it, the list of records of the whole process (行政执法流程图、全过程记录清单). 国办发〔2018〕118号 二、（一）, 三、（一）.</summary>
internal static class FlowChartPage
{
    private static readonly ConcurrentDictionary<AnswerLanguage, string> Pages = new();

    /// <summary>The page in a language; it changes only with the program.</summary>
    public static string In(AnswerLanguage language) => Pages.GetOrAdd(language, Write);

    private static string Write(AnswerLanguage language)
    {
        string Say(string chinese) => English.In(language, chinese);
        var page = new StringBuilder();
        var title = Say("行政处罚普通程序流程图");
        page.Append(
            CultureInfo.InvariantCulture,
            $$"""
            <!DOCTYPE html>
            <html lang="{{language.Tag()}}">
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
        const string Reading =
            "左列为案件各阶段及其流转：实线为向后推进，虚线为退回，数字为引起流转的环节编号。各阶段右侧为该阶段办理的环节：由谁办理，记录什么、以何种方式、载于何处，起算或者办结哪些期限，以及办理前须符合的规则编号。蓝色边框为引起阶段流转的环节。";
        page.Append("<p>").Append(Say(Reading)).Append("</p>\n");
        page.Append("<figure>\n").Append(FlowChartImage.Draw(language)).Append("</figure>\n");
        page.Append("<h2>").Append(Say("行政执法全过程记录清单")).Append("</h2>\n");
        page.Append("<table>\n<thead><tr>");
        foreach (var column in (string[])["环节", "编号", "办理事项", "内容", "方式", "载体"])
            page.Append("<th>").Append(Say(column)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var stage in RecordingList.Stages)
        {
            var first = true;
            foreach (var record in stage.Records)
            {
                page.Append("<tr>");
                if (first)
                    page.Append(CultureInfo.InvariantCulture, $"<td rowspan=\"{stage.Records.Count}\">{Say(stage.Name)}</td>");
                first = false;
                page.Append(CultureInfo.InvariantCulture, $"<td>{record.Number}</td>");
                foreach (var cell in new[] { record.Name, record.Content, record.Manner, record.Carrier })
                    page.Append(CultureInfo.InvariantCulture, $"<td>{WebUtility.HtmlEncode(Say(cell))}</td>");
                page.Append("</tr>\n");
            }
        }
        return page.Append("</tbody>\n</table>\n</body>\n</html>\n").ToString();
    }
}
