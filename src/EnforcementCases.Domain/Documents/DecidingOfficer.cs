namespace EnforcementCases.Domain.Documents;

/// <summary>An officer as named in a document.</summary>
/// <param name="Name">Name (姓名).</param>
/// <param name="CertificateNumber">Number of the enforcement certificate (执法证号) valid on the day.</param>
public sealed record DecidingOfficer(string Name, string CertificateNumber);
