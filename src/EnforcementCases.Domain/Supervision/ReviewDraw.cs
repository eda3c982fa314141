using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Domain.Supervision;

/// <summary>Drawing of the files that are reviewed (抽取案卷). Anyone who knows the seed and the files can repeat the draw.</summary>
public static class ReviewDraw
{
    /// <summary>Files at random: those whose SHA-256 of <c>seed:id</c> (UTF-8, id in small letters with hyphens) comes first, in hex order. The order in which the files are
    /// handed in and repeated ids make no difference.</summary>
    public static IReadOnlyList<Guid> AtRandom(string seed, IEnumerable<Guid> files, int count) =>
        [
            .. files
                .Distinct()
                .OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id:D}"))), StringComparer.Ordinal)
                .Take(count),
        ];
}
