using System.Numerics;

namespace EnforcementCases.Transparency;

/// <summary>A tree of which only the roots of its complete subtrees are kept, the largest first: enough to append leaves and to compute its root.</summary>
public sealed class TreeFrontier
{
    private readonly List<byte[]> subtrees;

    private TreeFrontier(long size, List<byte[]> subtrees) => (Size, this.subtrees) = (size, subtrees);

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>A tree without leaves.</summary>
    public static TreeFrontier Empty() => new(0, []);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The number of subtrees is not that of a tree of this size.</exception>
    public static TreeFrontier Read(long size, ReadOnlySpan<byte> stored)
    {
        if (size < 0 || stored.Length != BitOperations.PopCount((ulong)size) * TreeHash.Length)
            throw new InvalidDataException($"The stored frontier is not that of a tree of {size} leaves.");
        var roots = new List<byte[]>();
        for (var at = 0; at < stored.Length; at += TreeHash.Length)
            roots.Add(stored.Slice(at, TreeHash.Length).ToArray());
        return new(size, roots);
    }

    /// <summary>Adds a leaf at the end.</summary>
    public void Append(byte[] leafHash)
    {
        var hash = leafHash;
        for (var rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            hash = TreeHash.Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }
        subtrees.Add(hash);
        Size++;
    }

    /// <summary>The root of the tree.</summary>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
            return TreeHash.Empty();
        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
            root = TreeHash.Node(subtrees[i], root);
        return root;
    }

    /// <summary>The subtrees' roots, one after the other.</summary>
    public byte[] Write() => [.. subtrees.SelectMany(s => s)];
}
