namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Which files of the case are there, asked with every act of its file (文件是否齐全).</summary>
internal static class FilesOnHand
{
    /// <summary>Marks the evidence whose file has not arrived, also where the head gave it up, before an act is checked against it.</summary>
    public static void MarkMissing(this OrdinaryFile file, ActContext law)
    {
        if (law.FilesOnHand is not null)
            file.Evidence.MarkMissing(
                FilesInBodies
                    .Required(file, law.RequiresFilesOn)
                    .Select(named => named.Sha256)
                    .Where(sha => !law.FilesOnHand.Contains(sha))
                    .ToHashSet(StringComparer.Ordinal)
            );
    }

    /// <summary>After an act: the duty to upload begins with a file that the act names and that is not there, and ends when nothing is missing any more.</summary>
    public static void AwaitWhatIsMissing(this ActExecution act, ActBody body)
    {
        if (act.Law.FilesOnHand is not { } onHand)
            return;
        var awaited = FilesInBodies.Awaited(act.File, act.Law.RequiresFilesOn, onHand);
        if (FilesInBodies.Of(body).Any(sha => awaited.Any(named => named.Sha256 == sha)))
            act.Case.AwaitFiles(act.Law.NewId(), act.DoneOn, act.Law.Calendar);
        else if (awaited.Count == 0)
            act.Case.MeetDeadlines(DeadlineKind.EvidenceFiles, act.DoneAt);
    }
}
