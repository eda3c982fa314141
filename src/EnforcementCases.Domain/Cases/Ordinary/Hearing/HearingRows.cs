using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>听证. 行政处罚法 第六十三条至第六十五条.</summary>
internal static class HearingRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.RequestHearing, typeof(RequestHearing))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [NoticeGates.NoticeServed, HearingGates.HearingOffered],
                Names = [References.Notice],
                RestsOn = [Grounds.HearingOffered],
                Parts = [new("Submission.Posted", "寄出"), new("Submission.Arrived", "收到") { Follows = true }],
                Ends = [DeadlineKind.HearingRequest],
                Recording = new(ProcessStage.Decision, "听证申请", "听证申请登记"),
            },
            new(CaseAct.WithdrawHearingRequest, typeof(WithdrawHearingRequest))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [HearingGates.HearingAsked],
                Names = [References.HearingRequest],
                RestsOn = [Grounds.HearingAsked],
                Parts = [Parts.DeclaredBefore],
                Recording = new(ProcessStage.Decision, "撤回听证申请", "撤回听证申请记录"),
                Issues = [DocumentKind.DefenceRecord],
            },
            new(CaseAct.NotifyHearing, typeof(NotifyHearing))
            {
                From = [CaseStage.Told],
                By = [Role.Head, Role.DeputyHead],
                Needs = [HearingGates.HearingAsked, NoticeGates.NoticeServed],
                Names = [References.Notice],
                RestsOn = [Grounds.HearingAsked],
                Sets = [new("HearingAt", "听证时间") { Error = HearingConduct.NoticeTooShort }],
                Recording = new(ProcessStage.Decision, "听证时间、地点、主持人", "听证通知书"),
                Issues = [DocumentKind.HearingNotice],
            },
            new(CaseAct.HoldHearing, typeof(HoldHearing))
            {
                From = [CaseStage.Told],
                By = [Role.HearingHost],
                IfHandled = HearingConduct.HostInvestigated,
                Relation = ActorRelation.Outsider,
                Needs = [HearingGates.HearingCalled, NoticeGates.NoticeServed],
                Names = [References.Notice],
                RestsOn = [Grounds.HearingCalled, Grounds.EvidenceShown],
                Recording = new(ProcessStage.Decision, "举证、申辩、质证", "听证笔录", RecordedAct.Hearing),
                Issues = [DocumentKind.HearingRecord],
            },
            new(CaseAct.ReportHearing, typeof(ReportHearing))
            {
                From = [CaseStage.Told],
                By = [Role.HearingHost],
                IfHandled = HearingConduct.HostInvestigated,
                Relation = ActorRelation.Outsider,
                Needs = [HearingGates.HearingHeld],
                RestsOn = [Grounds.HearingHeld],
                Recording = new(ProcessStage.Decision, "争点、证据采信、建议", "听证报告"),
                Issues = [DocumentKind.HearingReport],
            },
        ];
}
