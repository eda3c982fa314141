using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>How much of an uploaded table is read: a cell costs memory whether it is empty or not, and a file of a few bytes can name millions of them.</summary>
internal static class SheetLimits
{
    /// <summary>Highest number of columns; itself allowed.</summary>
    public const int MaxColumns = 60;

    /// <summary>Highest number of rows times columns, of all sheets together; itself allowed.</summary>
    public const int MaxCells = 600_000;

    public static readonly DomainError TooManyCells = new(
        "sheet.too-many-cells",
        null,
        ErrorKind.TooLarge,
        "表格不得超过 60 列、60 万个单元格（行数乘以列数）"
    );

    /// <summary>Refuses a row or column beyond the limits as soon as it is met.</summary>
    /// <param name="rows">Rows so far, from the first on.</param>
    /// <param name="columns">Columns of the widest row so far.</param>
    /// <param name="before">Cells of the sheets before.</param>
    /// <exception cref="DomainException"><see cref="TooManyCells"/>.</exception>
    public static void Ensure(long rows, long columns, long before = 0)
    {
        if (columns > MaxColumns)
            throw TooManyCells.With($"第 {rows} 行有 {columns} 列以上，最多 {MaxColumns} 列", "请删除多余的列后重新上传");
        if (before + rows * Math.Max(1, columns) > MaxCells)
            throw TooManyCells.With($"{rows} 行、{columns} 列", "请删除多余的行，或者分几次上传");
    }

    /// <summary>Reads a CSV file up to the first row that is too long, or to its end; keeps nothing of it.</summary>
    /// <remarks>The parser makes an array of a whole row before anybody can look at it.</remarks>
    /// <exception cref="DomainException"><see cref="TooManyCells"/>.</exception>
    public static void EnsureCsv(TextReader text, string delimiter)
    {
        var buffer = new char[4096];
        var (rows, widest, columns, matched, last) = (1L, 1L, 1L, 0, '\0');
        var at = Place.FieldBegins;
        for (int read; (read = text.Read(buffer)) > 0; )
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (at == Place.Quoted || (c == '"' && at != Place.Plain))
                {
                    at = at == Place.Quoted && c == '"' ? Place.QuoteEnds : Place.Quoted; // a doubled quote ends and begins again
                    matched = 0;
                }
                else if (c is '\r' or '\n')
                {
                    if (c == '\r' || last != '\r')
                        rows++;
                    (columns, matched, at) = (1, 0, Place.FieldBegins);
                }
                else
                {
                    matched =
                        c == delimiter[matched] ? matched + 1
                        : c == delimiter[0] ? 1
                        : 0;
                    at = Place.Plain;
                    if (matched == delimiter.Length)
                    {
                        (matched, at) = (0, Place.FieldBegins);
                        widest = Math.Max(widest, ++columns);
                        Ensure(rows, widest);
                    }
                }
                last = c;
            }
            Ensure(rows, widest);
        }
    }

    private enum Place
    {
        FieldBegins,
        Plain,
        Quoted,
        QuoteEnds,
    }
}
