namespace EnforcementCases.Domain.Cases;

/// <summary>The stage to which an act leads from each stage: all acts of the simple procedure, and those of the ordinary one that the case itself does (money, slips, revocation).
/// All other acts of the ordinary procedure are done in the file of the case, which has a table of its own.</summary>
public static class CaseLifecycle
{
    /// <summary>The stage does not allow the act.</summary>
    public static readonly DomainError ActNotOpen = new("case.act-not-open", null, ErrorKind.WrongStage, "当前阶段不能办理该环节");

    /// <summary>The stage after the act.</summary>
    /// <exception cref="DomainException"><see cref="ActNotOpen"/>.</exception>
    public static CaseStage Take(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) ?? throw NotOpen(at, act);

    /// <summary>The refusal of an act that the stage does not allow.</summary>
    internal static DomainException NotOpen(CaseStage at, CaseAct act) =>
        ActNotOpen.With($"案件处于“{Name(at)}”阶段，不能办理“{Name(act)}”");

    /// <summary>Whether the stage allows the act; in the ordinary procedure only for acts that the case itself does.</summary>
    public static bool Allows(CaseProcedure procedure, CaseStage at, CaseAct act) => Next(procedure, at, act) is not null;

    /// <summary>The acts of the simple procedure, in its order.</summary>
    public static IEnumerable<CaseAct> ActsOnTheSpot =>
        Enum.GetValues<CaseAct>().Where(act => CaseMoves.OnTheSpot.Keys.Any(k => k.Act == act));

    /// <summary>Whether the case itself does an act; the file of the case does all others.</summary>
    internal static bool IsOfTheCase(CaseAct act) =>
        CaseMoves.OfOrdinary.Any(m => m.Act == act) || CaseMoves.OnTheSpot.Keys.Any(k => k.Act == act);

    private static CaseStage? Next(CaseProcedure procedure, CaseStage at, CaseAct act) =>
        procedure switch
        {
            CaseProcedure.Simple => CaseMoves.OnTheSpot.TryGetValue((at, act), out var next) ? next : null,
            CaseProcedure.Ordinary => CaseMoves.OfOrdinary.FirstOrDefault(m => m.Act == act) is { From: { } from, To: var to }
            && from.Contains(at)
                ? to ?? at
                : null,
        };

    /// <summary>Chinese name of a stage.</summary>
    public static string Name(CaseStage stage) =>
        stage switch
        {
            CaseStage.Open => "未决定",
            CaseStage.Registered => "线索登记",
            CaseStage.Investigating => "立案调查",
            CaseStage.Concluded => "调查终结",
            CaseStage.Told => "已告知",
            CaseStage.Served => "已送达",
            CaseStage.Ended => "程序终结",
            CaseStage.NotFiled => "不予立案",
            CaseStage.Archived => "已归档",
            CaseStage.Decided => "已决定",
            CaseStage.Revoked => "已撤销",
            CaseStage.Closed => "已结案",
        };

    /// <summary>Chinese name of an act.</summary>
    public static string Name(CaseAct act) =>
        act switch
        {
            CaseAct.DecideOnTheSpot => "当场处罚",
            CaseAct.ReportBack => "报备案",
            CaseAct.CollectOnTheSpot => "当场收缴",
            CaseAct.ReceivePayment => "缴款到账",
            CaseAct.RemitToOrgan => "收缴款交机关",
            CaseAct.RemitToBank => "机关缴付银行",
            CaseAct.RecheckCorrection => "复查改正",
            CaseAct.CorrectError => "补正",
            CaseAct.Revoke => "撤销决定",
            CaseAct.Refund => "退款",
            CaseAct.Close => "结案",
            CaseAct.RegisterClue => "线索登记",
            CaseAct.IdentifyParty => "核实当事人",
            CaseAct.DeclineToFile => "不予立案",
            CaseAct.ProposeFiling => "申请立案",
            CaseAct.EndorsePaper => "审批意见",
            CaseAct.FileCase => "批准立案",
            CaseAct.RecordScene => "现场检查",
            CaseAct.RecordInquiry => "询问",
            CaseAct.CollectEvidence => "收集证据",
            CaseAct.VerifyEvidence => "核实证据",
            CaseAct.ExcludeEvidence => "排除证据",
            CaseAct.TakeSample => "抽样取证",
            CaseAct.ApprovePreservation => "批准先行登记保存",
            CaseAct.PreserveEvidence => "先行登记保存",
            CaseAct.DisposePreserved => "处理登记保存物品",
            CaseAct.ApproveSealing => "批准查封扣押",
            CaseAct.SealProperty => "查封扣押",
            CaseAct.ExtendSealing => "延长查封扣押",
            CaseAct.LiftSealing => "解除查封扣押",
            CaseAct.OrderToCorrect => "责令限期改正",
            CaseAct.RelyOnOrder => "引用先前的责令改正",
            CaseAct.RecheckOrder => "复查责令改正",
            CaseAct.RequestRecusal => "申请回避",
            CaseAct.DecideRecusal => "决定回避",
            CaseAct.ConfirmServiceAddress => "确认送达地址",
            CaseAct.SuspendCase => "中止调查",
            CaseAct.ResumeCase => "恢复调查",
            CaseAct.ReplaceOfficers => "更换承办人员",
            CaseAct.ReportSuspectedCrime => "报告涉嫌犯罪",
            CaseAct.DecideCrimeTransfer => "决定移送司法",
            CaseAct.TransferCase => "移送案件",
            CaseAct.WithdrawCase => "撤销案件",
            CaseAct.ConcludeInvestigation => "调查终结",
            CaseAct.ReopenInvestigation => "补充调查",
            CaseAct.TellPenalty => "处罚事先告知",
            CaseAct.ServeDocument => "送达文书",
            CaseAct.WaiveDefence => "放弃陈述申辩",
            CaseAct.HearDefence => "听取陈述申辩",
            CaseAct.ReviewDefence => "复核陈述申辩",
            CaseAct.RequestHearing => "申请听证",
            CaseAct.WithdrawHearingRequest => "撤回听证申请",
            CaseAct.NotifyHearing => "听证通知",
            CaseAct.HoldHearing => "举行听证",
            CaseAct.ReportHearing => "听证报告",
            CaseAct.AssessReviewTriggers => "判断法制审核情形",
            CaseAct.SubmitForReview => "送法制审核",
            CaseAct.TakeReview => "受理法制审核",
            CaseAct.GiveReviewOpinion => "法制审核意见",
            CaseAct.SubmitPlannedAct => "拟实施行为送法制审核",
            CaseAct.TakePlannedReview => "受理拟实施行为的法制审核",
            CaseAct.GivePlannedReviewOpinion => "拟实施行为的法制审核意见",
            CaseAct.DiscussCollectively => "集体讨论",
            CaseAct.ProposeDecision => "拟定处理决定",
            CaseAct.Decide => "作出处罚决定",
            CaseAct.DecideNoPenalty => "作出不予处罚决定",
            CaseAct.Educate => "教育当事人",
            CaseAct.CommitToLaw => "守法承诺",
            CaseAct.ApplyForDeferral => "申请延期或者分期缴款",
            CaseAct.DecideDeferral => "决定延期或者分期缴款",
            CaseAct.DecideSurcharge => "决定加处罚款",
            CaseAct.CallToPerform => "催告",
            CaseAct.HearCallDefence => "听取催告后的陈述申辩",
            CaseAct.DecideSubstitute => "决定代履行",
            CaseAct.CarryOutSubstitute => "实施代履行",
            CaseAct.RemoveAtOnce => "立即代履行",
            CaseAct.AnnounceRemoval => "强制拆除公告",
            CaseAct.DecideExecution => "决定强制执行",
            CaseAct.CarryOutExecution => "实施强制执行",
            CaseAct.ApplyToCourt => "申请法院强制执行",
            CaseAct.EnterCourtStep => "登记法院环节",
            CaseAct.PauseExecution => "中止执行",
            CaseAct.ResumeExecution => "恢复执行",
            CaseAct.EndExecution => "终结执行",
            CaseAct.AgreeOnExecution => "执行协议",
            CaseAct.EnterRemedy => "登记复议诉讼",
            CaseAct.EnterRemedyResult => "登记复议诉讼结果",
            CaseAct.Invalidate => "确认决定无效",
            CaseAct.Reopen => "重新处理",
            CaseAct.ProposeClosing => "申请结案",
            CaseAct.ApproveClosing => "批准结案",
            CaseAct.Archive => "归档",
        };
}
