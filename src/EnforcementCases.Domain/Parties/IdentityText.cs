using System.Text;

namespace EnforcementCases.Domain.Parties;

/// <summary>Brings numbers of documents (证件号码) into one spelling, so that one person keeps one number.</summary>
/// <remarks><c>Normalize(FormKC)</c> does nothing under InvariantGlobalization; this is what to use for passports and permits too.</remarks>
public static class IdentityText
{
    /// <summary>Full-width letters and digits to ASCII, upper case, blanks and dashes away.</summary>
    public static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c; // U+FF01..FF5E stand for U+0021..007E
            if (!char.IsWhiteSpace(plain) && plain is not ('-' or '‐' or '‑' or '‒' or '–' or '—' or '−'))
                compact.Append(char.ToUpperInvariant(plain));
        }
        return compact.ToString();
    }
}
