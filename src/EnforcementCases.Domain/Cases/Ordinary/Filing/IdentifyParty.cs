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
        if (act.Case.PartyId is { } before && before != PartyId)
        {
            var (approved, proved) = (act.File.Filing.PartyChange, new OwnerOfThings(before, act.Case.Party).IsProvedAs(Party));
            if (act.Case.FiledOn is not null && (approved is not null || !proved)) // who was approved is identified, not a namesake of the former party
                PartyChange.EnsureApproved(approved, Party);
            if (!proved)
                act.Case.RelyOn(null); // what the former party was ordered before the case binds nobody else
        }
        act.Case.SetParty(PartyId, Party);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.IdentifyParty(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("partyKind", Kind);
}
