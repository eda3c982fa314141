using System.Text;

namespace EnforcementCases.Domain.Parties;

/// <summary>Normalises numbers of documents (证件号码), so that one person has one number.</summary>
/// <remarks><c>Normalize(FormKC)</c> does nothing under InvariantGlobalization; use this for passports and permits too.</remarks>
public static class IdentityText
{
    /// <summary>Full-width letters and digits to ASCII, upper case, blanks and dashes removed.</summary>
    public static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c; // U+FF01..FF5E correspond to U+0021..007E
            if (!char.IsWhiteSpace(plain) && plain is not ('-' or '‐' or '‑' or '‒' or '–' or '—' or '−'))
                compact.Append(char.ToUpperInvariant(plain));
        }
        return compact.ToString();
    }
}
