using System.Numerics;

namespace EnforcementCases.Transparency;

/// <summary>Where the tiles of a tree are kept.</summary>
public interface ITileSource
{
    /// <summary>The hashes of a tile, one after the other.</summary>
    /// <exception cref="InvalidDataException">The tile is not there, or is incomplete.</exception>
    Task<byte[]> ReadAsync(Tile tile, CancellationToken ct);
}

/// <summary>Makes the proofs of a tree from its tiles; each tile is read once.</summary>
/// <param name="size">Number of leaves of the tree.</param>
public sealed class TreeReader(ITileSource tiles, long size)
{
    private readonly Dictionary<(int Level, long Index), byte[]> read = [];

    /// <summary>The root of the tree.</summary>
    public Task<byte[]> RootAsync(CancellationToken ct) => size == 0 ? Task.FromResult(TreeHash.Empty()) : RangeAsync(0, size, ct);

    /// <summary>The hashes from a leaf to the root.</summary>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long index, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<byte[]>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + LargestBelow(to - from);
            var left = index < middle;
            proof.Add(left ? await RangeAsync(middle, to, ct) : await RangeAsync(from, middle, ct));
            (from, to) = left ? (from, middle) : (middle, to);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that the tree begins with the leaves of a smaller one.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long smaller, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(smaller, size);
        if (smaller == 0 || smaller == size)
            return [];
        var proof = new List<byte[]>();
        var (from, to, whole) = (0L, size, true);
        while (smaller != to)
        {
            var middle = from + LargestBelow(to - from);
            var left = smaller <= middle;
            proof.Add(left ? await RangeAsync(middle, to, ct) : await RangeAsync(from, middle, ct));
            (from, to, whole) = left ? (from, middle, whole) : (middle, to, false);
        }
        if (!whole)
            proof.Add(await RangeAsync(from, to, ct));
        proof.Reverse();
        return proof;
    }

    /// <summary>The largest power of two below a number.</summary>
    private static long LargestBelow(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private async Task<byte[]> RangeAsync(long from, long to, CancellationToken ct)
    {
        if (BitOperations.IsPow2(to - from))
            return await SubtreeAsync(BitOperations.Log2((ulong)(to - from)), from, ct);
        var middle = from + LargestBelow(to - from);
        var (left, right) = (await RangeAsync(from, middle, ct), await RangeAsync(middle, to, ct));
        return TreeHash.Node(left, right);
    }

    /// <summary>The root of the complete subtree of a height that begins with a leaf.</summary>
    private async Task<byte[]> SubtreeAsync(int height, long leaf, CancellationToken ct)
    {
        var level = height / Tile.Height;
        var first = leaf >> (Tile.Height * level);
        var hashes = await TileAsync(level, first / Tile.FullWidth, ct);
        var count = 1 << (height % Tile.Height);
        return TreeHash.RootOf(hashes.AsSpan((int)(first % Tile.FullWidth) * TreeHash.Length, count * TreeHash.Length));
    }

    private async Task<byte[]> TileAsync(int level, long index, CancellationToken ct)
    {
        if (read.TryGetValue((level, index), out var known))
            return known;
        var width = (int)Math.Min(Tile.FullWidth, Tile.HashesOf(level, size) - (index << Tile.Height));
        var hashes = await tiles.ReadAsync(new(level, index, width), ct);
        if (hashes.Length != width * TreeHash.Length)
            throw new InvalidDataException($"Tile {level}/{index} has {hashes.Length} bytes instead of {width * TreeHash.Length}.");
        return read[(level, index)] = hashes;
    }
}
