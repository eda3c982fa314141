using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>An officer of a case (承办人员), with the certificate that was shown.</summary>
public sealed class CaseOfficer
{
    private CaseOfficer() { }

    internal CaseOfficer(EnforcementCase @case, int place, OfficerAtScene officer)
    {
        CaseId = @case.Id;
        Place = place;
        PersonId = officer.PersonId;
        Name = officer.Name;
        CertificateNumber = officer.Acting.Certificate!.Number;
        OpenedAt = @case.OpenedAt;
        Seq = @case.Seq;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The person; separation of duty is by person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Name as printed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Certificate shown (执法证号).</summary>
    public string CertificateNumber { get; private set; } = "";

    /// <summary>When the case began; copied here so that the list of an officer's own cases can be indexed in its order.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Tie-breaker of the case.</summary>
    public long Seq { get; private set; }
}

/// <summary>Evidence of a case by metadata and hash (证据).</summary>
public sealed class CaseEvidence
{
    private CaseEvidence() { }

    internal CaseEvidence(EnforcementCase @case, int place, EvidenceReference reference)
    {
        CaseId = @case.Id;
        Place = place;
        Kind = reference.Kind;
        TakenAt = reference.TakenAt;
        Sha256 = reference.Sha256;
        Description = reference.Description;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Kind of evidence.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>When it was taken, as claimed.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What it shows.</summary>
    public string Description { get; private set; } = "";
}
