namespace EnforcementCases.Domain.Penalties;

/// <summary>Where the offence was committed (违法地点).</summary>
/// <param name="Text">As printed.</param>
/// <param name="DivisionCode">Division code of the place (行政区划代码).</param>
/// <param name="Longitude">Decimal degrees as text; null if the device had no fix.</param>
/// <param name="Latitude">Decimal degrees as text; null if the device had no fix.</param>
/// <param name="Datum">Datum of the coordinates, <c>WGS84</c>, <c>CGCS2000</c>, <c>GCJ-02</c>; null without coordinates.</param>
public sealed record OffencePlace(string Text, string DivisionCode, string? Longitude = null, string? Latitude = null, string? Datum = null)
{
    /// <summary>Whether another entry may name the same place: one division lies in the other, and one text contains the other, spaces and punctuation aside.</summary>
    internal bool MayBe(OffencePlace other)
    {
        var (here, there) = (Bare(Text), Bare(other.Text));
        return (
                DivisionCode.StartsWith(other.DivisionCode, StringComparison.Ordinal)
                || other.DivisionCode.StartsWith(DivisionCode, StringComparison.Ordinal)
            ) && (here.Contains(there, StringComparison.Ordinal) || there.Contains(here, StringComparison.Ordinal));
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
