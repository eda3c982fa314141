using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace EnforcementCases.Domain;

/// <summary>A Chinese sentence of the program, with the values in it kept apart from its fixed words, so that it can be given exactly in another language.</summary>
/// <remarks>An interpolated string becomes one where a parameter has this type: <c>error.With($"罚款 {fine} 元，限额 {ceiling} 元")</c> has the template
/// <c>罚款 {0} 元，限额 {1} 元</c> and two arguments. A finished string becomes one without arguments. Values are written in the invariant culture.</remarks>
[InterpolatedStringHandler]
public sealed class Sentence
{
    private readonly List<string> words;
    private readonly List<Sentence> arguments;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">Number of characters of the fixed words.</param>
    /// <param name="formattedCount">Number of values.</param>
    public Sentence(int literalLength, int formattedCount) => (words, arguments) = (new(formattedCount + 1) { "" }, new(formattedCount));

    private Sentence(string text) => (words, arguments) = ([text], []);

    /// <summary>The fixed words, with <c>{0}</c>, <c>{1}</c> … for the values in their order.</summary>
    public string Template => Fill(i => string.Create(CultureInfo.InvariantCulture, $"{{{i}}}"));

    /// <summary>The values in their order, each a sentence itself: most have no arguments.</summary>
    public IReadOnlyList<Sentence> Arguments => arguments;

    /// <summary>The finished sentence in Chinese.</summary>
    public string Text => Fill(i => arguments[i].Text);

    /// <summary>A finished string: a sentence without values.</summary>
    /// <param name="text">The sentence in Chinese.</param>
    public static implicit operator Sentence(string text) => new(text);

    /// <summary>Adds fixed words; called by the compiler.</summary>
    /// <param name="text">The words.</param>
    public void AppendLiteral(string text) => words[^1] += text;

    /// <summary>Adds a value; called by the compiler.</summary>
    /// <param name="value">The value; null is written as empty text.</param>
    /// <param name="format">Its format; null is the default of its type.</param>
    /// <typeparam name="T">Type of the value.</typeparam>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        words.Add("");
        arguments.Add(
            value as Sentence
                ?? new Sentence(
                    value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? ""
                )
        );
    }

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    private string Fill(Func<int, string> value)
    {
        var text = new StringBuilder(words[0]);
        for (var i = 0; i < arguments.Count; i++)
            text.Append(value(i)).Append(words[i + 1]);
        return text.ToString();
    }
}
