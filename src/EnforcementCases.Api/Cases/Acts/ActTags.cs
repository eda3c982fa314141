using EnforcementCases.Domain.Cases;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>In which group of the contract an act is shown: by phase of the procedure.</summary>
internal static class ActTags
{
    public const string Cases = "Cases 案件";
    public const string OnTheSpot = "On the spot 当场处罚";
    public const string Filing = "Filing 立案";
    public const string Course = "Course of the case 程序事项";

    public static string Of(CaseAct act) =>
        act switch
        {
            CaseAct.DecideOnTheSpot or CaseAct.ReportBack or CaseAct.RecheckCorrection => OnTheSpot,
            CaseAct.RegisterClue
            or CaseAct.IdentifyParty
            or CaseAct.IdentifyGuardian
            or CaseAct.DeclineToFile
            or CaseAct.ProposeFiling
            or CaseAct.FileCase => Filing,
            CaseAct.RecordScene
            or CaseAct.RecordInquiry
            or CaseAct.CollectEvidence
            or CaseAct.VerifyEvidence
            or CaseAct.ExcludeEvidence
            or CaseAct.TakeSample
            or CaseAct.ApprovePreservation
            or CaseAct.PreserveEvidence
            or CaseAct.DisposePreserved
            or CaseAct.ApproveSealing
            or CaseAct.SealProperty
            or CaseAct.ExtendSealing
            or CaseAct.LiftSealing
            or CaseAct.AnnounceThings
            or CaseAct.ApproveDisposal
            or CaseAct.DisposeOfThings
            or CaseAct.OrderToCorrect
            or CaseAct.RelyOnOrder
            or CaseAct.RecheckOrder
            or CaseAct.ReportSuspectedCrime
            or CaseAct.DecideCrimeTransfer
            or CaseAct.EnterCriminalResult
            or CaseAct.ResumeAfterCrime
            or CaseAct.ConcludeInvestigation
            or CaseAct.ReopenInvestigation => "Investigation 调查取证",
            CaseAct.TellPenalty or CaseAct.WaiveDefence or CaseAct.HearDefence or CaseAct.ReviewDefence => "Prior notice 告知",
            CaseAct.RequestHearing
            or CaseAct.WithdrawHearingRequest
            or CaseAct.NotifyHearing
            or CaseAct.HoldHearing
            or CaseAct.ReportHearing => "Hearing 听证",
            CaseAct.AssessReviewTriggers
            or CaseAct.SubmitForReview
            or CaseAct.TakeReview
            or CaseAct.GiveReviewOpinion
            or CaseAct.ObjectToReview
            or CaseAct.DecideObjection
            or CaseAct.SubmitPlannedAct
            or CaseAct.TakePlannedReview
            or CaseAct.GivePlannedReviewOpinion => "Legal review 法制审核",
            CaseAct.ProposeDecision
            or CaseAct.DiscussCollectively
            or CaseAct.Decide
            or CaseAct.DecideNoPenalty
            or CaseAct.Educate
            or CaseAct.CommitToLaw => "Decision 决定",
            CaseAct.ConfirmServiceAddress or CaseAct.ServeDocument => "Service 送达",
            CaseAct.CollectOnTheSpot
            or CaseAct.ReceivePayment
            or CaseAct.RemitToOrgan
            or CaseAct.RemitToBank
            or CaseAct.Refund
            or CaseAct.ApplyForDeferral
            or CaseAct.DecideDeferral
            or CaseAct.DecideSurcharge
            or CaseAct.CallToPerform
            or CaseAct.HearCallDefence
            or CaseAct.DecideSubstitute
            or CaseAct.CarryOutSubstitute
            or CaseAct.RemoveAtOnce
            or CaseAct.AnnounceRemoval
            or CaseAct.DecideExecution
            or CaseAct.CarryOutExecution
            or CaseAct.ApplyToCourt
            or CaseAct.EnterCourtStep
            or CaseAct.PauseExecution
            or CaseAct.ResumeExecution
            or CaseAct.EndExecution
            or CaseAct.AgreeOnExecution
            or CaseAct.RecordPerformance => "Performance 履行与执行",
            CaseAct.EnterRemedy
            or CaseAct.EnterRemedyResult
            or CaseAct.EnterAppeal
            or CaseAct.ConfirmRemedyResult
            or CaseAct.Invalidate
            or CaseAct.Reopen => "Remedies 复议与诉讼",
            CaseAct.Close or CaseAct.ProposeClosing or CaseAct.ApproveClosing or CaseAct.Archive => "Closing 结案归档",
            _ => Course, // what every stage shares
        };
}
