using EnforcementCases.Domain;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>The page of one decision: its masked copy, or why it is no longer shown (执法决定公示).</summary>
internal static class DecisionPage
{
    public const string Title = "执法决定公示";

    public static string Of(PublishedDecision decision) => decision.Copy is { } copy ? Shown(decision, copy) : Trace(decision);

    private static string Shown(PublishedDecision decision, PublicCopy copy) =>
        new Facts()
            .Add("决定书文号", copy.Number)
            .Add("类别", English.Current(copy.Decision))
            .Add("决定机关", copy.Organ)
            .Add("当事人", copy.PartyName)
            .Add("统一社会信用代码", copy.PartyCode)
            .Add("违法行为", copy.Offence)
            .Add("违法地点", copy.Place)
            .Add("违法事实", copy.Facts)
            .Add("处罚依据", string.Join('\n', copy.Basis))
            .Add("处理结果", copy.Result)
            .Add("决定日期", copy.DecidedOn)
            .Add("公示日期", decision.PublishedOn)
            .Add("更正日期", decision.CorrectedOn)
            .Add("公示截止日期", decision.DisplayUntil)
        + HtmlPage.Paragraph(
            English.Current(copy.Facts is null ? "简易程序的决定只公示摘要。个人信息已经隐去。" : "个人信息已经隐去，其余内容与决定一致。")
        );

    private static string Trace(PublishedDecision decision) =>
        HtmlPage.Paragraph(
            English.Current(decision.State is PublicationState.Expired ? "该决定的公示期已满，不再公示。" : "该决定的公示已经撤回。"),
            "fallen"
        )
        + new Facts()
            .Add("决定书文号", decision.Number)
            .Add("决定机关", decision.Organ)
            .Add("决定日期", decision.DecidedOn)
            .Add("公示日期", decision.PublishedOn)
            .Add("撤回日期", decision.WithdrawnOn)
            .Add("撤回理由", decision.Ground is { } ground ? English.Current(ground.Term()) : null)
            .Add("说明", decision.Reason)
            .Add("公示截止日期", decision.State is PublicationState.Expired ? decision.DisplayUntil : null);
}
