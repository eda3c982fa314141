using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Correction;

/// <summary>An officer who gave an order to correct, with the certificate shown.</summary>
public sealed class CorrectionOrderOfficer
{
    private CorrectionOrderOfficer() { }

    internal CorrectionOrderOfficer(CorrectionOrder order, int place, OfficerAtScene officer)
    {
        OrderId = order.Id;
        Place = place;
        PersonId = officer.PersonId;
        Name = officer.Name;
        CertificateNumber = officer.Acting.Certificate!.Number;
    }

    /// <summary>The order.</summary>
    public Guid OrderId { get; private set; }

    /// <summary>Position, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Name as printed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Certificate shown (执法证号).</summary>
    public string CertificateNumber { get; private set; } = "";
}
