using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace EnforcementCases.Domain.Text;

/// <summary>Characters that cannot occur in NFC text, or not alone (NFC_QC = No and Maybe, Unicode 14; the property is stable).</summary>
/// <remarks>Stricter than <see cref="string.IsNormalized()"/>, which lets a loose accent pass behind a letter that it forms no character with; and it names the character.
/// What no single character shows, the order of several marks, is left to .NET.</remarks>
internal static class UnicodeNfc
{
    private const string Never =
        "340-341 343-344 374 37E 387 958-95F 9DC-9DD 9DF A33 A36 A59-A5B A5E B5C-B5D F43 F4D F52 F57 F5C F69 F73 F75-F76 F78 F81 F93 F9D FA2 FA7 FAC FB9 "
        + "1F71 1F73 1F75 1F77 1F79 1F7B 1F7D 1FBB 1FBE 1FC9 1FCB 1FD3 1FDB 1FE3 1FEB 1FEE-1FEF 1FF9 1FFB 1FFD 2000-2001 2126 212A-212B 2329-232A 2ADC "
        + "F900-FA0D FA10 FA12 FA15-FA1E FA20 FA22 FA25-FA26 FA2A-FA6D FA70-FAD9 FB1D FB1F FB2A-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4E "
        + "1D15E-1D164 1D1BB-1D1C0 2F800-2FA1D";

    private const string OnlyComposed =
        "300-304 306-30C 30F 311 313-314 31B 323-328 32D-32E 330-331 338 342 345 653-655 93C 9BE 9D7 B3E B56-B57 BBE BD7 C56 CC2 CD5-CD6 D3E D57 DCA DCF DDF "
        + "102E 1161-1175 11A8-11C2 1B35 3099-309A 110BA 11127 1133E 11357 114B0 114BA 114BD 115AF 11930";

    private static readonly FrozenSet<int> Refused = Expand(Never).Concat(Expand(OnlyComposed)).ToFrozenSet();

    internal static bool MayStand(Rune rune) => rune.Value < 0x300 || !Refused.Contains(rune.Value);

    private static IEnumerable<int> Expand(string ranges) =>
        ranges
            .Split(' ')
            .Select(r => r.Split('-').Select(h => int.Parse(h, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray())
            .SelectMany(r => Enumerable.Range(r[0], r[^1] - r[0] + 1));
}
