using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Puts the closed case into the archive (归档, D46): number of the volume, its contents, and the class that sets how long it is kept.</summary>
public sealed record Archive : ActBody
{
    /// <summary>A paper of the case is missing in the contents.</summary>
    public static readonly DomainError PaperMissing = new(
        "archiving.paper-missing",
        "FILE-2",
        ErrorKind.Unacceptable,
        "卷内目录缺少本案文书"
    );

    /// <summary>Number of the volume (卷号).</summary>
    public required string VolumeNumber { get; init; }

    /// <summary>All papers bound in the volume, with their pages.</summary>
    public required IReadOnlyList<FilePaper> Papers { get; init; }

    /// <summary>A major case (重大案件), which is kept longer.</summary>
    public bool Major { get; init; }

    /// <summary>Person who checked the file (检查人).</summary>
    public required Guid CheckedBy { get; init; }

    /// <summary>What is missing or was added (备考); null if nothing.</summary>
    public string? Remarks { get; init; }

    internal override void Execute(ActExecution act)
    {
        Archiving.EnsureClosed(act.Case.Closing.On, act.DoneOn);
        if (VolumeNumber.Length > CaseArchive.VolumeMaxLength)
            throw OrdinaryFile.Incomplete.With($"卷号最多 {CaseArchive.VolumeMaxLength} 个字符");
        if (Papers.FirstOrDefault(p => p.Pages < 1) is { } empty)
            throw OrdinaryFile.Incomplete.With($"“{empty.Title}”没有页数");
        var bound = Papers.Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        if (act.File.Papers.FirstOrDefault(p => p.Number.Length > 0 && !bound.Contains(p.Number)) is { } missing)
            throw PaperMissing.With(missing.Number);
        var retention = Archiving.ClassOf(simpleProcedure: false, Major);
        var keep = Archiving.RetentionOf(act.Law.Parameter(Archiving.ParameterOf(retention), act.DoneOn).Value);
        act.Raise(new CaseArchived(act.Case, DoneAt));
        act.Case.PutIntoArchive(VolumeNumber, retention, keep.KeepUntil(act.Case.Closing.On!.Value), act.DoneOn);
        act.Issue(DocumentKind.FileCover);
        act.Issue(DocumentKind.FileContents);
        act.Issue(DocumentKind.FileCheckSheet);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("volume", VolumeNumber).Add("major", Major).Add("papers", (long)Papers.Count);

    /// <summary>The file as it is bound, with page numbers.</summary>
    /// <param name="day">Day whose parameters apply.</param>
    public CaseFile Bind(ActContext law, DateOnly day) =>
        FileBinding.Bind(Papers, FileBinding.PartsOf(law.Parameter(LocalParameters.ArchiveInnerVolume, day).Value));
}
