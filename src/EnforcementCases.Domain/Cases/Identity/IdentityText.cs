using System.Text;

namespace EnforcementCases.Domain.Cases.Identity;

/// <summary>Brings numbers of documents into one spelling.</summary>
internal static class IdentityText
{
    /// <summary>Full-width letters and digits to ASCII, upper case, blanks and dashes away.</summary>
    internal static string Compact(string text)
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
