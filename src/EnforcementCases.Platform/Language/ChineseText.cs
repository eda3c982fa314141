namespace EnforcementCases.Platform.Language;

/// <summary>Which characters make a text Chinese.</summary>
internal static class ChineseText
{
    /// <summary>A Chinese character (CJK unified ideographs; the messages use no other block).</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>A Chinese character, or punctuation as it is set between them.</summary>
    public static bool IsChinese(char c) => IsHan(c) || c is (>= '\u3000' and <= '\u303f') or (>= '\uff00' and <= '\uffef') or '“' or '”';

    /// <summary>Whether the text contains Chinese that needs English.</summary>
    public static bool IsIn(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u3000', '\uffef') >= 0 || text.AsSpan().IndexOfAny('“', '”') >= 0;
}
