using System.Globalization;
using System.Text;

namespace EnforcementCases.Transparency;

/// <summary>A tile: up to 256 hashes of one height of the tree, as in C2SP tlog-tiles.</summary>
/// <param name="Level">0 for leaf hashes; each higher level holds the roots of 256 hashes of the level below.</param>
/// <param name="Index">Position among the tiles of the level, from 0.</param>
/// <param name="Width">Number of hashes, 1 to 256; less than 256 only for the last tile of a level.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Number of hashes of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Bits of the position that a level takes.</summary>
    public const int Height = 8;

    /// <summary>The highest level: a tree has less than 2⁶³ leaves.</summary>
    public const int HighestLevel = 7;

    /// <summary>Number of complete hashes of a level in a tree of a size.</summary>
    public static long HashesOf(int level, long size) => size >> (Height * level);

    /// <summary>Whether a tree of a size has the tile.</summary>
    public bool IsIn(long size)
    {
        var hashes = HashesOf(Level, size);
        return Index <= hashes >> Height && (Index << Height) + Width <= hashes;
    }

    /// <summary>The path below <c>tile/</c>: <c>0/x001/067</c>, partial <c>0/x001/067.p/8</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder(Index.ToString("D3", CultureInfo.InvariantCulture));
            if (path.Length % 3 != 0)
                path.Insert(0, "0", 3 - (path.Length % 3));
            for (var at = path.Length - 3; at > 0; at -= 3)
                path.Insert(at, '/');
            var groups = path.ToString().Split('/');
            var index = string.Join('/', groups.SkipLast(1).Select(g => "x" + g).Append(groups[^1]));
            return Width == FullWidth ? $"{Level}/{index}" : $"{Level}/{index}.p/{Width}";
        }
    }

    /// <summary>Reads a path; null unless it is written exactly as <see cref="Path"/> writes it.</summary>
    public static Tile? Read(string path)
    {
        var parts = path.Split('/');
        if (
            parts.Length < 2
            || parts.Length > 12
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        )
            return null;
        var width = FullWidth;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width))
                return null;
            parts = [.. parts[..^2], parts[^2][..^2]];
        }
        var digits = string.Concat(parts.Skip(1).Select(p => p.TrimStart('x')));
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        if (level > HighestLevel || width is < 1 or > FullWidth || index > long.MaxValue >> Height)
            return null;
        var tile = new Tile(level, index, width);
        return tile.Path == path ? tile : null;
    }
}
