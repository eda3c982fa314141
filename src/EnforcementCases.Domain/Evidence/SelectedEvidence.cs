using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Evidence;

/// <summary>A piece of evidence or a recording in a case file that is drawn.</summary>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Title">Kind of evidence, or <c>音像记录</c>.</param>
/// <param name="Source">From whom or where (来源); null if it is not shown.</param>
/// <param name="Shows">What it shows (证明内容); null if it is not shown.</param>
/// <param name="TakenAt">When it was taken, as claimed; null if no item of evidence rests on it.</param>
/// <param name="Remark">What a reader must know: excluded, after the decision, a copy; null if nothing.</param>
/// <param name="File">The file; null if it has not arrived.</param>
public sealed record SelectedEvidence(
    string Sha256,
    string Title,
    string? Source,
    string? Shows,
    DateTimeOffset? TakenAt,
    string? Remark,
    CaseFile? File
);

/// <summary>Which evidence a case file has that is drawn for somebody (证据的选取).</summary>
public static class SelectionOfEvidence
{
    private const string Recording = "音像记录";

    /// <summary>Chooses the evidence.</summary>
    /// <param name="file">The file, with the evidence of a decision on the spot loaded.</param>
    /// <param name="files">The files of the case, in the order of their arrival.</param>
    public static IReadOnlyList<SelectedEvidence> Select(FileForm form, OrdinaryFile file, IReadOnlyList<CaseFile> files)
    {
        var items = ItemsOf(file);
        return form switch
        {
            FileForm.Main => [.. All(form, file, items, files)],
            FileForm.Party => [.. ForParty(file, items, files)],
            // what was obtained unlawfully proves nothing, and what no act names was never relied on
            FileForm.Court or FileForm.Reconsideration =>
            [
                .. All(form, file, items.Where(i => !i.Excluded), files)
                    .Where(e => items.Where(i => i.Sha256 == e.Sha256).All(i => !i.Excluded))
                    .Where(e => e.File is not { ParentId: not null } && (e.TakenAt is not null || Named(file).Contains(e.Sha256))),
            ],
        };
    }

    private static IEnumerable<SelectedEvidence> All(
        FileForm form,
        OrdinaryFile file,
        IEnumerable<Item> items,
        IReadOnlyList<CaseFile> files
    )
    {
        var originals = files.Where(f => f.ParentId is null).ToDictionary(f => f.Sha256, StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            shown.Add(item.Sha256);
            var remark = item.Excluded ? "已排除，不作为定案依据" : AfterDecision(form, file.Case, LegalDate.Of(item.TakenAt));
            yield return new(
                item.Sha256,
                item.Kind.Term(),
                item.Source,
                item.Shows,
                item.TakenAt,
                remark,
                originals.GetValueOrDefault(item.Sha256)
            );
        }
        foreach (var f in files.Where(f => f.Copy is not CopyKind.Thumbnail && !shown.Contains(f.Sha256)))
            yield return new(
                f.Sha256,
                f.Copy is CopyKind.Redacted ? CopyKind.Redacted.Term() : Recording,
                Source: null,
                f.Reason,
                TakenAt: null,
                AfterDecision(form, file.Case, LegalDate.Of(f.RecordedAt ?? f.ReceivedAt)),
                f
            );
        foreach (var awaited in Named(file).Where(sha => !shown.Contains(sha) && !originals.ContainsKey(sha)))
            yield return new(awaited, Recording, null, null, null, null, File: null);
    }

    /// <summary>Evidence that concerns the party alone: no testimony, nothing that names others or came from them, and where particulars were hidden, the copy that hides them. Source
    /// and content are not shown: they may name others.</summary>
    private static IEnumerable<SelectedEvidence> ForParty(OrdinaryFile file, IReadOnlyList<Item> items, IReadOnlyList<CaseFile> files)
    {
        var others = OthersInFile.Of(file);
        var withheld = items
            .Where(i => i.Excluded || i.Kind is EvidenceKind.WitnessTestimony || others.Names(i.Source ?? "") || others.Names(i.Shows))
            .Select(i => i.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var item in items.Where(i => !withheld.Contains(i.Sha256)).DistinctBy(i => i.Sha256, StringComparer.Ordinal))
        {
            var original = files.FirstOrDefault(f => f.ParentId is null && f.Sha256 == item.Sha256);
            var hidden = original is null ? null : files.LastOrDefault(f => f.ParentId == original.Id && f.Copy is CopyKind.Redacted);
            var given = hidden ?? original;
            yield return new(
                given?.Sha256 ?? item.Sha256,
                item.Kind.Term(),
                Source: null,
                Shows: null,
                item.TakenAt,
                hidden is null ? null : CopyKind.Redacted.Term(),
                given
            );
        }
    }

    private static string? AfterDecision(FileForm form, EnforcementCase @case, DateOnly on) =>
        DrawnFile.IsAfterDecision(form, @case, on) ? "作出决定之后形成" : null;

    private static HashSet<string> Named(OrdinaryFile file) =>
        file.Acts.SelectMany(a => FilesInBodies.Of(a.Body)).ToHashSet(StringComparer.Ordinal);

    private static List<Item> ItemsOf(OrdinaryFile file) =>
        [
            .. file.Case.Evidence.Select(e => new Item(e.Sha256, e.Kind, null, e.Description, e.TakenAt, Excluded: false)),
            .. file.Evidence.Items.Select(i => new Item(
                i.Sha256,
                i.Kind,
                i.Source,
                i.Description,
                i.TakenAt,
                i.UnlawfulBecause is not null
            )),
        ];

    private sealed record Item(string Sha256, EvidenceKind Kind, string? Source, string Shows, DateTimeOffset TakenAt, bool Excluded);
}
