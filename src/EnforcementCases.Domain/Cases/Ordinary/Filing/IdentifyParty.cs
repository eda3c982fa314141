using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Identifies the party (核实当事人). The identity itself is checked and kept by the register of parties.</summary>
[UpcastRename(1, "party.ageAtAct", "ageAtOffence")]
public sealed record IdentifyParty : ActBody
{
    /// <summary>The party in the register.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>The party as the case keeps it from now on.</summary>
    public required PartySnapshot Party { get; init; }

    internal override void Execute(ActExecution act) => act.Case.SetParty(PartyId, Party);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.IdentifyParty(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("partyKind", Kind);
}
