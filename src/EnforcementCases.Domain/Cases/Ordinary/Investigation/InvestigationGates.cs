using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of the investigation (调查取证).</summary>
internal static class InvestigationGates
{
    public static readonly Gate EvidenceOnFile = new(
        nameof(EvidenceOnFile),
        (file, _) => file.Evidence.Items.Count == 0 ? Ordinary.EvidenceOnFile.NoEvidence.With("没有证据", "先收集证据") : null
    );

    public static readonly Gate PreservationApproved = new(
        nameof(PreservationApproved),
        (file, _) =>
            file.Measures.Approvals.Preservation.Count == 0
                ? RegisterPreserve.NotApproved.With("没有负责人批准", "报请行政机关负责人批准")
                : null
    );

    public static readonly Gate ThingsPreserved = new(
        nameof(ThingsPreserved),
        (file, _) =>
            file.Measures.Open.Any(m => m.Kind is MeasureKind.Preserved)
                ? null
                : MeasuresOnFile.MeasureNotOpen.With("没有待处理的先行登记保存物品")
    );

    /// <summary>The matter gives the power to seal here; off until the place has named the instrument.</summary>
    public static readonly Gate CoercionPower = new(
        nameof(CoercionPower),
        (file, law, at) =>
            CoerciveMeasure.ObstaclesToPower(
                file.Case.ViolationCode,
                law.Parameter(LocalParameters.CoercionMatters, LegalDate.Of(at)),
                law.Production
            )
    );

    /// <summary>The same, asked before the head approves; an emergency measure can be refused without it.</summary>
    public static readonly Gate CoercionPowerToApprove = new(
        nameof(CoercionPowerToApprove),
        (file, law, at) =>
            file.Measures.Sealed.Any(s => s is { IsOpen: true, Emergency: true, HeadAgreed: null })
                ? []
                : CoercionPower.FindObstacles(file, law, at)
    );

    public static readonly Gate ThingsSealed = new(
        nameof(ThingsSealed),
        (file, _) => file.Measures.Sealed.Any(s => s.IsOpen) ? null : MeasuresOnFile.MeasureNotOpen.With("没有查封、扣押中的财物")
    );

    /// <summary>Every measure that goes on has to be lifted at once: nothing rests on it.</summary>
    public static readonly Gate MeasureStands = new(
        nameof(MeasureStands),
        (file, law, at) =>
        {
            var measures = file
                .Measures.Sealed.Where(s => s.IsOpen)
                .Select(s => EmergencyMeasure.WhyLiftAtOnce(s, at, law.Calendar))
                .ToList();
            return measures.Contains(null) ? [] : measures.OfType<DomainException>().Take(1);
        }
    );

    public static readonly Gate ThingsHeld = new(
        nameof(ThingsHeld),
        (file, _) => file.Measures.Open.Count > 0 ? null : MeasuresOnFile.MeasureNotOpen.With("没有查封、扣押或者登记保存的财物")
    );

    public static readonly Gate DisposalApproved = new(
        nameof(DisposalApproved),
        (file, _) =>
            file.Measures.Approvals.Disposal.Count == 0 ? ThingsDisposed.NotApproved.With("没有负责人批准", "报请行政机关负责人批准") : null
    );

    /// <summary>A decision to seal never reached the party.</summary>
    public static readonly DomainError SealingNotServed = new(
        "coercion.decision-not-served",
        "ACL-24",
        ErrorKind.RuleBroken,
        "当事人没有到场的，查封、扣押决定书和清单应当依法送达当事人",
        CoercionLaw.At("第二十四条")
    );

    /// <summary>A decision to seal has reached the party before it is notified of the penalty: one that was put up for an absent or unknown party, and one whose things are still
    /// held though it was handed to a former party.</summary>
    public static readonly Gate SealingDecisionsServed = new(
        nameof(SealingDecisionsServed),
        (file, _) =>
            file.Papers.FirstOrDefault(paper => paper.Kind is DocumentKind.SeizureDecision && !ReachedParty(file, paper)) is { } unserved
                ? SealingNotServed.With($"{unserved.Number}查封（扣押）决定书没有送达当事人", "送达查封（扣押）决定书")
                : null
    );

    private static bool ReachedParty(OrdinaryFile file, IssuedPaper paper)
    {
        if (file.Acts.FirstOrDefault(act => act.Entry.Place == paper.ActPosition)?.Body is not SealProperty measure)
            return true;
        var changed =
            file.Filing.AnotherPartySince is { } at && file.Measures.Sealed.Any(s => s.Id == measure.MeasureId && s.IsOpen) ? at : 0;
        return (measure.PostedAt is null && paper.ActPosition > changed)
            || file.Service.Served.Any(served => served.Paper.DocumentId == paper.DocumentId && served.Position > changed);
    }

    public static readonly Gate CorrectionOrdered = new(
        nameof(CorrectionOrdered),
        (file, _) => file.Orders.Given.Count == 0 ? OrdersOnFile.NoOrder.With("没有责令改正", "先责令改正") : null
    );

    public static readonly Gate RecusalAsked = new(
        nameof(RecusalAsked),
        (file, _) => file.Recusals.Requests.Any(r => r.Decision is null) ? null : RecusalsOnFile.NoRecusal.With("没有尚未决定的申请")
    );

    public static readonly Gate CaseSuspended = new(
        nameof(CaseSuspended),
        (file, _) => file.Investigation.IsSuspended ? null : InvestigationPhase.NotSuspended.With("案件正在办理")
    );

    public static readonly Gate CrimeReported = new(
        nameof(CrimeReported),
        (file, _) =>
            file.Investigation.CrimeSuspicion is { Approved: null } ? null : InvestigationPhase.NoCrimeReported.With("没有尚未决定的报告")
    );

    public static readonly Gate NoCrimePending = new(
        nameof(NoCrimePending),
        (file, _) =>
            file.Investigation.CrimeSuspicion is { IsPending: true } pending
                ? InvestigationPhase.CrimePending.With(pending.Approved is null ? "负责人尚未决定是否移送" : "已批准移送", "办理移送")
                : null
    );

    /// <summary>Nothing that was reported to the head still waits for its handing over.</summary>
    public static readonly Gate CrimeHandedOver = new(
        nameof(CrimeHandedOver),
        (file, _) =>
            file.Investigation.CrimeSuspicion is { AwaitsHandOver: true } pending
                ? InvestigationPhase.CrimePending.With(pending.Approved is null ? "负责人尚未决定是否移送" : "已批准移送", "办理移送")
                : null
    );

    public static readonly Gate CrimeAway = new(
        nameof(CrimeAway),
        (file, _) =>
            file.Investigation.CrimeSuspicion is { IsAway: true } ? null : CriminalResult.NothingHandedOver.With("没有移送或者已经办结")
    );

    /// <summary>The case ended with its transfer, and the criminal case is over.</summary>
    public static readonly Gate CameBack = new(
        nameof(CameBack),
        (file, _) =>
            file
                is {
                    Case.Outcome: Penalties.CaseOutcome.CriminalTransfer,
                    Investigation.CrimeSuspicion: { IsPending: false, HandedOverAt: not null }
                }
                ? null
                : CriminalResult.NotBack.With("没有登记刑事处理结果", "先登记刑事处理结果")
    );

    /// <summary>The criminal case does not prevent the execution of the fine.</summary>
    public static readonly Gate NoCriminalCase = new(
        nameof(NoCriminalCase),
        (file, _) =>
            file.Investigation.CrimeSuspicion is { IsPending: true }
                ? InvestigationPhase.CrimePending.With("刑事案件尚未办结", "刑事案件办结后再执行罚款")
                : CriminalResult.WhyNotExecuted(file.Investigation.CrimeSuspicion, file.Case.Penalty.Fine)
    );

    /// <summary>The investigation is not concluded.</summary>
    public static readonly DomainError NotConcluded = new(
        "investigation.not-concluded",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "调查终结后，才能对调查结果进行审查并作出处理决定",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>A record in which the party turns out to have been a minor alone, whatever age was stated then, is excluded before anything is concluded from it.</summary>
    public static readonly Gate NoMinorQuestionedAlone = new(
        nameof(NoMinorQuestionedAlone),
        (file, _, _) =>
            file.Case.PartyId is null
                ? []
                : file.All<RecordInquiry>()
                    .Where(record =>
                        record is { As: InquiredAs.Party, AdultPresent: null }
                        && (record.InquiredDocumentNumber is null || PartyServed.IsSame(record.InquiredName, file.Case.Party.Name))
                        && file.Evidence.Of(record.EvidenceId).UnlawfulBecause is null
                    )
                    .Select(record => (On: LegalDate.Of(record.StartedAt), record.EvidenceId))
                    .Where(record => file.Service.AddresseeOn(record.On).Age < Guardianship.AdultFrom)
                    .Select(record =>
                        Guardianship.NotPresent.With(
                            $"{record.On:yyyy-MM-dd} 询问时当事人未满 {Guardianship.AdultFrom} 周岁，询问笔录（证据 {record.EvidenceId}）没有写明到场的成年人",
                            "排除该询问笔录，监护人到场后重新询问"
                        )
                    )
    );

    public static readonly Gate InvestigationConcluded = new(
        nameof(InvestigationConcluded),
        (file, _) => file.Investigation.Conclusion is null ? NotConcluded.With("没有调查终结报告", "先办理调查终结") : null
    );
}
