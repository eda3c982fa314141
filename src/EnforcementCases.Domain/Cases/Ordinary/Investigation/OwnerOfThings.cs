using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party from whom things were taken (财物的当事人). It stays the owner when the case gets another party because the first was the wrong one; a successor takes its place.</summary>
/// <param name="PartyId">The party in the register.</param>
/// <param name="Party">The party as it was identified.</param>
public sealed record OwnerOfThings(Guid PartyId, PartySnapshot Party)
{
    /// <summary>Whether another entry of the register is the same person: one who only stated who it is shows its document now.</summary>
    internal bool IsProvedAs(PartySnapshot now) =>
        Party.Identity is PartyIdentity.SelfDeclared && Party.Kind == now.Kind && PartyServed.IsSame(Party.Name, now.Name);
}
