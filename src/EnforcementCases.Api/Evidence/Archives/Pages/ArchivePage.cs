using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Evidence.Archives.Pages;

/// <summary>The page <c>index.html</c> of a drawn file: opens from a disk without network, without script, with links within the ZIP alone.</summary>
internal static class ArchivePage
{
    public const string Name = "index.html";

    private const string Style = """
        body{font:16px/1.7 "Noto Serif SC","Songti SC",SimSun,serif;color:#1a1a1a;background:#f6f5f1;margin:0}
        main{max-width:60rem;margin:0 auto;padding:2rem 1.5rem;background:#fff;min-height:100vh;box-sizing:border-box}
        h1{font-size:1.7rem;margin:0 0 .2rem}
        h2{font-size:1.15rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #8a1c1c;padding-bottom:.2rem}
        p{margin:.4rem 0}
        .organ{color:#555;margin:0 0 1rem}
        table{border-collapse:collapse;width:100%}
        th,td{border:1px solid #ccc;padding:.35rem .6rem;text-align:left;vertical-align:top}
        th{background:#f3f0e8;font-weight:600;white-space:nowrap}
        .number{white-space:nowrap;text-align:right}
        .hash{font:12px/1.4 ui-monospace,Consolas,monospace;word-break:break-all;color:#444}
        .mark{color:#8a1c1c}
        a{color:#0b4f8a}
        @media print{body{background:#fff}main{padding:0;max-width:none}}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Writes the page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="front">Cover and contents.</param>
    /// <param name="main">Papers of the main volume.</param>
    /// <param name="inner">Papers of the inner volume, its contents first; empty if it is not drawn.</param>
    /// <param name="evidence">The evidence, with its entry if its file is in the ZIP.</param>
    /// <param name="record">The record and its proofs; empty for the party.</param>
    public static byte[] Write(
        FileInHand file,
        IReadOnlyList<ArchiveEntry> front,
        IReadOnlyList<ArchiveEntry> main,
        IReadOnlyList<ArchiveEntry> inner,
        IReadOnlyList<(SelectedEvidence Item, ArchiveEntry? Entry)> evidence,
        IReadOnlyList<ArchiveEntry> record
    )
    {
        var title = $"{file.Case.ViolationName}案 {file.Form.Term()}";
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Text(title)}</h1>
            <p class="organ">{Text(file.OrganName)} · 调取日期 {Text(ChineseDate.Day(file.On))}</p>

            """
        );
        Facts(page, file);
        Papers(page, "卷内材料", [.. front, .. main]);
        if (inner.Count > 0)
            Papers(page, "副卷（内部材料，不对外提供）", inner);
        Evidence(page, evidence, file.Form is not FileForm.Party);
        if (record.Count > 0)
            Record(page, record);
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <h2>校验</h2>
            <p>各文件的 SHA-256 校验值列于 <a href="{ArchiveManifest.Name}">{ArchiveManifest.Name}</a>；该清单自身的校验值在调取时已记入本案全过程记录。</p>
            </main>
            </body>
            </html>

            """
        );
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Facts(StringBuilder page, FileInHand file)
    {
        page.Append("<table>\n");
        foreach (
            var (label, value) in new[]
            {
                ("当事人", file.Case.PartyId is null ? "尚未查明" : file.Case.Party.Name),
                ("立案号", file.CaseNumber),
                ("决定书文号", file.Case.DecisionNumber),
                ("案件阶段", file.Case.Stage.Term()),
                ("卷号", file.Case.Archive.Volume),
            }
        )
        {
            if (value is not null)
                page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(label)}</th><td>{Text(value)}</td></tr>\n");
        }
        page.Append("</table>\n");
    }

    private static void Papers(StringBuilder page, string heading, IReadOnlyList<ArchiveEntry> papers)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{Text(heading)}</h2>\n<table>\n<tr><th>页号</th><th>材料</th><th>文号</th><th>日期</th></tr>\n"
        );
        foreach (var paper in papers)
        {
            var (number, day) = paper.Line is { } line ? (line.Paper.Number ?? "", ChineseDate.Day(line.Paper.Date)) : ("", "");
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"number\">{(paper.Line is { } at ? DrawnFilePapers.PagesOf(at) : "")}</td><td>{Link(paper)}</td><td>{Text(number)}</td><td>{Text(day)}</td></tr>\n"
            );
        }
        page.Append("</table>\n");
    }

    private static void Evidence(StringBuilder page, IReadOnlyList<(SelectedEvidence Item, ArchiveEntry? Entry)> evidence, bool named)
    {
        page.Append("<h2>证据文件</h2>\n");
        if (evidence.Count == 0)
        {
            page.Append("<p>无。</p>\n");
            return;
        }
        page.Append("<table>\n<tr><th>证据</th><th>取得时间</th><th>来源、证明内容</th><th>文件</th></tr>\n");
        foreach (var (item, entry) in evidence)
        {
            var at = item.TakenAt ?? item.File?.RecordedAt;
            var mark = item.Remark is null ? "" : $"<p class=\"mark\">{Text(item.Remark)}</p>";
            var shown = string.Join("；", new[] { item.Source, item.Shows }.Where(t => !string.IsNullOrEmpty(t)));
            var device = named && item.File is { } file ? $"<p>设备中的文件名：{Text(file.Name)}</p>" : "";
            var where =
                entry is not null ? Link(entry) + device
                : item.File is null ? "<span class=\"mark\">文件尚未上传，仅列校验值</span>"
                : "仅列校验值" + device;
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Text(item.Title)}{mark}</td><td>{(at is { } t ? Text(ChineseDate.Moment(t)) : "")}</td><td>{Text(shown)}</td>"
            );
            page.Append(CultureInfo.InvariantCulture, $"<td>{where}<p class=\"hash\">{Text(item.Sha256)}</p></td></tr>\n");
        }
        page.Append("</table>\n");
    }

    private static void Record(StringBuilder page, IReadOnlyList<ArchiveEntry> record)
    {
        page.Append("<h2>全过程记录和证明</h2>\n<table>\n<tr><th>内容</th><th>文件</th></tr>\n");
        foreach (var entry in record)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(entry.Title)}</td><td>{Link(entry, entry.Item.Name)}</td></tr>\n");
        page.Append(
            "</table>\n<p>校验程序 EnforcementCases.Verifier 不需要网络：EnforcementCases.Verifier record/record.jsonl 信任文件。信任文件由校验人自备，其中的公钥不得取自本案卷。</p>\n"
        );
    }

    private static string Link(ArchiveEntry entry, string? text = null) =>
        $"<a href=\"{Text(entry.Item.Name)}\">{Text(text ?? entry.Title)}</a>";

    private static string Text(string text) => HtmlPage.Encode(text);
}
