using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases;

/// <summary>Proof that an on-the-spot decision passed every gate of the law. Only <see cref="Judge"/> makes one, and only with one a case can be decided.</summary>
public sealed class LawfulOnTheSpotDecision
{
    /// <summary>A row of the catalogue that may be recorded, not decided from.</summary>
    public static readonly DomainError ViolationNotDecidable = new(
        "violation.not-decidable",
        "APL-40",
        ErrorKind.RuleBroken,
        "该违法行为的条款或者幅度尚未核实，不得作为处罚依据",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>A kind of penalty that the article does not name.</summary>
    public static readonly DomainError KindNotInArticle = new(
        "penalty-basis.kind-not-in-article",
        "APL-16",
        ErrorKind.RuleBroken,
        "处罚依据没有规定该种类的处罚",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>The decision carries no reasons for its amount.</summary>
    public static readonly DomainError ReasonsMissing = new(
        "penalty-basis.reasons-missing",
        "APL-5",
        ErrorKind.RuleBroken,
        "处罚应当与违法行为的事实、性质、情节以及社会危害程度相当，并写明裁量理由",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>The case's facts stand on no evidence.</summary>
    public static readonly DomainError EvidenceMissing = new(
        "evidence.missing",
        "APL-40",
        ErrorKind.RuleBroken,
        "违法事实不清、证据不足的，不得给予行政处罚",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>The decision is said to lie before the act.</summary>
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

    /// <summary>What was judged.</summary>
    public OnTheSpotFacts Facts { get; }

    /// <summary>When it has to be reported back to the organ (备案).</summary>
    public Deadline ReportBackDue { get; }

    /// <summary>Asks every gate of the law that needs no look at other cases, in the order an officer meets them.</summary>
    /// <exception cref="DomainException">The first gate that is closed, with rule and article.</exception>
    public static LawfulOnTheSpotDecision Judge(OnTheSpotFacts facts, WorkingCalendar calendar)
    {
        var (cause, place, actOn, decidedOn) = (facts.Cause, facts.Place, facts.ActOn, facts.DecidedOn);
        if (facts.ActAt > facts.DecidedAt)
            throw DecidedBeforeAct.With("请核对时间");

        Jurisdiction.EnsureOrgan(facts.Organ.Name);
        foreach (var area in new[] { facts.Organ.Profile.DivisionCodes }.Where(codes => codes.Length > 0))
            Jurisdiction.EnsureInArea(place.DivisionCode, area, facts.DesignatedOrTransferred);
        Jurisdiction.EnsureMatterInForce(cause.AdoptedFrom, cause.AdoptedTo, actOn);
        Jurisdiction.EnsureMatterInForce(cause.AdoptedFrom, cause.AdoptedTo, decidedOn);
        Jurisdiction.EnsureMatterCovers(cause.AdoptedAreas, place.DivisionCode);

        var acting = facts.Officers.Select(o => o.Acting).ToList();
        OfficersPresent.EnsureEnough(acting, decidedOn);
        OfficersPresent.EnsureCertificatesShown(
            facts.CertificatesShownAt,
            [.. acting.Select(o => o.Certificate).OfType<CertificateOnDay>().Select(c => c.Number)],
            acting,
            facts.DecidedAt
        );

        Limitation.EnsureNotExpired(
            facts.Continuing ? null : actOn,
            facts.DiscoveredOn ?? decidedOn,
            touchesLifeHealthOrFinance: false,
            harmfulResult: false,
            calendar
        );
        if (facts.Party.AgeAtAct is { } age)
            PartyAge.EnsurePunishable(age, facts.Grade);
        NoPenalty.EnsurePenaltyPossible(facts.Slight, facts.CorrectedInTime, facts.NoHarm);

        PenaltyKinds.EnsureOurs(facts.Kinds);
        SimpleProcedure.EnsureKindsAllowed(facts.Kinds, facts.Fine);
        SimpleProcedure.EnsureFineAllowed(facts.Party.Kind, facts.Fine, facts.IndividualBusinessCeiling);
        PenaltyBasis.EnsureMaySetPenalties(cause.Level);
        if (cause.NotDecidableBecause is { } why)
            throw ViolationNotDecidable.With(why);
        foreach (var kind in facts.Kinds.Where(k => !cause.Kinds.Contains(k)))
            throw KindNotInArticle.With($"{cause.Instrument}{cause.PenaltyArticle}没有规定{kind.Name()}");
        if (facts.Fine > Money.Zero)
        {
            if (cause.Range is null)
                throw ViolationNotDecidable.With("该违法行为没有可用的罚款幅度");
            cause.Range.EnsureContains(facts.Fine, facts.Grade);
        }
        if (string.IsNullOrWhiteSpace(facts.ReasonsForAmount))
            throw ReasonsMissing.With("没有裁量理由");
        if (facts.Evidence.Count == 0)
            throw EvidenceMissing.With("没有证据");

        facts.Telling.EnsureDoneBefore(facts.DecidedAt);
        PriorTelling.EnsureNotHeavier(facts.ToldFine, facts.Fine);
        OrderToCorrect.EnsureGiven(facts.CorrectionRequired, facts.CorrectionDueOn, decidedOn);
        if (cause.CorrectionFirst)
            OrderToCorrect.EnsureExpiredUnmet(facts.EarlierOrder?.DueOn, facts.EarlierOrder?.RecheckedOn, facts.EarlierOrder?.Result);
        OnTheSpotDecision.EnsureHandedOver(facts.DecidedAt, facts.HandedOverAt, facts.Signature, facts.RefusalNote);

        return new(facts, Deadline.From(SimpleProcedure.ReportBack(facts.ReportBackWorkingDays), decidedOn, calendar));
    }
}
