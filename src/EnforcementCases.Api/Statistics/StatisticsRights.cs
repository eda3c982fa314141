using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Statistics;

/// <summary>Who may do what in statistics: one line per operation.</summary>
internal static class StatisticsRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ReadFigures", "查阅统计指标", CaseReaders),
            Read("ListFigureCases", "查阅指标逐案清单", CaseReaders),
            Read("GroupFigure", "分组统计指标", CaseReaders),
            Read("ReadRates", "查阅比率指标", CaseReaders),
            Read("CompareYears", "查阅同比", CaseReaders),
            Read("ReadPenaltyTable", "查阅行政处罚实施情况统计表", CaseReaders),
            Read("ExportPenaltyTable", "导出行政处罚实施情况统计表", CaseReaders),
            Read("ReadYearReport", "查阅年度报告文字", CaseReaders),
            Read("ListSnapshots", "查阅统计快照目录", CaseReaders),
            Read("ReadSnapshot", "查阅统计快照", CaseReaders),
            Read("CompareSnapshot", "查阅统计快照的更正", CaseReaders),
            Read("ListOwnFigures", "查阅自填指标", CaseReaders),
            Write("TakeSnapshot", "生成统计快照", Head, Supervisor),
            Write("ApproveSnapshot", "核准发布统计快照", Head, Supervisor),
            Write("EnterOwnFigure", "填写自填指标", Head, Supervisor),
            Write("WithdrawOwnFigure", "撤回自填指标", Head, Supervisor),
        ];
}
