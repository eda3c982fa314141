namespace EnforcementCases.Pdf.Layout;

/// <summary>Width of a column: fixed in points, or a share of the remaining width.</summary>
/// <param name="Points">Fixed width; 0 for a share.</param>
/// <param name="Parts">Share of the remaining width; 0 for a fixed width.</param>
public readonly record struct Column(double Points, double Parts)
{
    /// <summary>A column of fixed width.</summary>
    public static Column Fixed(double points) => new(points, 0);

    /// <summary>A column that takes a share of the remaining width.</summary>
    public static Column Share(double parts = 1) => new(0, parts);
}

/// <summary>Vertical alignment of the content of a cell in a higher row.</summary>
public enum VerticalAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Middle,
}

/// <summary>A cell of a table.</summary>
/// <param name="Content">Its blocks, one below the other.</param>
public sealed record Cell(params IReadOnlyList<Block> Content)
{
    /// <summary>Number of columns it covers.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Number of rows it covers; the rows below omit it.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Vertical alignment of the content in a higher row.</summary>
    public VerticalAlignment VerticalAlignment { get; init; } = VerticalAlignment.Middle;

    /// <summary>Background; default: none.</summary>
    public Color? Background { get; init; }

    /// <summary>A cell with one block.</summary>
    public static implicit operator Cell(Block block) => new([block]);
}

/// <summary>A table. Rows are not split if a page can hold them; the header rows are repeated on each page.</summary>
public sealed class Table(params IReadOnlyList<Column> columns) : Block
{
    private readonly List<Cell[]> rows = [];

    /// <summary>Number of leading rows that are repeated on each page.</summary>
    public int HeaderRows { get; init; }

    /// <summary>Thickness of the grid; 0 for a table without lines.</summary>
    public double Border { get; init; } = 0.5;

    /// <summary>Space between grid and content, left and right.</summary>
    public double HorizontalPadding { get; init; } = 4;

    /// <summary>Space between grid and content, above and below.</summary>
    public double VerticalPadding { get; init; } = 3;

    /// <summary>Appends a row.</summary>
    public Table Row(params Cell[] cells)
    {
        rows.Add(cells);
        return this;
    }

    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var grid = new TableGrid(this, columns, rows, context, width);
        var header = grid.Slices(0, HeaderRows, context.PageHeight, []);
        foreach (var slice in header)
            slice.KeepWithNext = true;
        var most = context.PageHeight - header.Sum(h => h.Height);
        var body = grid.Slices(HeaderRows, rows.Count, most > 0 ? most : context.PageHeight, header);
        if (body.Count == 0 && header.Count > 0)
            header[^1].KeepWithNext = false;
        return header.Concat(body);
    }
}

/// <summary>The cells of a table at their places, laid out.</summary>
internal sealed class TableGrid
{
    private readonly Table table;
    private readonly double[] edges;
    private readonly List<Placed> cells = [];
    private readonly int rowCount;

    public TableGrid(Table table, IReadOnlyList<Column> columns, List<Cell[]> rows, LayoutContext context, double width)
    {
        this.table = table;
        rowCount = rows.Count;
        edges = Edges(columns, width);
        var coveredUntil = new int[columns.Count]; // row from which the column is free again
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (column < columns.Count && coveredUntil[column] > row)
                    column++;
                if (cell.Columns < 1 || cell.Rows < 1 || column + cell.Columns > columns.Count)
                    throw new InvalidOperationException($"Row {row} has more cells than the table has columns.");
                var inside = edges[column + cell.Columns] - edges[column] - 2 * table.HorizontalPadding;
                var slices = cell.Content.SelectMany(b => b.Lay(context, inside)).ToList();
                cells.Add(new(cell, row, column, Math.Min(cell.Rows, rows.Count - row), slices));
                for (var i = 0; i < cell.Columns; i++)
                    coveredUntil[column++] = row + cell.Rows;
            }
        }
    }

    private sealed record Placed(Cell Cell, int Row, int Column, int Rows, List<Slice> Slices)
    {
        public double ContentHeight => Slices.Sum(s => s.Height);
    }

    /// <summary>The rows as slices; rows that share a cell are one slice.</summary>
    public List<Slice> Slices(int from, int to, double most, IReadOnlyList<Slice> header)
    {
        var slices = new List<Slice>();
        for (var row = from; row < to; )
        {
            var end = row + 1;
            for (var i = row; i < end; i++)
                end = Math.Max(end, cells.Where(c => c.Row == i).Select(c => c.Row + c.Rows).DefaultIfEmpty(end).Max());
            var heights = Heights(row, end);
            if (heights.Sum() <= most)
                slices.Add(Strip(cells.FindAll(c => c.Row >= row && c.Row < end), row, heights, header));
            else
                for (var i = row; i < end; i++)
                    slices.AddRange(CutRow(i, most, header));
            row = end;
        }
        return slices;
    }

    private double[] Heights(int from, int to)
    {
        var heights = new double[to - from];
        foreach (var cell in cells.Where(c => c.Row >= from && c.Row < to).OrderBy(c => c.Rows))
        {
            var covered = heights.AsSpan(cell.Row - from, Math.Min(cell.Rows, to - cell.Row));
            var missing = cell.ContentHeight + 2 * table.VerticalPadding;
            foreach (var height in covered)
                missing -= height;
            if (missing > 0)
                covered[^1] += missing;
        }
        return heights;
    }

    private Slice Strip(List<Placed> placed, int firstRow, double[] heights, IReadOnlyList<Slice> header)
    {
        var tops = new double[heights.Length + 1];
        for (var i = 0; i < heights.Length; i++)
            tops[i + 1] = tops[i] + heights[i];
        return new(
            tops[^1],
            (canvas, x, y) =>
            {
                foreach (var cell in placed)
                {
                    var top = tops[cell.Row - firstRow];
                    var bottom = tops[Math.Min(cell.Row - firstRow + cell.Rows, heights.Length)];
                    Draw(canvas, cell, x, y + top, bottom - top);
                }
            }
        )
        {
            RepeatedAbove = header,
        };
    }

    /// <summary>A row higher than a page becomes several, each with as much of every cell as fits.</summary>
    private IEnumerable<Slice> CutRow(int row, double most, IReadOnlyList<Slice> header)
    {
        var rest = cells.FindAll(c => c.Row == row).ConvertAll(c => c with { Rows = 1, Slices = [.. c.Slices] });
        while (rest.Exists(c => c.Slices.Count > 0))
        {
            var part = new List<Placed>();
            foreach (var cell in rest)
            {
                var room = most - 2 * table.VerticalPadding;
                var taken = 0;
                while (taken < cell.Slices.Count && (taken == 0 || cell.Slices[taken].Height <= room))
                    room -= cell.Slices[taken++].Height;
                part.Add(cell with { Slices = cell.Slices.GetRange(0, taken) });
                cell.Slices.RemoveRange(0, taken);
            }
            yield return Strip(part, row, [part.Max(c => c.ContentHeight) + 2 * table.VerticalPadding], header);
        }
    }

    private void Draw(Canvas canvas, Placed placed, double x, double y, double height)
    {
        var (left, right) = (x + edges[placed.Column], x + edges[placed.Column + placed.Cell.Columns]);
        if (placed.Cell.Background is { } background)
            canvas.Fill(left, y, right - left, height, background);
        if (table.Border > 0)
            canvas.Rectangle(left, y, right - left, height, table.Border);
        var spare = height - placed.ContentHeight - 2 * table.VerticalPadding;
        var at = y + table.VerticalPadding + (placed.Cell.VerticalAlignment == VerticalAlignment.Middle ? Math.Max(0, spare / 2) : 0);
        foreach (var slice in placed.Slices)
        {
            slice.Draw?.Invoke(canvas, left + table.HorizontalPadding, at);
            at += slice.Height;
        }
    }

    private static double[] Edges(IReadOnlyList<Column> columns, double width)
    {
        var rest = Math.Max(0, width - columns.Sum(c => c.Points));
        var parts = columns.Sum(c => c.Parts);
        var positions = new double[columns.Count + 1];
        for (var i = 0; i < columns.Count; i++)
            positions[i + 1] = positions[i] + (columns[i].Parts > 0 ? rest * columns[i].Parts / parts : columns[i].Points);
        return positions;
    }
}
