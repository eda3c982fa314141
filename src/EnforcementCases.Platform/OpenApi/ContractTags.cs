using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>The groups of operations in the order in which a user meets them; the acts of a case by phase of the procedure.</summary>
internal static class ContractTags
{
    /// <summary>Each group with what it contains. A route whose tag is missing here fails the test of the contract.</summary>
    private static readonly (string Name, string Text)[] InOrder =
    [
        ("Access 登录与权限", "登录、会话、动态口令。Signing in, sessions and the second factor."),
        ("Work 待办", "待办事项。What waits for the caller."),
        ("Cases 案件", "案件的检索、读取和案卷。Finding and reading cases."),
        ("On the spot 当场处罚", "当场处罚、责令改正。Decisions on the spot, orders to correct, and what follows them."),
        ("Filing 立案", "线索、当事人、立案。From the clue to the filing of an ordinary case."),
        ("Investigation 调查取证", "询问、勘验、证据、强制措施、涉嫌犯罪移送。Evidence, measures and suspected crimes."),
        ("Prior notice 告知", "事先告知、陈述申辩。Prior notice and defence."),
        ("Hearing 听证", "听证。Hearings."),
        ("Legal review 法制审核", "法制审核。Legal review and its catalogues."),
        ("Decision 决定", "处理意见、集体讨论、处罚决定。Proposal, discussion and decision."),
        ("Service 送达", "送达。Service of documents."),
        ("Performance 履行与执行", "缴款、催告、强制执行。Payment, calls to perform, execution."),
        ("Remedies 复议与诉讼", "行政复议、行政诉讼。Reconsideration and litigation."),
        ("Closing 结案归档", "结案、归档。Closing and archiving."),
        (
            "Course of the case 程序事项",
            "更正、撤销、回避、中止等各阶段共用的环节。Acts of every stage: slips, recusal, suspension, revocation."
        ),
        ("Evidence 证据文件", "证据文件的登记、读取和核验。Files of evidence of a case."),
        ("Uploads 上传", "分段上传。Files that are uploaded in parts."),
        ("Documents 文书", "文书、文号。Documents and their numbers."),
        ("Deadlines 期限", "期限台账。Deadlines."),
        ("Fines 罚款", "缴款、票据、现金、对账。Payments, receipts, cash and the bank."),
        ("Discretion 裁量", "裁量测算。Assessments of discretion."),
        ("Parties 当事人", "当事人档案。Archive of parties."),
        ("Personnel 人员", "执法人员、证件。Officers and certificates."),
        ("Catalogue 目录", "案由、基准、承接事项、参数、日历。Violations, benchmarks, adoptions, parameters and calendar."),
        ("Procedures 办案流程", "流程图、记录清单。The published procedure."),
        ("Recording 全过程记录", "全过程记录。The record of each case."),
        ("Statistics 统计", "统计、年报。Figures and yearly reports."),
        ("Publicity 公示", "公示事项、公示文本、双公示数据。What is published of decisions, and the credit file."),
        ("Supervision 执法监督", "案卷评查、责任追究、监督线索、监督文书。Review of case files, accountability, leads and letters."),
        ("Inspections 检查", "巡查、检查、双随机抽查。Patrols, checks of named objects and random draws."),
        ("Public 公开", "公众查询，无需登录。What the public can read."),
        ("Administration 系统管理", "机构、账号、安全日志。Organisations, accounts and the security log."),
        ("Webhooks 事件推送", "事件订阅、推送记录、重发。Subscriptions of other systems to events of cases."),
        ("Jobs 定时任务", "定时任务。Recurring jobs."),
    ];

    /// <summary>The innermost tag of a route: that of the route itself before that of its group.</summary>
    public static IList<string> Of(ApiDescription api) =>
        api.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault() is { Tags: [.., var tag] } ? [tag] : [];

    /// <summary>The groups that the document uses, in their order.</summary>
    public static ISet<OpenApiTag> Describe(OpenApiDocument document)
    {
        var used = document
            .Paths.Values.Select(p => p.Operations)
            .OfType<Dictionary<HttpMethod, OpenApiOperation>>()
            .SelectMany(o => o.Values)
            .Select(o => o.Tags)
            .OfType<ISet<OpenApiTagReference>>()
            .SelectMany(tags => tags)
            .Select(t => t.Reference.Id)
            .ToHashSet(StringComparer.Ordinal);
        return InOrder.Where(t => used.Contains(t.Name)).Select(t => new OpenApiTag { Name = t.Name, Description = t.Text }).ToHashSet();
    }
}
