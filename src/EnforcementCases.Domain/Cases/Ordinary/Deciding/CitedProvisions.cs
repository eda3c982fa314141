using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Provisions in the words of a document.</summary>
public static class CitedProvisions
{
    /// <summary>As printed, one after the other.</summary>
    public static string InWords(IEnumerable<CitedProvision> provisions) =>
        string.Join('、', provisions.Select(p => p.Instrument + p.Article));

    /// <summary>As citations.</summary>
    public static IReadOnlyList<LegalBasis> AsBasis(IEnumerable<CitedProvision> provisions) =>
        [.. provisions.Select(p => new LegalBasis(p.Instrument, p.Article))];
}
