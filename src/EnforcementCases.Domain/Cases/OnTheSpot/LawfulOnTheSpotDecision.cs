using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>Proof that an on-the-spot decision passed every gate of the law. Only <see cref="Judge"/> makes one, and a case can be decided only with one.</summary>
public sealed class LawfulOnTheSpotDecision
{
    /// <summary>No evidence supports the facts of the case.</summary>
    public static readonly DomainError EvidenceMissing = new(
        "evidence.missing",
        "APL-40",
        ErrorKind.RuleBroken,
        "违法事实不清、证据不足的，不得给予行政处罚",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>The decision is dated before the offence.</summary>
    public static readonly DomainError DecidedBeforeAct = new(
        "on-the-spot-decision.before-act",
        null,
        ErrorKind.Unacceptable,
        "决定时间早于违法行为发生时间"
    );

    private LawfulOnTheSpotDecision(OnTheSpotFacts facts, AssessedPenalty assessed, Deadline reportBack)
    {
        Facts = facts;
        Assessed = assessed;
        ReportBackDue = reportBack;
    }

    /// <summary>The facts that were checked.</summary>
    public OnTheSpotFacts Facts { get; }

    /// <summary>The assessment that the decision follows.</summary>
    public AssessedPenalty Assessed { get; }

    /// <summary>When it has to be reported back to the organ (备案).</summary>
    public Deadline ReportBackDue { get; }

    /// <summary>Checks every gate of the law that does not depend on other cases, in the order of the procedure.</summary>
    /// <exception cref="DomainException">The first gate that is closed, with rule and article.</exception>
    public static LawfulOnTheSpotDecision Judge(OnTheSpotFacts facts, AssessedPenalty assessed, WorkingCalendar calendar)
    {
        EnsureForTheSpot(facts, calendar);
        facts = Applying(facts, assessed.Result.AppliedVersionId);
        PenaltyBasis.EnsureMaySetPenalties(facts.Violation.InstrumentLevel);
        EnsureFollows(facts, assessed);
        if (facts.Evidence.Count == 0)
            throw EvidenceMissing.With("没有证据");

        facts.Notice.EnsureDoneBefore(facts.DecidedAt);
        OnTheSpotNotice.EnsureNotHeavier(facts.NotifiedFine, facts.Fine);
        facts.Notice.EnsureAnswered(facts.NotifiedFine, facts.Fine);
        OrderToCorrect.EnsureGiven(facts.CorrectionRequired, facts.CorrectionDueOn, facts.DecidedOn);
        if (facts.Violation.Correction is CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty)
            OrderToCorrect.EnsureExpiredUnmet(facts.EarlierOrder?.DueOn, facts.EarlierOrder?.RecheckedOn, facts.EarlierOrder?.Result);
        if (facts.EarlierOrder is { } order)
            OrderToCorrect.EnsureForOffence(order, facts.Continuing ? null : facts.CommittedOn, facts.Place);
        OnTheSpotOrder.EnsureKept(facts);
        OnTheSpotDecision.EnsureHandedOver(facts.DecidedAt, facts.HandedOverAt, facts.Signature, facts.RefusalNote);
        OnTheSpotDecision.EnsureReceived(facts.Party, facts.Receiver, facts.GuardianInformed, facts.CommittedOn, facts.DecidedOn);

        return new(facts, assessed, Deadline.ForNow(SimpleProcedure.ReportBack(facts.ReportBackWorkingDays), facts.DecidedOn, calendar));
    }

    /// <summary>Checks the gates that come before the assessment: time, organ and matter, officers, limitation, kinds and ceiling.</summary>
    /// <exception cref="DomainException">The first gate that is closed, with rule and article.</exception>
    public static void EnsureForTheSpot(OnTheSpotFacts facts, WorkingCalendar calendar)
    {
        if (facts.CommittedAt > facts.DecidedAt)
            throw DecidedBeforeAct.With("请核对时间");
        EnsureOurMatter(
            facts.Organ,
            facts.Place.DivisionCode,
            facts.DesignatedOrTransferred,
            facts.Adoption,
            facts.RenewedAdoption ?? facts.Adoption,
            facts.CommittedOn,
            facts.DecidedOn
        );
        if (facts.ViolationAtDecision is null)
            throw ChoiceOfLaw.NoLongerABreach.With($"{facts.ViolationAtOffence.Code}，{facts.DecidedOn:yyyy-MM-dd}");

        var acting = facts.Officers.Select(o => o.Acting).ToList();
        OfficersPresent.EnsureEnough(acting, facts.DecidedOn);
        OfficersPresent.EnsureCertificatesShown(
            facts.CertificatesShownAt,
            facts.CertificatesShown,
            acting,
            facts.Notice.NotifiedAt ?? facts.DecidedAt
        );
        Limitation.EnsureNotExpired(
            facts.Continuing ? null : facts.CommittedOn,
            facts.DiscoveredOn ?? facts.DecidedOn,
            facts.TouchesLifeHealthOrFinance,
            facts.HarmfulResult,
            calendar
        );
        SimpleProcedure.EnsureKindsAllowed(facts.Kinds, facts.Fine);
        SimpleProcedure.EnsureFineAllowed(facts.Party.Kind, facts.Fine, facts.IndividualBusinessCeiling);
    }

    /// <summary>Refuses a matter that is not the organ's, at the place and on both days, by one adoption or by an earlier one that was renewed.</summary>
    /// <exception cref="DomainException">A refusal of <see cref="Jurisdiction"/>.</exception>
    public static void EnsureOurMatter(
        Organisation organ,
        string divisionCode,
        bool designatedOrTransferred,
        Adoption? atOffence,
        Adoption? atDecision,
        DateOnly committedOn,
        DateOnly decidedOn
    )
    {
        Jurisdiction.EnsureOrgan(organ.Name);
        Jurisdiction.EnsureInArea(divisionCode, organ.Profile.AreaOf(divisionCode), designatedOrTransferred);
        Jurisdiction.EnsureMatterInForce(atOffence?.From, atOffence?.To, committedOn);
        Jurisdiction.EnsureMatterInForce(atDecision?.From, atDecision?.To, decidedOn);
        Jurisdiction.EnsureMatterCovers(atOffence!.AreaCodes, divisionCode);
        Jurisdiction.EnsureMatterCovers(atDecision!.AreaCodes, divisionCode);
    }

    /// <summary>Refuses a penalty that does not follow its assessment, and one that has to pass legal review and collective discussion.</summary>
    private static void EnsureFollows(OnTheSpotFacts facts, AssessedPenalty assessed)
    {
        var assessment = assessed.Result;
        var result = DiscretionGate.Judge(assessment, facts.AsProposed);
        if (result.Refusals.Count > 0)
            throw result.Refusals[0];
        facts.Violation.EnsureDecidable();
        EnsureKinds(facts, assessed.Input, assessment);
        if (result.CallsForReview)
            throw SimpleProcedure.NeedsReview.With(
                result.Mitigates ? "减轻处罚，低于法定最低限" : $"偏离裁量基准阶次“{assessment.Benchmark.Tier!.Level}”",
                "按普通程序立案"
            );
        if (result.Unmet.Count > 0)
            throw result.Unmet[0];
    }

    private static void EnsureKinds(OnTheSpotFacts facts, AssessmentInput input, Assessment assessment)
    {
        var order = facts.EarlierOrder;
        var unmet = OrderToCorrect.ObstacleUnlessExpiredUnmet(order?.DueOn, order?.RecheckedOn, order?.Result);
        UnlawfulGains.EnsureProved(input.Facts.Gains, "/discretion");
        SimpleProcedure.EnsureNoGains(UnlawfulGains.ToConfiscate(input.Facts.Gains));
        KindsOfProvision.EnsureProvided(
            facts.Violation,
            [.. facts.Kinds.Select(k => new PenaltyItem(k))],
            orders: [],
            ProvisionFacts.Of(input, assessment, unmet) with
            {
                ByTown = facts.Organ.Kind is OrganisationKind.Town,
                FineAfterUnmetDemolition = facts.FineAfterUnmetDemolition,
            }
        );
        OnTheSpotNotice.EnsureSameKinds(facts.NotifiedKinds ?? facts.Kinds, facts.Kinds);
    }

    private static OnTheSpotFacts Applying(OnTheSpotFacts facts, Guid versionId) =>
        versionId == facts.Violation.Id ? facts
        : versionId == facts.ViolationAtDecision?.Id ? facts with { Violation = facts.ViolationAtDecision }
        : facts with { Violation = facts.ViolationAtOffence };
}
