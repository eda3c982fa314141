using System.Globalization;
using System.Text;

namespace EnforcementCases.Api.Tests.Language;

/// <summary>Reads the Chinese texts out of C# source: plain, verbatim, raw and interpolated literals, also inside each other, and literals joined by <c>+</c> as one text. Comments are passed over.</summary>
internal sealed class SourceTexts
{
    private readonly string file;
    private readonly string source;
    private readonly List<Literal> literals = [];

    private SourceTexts(string file, string source) => (this.file, this.source) = (file, source);

    /// <summary>Every Chinese text of the program's source; what is generated is left out.</summary>
    public static IReadOnlyList<SourceText> OfProgram()
    {
        var root = Path.Combine(Snapshot.Root, "src");
        return
        [
            .. new[]
            {
                "EnforcementCases.Domain",
                "EnforcementCases.Persistence",
                "EnforcementCases.Platform",
                "EnforcementCases.Paper",
                "EnforcementCases.Site",
                "EnforcementCases.Api",
            }
                .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories))
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(f => !f.Name.Contains("/obj/", StringComparison.Ordinal) && !f.Name.Contains("/bin/", StringComparison.Ordinal))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .SelectMany(f => Of(f.Name, File.ReadAllText(f.Path))),
        ];
    }

    public static IReadOnlyList<SourceText> Of(string file, string source)
    {
        var reader = new SourceTexts(file, source);
        reader.ReadCode(0, within: false);
        return [.. reader.Joined().Where(t => t.Key.Any(IsChinese))];
    }

    /// <summary>A Chinese character, or a mark that stands between values in a Chinese sentence.</summary>
    private static bool IsChinese(char c) => c is (>= '\u4e00' and <= '\u9fff') or '：' or '，' or '；' or '（' or '“';

    /// <summary>Reads code from a place; inside an interpolation it ends at the brace or colon that closes it.</summary>
    private int ReadCode(int at, bool within)
    {
        var depth = 0;
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '/' && Next(at) == '/')
                at = EndOfLine(at);
            else if (c == '/' && Next(at) == '*')
                at = source.IndexOf("*/", at + 2, StringComparison.Ordinal) + 2;
            else if (c == '\'')
                at = EndOfCharacter(at);
            else if (BeginsLiteral(at))
                at = ReadLiteral(at);
            else
            {
                if (within && depth == 0 && (c == '}' || (c == ':' && Next(at) != ':' && source[at - 1] != ':')))
                    return at;
                depth +=
                    c is '(' or '[' or '{' ? 1
                    : c is ')' or ']' or '}' ? -1
                    : 0;
                at++;
            }
        }
        return at;
    }

    private bool BeginsLiteral(int at)
    {
        while (at < source.Length && source[at] is '$' or '@')
            at++;
        return at < source.Length && source[at] == '"';
    }

    private int ReadLiteral(int begin)
    {
        var at = begin;
        var (dollars, verbatim) = (0, false);
        for (; source[at] != '"'; at++)
        {
            dollars += source[at] == '$' ? 1 : 0;
            verbatim |= source[at] == '@';
        }
        var quotes = Run(at, '"');
        if (quotes == 2)
            return at + 2;
        var raw = quotes > 2;
        at += quotes;
        var text = new StringBuilder();
        var values = 0;
        while (true)
        {
            var c = source[at];
            if (c == '"' && (raw ? Run(at, '"') >= quotes : !(verbatim && Next(at) == '"')))
                break;
            if (c == '"' && !raw)
                at++; // "" in a verbatim literal
            var braces = c == '{' && dollars > 0 ? Run(at, '{') : 0;
            var opens = raw ? braces >= dollars : braces % 2 == 1;
            if (braces > 0 && opens)
            {
                text.Append('{').Append(values++).Append('}');
                at = ReadCode(at + braces, within: true);
                at = source.IndexOf('}', at) + (raw ? dollars : 1);
                continue;
            }
            if (c == '\\' && !raw && !verbatim)
            {
                text.Append(Escaped(ref at));
                continue;
            }
            text.Append(c);
            at += dollars > 0 && !raw && c is '{' or '}' ? 2 : 1;
        }
        at += quotes;
        literals.Add(new(begin, at, raw ? Unindented(text.ToString()) : text.ToString(), values));
        return at;
    }

    /// <summary>Literals in order, those joined by + as one, with a place for whatever else is joined to them.</summary>
    private IEnumerable<SourceText> Joined()
    {
        var byBegin = literals.ToDictionary(l => l.Begin);
        var taken = new HashSet<int>();
        foreach (var literal in literals.OrderBy(l => l.Begin))
        {
            if (taken.Contains(literal.Begin))
                continue;
            var (text, values, at) = (literal.Text, literal.Values, literal.End);
            while (PlusAfter(at) is { } operand)
            {
                if (byBegin.TryGetValue(operand, out var next))
                {
                    taken.Add(operand);
                    text += Shifted(next, values);
                    values += next.Values;
                    at = next.End;
                }
                else
                {
                    text += $"{{{values++}}}";
                    at = EndOfOperand(operand);
                }
            }
            yield return new(file, source.AsSpan(0, literal.Begin).Count('\n') + 1, text, CodeBefore(literal.Begin));
        }
    }

    private static string Shifted(Literal literal, int by)
    {
        var text = literal.Text;
        for (var i = literal.Values - 1; i >= 0 && by > 0; i--)
            text = text.Replace($"{{{i}}}", $"{{{i + by}}}", StringComparison.Ordinal);
        return text;
    }

    private int? PlusAfter(int at)
    {
        at = AfterSpace(at);
        return at < source.Length && source[at] == '+' && Next(at) is not ('=' or '+') ? AfterSpace(at + 1) : null;
    }

    private int EndOfOperand(int at)
    {
        for (var depth = 0; at < source.Length; at++)
        {
            var c = source[at];
            if (literals.Find(l => l.Begin == at) is { } inside)
                at = inside.End - 1;
            else if (depth == 0 && c is ',' or ';' or '+' or '?' or ':' or ')' or ']' or '}')
                return at;
            else
                depth +=
                    c is '(' or '[' or '{' ? 1
                    : c is ')' or ']' or '}' ? -1
                    : 0;
        }
        return at;
    }

    private string CodeBefore(int at) =>
        string.Join(' ', source[Math.Max(0, at - 200)..at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private int AfterSpace(int at)
    {
        while (at < source.Length && char.IsWhiteSpace(source[at]))
            at++;
        return at;
    }

    private char Escaped(ref int at)
    {
        var c = Next(at);
        at += 2;
        if (c == 'u')
        {
            at += 4;
            return (char)int.Parse(source.AsSpan(at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        return c switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '0' => '\0',
            _ => c,
        };
    }

    /// <summary>A raw literal over several lines, without the indentation of its last line.</summary>
    private static string Unindented(string text)
    {
        var lines = text.Split('\n');
        return lines.Length == 1
            ? text
            : string.Join('\n', lines[1..^1].Select(l => l.Length > lines[^1].Length ? l[lines[^1].Length..] : ""));
    }

    private int EndOfLine(int at) => source.IndexOf('\n', at) is var end and >= 0 ? end : source.Length;

    private int EndOfCharacter(int at) => source.IndexOf('\'', at + (Next(at) == '\\' ? 3 : 2)) + 1;

    private int Run(int at, char c)
    {
        var end = at;
        while (end < source.Length && source[end] == c)
            end++;
        return end - at;
    }

    private char Next(int at) => at + 1 < source.Length ? source[at + 1] : '\0';

    private sealed record Literal(int Begin, int End, string Text, int Values);
}
