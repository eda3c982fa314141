namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Lists that a phase keeps.</summary>
internal static class Entries
{
    /// <summary>Replaces each matching entry of a list by a changed one.</summary>
    public static void Replace<T>(this List<T> list, Predicate<T> which, Func<T, T> change)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (which(list[i]))
                list[i] = change(list[i]);
        }
    }
}
