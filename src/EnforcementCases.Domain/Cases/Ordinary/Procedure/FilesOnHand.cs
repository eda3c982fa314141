namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Which files of the case are there, asked with every act of its file (文件是否齐全).</summary>
internal static class FilesOnHand
{
    /// <summary>Marks the evidence whose file has not arrived, before an act is checked against it.</summary>
    public static void MarkMissing(this OrdinaryFile file, ActContext law)
    {
        if (law.FilesOnHand is not null)
            file.Evidence.MarkMissing(Missing(file, law));
    }

    /// <summary>After an act: the duty to upload begins with a file that the act names and that is not there, and ends when nothing is missing any more.</summary>
    public static void AwaitWhatIsMissing(this ActExecution act, ActBody body)
    {
        if (act.Law.FilesOnHand is null)
            return;
        var missing = Missing(act.File, act.Law);
        if (FilesInBodies.Of(body).Any(missing.Contains))
            act.Case.AwaitFiles(act.Law.NewId(), act.DoneOn, act.Law.Calendar);
        else if (missing.Count == 0)
            act.Case.MeetDeadlines(DeadlineKind.EvidenceFiles, act.DoneAt);
    }

    private static HashSet<string> Missing(OrdinaryFile file, ActContext law) =>
        FilesInBodies
            .Required(file, law.RequiresFilesOn)
            .Select(named => named.Sha256)
            .Where(sha => !law.FilesOnHand!.Contains(sha))
            .ToHashSet(StringComparer.Ordinal);
}
