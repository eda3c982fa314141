using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A file that an act names.</summary>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="Act">The act.</param>
/// <param name="DoneOn">Legal date of the act.</param>
/// <param name="Place">Position of the act in the file, from 1; 0 for a decision on the spot.</param>
public sealed record NamedFile(string Sha256, CaseAct Act, DateOnly DoneOn, int Place);

/// <summary>Every file that the body of an act names, whatever the act: a member that ends in <c>Sha256</c>. Hashes of what the system itself wrote (a proposal, a matter) are no files.</summary>
public static class FilesInBodies
{
    private const string Suffix = "Sha256";

    private const string Media = "MediaSha256";

    private static readonly string[] NoFiles = [nameof(Decide.ProposalSha256), nameof(GiveReviewOpinion.MatterSha256)];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>The hashes of the files that a body names, each once.</summary>
    public static IReadOnlyList<string> Of(ActBody body) =>
        body is JoinTrack ? [] : [.. Find(body).Select(f => f.Hash).Where(TextForm.IsHash).Distinct(StringComparer.Ordinal)]; // files of another track are in its own case

    /// <summary>Those of them that the body names as recordings of the act itself (音像记录).</summary>
    public static IReadOnlySet<string> Recordings(ActBody body) =>
        Find(body).Where(f => f.Member is Media).Select(f => f.Hash).ToHashSet(StringComparer.Ordinal);

    /// <summary>The files that the acts of a case name and that have to be there: evidence that was excluded needs none.</summary>
    /// <param name="requiredOn">Whether the place required files on the day of an act.</param>
    public static IReadOnlyList<NamedFile> Required(OrdinaryFile file, Func<DateOnly, bool> requiredOn)
    {
        var excluded = file
            .Evidence.Items.Where(i => i.UnlawfulBecause is not null)
            .Select(i => i.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        excluded.ExceptWith(file.Evidence.Items.Where(i => i.UnlawfulBecause is null).Select(i => i.Sha256));
        return
        [
            .. file
                .Case.Evidence.Where(_ => file.Case.DecidedOn is { } decidedOn && requiredOn(decidedOn))
                .Select(e => new NamedFile(e.Sha256, CaseAct.DecideOnTheSpot, file.Case.DecidedOn!.Value, Place: 0))
                .Concat(
                    file.Acts.Where(a => requiredOn(a.DoneOn))
                        .SelectMany(a => Of(a.Body).Select(sha => new NamedFile(sha, a.Act, a.DoneOn, a.Entry.Place)))
                )
                .Where(named => !excluded.Contains(named.Sha256))
                .DistinctBy(named => named.Sha256, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether anything is asked about files of the case: it awaits some, or its place required them on the day of one of its acts, or of the one that is done now.</summary>
    /// <param name="actOn">The day of the act that is done now; today if none is.</param>
    /// <param name="requiredOn">Whether the place required files on a day.</param>
    public static bool AreAsked(OrdinaryFile file, DateOnly actOn, Func<DateOnly, bool> requiredOn) =>
        file.Case.AwaitsFiles
        || file.Acts.Select(a => a.DoneOn).Append(file.Case.DecidedOn ?? actOn).Append(actOn).Distinct().Any(requiredOn);

    /// <summary>The files that the case still awaits: required, not there, and not given up by the head.</summary>
    /// <param name="requiredOn">Whether the place required files on the day of an act.</param>
    /// <param name="onHand">SHA-256 of the files that are there.</param>
    public static IReadOnlyList<NamedFile> Awaited(OrdinaryFile file, Func<DateOnly, bool> requiredOn, IReadOnlySet<string> onHand) =>
        [.. Required(file, requiredOn).Where(named => !onHand.Contains(named.Sha256) && !(named.Place <= file.Case.FilesExcusedUpTo))];

    private static IEnumerable<(string Member, string Hash)> Find(object value)
    {
        foreach (var member in Members.GetOrAdd(value.GetType(), MembersOf))
        {
            switch (member.GetValue(value))
            {
                case null:
                    break;
                case string hash:
                    yield return (member.Name, hash);
                    break;
                case IEnumerable<string> hashes:
                    foreach (var hash in hashes)
                        yield return (member.Name, hash);
                    break;
                case IEnumerable list:
                    foreach (var item in list.OfType<object>())
                    foreach (var found in Find(item))
                        yield return found;
                    break;
                case var part:
                    foreach (var found in Find(part))
                        yield return found;
                    break;
            }
        }
    }

    /// <summary>Hashes of files, and what may contain them: parts of our own, and lists of them.</summary>
    private static PropertyInfo[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0)
                .Where(p =>
                    p.PropertyType == typeof(string) || p.PropertyType.IsAssignableTo(typeof(IEnumerable<string>))
                        ? p.Name.EndsWith(Suffix, StringComparison.Ordinal) && !NoFiles.Contains(p.Name, StringComparer.Ordinal)
                        : IsOurs(ItemOf(p.PropertyType))
                ),
        ];

    private static Type ItemOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : type;

    private static bool IsOurs(Type type) => type is { IsClass: true } && type.Assembly == typeof(FilesInBodies).Assembly;
}
