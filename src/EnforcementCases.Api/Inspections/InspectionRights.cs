using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Inspections;

/// <summary>Who may do what in patrols, checks and draws: one line per operation.</summary>
internal static class InspectionRights
{
    private static Role[] Readers => [Officer, Auxiliary, TeamLead, LegalReviewer, DeputyHead, Head, PublicityClerk, Supervisor];

    public static IEnumerable<Right> Rows =>
        [
            Read("ListCheckObjects", "查阅检查对象名录", Readers),
            Write("EnterCheckObject", "登记检查对象", Officer, TeamLead),
            Write("DelistCheckObject", "移出检查对象", TeamLead),
            Read("ListOfficerInterests", "查阅利害关系", Readers),
            Write("EnterOfficerInterest", "登记利害关系", Officer, TeamLead),
            Write("EndOfficerInterest", "消除利害关系", TeamLead),
            Read("ListCheckPlans", "查阅检查计划", Readers),
            Write("ProposeCheckPlan", "提出检查计划", Officer, TeamLead),
            Write("ApproveCheckPlan", "批准公布检查计划", DeputyHead, Head),
            Read("ListCampaigns", "查阅专项行动", Readers),
            Write("DecideCampaign", "决定专项行动", DeputyHead, Head),
            Read("ListChecks", "查阅检查列表", Readers),
            Read("ReadCheck", "查阅检查", Readers),
            Write("ApplyForCheck", "申请检查", Officer, TeamLead),
            Write("DecideCheck", "审批检查申请", TeamLead, DeputyHead, Head),
            Write("WithdrawCheck", "撤销检查任务", TeamLead, DeputyHead, Head),
            Write("EnterCheck", "扫码入企", Officer, TeamLead),
            Write("AmendCheckEntry", "补齐入企记录", Officer, TeamLead),
            Write("RecordCheck", "记录检查", Officer, TeamLead),
            Write("FollowCheck", "登记检查后续处理", Officer, TeamLead),
            Write("PublishCheck", "公示检查", PublicityClerk),
            Read("ListDraws", "查阅双随机抽查列表", Readers),
            Read("ReadDraw", "查阅双随机抽查", Readers),
            Write("AnnounceDraw", "公告双随机抽查", TeamLead, DeputyHead),
            Write("MakeDraw", "抽取双随机对象和人员", DeputyHead, Head),
            Write("CancelDraw", "取消双随机抽查", DeputyHead, Head),
            Read("ListPatrols", "查阅巡查列表", Readers),
            Read("ReadPatrol", "查阅巡查单", Readers),
            Write("EnterPatrol", "登记巡查", Officer, Auxiliary, TeamLead),
            Write("VoidPatrol", "作废巡查单", TeamLead),
            Read("ListReminders", "查阅提醒单", Readers),
            Write("EndReminder", "办结提醒单", Officer, TeamLead),
            Read("ReadInspectionFigures", "查阅巡查检查数据", Readers),
            Read("ListInspectionFigureRows", "查阅巡查检查数据明细", Readers),
            Read("ListInspectionWork", "查阅检查待办", Readers),
            Open("ListPublicCheckPlans", "公众查阅检查计划"),
            Open("ReadPublicCheck", "扫码查验检查任务"),
            Open("ListPublicCheckResults", "公众查阅检查结果"),
            Open("ListPublicDraws", "公众查阅双随机抽查列表"),
            Open("ReadPublicDraw", "公众查阅双随机抽查"),
        ];
}
