using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
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

    private LawfulOnTheSpotDecision(OnTheSpotFacts facts, Deadline reportBack)
    {
        Facts = facts;
        ReportBackDue = reportBack;
    }

    /// <summary>The facts that were checked.</summary>
    public OnTheSpotFacts Facts { get; }

    /// <summary>When it has to be reported back to the organ (备案).</summary>
    public Deadline ReportBackDue { get; }

    /// <summary>Checks every gate of the law that does not depend on other cases, in the order of the procedure.</summary>
    /// <exception cref="DomainException">The first gate that is closed, with rule and article.</exception>
    public static LawfulOnTheSpotDecision Judge(OnTheSpotFacts facts, WorkingCalendar calendar)
    {
        var (violation, place, committedOn, decidedOn) = (facts.Violation, facts.Place, facts.CommittedOn, facts.DecidedOn);
        if (facts.CommittedAt > facts.DecidedAt)
            throw DecidedBeforeAct.With("请核对时间");

        Jurisdiction.EnsureOrgan(facts.Organ.Name);
        Jurisdiction.EnsureInArea(place.DivisionCode, facts.Organ.Profile.AreaOf(place.DivisionCode), facts.DesignatedOrTransferred);
        Jurisdiction.EnsureMatterInForce(facts.Adoption?.From, facts.Adoption?.To, committedOn);
        Jurisdiction.EnsureMatterInForce(facts.Adoption?.From, facts.Adoption?.To, decidedOn);
        Jurisdiction.EnsureMatterCovers(facts.Adoption!.AreaCodes, place.DivisionCode);
        PenaltyBasis.EnsureChosen(facts.ViolationAtOffence.Version, facts.ViolationAtDecision?.Version, facts.ChosenVersion);

        var acting = facts.Officers.Select(o => o.Acting).ToList();
        OfficersPresent.EnsureEnough(acting, decidedOn);
        OfficersPresent.EnsureCertificatesShown(
            facts.CertificatesShownAt,
            facts.CertificatesShown,
            acting,
            facts.Notice.NotifiedAt ?? facts.DecidedAt
        );

        Limitation.EnsureNotExpired(
            facts.Continuing ? null : committedOn,
            facts.DiscoveredOn ?? decidedOn,
            facts.TouchesLifeHealthOrFinance,
            facts.HarmfulResult,
            calendar
        );
        if (facts.Party.AgeAtOffence is { } age)
            PartyAge.EnsurePunishable(age, facts.Grade);
        NoPenalty.EnsurePenaltyPossible(facts.Slight, facts.CorrectedInTime, facts.NoHarm);

        PenaltyKinds.EnsureOurs(facts.Kinds);
        SimpleProcedure.EnsureKindsAllowed(facts.Kinds, facts.Fine);
        SimpleProcedure.EnsureFineAllowed(facts.Party.Kind, facts.Fine, facts.IndividualBusinessCeiling);
        PenaltyBasis.EnsureMaySetPenalties(violation.InstrumentLevel);
        violation.EnsureDecidable();
        violation.EnsureProvides(facts.Kinds);
        if (facts.Fine > Money.Zero)
        {
            violation
                .FineFor(facts.Party.Kind, facts.IndividualBusinessAsOrganisation)
                .RangeFor(facts.Measure, facts.Circumstance)
                .EnsureContains(facts.Fine, facts.Grade);
        }
        if (string.IsNullOrWhiteSpace(facts.ReasonsForAmount))
            throw PenaltyBasis.ReasonsMissing.With("没有裁量理由");
        if (facts.Evidence.Count == 0)
            throw EvidenceMissing.With("没有证据");

        facts.Notice.EnsureDoneBefore(facts.DecidedAt);
        OnTheSpotNotice.EnsureNotHeavier(facts.NotifiedFine, facts.Fine);
        OrderToCorrect.EnsureGiven(facts.CorrectionRequired, facts.CorrectionDueOn, decidedOn);
        if (violation.Correction is CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty)
            OrderToCorrect.EnsureExpiredUnmet(facts.EarlierOrder?.DueOn, facts.EarlierOrder?.RecheckedOn, facts.EarlierOrder?.Result);
        OnTheSpotOrder.EnsureKept(facts);
        OnTheSpotDecision.EnsureHandedOver(facts.DecidedAt, facts.HandedOverAt, facts.Signature, facts.RefusalNote);

        return new(facts, Deadline.From(SimpleProcedure.ReportBack(facts.ReportBackWorkingDays), decidedOn, calendar));
    }
}
