using System.Numerics;

namespace EnforcementCases.Transparency;

/// <summary>Checks the proofs of RFC 6962, by the algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2.</summary>
public static class TreeProof
{
    /// <summary>Whether a leaf is at a position of the tree with this root.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="proof">The hashes on the way to the root, from the leaf upwards.</param>
    public static bool Includes(long index, long size, byte[] leafHash, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (at, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0 || sibling.Length != TreeHash.Length)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                hash = TreeHash.Node(sibling, hash);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                hash = TreeHash.Node(hash, sibling);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the larger tree begins with the leaves of the smaller one, unchanged.</summary>
    /// <param name="proof">The proof; empty if the sizes are equal or the smaller tree has no leaves.</param>
    public static bool Extends(long smaller, byte[] smallerRoot, long larger, byte[] largerRoot, IReadOnlyList<byte[]> proof)
    {
        if (smaller < 0 || smaller > larger)
            return false;
        if (smaller == larger)
            return proof.Count == 0 && smallerRoot.AsSpan().SequenceEqual(largerRoot);
        if (smaller == 0)
            return proof.Count == 0 && smallerRoot.AsSpan().SequenceEqual(TreeHash.Empty());
        if (proof.Any(hash => hash.Length != TreeHash.Length))
            return false;
        IReadOnlyList<byte[]> path = BitOperations.IsPow2(smaller) ? [smallerRoot, .. proof] : proof;
        if (path.Count == 0)
            return false;
        var (at, last) = (smaller - 1, larger - 1);
        while ((at & 1) == 1)
            (at, last) = (at >> 1, last >> 1);
        var (before, after) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                (before, after) = (TreeHash.Node(sibling, before), TreeHash.Node(sibling, after));
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                after = TreeHash.Node(after, sibling);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && before.AsSpan().SequenceEqual(smallerRoot) && after.AsSpan().SequenceEqual(largerRoot);
    }
}
