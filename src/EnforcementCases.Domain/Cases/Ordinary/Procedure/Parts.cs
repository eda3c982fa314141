using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Days that many bodies have.</summary>
internal static class Parts
{
    /// <summary>When the certificates were shown.</summary>
    public static readonly Part CertificatesShown = new("Attendance.CertificatesShownAt", "出示执法证件")
    {
        Error = OfficersPresent.CertificatesNotShown,
    };
}
