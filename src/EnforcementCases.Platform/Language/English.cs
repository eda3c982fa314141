using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Language;

/// <summary>The program's own words in English. The Chinese text is the key, in one table per kind under <c>Data</c>; a finished sentence is recognised by its
/// fixed parts, so that also what was stored in Chinese can be given in English. A term of law is followed by its Chinese. What has no English stays as it is: names and facts
/// that people entered, the texts of the law.</summary>
internal static class English
{
    /// <summary>The table whose terms keep their Chinese beside them.</summary>
    public const string LawTerms = "law-terms";

    private const string Prefix = "EnforcementCases.Platform.Language.Data.en.";

    /// <summary>How deep values may hold sentences that hold values.</summary>
    private const int Deepest = 6;

    private static readonly Lazy<Words> Known = new(Load);

    /// <summary>Every table by name, <c>errors</c>, with its keys.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables => Known.Value.Tables;

    /// <summary>The text in English; the text itself if it has none.</summary>
    public static string Of(string chinese) => Try(chinese, 0) ?? chinese;

    /// <summary>The English word alone, without the Chinese beside it.</summary>
    public static string Word(string chinese) => Known.Value.Exact.GetValueOrDefault(chinese)?.English ?? chinese;

    /// <summary>The sentence in English, by its template; recognised by its finished text if the template is in no table.</summary>
    public static string Of(Sentence sentence) =>
        sentence.Arguments.Count > 0 && Known.Value.Templates.TryGetValue(sentence.Template, out var phrase)
            ? phrase.Fill([.. sentence.Arguments.Select(Of)])
            : Of(sentence.Text);

    /// <summary>The text in the language of the request that is being answered.</summary>
    public static string Current(string chinese) => In(AnswerLanguages.Current, chinese);

    /// <inheritdoc cref="Current(string)"/>
    public static string Current(Sentence sentence) => AnswerLanguages.Current is AnswerLanguage.English ? Of(sentence) : sentence.Text;

    /// <inheritdoc cref="Current(string)"/>
    public static string In(AnswerLanguage language, string chinese) => language is AnswerLanguage.English ? Of(chinese) : chinese;

    /// <summary>The text in English; null if it has none.</summary>
    private static string? Try(string text, int depth)
    {
        if (!ChineseText.IsIn(text))
            return text;
        if (depth > Deepest)
            return null;
        var words = Known.Value;
        if (words.Exact.TryGetValue(text, out var exact))
            return exact.IsLawTerm && !text.StartsWith('《') ? $"{exact.English} ({text})" : Cite(text) ?? exact.English;
        return Cite(text)
            ?? Say(words.LongSentences, text, depth)
            ?? List(text, '；', "; ", depth)
            ?? Say(words.Sentences, text, depth)
            ?? Ending(words, text, depth)
            ?? List(text, '、', ", ", depth)
            ?? List(text, ' ', " ", depth)
            ?? Stopped(text, depth)
            ?? Joined(words, text, depth);
    }

    private static string? Cite(string text) => Citation.Say(text, name => Known.Value.Exact.GetValueOrDefault(name)?.English);

    private static string? Say(Phrase[] phrases, string text, int depth) => Say(phrases, text, value => Try(value, depth + 1) ?? value);

    private static string? Say(Phrase[] phrases, string text, Func<string, string> value)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Say(text, value) is { } said)
                return said;
        }
        return null;
    }

    /// <summary>A sentence of ours to which a full stop was added.</summary>
    private static string? Stopped(string text, int depth) =>
        text.EndsWith('。') && Try(text[..^1], depth + 1) is { } said ? $"{said}." : null;

    /// <summary>Values with only punctuation between them. Sentences that people entered have punctuation too: they stay as they are if no part of them is in a table.</summary>
    private static string? Joined(Words words, string text, int depth)
    {
        var (ours, theirs) = (false, false);
        var said = Say(words.Punctuation, text, Value);
        return ours || !theirs ? said : null;

        string Value(string part)
        {
            var english = Try(part, depth + 1);
            ours |= english is not null && english != part;
            theirs |= english is null;
            return english ?? part;
        }
    }

    /// <summary>Several texts one after the other, if each has English.</summary>
    private static string? List(string text, char comma, string between, int depth)
    {
        var items = text.Split(comma);
        if (items.Length == 1)
            return null;
        var said = new string[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Length == 0 || Try(items[i], depth + 1) is not { } item)
                return null;
            said[i] = item;
        }
        return string.Join(between, said);
    }

    /// <summary>A text with an ending, <c>罚款 500 元</c>, <c>警告，没有规定罚款</c>.</summary>
    private static string? Ending(Words words, string text, int depth)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (!Words.BeginsEnding(text[at]))
                continue;
            var ending = text[at..];
            var said = words.Exact.GetValueOrDefault(ending)?.English ?? Say(words.Endings, ending, depth);
            if (said is not null && Try(text[..at], depth + 1) is { } before)
                return before + said;
        }
        return null;
    }

    private static Words Load()
    {
        var tables = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            tables.Add(name[Prefix.Length..^".json".Length], JsonSerializer.Deserialize<Dictionary<string, string>>(file)!);
        }
        return new(tables);
    }

    private sealed record Entry(string English, bool IsLawTerm);

    private sealed class Words
    {
        public Words(Dictionary<string, IReadOnlyDictionary<string, string>> tables)
        {
            Tables = tables;
            Exact = tables
                .SelectMany(t => t.Value.Select(w => (w.Key, Entry: new Entry(w.Value, t.Key == LawTerms))))
                .Where(w => !Phrase.HasPlaces(w.Key))
                .ToFrozenDictionary(w => w.Key, w => w.Entry, StringComparer.Ordinal);
            var phrases = tables
                .Values.SelectMany(t => t)
                .Where(w => Phrase.HasPlaces(w.Key))
                .Select(w => new Phrase(w.Key, w.Value))
                .OrderByDescending(p => p.Fixed)
                .ToList();
            Templates = phrases.ToFrozenDictionary(p => p.Template, StringComparer.Ordinal);
            Endings = [.. phrases.Where(p => p.First is { } first && BeginsEnding(first))];
            LongSentences = [.. phrases.Where(p => p.IsInParts && p.Chinese > 0)];
            Sentences = [.. phrases.Where(p => p.Chinese > 0).Except(Endings).Except(LongSentences)];
            Punctuation = [.. phrases.Where(p => p.Chinese == 0).Except(Endings).Except(LongSentences)];
        }

        public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables { get; }

        public FrozenDictionary<string, Entry> Exact { get; }

        public FrozenDictionary<string, Phrase> Templates { get; }

        /// <summary>With a semicolon of their own: looked for before a text is taken apart at its semicolons.</summary>
        public Phrase[] LongSentences { get; }

        public Phrase[] Sentences { get; }

        public Phrase[] Endings { get; }

        public Phrase[] Punctuation { get; }

        public static bool BeginsEnding(char c) => c is '，' or '（' or ' ';
    }
}
