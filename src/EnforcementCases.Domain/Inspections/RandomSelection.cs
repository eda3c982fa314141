using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Domain.Inspections;

/// <summary>An object on the list of a draw.</summary>
/// <param name="Id">The object.</param>
/// <param name="Name">Name.</param>
public sealed record DrawObject(Guid Id, string Name);

/// <summary>An officer on the list of a draw.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="CertificateNumber">Number of the certificate.</param>
public sealed record DrawOfficer(Guid Id, string Name, string CertificateNumber);

/// <summary>An officer who is not drawn for an object, because of an interest.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="OfficerId">The officer.</param>
public sealed record DrawExclusion(Guid ObjectId, Guid OfficerId);

/// <summary>The lists from which is drawn, fixed when the draw is announced.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Officers">The officers.</param>
/// <param name="Excluded">Officers who are not drawn for an object.</param>
public sealed record DrawLists(
    IReadOnlyList<DrawObject> Objects,
    IReadOnlyList<DrawOfficer> Officers,
    IReadOnlyList<DrawExclusion> Excluded
);

/// <summary>An object that was drawn, with its officers.</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="OfficerIds">The officers, in the order in which they were drawn.</param>
/// <param name="CheckId">The check that was made of it; null if the object reached its yearly cap after the announcement.</param>
public sealed record DrawnObject(Guid ObjectId, IReadOnlyList<Guid> OfficerIds, Guid? CheckId = null);

/// <summary>The draw itself (双随机抽取): a function of the lists, the secret and the public word, so that anyone repeats it.</summary>
/// <remarks>
/// All texts are UTF-8, all hashes SHA-256 in lower-case hex, all ids lower-case UUIDs.
/// <list type="number">
/// <item>Lists: one line <c>object ID</c> for each object, <c>officer ID</c> for each officer, <c>excluded OBJECT-ID OFFICER-ID</c> for each exclusion; the lines sorted byte by byte and joined by LF.</item>
/// <item>Seed: hash of <c>secret LF word LF hash-of-lists</c>.</item>
/// <item>Objects: each has the hash of <c>seed LF object LF ID</c>; the smallest hashes are drawn, in their order.</item>
/// <item>Officers of a drawn object: each that is not excluded for it has the hash of <c>seed LF officer LF OBJECT-ID LF ID</c>; the smallest are drawn, in their order.</item>
/// </list>
/// </remarks>
public static class RandomSelection
{
    /// <summary>SHA-256 of a text in lower-case hex.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of the lists.</summary>
    public static string HashOf(DrawLists lists) =>
        Hash(
            string.Join(
                '\n',
                lists
                    .Objects.Select(o => $"object {o.Id:D}")
                    .Concat(lists.Officers.Select(o => $"officer {o.Id:D}"))
                    .Concat(lists.Excluded.Select(e => $"excluded {e.ObjectId:D} {e.OfficerId:D}"))
                    .Order(StringComparer.Ordinal)
            )
        );

    /// <summary>The seed.</summary>
    public static string SeedOf(string secret, string word, DrawLists lists) => Hash($"{secret}\n{word}\n{HashOf(lists)}");

    /// <summary>Draws.</summary>
    /// <param name="objects">Number of objects to draw.</param>
    /// <param name="officersEach">Officers for each object.</param>
    public static IReadOnlyList<DrawnObject> Draw(DrawLists lists, string seed, int objects, int officersEach) =>
        [
            .. lists
                .Objects.OrderBy(o => Hash($"{seed}\nobject\n{o.Id:D}"), StringComparer.Ordinal)
                .Take(objects)
                .Select(o => new DrawnObject(
                    o.Id,
                    [
                        .. lists
                            .EligibleFor(o.Id)
                            .OrderBy(p => Hash($"{seed}\nofficer\n{o.Id:D}\n{p.Id:D}"), StringComparer.Ordinal)
                            .Take(officersEach)
                            .Select(p => p.Id),
                    ]
                )),
        ];

    /// <summary>The officers without an interest in an object.</summary>
    internal static IEnumerable<DrawOfficer> EligibleFor(this DrawLists lists, Guid objectId) =>
        lists.Officers.Where(p => !lists.Excluded.Contains(new(objectId, p.Id)));
}
