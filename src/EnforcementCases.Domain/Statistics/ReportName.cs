using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Statistics;

/// <summary>Short name of an organisation in reports (报告中的简称).</summary>
public static class ReportName
{
    private const string Government = "人民政府";
    private const string Office = "办事处";

    /// <summary>汉沽街道 for 天津市滨海新区人民政府汉沽街道办事处; the full name if the pattern does not fit.</summary>
    public static string Of(OrganisationKind kind, string name)
    {
        var government = name.LastIndexOf(Government, StringComparison.Ordinal);
        return kind switch
        {
            OrganisationKind.Street when name.EndsWith(Office, StringComparison.Ordinal) => name[
                (government < 0 ? 0 : government + Government.Length)..^Office.Length
            ],
            OrganisationKind.Town
            or OrganisationKind.District
            or OrganisationKind.City when name.EndsWith(Government, StringComparison.Ordinal) => name[..^Government.Length],
            _ => name,
        };
    }
}
