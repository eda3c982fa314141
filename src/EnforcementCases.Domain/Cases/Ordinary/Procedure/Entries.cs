namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Lists that a phase keeps.</summary>
internal static class Entries
{
    /// <summary>Puts a changed entry in the place of each one that is meant.</summary>
    public static void Replace<T>(this List<T> list, Predicate<T> which, Func<T, T> change)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (which(list[i]))
                list[i] = change(list[i]);
        }
    }
}
