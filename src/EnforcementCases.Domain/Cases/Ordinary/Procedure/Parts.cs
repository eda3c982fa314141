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

    /// <summary>The same, where the party declared something before two officers.</summary>
    public static readonly Part DeclaredBefore = CertificatesShown with { Member = "Declaration.Attendance.CertificatesShownAt" };
}
