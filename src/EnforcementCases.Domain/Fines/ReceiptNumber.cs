using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Domain.Fines;

/// <summary>Numbers of the special receipts (专用票据号码) in a normal form.</summary>
public static class ReceiptNumber
{
    /// <summary>Full-width digits and blanks are normalised, so that they make no second receipt; null returns null.</summary>
    public static string? Normalise(string? number) => number is null ? null : IdentityText.Compact(TextRules.Line(number));
}
