using System.Collections.Frozen;

namespace EnforcementCases.Platform.Access;

/// <summary>Passwords that everybody tries first (常见口令): <c>CommonPasswords.txt</c>, shipped with the program.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Listed = Read().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a password is on the list, as it is or under the usual disguises: capitals, digits and signs before and after, <c>@</c> for a, <c>0</c> for o.</summary>
    public static bool Contains(string password)
    {
        var small = password.ToLowerInvariant();
        return Listed.Contains(small) || Listed.Contains(Undisguised(small));
    }

    private static string Undisguised(string small)
    {
        var core = small.Trim([.. small.Where(c => !char.IsAsciiLetter(c)).Distinct()]);
        return string.Concat(core.Select(Letter).Where(char.IsAsciiLetter));
    }

    private static char Letter(char sign) =>
        sign switch
        {
            '@' or '4' => 'a',
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '$' or '5' => 's',
            '7' => 't',
            _ => sign,
        };

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(
            "EnforcementCases.Platform.Access.CommonPasswords.txt"
        )!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith('#'))
                yield return line;
    }
}
