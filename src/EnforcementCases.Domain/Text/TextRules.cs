using System.Globalization;
using System.Text;

namespace EnforcementCases.Domain.Text;

/// <summary>Rules for text in a case: no invisible or direction-changing characters, one spelling per word, so that one person does not become two.</summary>
public static class TextRules
{
    /// <summary>A character that cannot be seen or that changes how others are shown.</summary>
    public static readonly DomainError ForbiddenCharacter = new(
        "text.forbidden-character",
        null,
        ErrorKind.Unacceptable,
        "文字中含有控制符、不可见字符或者改变书写方向的字符"
    );

    /// <summary>A character with another canonical spelling (NFC): a compatibility ideograph, or a letter with a loose accent.</summary>
    public static readonly DomainError NotNormalised = new(
        "text.not-normalised",
        null,
        ErrorKind.Unacceptable,
        "文字中含有非标准编码的字符"
    );

    /// <summary>Names, places, numbers: one line, trimmed.</summary>
    /// <exception cref="DomainException"><see cref="ForbiddenCharacter"/> or <see cref="NotNormalised"/>.</exception>
    public static string Line(string text) => Radicals.ToIdeographs(Check(text, lines: false)).Trim();

    /// <summary>Facts and statements: several lines are allowed, line ends become <c>\n</c>.</summary>
    /// <exception cref="DomainException"><see cref="ForbiddenCharacter"/> or <see cref="NotNormalised"/>.</exception>
    public static string Paragraphs(string text) =>
        Radicals.ToIdeographs(Check(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), lines: true)).Trim();

    /// <summary>A name of a person or an organisation (姓名、名称): one line, no blanks beside Chinese characters, one sign for the middle dot (阿卜杜拉·买买提), full-width
    /// brackets in a Chinese name (某某（天津）有限公司). Entry, search, filter and import go through it, so that one name has one spelling.</summary>
    /// <exception cref="DomainException"><see cref="ForbiddenCharacter"/> or <see cref="NotNormalised"/>.</exception>
    public static string Name(string text)
    {
        var name = new StringBuilder();
        var line = Line(text);
        var isChinese = line.Any(c => !IsLatin(c));
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsWhiteSpace(c))
            {
                if (IsLatin(line[i - 1]) && NextSeen(line, i) is { } next && IsLatin(next) && name[^1] != ' ')
                    name.Append(' ');
            }
            else
            {
                name.Append(
                    Dots.Contains(c, StringComparison.Ordinal) || (c is '.' or '．' && IsBetweenIdeographs(line, i)) ? '·'
                    : isChinese && OpeningBrackets.Contains(c, StringComparison.Ordinal) ? '（'
                    : isChinese && ClosingBrackets.Contains(c, StringComparison.Ordinal) ? '）'
                    : c
                );
            }
        }
        return name.ToString();
    }

    /// <summary>Signs that are typed for the middle dot between the parts of a name.</summary>
    private const string Dots = "·•・‧∙･⋅․᛫⸱";

    private const string OpeningBrackets = "(（﹙〔[［【";
    private const string ClosingBrackets = ")）﹚〕]］】";

    private static bool IsBetweenIdeographs(string line, int at) =>
        at > 0 && at < line.Length - 1 && IsIdeograph(line[at - 1]) && IsIdeograph(line[at + 1]);

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(c);

    private static bool IsLatin(char c) => c < 0x0250;

    private static char? NextSeen(string line, int from) => line.Skip(from).Cast<char?>().FirstOrDefault(c => !char.IsWhiteSpace(c!.Value));

    private static string Check(string text, bool lines)
    {
        for (var i = 0; i < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                throw ForbiddenCharacter.With($"第 {i + 1} 个字符不完整");
            if (!(lines && rune.Value == '\n') && IsForbidden(rune))
                throw ForbiddenCharacter.With($"第 {i + 1} 个字符 U+{rune.Value:X4} 不允许使用");
            if (!UnicodeNfc.MayStand(rune))
                throw NotNormalised.With($"第 {i + 1} 个字符 U+{rune.Value:X4} 请改用标准字符", "请用输入法重新录入该字");
            i += rune.Utf16SequenceLength;
        }
        return text.IsNormalized() ? text : throw NotNormalised.With("文字中的附加符号次序不合标准", "请用输入法重新录入");
    }

    /// <summary>Controls, formats (zero-width signs, bidi overrides, tags), line and paragraph separators, fillers, variation selectors, noncharacters.</summary>
    private static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F) or (>= 0xE0000 and <= 0xE0FFF)
        || rune.Value is (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
