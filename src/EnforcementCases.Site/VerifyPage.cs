using EnforcementCases.Domain.Papers;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>Shows whether a paper is genuine and still in force (文书查验).</summary>
internal static class VerifyPage
{
    public const string Title = "文书查验";

    public static string Of(VerifiedDocument document) =>
        HtmlPage.Paragraph(English.Current(SentenceOf(document.State)), document.Standing ? "holds" : "fallen")
        + new Facts()
            .Add("文书名称", English.Current(document.Title))
            .Add("文号", document.Number)
            .Add("落款日期", document.DecidedOn)
            .Add("行政机关", document.Organ)
            .Add("失效日期", document.FellOn)
            .Add("补正决定书", string.Join("；", document.CorrectedBy))
            .Add("内容摘要（SHA-256）", document.ContentSha256)
        + HtmlPage.Paragraph(English.Current("请与手中的文书核对，不一致的请向该行政机关核实。本页不显示当事人的信息。"));

    private static string SentenceOf(PaperStanding state) =>
        state switch
        {
            PaperStanding.InForce => "该文书由下列行政机关出具，现行有效。",
            PaperStanding.Unlawful => "该文书由下列行政机关出具，所依据的决定已被确认违法，仍然有效。",
            PaperStanding.Revoked => "该文书已不再有效：所依据的决定已经撤销。",
            PaperStanding.Invalid => "该文书无效：所依据的决定已被确认无效。",
            PaperStanding.Replaced => "该文书已不再有效：原决定已失效，案件已重新处理。",
            PaperStanding.Lifted => "该文书由下列行政机关出具，所决定的查封、扣押已经解除。",
            PaperStanding.Issued => "该文书由下列行政机关出具。",
        };
}
