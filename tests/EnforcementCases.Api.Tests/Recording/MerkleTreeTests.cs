using EnforcementCases.Transparency;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>The tree of RFC 6962 by its public test vectors, and against the definition for every small size.</summary>
public sealed class MerkleTreeTests
{
    /// <summary>The eight leaves of the reference implementation of Certificate Transparency.</summary>
    private static readonly string[] Leaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(96)]
    [InlineData(-1 + (256 * 32))]
    public void What_is_no_complete_subtree_has_no_root(int bytes) =>
        Should.Throw<InvalidDataException>(() => TreeHash.RootOf(new byte[bytes]));

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_are_those_of_the_reference_implementation(int size, string root)
    {
        var tree = TreeFrontier.Empty();
        foreach (var leaf in Leaves.Take(size))
            tree.Append(TreeHash.Leaf(Convert.FromHexString(leaf)));

        Convert.ToHexStringLower(tree.Root()).ShouldBe(root);
        TreeFrontier.Read(size, tree.Write()).Root().ShouldBe(tree.Root());
    }

    [Theory]
    [InlineData(
        0,
        8,
        "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
        "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
    )]
    [InlineData(
        5,
        8,
        "QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=",
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
    )]
    [InlineData(
        2,
        3,
        "ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=",
        "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
        "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc="
    )]
    public async Task Inclusion_proofs_are_those_of_the_reference_implementation(
        int index,
        int size,
        string leaf,
        string proof,
        string root
    )
    {
        TreeHash.Leaf(Convert.FromHexString(Leaves[index])).ShouldBe(Convert.FromBase64String(leaf));
        Read(proof).ShouldBe(await TreeOf(size).InclusionAsync(index, TestContext.Current.CancellationToken));
        TreeProof.Includes(index, size, Convert.FromBase64String(leaf), Read(proof), Convert.FromBase64String(root)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(
        6,
        8,
        "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
    )]
    [InlineData(
        2,
        5,
        "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
        "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ="
    )]
    [InlineData(
        6,
        7,
        "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw="
    )]
    public async Task Consistency_proofs_are_those_of_the_reference_implementation(
        int from,
        int to,
        string before,
        string proof,
        string after
    )
    {
        Read(proof).ShouldBe(await TreeOf(to).ConsistencyAsync(from, TestContext.Current.CancellationToken));
        TreeProof.Extends(from, Convert.FromBase64String(before), to, Convert.FromBase64String(after), Read(proof)).ShouldBeTrue();
    }

    /// <summary>Every leaf of every size up to 70, and around the sizes at which tiles are full.</summary>
    [Fact]
    public async Task Every_proof_holds_for_what_it_is_about_and_for_nothing_else()
    {
        var ct = TestContext.Current.CancellationToken;
        var hashes = Enumerable.Range(0, 66_000).Select(i => TreeHash.Leaf(BitConverter.GetBytes(i))).ToList();
        foreach (var size in Enumerable.Range(1, 70).Concat([255, 256, 257, 511, 513, 65_536, 65_537, 66_000]))
        {
            var tree = new TreeReader(new Leafy(hashes), size);
            var root = await tree.RootAsync(ct);
            if (size <= 70)
                root.ShouldBe(ByDefinition(hashes, 0, size));
            foreach (var at in size <= 70 ? Enumerable.Range(0, size) : [0, size / 3, size - 1])
            {
                var proof = await tree.InclusionAsync(at, ct);
                TreeProof.Includes(at, size, hashes[at], proof, root).ShouldBeTrue();
                TreeProof.Includes(at, size, hashes[(at + 1) % hashes.Count], proof, root).ShouldBeFalse();
                TreeProof.Includes(at + 1, size, hashes[at], proof, root).ShouldBeFalse();
                TreeProof.Includes(at, size, hashes[at], [.. proof, root], root).ShouldBeFalse();
            }
            foreach (var smaller in size <= 70 ? Enumerable.Range(0, size + 1) : [0, 1, size / 2, size - 1, size])
            {
                var before = await new TreeReader(new Leafy(hashes), smaller).RootAsync(ct);
                var proof = await tree.ConsistencyAsync(smaller, ct);
                TreeProof.Extends(smaller, before, size, root, proof).ShouldBeTrue();
                TreeProof.Extends(smaller, hashes[0][..31].Append((byte)(hashes[0][31] ^ 1)).ToArray(), size, root, proof).ShouldBeFalse();
                TreeProof.Extends(smaller, before, size, root, [.. proof, root]).ShouldBeFalse();
                if (proof.Count > 0)
                    TreeProof.Extends(smaller, before, size, root, [.. proof.Skip(1)]).ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData("0/000", 0, 0, 256)]
    [InlineData("0/x001/067", 0, 1067, 256)]
    [InlineData("1/x001/x234/067.p/8", 1, 1_234_067, 8)]
    [InlineData("7/005.p/255", 7, 5, 255)]
    public void A_tile_has_one_path(string path, int level, long index, int width)
    {
        Tile.Read(path).ShouldBe(new Tile(level, index, width));
        new Tile(level, index, width).Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/0")]
    [InlineData("0/x000/000")]
    [InlineData("0/1067")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/257")]
    [InlineData("8/000")]
    [InlineData("-1/000")]
    [InlineData("0/+01")]
    [InlineData("0/../../keys")]
    [InlineData("0/x999/x999/x999/x999/x999/x999/999")]
    public void No_other_path_is_one(string path) => Tile.Read(path).ShouldBeNull();

    private static byte[] ByDefinition(List<byte[]> hashes, int from, int to)
    {
        if (to - from == 1)
            return hashes[from];
        var half = 1;
        while (half * 2 < to - from)
            half *= 2;
        return TreeHash.Node(ByDefinition(hashes, from, from + half), ByDefinition(hashes, from + half, to));
    }

    private static List<byte[]> Read(string hashes) => [.. hashes.Split(' ').Select(Convert.FromBase64String)];

    private static TreeReader TreeOf(int size) => new(new Leafy([.. Leaves.Select(l => TreeHash.Leaf(Convert.FromHexString(l)))]), size);

    /// <summary>Tiles computed from the leaves.</summary>
    private sealed class Leafy(IReadOnlyList<byte[]> leaves) : ITileSource
    {
        public Task<byte[]> ReadAsync(Tile tile, CancellationToken ct)
        {
            var span = 1 << (Tile.Height * tile.Level);
            var hashes = new List<byte>();
            for (var i = 0; i < tile.Width; i++)
            {
                var first = (int)(((tile.Index << Tile.Height) + i) * span);
                hashes.AddRange(TreeHash.RootOf([.. leaves.Skip(first).Take(span).SelectMany(h => h)]));
            }
            return Task.FromResult(hashes.ToArray());
        }
    }
}
