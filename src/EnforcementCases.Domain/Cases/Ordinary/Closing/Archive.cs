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

    /// <summary>A paper is listed that the case does not have, or twice.</summary>
    public static readonly DomainError NotOfCase = new(
        "archiving.paper-not-of-case",
        "FILE-2",
        ErrorKind.Unacceptable,
        "卷内目录所列文书与本案文书不符"
    );

    /// <summary>Number of the volume (卷号).</summary>
    public required string VolumeNumber { get; init; }

    /// <summary>All papers bound in the volume, with their pages: each paper that the case issued once, with its name, number and date as issued, and papers from elsewhere.</summary>
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
        EnsureContentsOf(act.File);
        var retention = Archiving.ClassOf(simpleProcedure: false, Major);
        var keep = Archiving.RetentionOf(act.Law.Parameter(Archiving.ParameterOf(retention), act.DoneOn).Value);
        act.Raise(new CaseArchived(act.Case, DoneAt));
        act.Case.PutIntoArchive(VolumeNumber, retention, keep.KeepUntil(act.Case.Closing.On!.Value), act.DoneOn);
        act.Issue(DocumentKind.FileCover);
        act.Issue(DocumentKind.FileContents);
        act.Issue(DocumentKind.FileCheckSheet);
    }

    /// <summary>The contents list the papers that the case issued, each once and as issued; what has the name of such a paper and is none is no paper of the case.</summary>
    /// <exception cref="DomainException"><see cref="PaperMissing"/> or <see cref="NotOfCase"/>.</exception>
    internal void EnsureContentsOf(OrdinaryFile file)
    {
        var left = Papers.Select((paper, i) => (Paper: paper, Place: i)).ToList();
        foreach (var issued in file.Papers)
        {
            var at = left.FindIndex(l => Is(l.Paper, issued));
            if (at < 0)
                throw PaperMissing.With($"{issued.Kind.Term()}{issued.Number}（{issued.IssuedOn:yyyy-MM-dd}）").At("/papers");
            left.RemoveAt(at);
        }
        var numbers = file.Papers.Select(p => p.Number).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (
            left.Find(l => numbers.Contains(l.Paper.Number ?? "") || Terms.ByTerm<DocumentKind>().ContainsKey(l.Paper.Title)) is
            { Paper: not null } other
        )
            throw NotOfCase
                .With($"{other.Paper.Title}{other.Paper.Number}（{other.Paper.Date:yyyy-MM-dd}）", "按本案文书填写卷内目录")
                .At($"/papers/{other.Place}");

        static bool Is(FilePaper listed, IssuedPaper issued) =>
            string.Equals(listed.Title, issued.Kind.Term(), StringComparison.Ordinal)
            && string.Equals(listed.Number ?? "", issued.Number, StringComparison.Ordinal)
            && listed.Date == issued.IssuedOn;
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("volume", VolumeNumber).Add("major", Major).Add("papers", (long)Papers.Count);

    /// <summary>The file as it is bound, with page numbers.</summary>
    /// <param name="day">Day whose parameters apply.</param>
    public CaseFile Bind(ActContext law, DateOnly day) =>
        FileBinding.Bind(Papers, FileBinding.PartsOf(law.Parameter(LocalParameters.ArchiveInnerVolume, day).Value));
}
