using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>In which language names are shown where there are both; what is recorded is always in Chinese, as it is published.</summary>
internal enum ChartLanguage
{
    Chinese,
    English,
}

internal static class ChartLanguages
{
    /// <summary>What an <c>Accept-Language</c> header asks for; Chinese where it says nothing of English.</summary>
    public static ChartLanguage Of(string? header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header ?? ""], out var asked))
            return ChartLanguage.Chinese;
        return Weight(asked, "en") > Weight(asked, "zh") ? ChartLanguage.English : ChartLanguage.Chinese;
    }

    private static double Weight(IList<StringWithQualityHeaderValue> asked, string language) =>
        asked
            .Where(a => a.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}
