using System.Text;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Masks a text before publication (公示前的隐去): numbers, plates, home addresses and names of natural persons are hidden, also where they are spaced, in full-width
/// characters or in Chinese numerals. What may be a name or an address is listed for the clerk and stops publication. 个人信息保护法 第二十八条、第三十四条.</summary>
[StatutoryRule("PUB-PRIV")]
public static class TextMask
{
    /// <summary>Masks a text.</summary>
    public static MaskedText Apply(string text, MaskContext context)
    {
        var compact = CompactText.Of(text);
        var found = WithoutOverlap(SensitivePlaces.In(compact, context));
        var (masked, findings, at) = (new StringBuilder(text.Length), new List<MaskFinding>(), 0);
        foreach (var place in found)
        {
            var (start, end) = compact.PlaceOf(place.Start, place.Length);
            var key = MaskContext.KeyOf(place.Kind, compact.Text.Substring(place.Start, place.Length));
            var shown = place.MayBeShown && context.Show.Contains(key, StringComparer.Ordinal);
            var hidden = !shown && (!place.IsDoubt || context.Hide.Contains(key, StringComparer.Ordinal));
            findings.Add(new(place.Kind, key, text[start..end], hidden, !shown && !hidden, place.MayBeShown));
            masked.Append(text, at, start - at).Append(hidden ? place.Instead : text[start..end]);
            at = end;
        }
        return new(masked.Append(text, at, text.Length - at).ToString(), findings);
    }

    /// <summary>What a masked text still shows that it must not; empty if it may be published.</summary>
    /// <param name="masked">A masked text.</param>
    /// <param name="context">What it was masked by.</param>
    public static IReadOnlyList<MaskFinding> LeaksIn(string masked, MaskContext context) =>
        [.. Apply(masked, context).Findings.Where(f => f.IsHidden || f.IsOpen)];

    /// <summary>Of places that overlap, the one that begins first counts, and of these the longest; what is surely hidden counts before what is in doubt.</summary>
    private static List<SensitivePlace> WithoutOverlap(IEnumerable<SensitivePlace> places)
    {
        var kept = new List<SensitivePlace>();
        foreach (var place in places.OrderBy(p => p.IsDoubt).ThenBy(p => p.Start).ThenByDescending(p => p.Length))
        {
            if (!kept.Exists(k => k.Start < place.Start + place.Length && place.Start < k.Start + k.Length))
                kept.Add(place);
        }
        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }
}
