using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Platform.Language;

/// <summary>In which language an answer is given. What is stored, recorded and printed is always Chinese.</summary>
internal enum AnswerLanguage
{
    Chinese,
    English,
}

/// <summary>The language of the request that is being answered, read once when the request arrives.</summary>
internal static class AnswerLanguages
{
    private static readonly AsyncLocal<AnswerLanguage> Asked = new();

    /// <summary>Language of the answer; Chinese outside a request.</summary>
    public static AnswerLanguage Current
    {
        get => Asked.Value;
        set => Asked.Value = value;
    }

    /// <summary>Its tag (RFC 5646), as in <c>Content-Language</c>.</summary>
    public static string Tag(this AnswerLanguage language) =>
        language switch
        {
            AnswerLanguage.Chinese => "zh-CN",
            AnswerLanguage.English => "en",
        };

    /// <summary>What an <c>Accept-Language</c> header asks for (RFC 9110): English only if its quality value is higher than that of Chinese;
    /// Chinese for a language that is not offered or a header that cannot be read.</summary>
    public static AnswerLanguage Of(string? header)
    {
        if (string.IsNullOrEmpty(header) || !StringWithQualityHeaderValue.TryParseList([header], out var asked))
            return AnswerLanguage.Chinese;
        var others = Weight(asked, "*") ?? 0;
        return (Weight(asked, "en") ?? 0) > (Weight(asked, "zh") ?? others) ? AnswerLanguage.English : AnswerLanguage.Chinese;
    }

    private static double? Weight(IList<StringWithQualityHeaderValue> asked, string language) =>
        asked
            .Where(a =>
                a.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                || (a.Value.Length > 2 && a.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))
            )
            .Max(a => (double?)(a.Quality ?? 1));
}
