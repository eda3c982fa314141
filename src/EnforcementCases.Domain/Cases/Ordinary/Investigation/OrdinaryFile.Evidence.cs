namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>There is no evidence yet.</summary>
    public static readonly DomainError NoEvidence = new("evidence.none", null, ErrorKind.WrongStage, "案卷中还没有证据");

    /// <summary>An item of evidence has the identity of another.</summary>
    public static readonly DomainError EvidenceIdTaken = new("evidence.id-taken", null, ErrorKind.Conflict, "案卷中已有同一标识的证据");

    /// <summary>Somebody else than the person signed in is named as having verified.</summary>
    public static readonly DomainError NotTheVerifier = new(
        "evidence.not-the-verifier",
        null,
        ErrorKind.Unacceptable,
        "查证人应当是办理查证的执法人员本人"
    );

    /// <summary>Refuses an item that is not described, or whose identity another one has.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.ItemIncomplete"/> or <see cref="EvidenceIdTaken"/>.</exception>
    internal void EnsureNewEvidence(EvidenceItem item)
    {
        EvidenceRules.EnsureComplete(item);
        if (evidence.Exists(e => e.Id == item.Id))
            throw EvidenceIdTaken.With($"证据 {item.Id}");
    }

    /// <summary>An item of the file.</summary>
    /// <exception cref="DomainException"><see cref="EvidenceRules.NotInFile"/>.</exception>
    internal EvidenceItem EvidenceOf(Guid id) => evidence.Find(e => e.Id == id) ?? throw EvidenceRules.NotInFile.With($"证据 {id}");
}
