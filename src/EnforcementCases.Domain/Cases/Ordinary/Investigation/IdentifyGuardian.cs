namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Identifies the guardian of a party who is a minor or lacks capacity (核实监护人): from then on the guardian is informed, served in the place of a
/// child or of a person without capacity, and ordered to discipline. 行政处罚法 第三十条、第三十一条; 民法典 第二十三条、第二十七条.</summary>
public sealed record IdentifyGuardian : ActBody
{
    /// <summary>The guardian, with the tie and how it was checked.</summary>
    public required Guardian Guardian { get; init; }

    /// <summary>SHA-256 of the proof of the tie (户口簿、出生医学证明、居民委员会的证明), 64 lower-case hex digits.</summary>
    public required string ProofSha256 { get; init; }

    /// <summary>Address of the guardian; null if that of the party.</summary>
    public string? GuardianAddress { get; init; }

    /// <summary>Telephone number of the guardian; null if none.</summary>
    public string? GuardianPhoneNumber { get; init; }

    internal override void Execute(ActExecution act) => Guardianship.EnsurePossible(Guardian, act.Case.Party);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Guardianship.Apply(this);
}
