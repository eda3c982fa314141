using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Identifies the party (核实当事人); after the filing another one only as the head approved it (<see cref="ChangeParty"/>). The identity itself is checked and kept by the register of parties.</summary>
[UpcastRename(1, "party.ageAtAct", "ageAtOffence")]
public sealed record IdentifyParty : ActBody
{
    /// <summary>The party in the register.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>The party as the case keeps it from now on.</summary>
    public required PartySnapshot Party { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.Case is { FiledOn: not null, PartyId: { } before } && before != PartyId && !IsNowProved(act.Case.Party))
            PartyChange.EnsureApproved(act.File.Filing.PartyChange, Party);
        act.Case.SetParty(PartyId, Party);
    }

    /// <summary>Whether a party who only stated who it is shows its document now: the same person under the same name.</summary>
    private bool IsNowProved(PartySnapshot before) =>
        before.Identity is PartyIdentity.SelfDeclared && before.Kind == Party.Kind && PartyServed.IsSame(before.Name, Party.Name);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.IdentifyParty(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("partyKind", Kind);
}
