using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Identifies the party (核实当事人). The identity itself is checked and kept by the register of parties.</summary>
public sealed record IdentifyParty : ActBody
{
    /// <summary>The party in the register.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>The party as the case keeps it from now on.</summary>
    public required PartySnapshot Party { get; init; }

    internal override void Do(ActInHand act) => act.Case.SetParty(PartyId, Party);

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.AgeCountedOn = (file.FilingProposal?.ActAt ?? file.Clue?.ActAt) is { } actAt ? LegalDate.Of(actAt) : null;

    internal override RecordFields Clear() => new RecordFields().Add("partyKind", Kind);
}

/// <summary>Decides not to file (不予立案).</summary>
public sealed record DeclineToFile : ActBody
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override void Do(ActInHand act) => act.Case.SetOutcome(CaseOutcome.NotFiled, act.DoneOn);
}

/// <summary>Asks for the filing (申请立案): what happened, under which matter, by which officers. 行政处罚法 第五十四条.</summary>
public sealed record ProposeFiling : ActBody
{
    /// <summary>Code of the violation (案由).</summary>
    public required string ViolationCode { get; init; }

    /// <summary>When the act happened, or ended where it went on.</summary>
    public required DateTimeOffset ActAt { get; init; }

    /// <summary>The act still goes on (持续).</summary>
    public bool Continuing { get; init; }

    /// <summary>When the organ discovered it.</summary>
    public required DateOnly DiscoveredOn { get; init; }

    /// <summary>涉及公民生命健康安全、金融安全.</summary>
    public bool TouchesLifeHealthOrFinance { get; init; }

    /// <summary>有危害后果.</summary>
    public bool HarmfulResult { get; init; }

    /// <summary>Where.</summary>
    public required ActPlace Place { get; init; }

    /// <summary>A designation or transfer document is attached (指定管辖、移送).</summary>
    public bool DesignatedOrTransferred { get; init; }

    /// <summary>What happened in short (简要案情).</summary>
    public required string Facts { get; init; }

    /// <summary>The officers of the case (承办人员), at least two.</summary>
    public required IReadOnlyList<Guid> OfficerIds { get; init; }

    internal override void Do(ActInHand act)
    {
        var law = act.Law;
        act.EnsureNotAfter(ActAt, "违法行为发生的时间");
        var actOn = LegalDate.Of(ActAt);
        var violation =
            law.Catalogue.ViolationOn(ViolationCode, actOn)
            ?? throw ViolationVersion.NotInForce.With($"{ViolationCode}，{actOn:yyyy-MM-dd}");
        Jurisdiction.EnsureOrgan(law.Organ.Name);
        Jurisdiction.EnsureInArea(Place.DivisionCode, law.Organ.Profile.AreaOf(Place.DivisionCode), DesignatedOrTransferred);
        var adoption = law.Catalogue.NearestAdoptionOf(law.Organ.Id, ViolationCode, actOn, Place.DivisionCode);
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, actOn);
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, act.DoneOn);
        Jurisdiction.EnsureMatterCovers(adoption!.AreaCodes, Place.DivisionCode);
        PenaltyBasis.EnsureMaySetPenalties(violation.InstrumentLevel);
        Limitation.EnsureNotExpired(Continuing ? null : actOn, DiscoveredOn, TouchesLifeHealthOrFinance, HarmfulResult, law.Calendar);
        var officers = OfficerIds.Select(id => law.Roster.AtScene(id, law.Organ.Path, act.DoneOn)).ToList();
        Personnel.OfficersPresent.EnsureEnough(officers.ConvertAll(o => o.Acting), act.DoneOn);
        act.Case.SetMatter(violation, adoption, ActAt, Place, Facts);
        act.Case.Appoint(officers);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done)
    {
        file.FilingProposal = this;
        file.Propose(ApprovalPaper.Filing, done);
    }

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("violation", ViolationCode)
            .Add("actAt", ActAt)
            .Add("discoveredOn", DiscoveredOn)
            .Add("officers", OfficerIds.Select(id => id.ToString()));
}

/// <summary>Approves the filing (批准立案): the head, or the deputy to whom the head has delegated it. From here ninety days run. 行政处罚法 第五十四条第二款、第六十条.</summary>
public sealed record FileCase : ActBody
{
    /// <summary>Opinion of who approves.</summary>
    public required string Opinion { get; init; }

    /// <summary>The paper by which the head delegated the filing (授权文件); required where the deputy approves.</summary>
    public string? Delegation { get; init; }

    internal override void Do(ActInHand act)
    {
        if (!act.Law.Roles.Contains(Role.Head) && string.IsNullOrWhiteSpace(Delegation))
            throw OrdinaryFile.NotDelegated.With("分管负责人批准立案须写明机关负责人的授权文件");
        act.Case.File(act.DoneOn);
        act.Start(DeadlineKind.Decision, DecisionTerm.From(act.DoneOn, act.Law.Calendar));
        act.Issue(DocumentKind.FilingApproval);
    }

    internal override RecordFields Clear() => new RecordFields().Add("delegated", Delegation is not null);
}
