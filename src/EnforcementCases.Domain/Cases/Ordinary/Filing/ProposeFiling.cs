using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Requests that the case be filed (申请立案): what happened, under which violation, by which officers. 行政处罚法 第五十四条.</summary>
[UpcastRename(1, "actAt", "committedAt")]
public sealed record ProposeFiling : ActBody
{
    /// <summary>Code of the violation (案由).</summary>
    public required string ViolationCode { get; init; }

    /// <summary>When the offence happened, or when a continuing one ended.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>Whether the offence is still going on (持续状态).</summary>
    public bool Continuing { get; init; }

    /// <summary>Legal date on which the organ discovered it.</summary>
    public required DateOnly DiscoveredOn { get; init; }

    /// <summary>涉及公民生命健康安全、金融安全.</summary>
    public bool TouchesLifeHealthOrFinance { get; init; }

    /// <summary>有危害后果.</summary>
    public bool HarmfulResult { get; init; }

    /// <summary>Place of the offence.</summary>
    public required OffencePlace Place { get; init; }

    /// <summary>Whether a designation or transfer document is attached (指定管辖、移送).</summary>
    public bool DesignatedOrTransferred { get; init; }

    /// <summary>Short summary of what happened (简要案情).</summary>
    public required string Facts { get; init; }

    /// <summary>The officers who will handle the case (承办人员), at least two.</summary>
    public required IReadOnlyList<Guid> OfficerIds { get; init; }

    internal override void Execute(ActExecution act)
    {
        var law = act.Law;
        var committedOn = LegalDate.Of(CommittedAt);
        var (violation, adoption) = EnsureCompetent(act, ViolationCode, CommittedAt, Place, DesignatedOrTransferred);
        Limitation.EnsureNotExpired(Continuing ? null : committedOn, DiscoveredOn, TouchesLifeHealthOrFinance, HarmfulResult, law.Calendar);
        var officers = act.EnsureOfficers(OfficerIds, act.DoneOn);
        act.Case.SetMatter(violation, adoption, CommittedAt, Place, Facts);
        act.Case.Appoint(officers);
    }

    /// <summary>The matter and its adoption, where the organ has the power over it at the place, on the day of the offence and now.</summary>
    /// <exception cref="DomainException">A rule of <see cref="Jurisdiction"/> or <see cref="PenaltyBasis"/>, or <see cref="ViolationVersion.NotInForce"/>.</exception>
    internal static (ViolationVersion Violation, Adoption Adoption) EnsureCompetent(
        ActExecution act,
        string violationCode,
        DateTimeOffset committedAt,
        OffencePlace place,
        bool designatedOrTransferred
    )
    {
        var (law, committedOn) = (act.Law, LegalDate.Of(committedAt));
        var violation =
            law.Catalogue.ViolationOn(violationCode, committedOn)
            ?? throw ViolationVersion.NotInForce.With($"{violationCode}，{committedOn:yyyy-MM-dd}");
        Jurisdiction.EnsureOrgan(law.Organ.Name);
        Jurisdiction.EnsureInArea(place.DivisionCode, law.Organ.Profile.AreaOf(place.DivisionCode), designatedOrTransferred);
        var adoption = law.Catalogue.NearestAdoptionOf(law.Organ.Id, violationCode, committedOn, place.DivisionCode);
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, committedOn);
        var renewed = law.Catalogue.NearestAdoptionOf(law.Organ.Id, violationCode, act.DoneOn, place.DivisionCode);
        Jurisdiction.EnsureMatterInForce(renewed?.From, renewed?.To, act.DoneOn);
        Jurisdiction.EnsureMatterCovers(adoption!.AreaCodes, place.DivisionCode);
        PenaltyBasis.EnsureMaySetPenalties(violation.InstrumentLevel);
        return (violation, adoption);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Filing.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("violation", ViolationCode)
            .Add("actAt", CommittedAt)
            .Add("discoveredOn", DiscoveredOn)
            .Add("officers", OfficerIds.Select(id => id.ToString()));
}
