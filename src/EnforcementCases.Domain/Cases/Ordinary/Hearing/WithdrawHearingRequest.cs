using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters that the party withdraws its request for a hearing (撤回听证要求).</summary>
[Upcast(1)]
public sealed record WithdrawHearingRequest : ActBody
{
    /// <summary>The words in which the party withdraws it.</summary>
    public required string Words { get; init; }

    /// <summary>The request that is withdrawn, by the id of its act; null: the only one on file.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Who withdrew it, signed or recorded, and before which two officers; required.</summary>
    public PartyDeclaration? Declaration { get; init; }

    internal override void Execute(ActExecution act)
    {
        PartyDeclaration.EnsureGivenUp(act, Declaration);
        act.Issue(DocumentKind.DefenceRecord);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);
}
