using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>Finds the heading (表头) of an uploaded table: the first line that has all required columns.</summary>
internal static class SheetHeading
{
    /// <summary>How many lines a title and its remarks above the heading may take.</summary>
    public const int MaxLinesAbove = 20;

    public static readonly DomainError Doubled = new("sheet.heading-doubled", null, ErrorKind.Unacceptable, "表头有重复的列");

    /// <summary>The place of the heading among the lines; -1 if no line has all required columns.</summary>
    /// <exception cref="DomainException"><see cref="Doubled"/>.</exception>
    public static int Find(IReadOnlyList<SheetCell[]> lines, IReadOnlyCollection<string> required)
    {
        for (var place = 0; place < Math.Min(lines.Count, MaxLinesAbove + 1); place++)
        {
            var names = Names(lines[place]);
            if (!required.All(names.Contains))
                continue;
            if (names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Doubled.With($"第 {place + 1} 行有 {twice.Count()} 列“{twice.Key}”", "删除或者改名多余的列，每一列只出现一次");
            return place;
        }
        return -1;
    }

    /// <summary>The names of the columns, blanks within them left out.</summary>
    public static List<string> Names(SheetCell[] line) =>
        [.. line.Select(c => string.Concat(c.Text.TrimStart('\uFEFF').Where(x => !char.IsWhiteSpace(x))))];
}
